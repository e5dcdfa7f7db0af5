import type {
  Contact,
  InlineKeyboardButton,
  LinkPreviewOptions,
  Location,
  Message,
  MessageEntity,
  User,
  Venue,
} from "@grammyjs/types";
import type { FileStore, StoredFile } from "./files.ts";
import { renderHtml } from "./render-html.ts";

/** A photo or document in the chat: its bytes when the bot uploaded it, its address when the bot named an URL. */
export type ShownFile = Pick<StoredFile, "fileId" | "fileName" | "mimeType" | "bytes" | "url">;

/** A message as a person sees it now. */
export type ShownMessage = {
  id: number;
  from: User;
  isFromBot: boolean;
  date: Date;
  editDate: Date | undefined;
  /** The text, or the caption of a photo or document; "" if there is neither. */
  text: string;
  entities: MessageEntity[];
  /** `text` with its entities as safe HTML, line breaks as they are. */
  html: string;
  /** The inline keyboard, row by row; [] if there is none. */
  keyboard: InlineKeyboardButton[][];
  photo: (ShownFile & { width: number; height: number }) | undefined;
  document: ShownFile | undefined;
  location: Location | undefined;
  venue: Venue | undefined;
  contact: Contact | undefined;
  linkPreview: LinkPreviewOptions | undefined;
  replyTo: number | undefined;
  viaBot: User | undefined;
  /** True if it can be neither forwarded nor saved. */
  isProtected: boolean;
  /** The message as the Bot API writes it. */
  raw: Message;
};

/** Shows `message` with the files that belong to it. */
export function showMessage(message: Message, files: FileStore): ShownMessage {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const from = message.from ?? { id: message.chat.id, is_bot: false, first_name: message.chat.title ?? "" };
  return {
    id: message.message_id,
    from,
    isFromBot: from.is_bot,
    date: new Date(message.date * 1000),
    editDate: message.edit_date === undefined ? undefined : new Date(message.edit_date * 1000),
    text,
    entities,
    html: renderHtml(text, entities),
    keyboard: message.reply_markup?.inline_keyboard ?? [],
    photo: showPhoto(message, files),
    document: message.document && showFile(files.find(message.document.file_id)),
    location: message.venue ? undefined : message.location,
    venue: message.venue,
    contact: message.contact,
    linkPreview: message.link_preview_options,
    replyTo: message.reply_to_message?.message_id,
    viaBot: message.via_bot,
    isProtected: message.has_protected_content === true,
    raw: message,
  };
}

function showPhoto(message: Message, files: FileStore): ShownMessage["photo"] {
  const size = message.photo?.at(-1);
  const file = size && showFile(files.find(size.file_id));
  return size && file && { ...file, width: size.width, height: size.height };
}

function showFile(file: StoredFile | undefined): ShownFile | undefined {
  if (!file) return undefined;
  const { fileId, fileName, mimeType, bytes, url } = file;
  return { fileId, fileName, mimeType, bytes, url };
}

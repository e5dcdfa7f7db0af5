import type {
  Contact,
  InlineKeyboardButton,
  LinkPreviewOptions,
  Location,
  Message,
  MessageEntity,
  Poll,
  User,
  Venue,
} from "@grammyjs/types";
import type { FileStore } from "../files/files.ts";
import type { StoredFile } from "../files/media.ts";
import { fileIdOf, type MediaKind, mediaKindOf } from "../files/media.ts";
import { renderHtml } from "../html/render-html.ts";

/** A file in the chat: its bytes when somebody uploaded it, its address when the bot named an URL. */
export type ShownFile = Pick<StoredFile, "fileId" | "fileName" | "mimeType" | "bytes" | "url">;

/** A message as a person sees it now. */
export type ShownMessage = {
  id: number;
  from: User;
  isFromBot: boolean;
  date: Date;
  editDate: Date | undefined;
  /** The text, or the caption of a file; "" if there is neither. */
  text: string;
  entities: MessageEntity[];
  /** `text` with its entities as safe HTML, line breaks as they are. */
  html: string;
  /** The inline keyboard, row by row; [] if there is none. */
  keyboard: InlineKeyboardButton[][];
  /** The file of whatever kind, with its kind. */
  media: (ShownFile & { kind: MediaKind }) | undefined;
  photo: (ShownFile & { width: number; height: number }) | undefined;
  document: ShownFile | undefined;
  /** What the messages of one album have in common. */
  albumId: string | undefined;
  poll: Poll | undefined;
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
  const media = showMedia(message, files);
  const size = message.photo?.at(-1);
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
    media,
    photo: media?.kind === "photo" && size ? { ...media, width: size.width, height: size.height } : undefined,
    document: media?.kind === "document" ? media : undefined,
    albumId: message.media_group_id,
    poll: message.poll,
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

function showMedia(message: Message, files: FileStore): ShownMessage["media"] {
  const kind = mediaKindOf(message);
  const fileId = fileIdOf(message);
  const file = fileId === undefined ? undefined : files.find(fileId);
  if (kind === undefined || !file) return undefined;
  const { fileName, mimeType, bytes, url } = file;
  return { kind, fileId: file.fileId, fileName, mimeType, bytes, url };
}

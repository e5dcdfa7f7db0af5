import type { MessageEntity } from "@grammyjs/types";
import type { MaxButton } from "../max/api/contract.ts";
import type { MaxShown } from "../max/people/max-screen.ts";
import type { UploadedFile } from "../max/world/uploads.ts";
import type { StoredAttachment } from "../max/world/world.ts";
import type { PageButton, PageMessage } from "./door.ts";

/** What a message is drawn with. */
interface Drawing {
  me: { id: number; name: string };
  bot: { id: number; name: string };
  /** A number for a message, or for one of its files. */
  numberOf: (name: string) => number;
  file: (token: string) => UploadedFile | undefined;
}

/** Writes a message of MAX's as the page draws messages. One with several files is an album, as Telegram has it. */
export function drawMessage(message: MaxShown, drawing: Drawing): PageMessage[] {
  const { me, bot, numberOf } = drawing;
  const { id: mid, isFromBot, date, text, keyboard, isEdited } = message;
  const seconds = Math.floor(date.getTime() / 1_000);
  const head = {
    date: seconds,
    chat: { id: me.id, type: "private" as const, first_name: me.name },
    from: { id: isFromBot ? bot.id : me.id, is_bot: isFromBot, first_name: isFromBot ? bot.name : me.name },
    ...(isEdited && { edit_date: seconds }),
  };
  const markup = keyboard.length > 0 && {
    reply_markup: { inline_keyboard: keyboard.map((row) => row.map(drawButton)) },
  };
  const entities = entitiesOf(message);
  const contents = message.attachments.flatMap((each) => drawAttachment(each, text, drawing) ?? []);
  const [first, ...others] = contents;
  if (first === undefined) return [{ ...head, message_id: numberOf(mid), text, entities, ...markup }];
  const album = others.length > 0 && { media_group_id: mid };
  const words = "venue" in first || text === "" ? {} : { caption: text, caption_entities: entities };
  return [
    { ...head, message_id: numberOf(mid), ...first, ...words, ...markup, ...album },
    ...others.map((content, index) => ({
      ...head,
      message_id: numberOf(`${mid} ${index + 1}`),
      ...content,
      ...album,
    })),
  ];
}

function drawButton(button: MaxButton): PageButton {
  const { text } = button;
  switch (button.type) {
    case "callback":
      return { text, callback_data: button.payload };
    case "link":
      return { text, url: button.url };
    case "clipboard":
      return { text, copy_text: { text: button.payload } };
    case "message":
      return { text, asks: "message" };
    case "request_contact":
      return { text, asks: "contact" };
    case "request_geo_location":
      return { text, asks: "location" };
    case "open_app":
      return { text, web_app: { url: button.web_app ?? "" } };
  }
}

type Style = "bold" | "italic" | "underline" | "strikethrough" | "code";

const styles: Readonly<Record<Exclude<MaxShown["markup"][number]["type"], "link">, Style>> = {
  strong: "bold",
  heading: "bold",
  emphasized: "italic",
  highlighted: "italic",
  underline: "underline",
  strikethrough: "strikethrough",
  monospaced: "code",
};

/** What is marked in a text; addresses in it can be pressed, as in every messenger. */
function entitiesOf({ text, markup }: Pick<MaxShown, "text" | "markup">): MessageEntity[] {
  const marked = markup.map(
    ({ type, from: offset, length, url = "" }): MessageEntity =>
      type === "link" ? { type: "text_link", offset, length, url } : { type: styles[type], offset, length },
  );
  const addresses = [...text.matchAll(/https?:\/\/[^\s<>]*[^\s<>.,;:!?)]/g)].map(
    ({ 0: address, index }): MessageEntity => ({ type: "url", offset: index, length: address.length }),
  );
  return [...marked, ...addresses];
}

type Content = Omit<PageMessage, "message_id" | "date" | "chat">;

/** What stands on the page for an attachment; undefined for the buttons, which are drawn by themselves. */
function drawAttachment(attachment: StoredAttachment, text: string, drawing: Drawing): Content | undefined {
  switch (attachment.type) {
    case "image":
      return { photo: [{ ...fileOf(sourceOf(attachment.payload), drawing), width: 0, height: 0 }] };
    case "video":
      return { video: { ...fileOf(attachment.payload.token, drawing), width: 640, height: 360, duration: 1 } };
    case "audio":
      return { audio: { ...fileOf(attachment.payload.token, drawing), duration: 1 } };
    case "file":
      return { document: fileOf(attachment.payload.token, drawing) };
    case "location": {
      const { latitude, longitude } = attachment;
      const [title = "", ...address] = text.split("\n");
      const location = { latitude, longitude };
      return text === "" ? { location } : { venue: { location, title, address: address.join("\n") } };
    }
    case "contact": {
      const phone_number = /^TEL[^:\r\n]*:([^\r\n]+)/m.exec(attachment.payload.vcf_info)?.[1] ?? "";
      return { contact: { phone_number, first_name: attachment.payload.max_info.name } };
    }
    case "sticker":
      return { sticker: { ...fileOf("", drawing), ...still, emoji: attachment.payload.code } };
    case "share":
      return { text: attachment.payload.url, ...entityOf(attachment.payload.url) };
    case "inline_keyboard":
      return undefined;
  }
}

const still = { type: "regular" as const, width: 0, height: 0, is_animated: false, is_video: false };

const entityOf = (url: string) => ({ entities: [{ type: "url" as const, offset: 0, length: url.length }] });

/** The token of a picture, or its address where it was sent by that. */
function sourceOf(payload: Extract<StoredAttachment, { type: "image" }>["payload"]): string {
  if ("token" in payload) return payload.token;
  if ("url" in payload) return payload.url;
  return Object.values(payload.photos)[0]?.token ?? "";
}

function fileOf(source: string, { file }: Drawing) {
  const known = file(source);
  return {
    file_id: source,
    file_unique_id: source,
    ...(known && { file_name: known.fileName, mime_type: known.mimeType, file_size: known.bytes.length }),
  };
}

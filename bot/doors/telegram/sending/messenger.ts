import { Api, type ApiClientOptions, InputFile, type Transformer } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Picture } from "../../../delivery/delivery.ts";
import type { Messenger, OutgoingMessage } from "../../../delivery/messenger.ts";
import type { Outcome } from "../../../delivery/outcomes/outcome.ts";
import type { Html } from "../../../words/html.ts";
import { outcomeOf } from "../client/outcome.ts";
import { isGone, isNotModified } from "../client/refusal.ts";
import { editContent, sendContent } from "./content-calls.ts";

/** The rate above which Telegram wants `allow_paid_broadcast`, and a tenth of a Star for each message. */
const freeRate = 30;

/**
 * Does deliveries through the Bot API, each in one call; only an album is changed file by file. `client` must answer 429
 * at once (createClientOptions with `waitsOut429: false`): the dispatcher has to fall silent then, not this call alone.
 */
export function telegramMessenger(
  token: string,
  client: ApiClientOptions,
  perSecond: number,
  foreignFiles?: Transformer,
): Messenger {
  const api = new Api(token, client);
  if (foreignFiles) api.config.use(foreignFiles);
  const { raw } = api;
  const paid = perSecond > freeRate ? { allow_paid_broadcast: true } : {};
  return {
    async send(chatId, message, signal) {
      try {
        return delivered(await act(raw, { ...sending(Number(chatId), message), ...paid }, message, signal));
      } catch (error) {
        return isDoneAlready(message, error) ? delivered(targets(message)) : outcomeOf(error);
      }
    },
  };
}

type Raw = Api["raw"];
type Sending = ReturnType<typeof sending>;

/** Does it, and returns the ids of the messages that it was done to, the first one first. */
async function act(raw: Raw, options: Sending, message: OutgoingMessage, cancel: AbortSignal): Promise<string[]> {
  // grammY's type of a signal is that of a polyfill.
  const signal = cancel as never;
  const { chat_id } = options;
  switch (message.kind) {
    case "message": {
      const first = idOf(await raw.sendMessage({ ...options, ...textOf(message) }, signal));
      return [first, ...(await sendPictures(raw, options, message.pictures ?? [], signal))];
    }
    case "content":
      return (await sendContent(raw, options, message.content, signal)).map(String);
    case "file": {
      const { name, bytes, caption } = message.file;
      const document = { document: new InputFile(bytes, name), caption: String(caption), parse_mode: "HTML" as const };
      return [idOf(await raw.sendDocument({ ...options, ...document }, signal))];
    }
    case "edit":
      await editContent(raw, { chat_id, ...markup(message) }, message.messageIds.map(Number), message.content, signal);
      return targets(message);
    case "rewrite": {
      const message_id = Number(message.messageId);
      await raw.editMessageText({ chat_id, message_id, ...markup(message), ...textOf(message) }, signal);
      return targets(message);
    }
    case "delete":
      await raw.deleteMessages({ chat_id, message_ids: message.messageIds.map(Number) }, signal);
      return message.messageIds;
  }
}

/**
 * Sends pictures behind the words that they adorn, without a sound of their own, and returns the ids of their messages. The words
 * have arrived, so nothing that befalls the pictures may have them said once more: refused, too fast or lost, there are none.
 */
async function sendPictures(
  raw: Raw,
  { chat_id, protect_content }: Sending,
  pictures: readonly Picture[],
  signal: never,
): Promise<string[]> {
  const media = pictures.flatMap(({ url, fileId, caption }) => {
    const file = fileId ?? url;
    if (file === undefined) return [];
    return [{ type: "photo" as const, media: file, caption: String(caption), parse_mode: "HTML" as const }];
  });
  const [first, ...others] = media;
  if (first === undefined) return [];
  const options = { chat_id, disable_notification: true, ...(protect_content && { protect_content }) };
  try {
    if (others.length > 0) return (await raw.sendMediaGroup({ ...options, media }, signal)).map(idOf);
    const { media: photo, type: _, ...words } = first;
    return [idOf(await raw.sendPhoto({ ...options, photo, ...words }, signal))];
  } catch {
    return [];
  }
}

const idOf = ({ message_id }: { message_id: number }): string => String(message_id);

function sending(
  chat_id: number,
  message: OutgoingMessage,
): { chat_id: number; protect_content?: true; disable_notification?: true; reply_markup?: InlineKeyboardMarkup } {
  return {
    chat_id,
    ...markup(message),
    ...(message.isSilent ? { disable_notification: true } : {}),
    ...("isProtected" in message && message.isProtected ? { protect_content: true } : {}),
  };
}

const textOf = ({ text }: { text: Html }) => ({
  text: String(text),
  parse_mode: "HTML" as const,
  link_preview_options: { is_disabled: true },
});

const markup = (message: OutgoingMessage) =>
  "keyboard" in message && message.keyboard.length > 0 ? { reply_markup: { inline_keyboard: message.keyboard } } : {};

const targets = (message: OutgoingMessage): string[] => {
  if (message.kind === "rewrite") return [message.messageId];
  return message.kind === "edit" || message.kind === "delete" ? message.messageIds : [];
};

const delivered = ([messageId = "", ...otherMessageIds]: string[]): Outcome => ({
  kind: "delivered",
  messageId,
  otherMessageIds,
});

/** A message that is as it should be, or gone from the chat, needs no correcting any more. */
const isDoneAlready = (message: OutgoingMessage, error: unknown): boolean =>
  targets(message).length > 0 && (isNotModified(error) || isGone(error));

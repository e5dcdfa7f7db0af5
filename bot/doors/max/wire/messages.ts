import { refusalOf } from "../client/refusal.ts";
import type { BodyCall } from "../client/send-body.ts";
import { parseSent } from "../client/sent.ts";
import { bodyOf, type MaxAttachmentOut, type MaxBody } from "../writing/body.ts";
import { layKeyboard, layReplyKeyboard, type MaxKeyboard } from "../writing/keyboard.ts";
import { layPlain, layText, type MaxText, markUp } from "../writing/text.ts";
import { asTelegram, done, gone, type WireAnswer } from "./answer.ts";
import type { Payload } from "./payload.ts";
import { speak } from "./speak.ts";
import type { Speaking } from "./speaking.ts";

type Words = Pick<Payload, "text" | "caption" | "parse_mode" | "entities" | "caption_entities">;

/** The words of a call, laid out for MAX; null: none. */
export function wordsOf({ text, caption, parse_mode, entities, caption_entities }: Words): MaxText | null {
  const said = text ?? caption ?? "";
  if (said === "") return null;
  if (parse_mode === "HTML") return layText(said);
  const marked = entities ?? caption_entities ?? [];
  return marked.length > 0 ? layText(markUp(said, marked)) : layPlain(said);
}

/** The keyboard of a call; undefined: none, or one that is taken away from below the text field, where there is none. */
export function keyboardOf({ reply_markup }: Pick<Payload, "reply_markup">): MaxKeyboard | undefined {
  if (reply_markup?.inline_keyboard) return layKeyboard(reply_markup.inline_keyboard);
  return reply_markup?.keyboard ? layReplyKeyboard(reply_markup.keyboard) : undefined;
}

/** A large preview of a page is a picture of its own: MAX shows none by a link in the words. */
export function posterOf({ link_preview_options: preview }: Payload): MaxAttachmentOut | undefined {
  const url = preview?.url;
  return url !== undefined && preview?.is_disabled !== true ? { type: "image", payload: { url } } : undefined;
}

/** Sends a message, and answers as Telegram does. A picture that MAX cannot fetch by its address is left out. */
export async function send(speaking: Speaking, payload: Payload, body: MaxBody): Promise<WireAnswer> {
  const chatId = payload.chat_id ?? 0;
  const { client, messages, now, pause, signal } = speaking;
  const call = (said: MaxBody): BodyCall => ({
    method: "POST",
    path: "/messages",
    query: { ...recipient(chatId), ...(payload.link_preview_options?.is_disabled && { disable_link_preview: true }) },
    dialog: String(chatId),
    kind: "message",
    body: said,
    signal,
  });
  const answer = await withoutLostPictures(body, (said) => speak(client, call(said), pause));
  const refusal = refusalOf(answer);
  if (refusal !== undefined) return asTelegram(refusal);
  const { mid, timestamp } = parseSent(answer.body);
  const message_id = await messages.keep(mid, now());
  return done({
    message_id,
    date: Math.floor(timestamp / 1_000),
    chat: { id: chatId, type: chatTypeOf(chatId) },
  });
}

/** Changes a message. The press on it that is still to be answered is answered by that, in one request. */
export async function change(speaking: Speaking, payload: Payload, body: MaxBody): Promise<WireAnswer> {
  const { chat_id: chatId = 0, message_id: messageId = 0 } = payload;
  const { client, messages, presses, pause, signal } = speaking;
  const common = { dialog: String(chatId), signal };
  const press = presses.on(chatId, messageId);
  if (press !== undefined) {
    press.isAnswered = true;
    const query = { callback_id: press.callbackId };
    const answer = await withoutLostPictures(body, (message) =>
      speak(client, { ...common, method: "POST", path: "/answers", query, kind: "answer", body: { message } }, pause),
    );
    const refusal = refusalOf(answer);
    if (refusal === undefined) return done(true);
    // Refused as an answer it may still be taken as a change: the press is too old, or was answered before.
    if (refusal.status !== 400) return asTelegram(refusal);
  }
  const mid = await messages.find(messageId);
  if (mid === undefined) return gone();
  const answer = await withoutLostPictures(body, (said) =>
    speak(
      client,
      { ...common, method: "PUT", path: "/messages", query: { message_id: mid }, kind: "edit", body: said },
      pause,
    ),
  );
  const refusal = refusalOf(answer);
  return refusal === undefined ? done(true) : asTelegram(refusal);
}

/** Says it again without the pictures that are named by their address, where it was refused with them. */
async function withoutLostPictures(
  body: MaxBody,
  say: (body: MaxBody) => ReturnType<typeof speak>,
): ReturnType<typeof speak> {
  const answer = await say(body);
  const attachments = body.attachments?.filter((each) => each.type !== "image" || "token" in each.payload) ?? null;
  const isLost = attachments?.length !== body.attachments?.length && refusalOf(answer)?.status === 400;
  return isLost && body.text !== null ? say({ ...body, attachments }) : answer;
}

/** To people by their number, to chats of several, which are negative, by the chat's. */
export const recipient = (chatId: number) => (chatId > 0 ? { user_id: chatId } : { chat_id: chatId });

export const chatTypeOf = (chatId: number): "private" | "group" => (chatId > 0 ? "private" : "group");

/** A text with its keyboard and poster. */
export const textBody = (payload: Payload): MaxBody =>
  bodyOf(wordsOf(payload), [posterOf(payload), keyboardOf(payload)], payload.disable_notification);

import { z } from "zod";
import { refusalOf } from "../client/refusal.ts";
import { bodyOf, type MaxAttachmentOut } from "../writing/body.ts";
import { partFiles } from "../writing/part-files.ts";
import { writePoll } from "../writing/poll.ts";
import { markUp } from "../writing/text.ts";
import { asTelegram, done, gone, type WireAnswer } from "./answer.ts";
import { answerPress } from "./answer-press.ts";
import { attach } from "./attach.ts";
import { change, keyboardOf, send, textBody, wordsOf } from "./messages.ts";
import type { Media, Payload, WireCall } from "./payload.ts";
import type { Speaking } from "./speaking.ts";

type Method = (speaking: Speaking, call: WireCall) => Promise<WireAnswer>;

const nothing: Method = async () => done(true);

/** Sends files in as many messages as they need, of which the first has the words. Answers with the messages. */
async function sendFiles(speaking: Speaking, call: WireCall, media: readonly Media[]): Promise<WireAnswer> {
  const { payload } = call;
  const files = await attach(speaking, call, media);
  if (files.kind === "answer") return files.answer;
  const parts = partFiles(files.attachments);
  const sent: unknown[] = [];
  for (const [index, part] of parts.entries()) {
    const keyboard = index === parts.length - 1 ? keyboardOf(payload) : undefined;
    const body = bodyOf(index === 0 ? wordsUnder(media) : null, [...part, keyboard], payload.disable_notification);
    const answer = await send(speaking, payload, body);
    if (!answer.ok) return answer;
    sent.push(answer.result);
  }
  return done(sent);
}

/** The words under files. */
function wordsUnder(media: readonly Media[]) {
  // At Telegram each file of an album may have words; here there is one text for all.
  const words = media.flatMap(({ caption, caption_entities }) =>
    caption ? [markUp(caption, caption_entities ?? [])] : [],
  );
  const isHtml = media.some(({ parse_mode }) => parse_mode === "HTML");
  const marked = isHtml ? media.flatMap(({ caption }) => caption ?? []) : words;
  return marked.length > 0 ? wordsOf({ text: marked.join("\n\n"), parse_mode: "HTML" }) : null;
}

const file =
  (field: "photo" | "video" | "animation" | "audio" | "voice" | "document"): Method =>
  async (speaking, call) => {
    const { caption, parse_mode, caption_entities } = call.payload;
    const media = call.payload[field] ?? "";
    const answer = await sendFiles(speaking, call, [{ type: field, media, caption, parse_mode, caption_entities }]);
    return answer.ok ? done([answer.result].flat()[0]) : answer;
  };

const mediaOf = ({ media = [] }: Payload): Media[] => [media].flat();

/** Telegram's methods, as far as flows call them, by what MAX has in their place. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["sendMessage", (speaking, { payload }) => send(speaking, payload, textBody(payload))],
  ["editMessageText", (speaking, { payload }) => change(speaking, payload, textBody(payload))],
  [
    "editMessageReplyMarkup",
    // Without words the message keeps its own.
    (speaking, { payload }) => change(speaking, payload, bodyOf(null, [keyboardOf(payload)])),
  ],
  [
    "editMessageMedia",
    async (speaking, call) => {
      const media = mediaOf(call.payload);
      const files = await attach(speaking, call, media);
      if (files.kind === "answer") return files.answer;
      return change(
        speaking,
        call.payload,
        bodyOf(wordsUnder(media), [...files.attachments, keyboardOf(call.payload)]),
      );
    },
  ],
  ["sendPhoto", file("photo")],
  ["sendVideo", file("video")],
  ["sendAnimation", file("animation")],
  ["sendAudio", file("audio")],
  ["sendVoice", file("voice")],
  ["sendDocument", file("document")],
  ["sendMediaGroup", (speaking, call) => sendFiles(speaking, call, mediaOf(call.payload))],
  [
    "sendPoll",
    (speaking, { payload }) => {
      const { question = "", options = [] } = payload;
      const text = writePoll({ question, options: options.map((option) => option.text) });
      return send(speaking, payload, bodyOf(wordsOf({ text, parse_mode: "HTML" }), [keyboardOf(payload)]));
    },
  ],
  ["sendVenue", (speaking, { payload }) => send(speaking, payload, placeBody(payload))],
  ["sendLocation", (speaking, { payload }) => send(speaking, payload, placeBody(payload))],
  ["answerCallbackQuery", (speaking, { payload }) => answerPress(speaking, payload)],
  ["deleteMessage", deleteMessages],
  ["deleteMessages", deleteMessages],
  ["getChat", getChat],
  ["setMyCommands", setCommands],
  // One list of commands for all, and no words about the bot but those of the business cabinet.
  ["deleteMyCommands", nothing],
  ["setMyDescription", nothing],
  ["setMyShortDescription", nothing],
]);

function placeBody(payload: Payload) {
  const { latitude = 0, longitude = 0, title = "", address = "" } = payload;
  const place: MaxAttachmentOut = { type: "location", latitude, longitude };
  const lines = [...new Set([title, address])].filter(Boolean);
  const text = lines.length > 0 ? wordsOf({ text: lines.join("\n") }) : null;
  return bodyOf(text, [place, keyboardOf(payload)], payload.disable_notification);
}

async function deleteMessages({ client, messages, signal }: Speaking, { payload }: WireCall): Promise<WireAnswer> {
  const { message_id, message_ids = message_id === undefined ? [] : [message_id] } = payload;
  for (const number of message_ids) {
    const mid = await messages.find(number);
    if (mid === undefined) return gone();
    const query = { message_id: mid };
    const refusal = refusalOf(await client.call({ method: "DELETE", path: "/messages", query, signal }));
    if (refusal !== undefined) return asTelegram(refusal);
  }
  return done(true);
}

const chatShape = z.object({ chat_id: z.int(), type: z.string(), title: z.string().nullish() });

/** A group or channel by its number; a dialog has nothing to be asked for. */
async function getChat({ client, signal }: Speaking, { payload }: WireCall): Promise<WireAnswer> {
  const answer = await client.call({ method: "GET", path: `/chats/${payload.chat_id}`, signal });
  const refusal = refusalOf(answer);
  if (refusal !== undefined) return asTelegram(refusal);
  const { chat_id: id, type, title } = chatShape.parse(answer.body);
  return done({ id, type: type === "channel" ? "channel" : "group", title: title ?? "" });
}

async function setCommands({ client, signal }: Speaking, { payload }: WireCall): Promise<WireAnswer> {
  const { scope, language_code: language, commands = [] } = payload;
  if (scope !== undefined || language !== undefined) return done(true);
  const body = { commands: commands.map(({ command: name, description }) => ({ name, description })) };
  const refusal = refusalOf(await client.call({ method: "PATCH", path: "/me/commands", body, signal }));
  return refusal === undefined ? done(true) : asTelegram(refusal);
}

import { refusalOf } from "../client/refusal.ts";
import { bodyOf } from "../writing/body.ts";
import { layPlain } from "../writing/text.ts";
import { asTelegram, done, type WireAnswer } from "./answer.ts";
import { send } from "./messages.ts";
import type { Payload } from "./payload.ts";
import { speak } from "./speak.ts";
import type { Speaking } from "./speaking.ts";

/**
 * Answers a press with words. Without words nothing is said yet: the change of the message that follows is the answer. The
 * contract of July 2026 has notifications, and the official client of autumn 2026 knows them no more: where they are refused
 * the words are a message.
 */
export async function answerPress(speaking: Speaking, payload: Payload): Promise<WireAnswer> {
  const { client, presses, pause, signal } = speaking;
  const { callback_query_id: callbackId = "", text = "" } = payload;
  const press = presses.find(callbackId);
  if (press === undefined || text === "") return done(true);
  const dialog = String(press.chatId);
  const query = { callback_id: callbackId };
  const wasAnswered = press.isAnswered;
  press.isAnswered = true;
  if (!wasAnswered) {
    const call = { method: "POST", path: "/answers", query, dialog, kind: "answer", signal } as const;
    const answer = await speak(client, { ...call, body: { notification: text } }, pause);
    const refusal = refusalOf(answer);
    if (refusal === undefined) return done(true);
    if (refusal.status !== 400) return asTelegram(refusal);
  }
  // In a chat of several a message would be for everybody.
  if (press.chatId < 0) return done(true);
  return send(speaking, { chat_id: press.chatId }, bodyOf(layPlain(text), []));
}

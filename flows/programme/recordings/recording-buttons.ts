import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../../bot/programme/card/card.ts";
import { hasRecording } from "../../../bot/programme/card/words.ts";
import { recordingWishedCallback, wishRecordingCallback } from "../callbacks.ts";

/** Milliseconds: an exhibition of weeks is no broadcast. */
const longestRecorded = 7 * 24 * 3_600_000;

/**
 * Whether there may be a recording later: it has begun, took or takes place, and there is none. While a stream can be watched
 * its card has no room for more on a small phone.
 */
const isAwaited = (card: Card, now: Date): boolean =>
  card.startsAt <= now &&
  (card.endsAt <= now || card.isRecordingWished || !card.links.some(({ kind }) => kind === "stream")) &&
  card.endsAt.getTime() - card.startsAt.getTime() <= longestRecorded &&
  card.status !== "cancelled" &&
  card.status !== "postponed" &&
  !hasRecording(card);

/**
 * On a card without a recording: to be told when there is one. What is set stands in the same place, where a second tap opens
 * what it means; a group would read along.
 */
export function recordingButtons(card: Card, { t, now, isPrivate }: Reader, from: string): InlineKeyboardButton[] {
  if (!isPrivate || !isAwaited(card, now)) return [];
  const state = { occurrenceId: card.occurrenceId, from };
  return card.isRecordingWished
    ? [button(t("recording.taken"), recordingWishedCallback.data(state))]
    : [button(t("recording.button"), wishRecordingCallback.data(state))];
}

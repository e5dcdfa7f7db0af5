import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { cardCallback } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findCard } from "../../../bot/programme/card/card-store.ts";
import { titleOf } from "../../../bot/programme/card/words.ts";
import { mostRecordingWishes, unwishRecording, wishRecording } from "../../../bot/programme/recordings/wish-store.ts";
import { wishesCallback } from "../../../bot/wishes/callbacks.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html } from "../../../bot/words/html.ts";
import { menuView, toMenu } from "../../account/menu.ts";
import { onCallback } from "../../kit/on-callback.ts";
import { privatePartOf, Screen } from "../../kit/screen.ts";
import { simpleView } from "../../simple/screen.ts";
import {
  type RecordingState,
  recordingWishedCallback,
  unwishRecordingCallback,
  wishRecordingCallback,
} from "../callbacks.ts";
import { cardView } from "../card.ts";

/** The way back stands first, where a second tap falls; what undoes is a row further. */
function stepView(
  { t }: Reader,
  { occurrenceId, from }: RecordingState,
  text: string,
  undo: InlineKeyboardButton | null,
): View {
  const back = button(t("button.back"), cardCallback.data({ occurrenceId, whole: false, from }));
  return {
    inSimpleMode: simpleView(t, html`${text}`, undo === null ? [back] : [back, undo]),
    text: html`${text}`,
    keyboard: [
      [back],
      undo === null ? [] : [undo],
      [button(t("wish.button.list"), wishesCallback.data(null)), toMenu(t)],
    ],
  };
}

export const wishRecordingScreen = new Screen();

// What one person waits for is nobody else's business.
const inPrivate = privatePartOf(wishRecordingScreen);

onCallback(inPrivate, wishRecordingCallback, async (ctx, state) => {
  const { services, reader, me } = ctx;
  const { t, person, now } = reader;
  const card = await findCard(services.database, state.occurrenceId, now, person.id);
  const wished =
    card === null || card.withdrawn
      ? "gone"
      : await once(ctx, "wish", (database) => wishRecording(database, person.id, card.eventId, now));
  if (wished === "gone") return show(ctx, menuView(t, html`${t("card.gone")}`));
  if (wished === "too many") {
    const said = t("recording.too_many", { count: mostRecordingWishes });
    return show(ctx, stepView(reader, state, said, null));
  }
  await show(ctx, await cardView(services, reader, { ...state, whole: false }, me.username));
});

onCallback(inPrivate, recordingWishedCallback, async (ctx, state) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const card = await findCard(services.database, state.occurrenceId, now, person.id);
  if (card === null || card.withdrawn) return show(ctx, menuView(t, html`${t("card.gone")}`));
  const title = cutAtWord(titleOf(card, t.language), 160);
  const undo = button(t("recording.forget"), unwishRecordingCallback.data(state));
  await show(
    ctx,
    card.isRecordingWished
      ? stepView(reader, state, t("recording.waits", { title }), undo)
      : stepView(reader, state, t("recording.dropped"), null),
  );
});

onCallback(inPrivate, unwishRecordingCallback, async (ctx, state) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const card = await findCard(services.database, state.occurrenceId, now, person.id);
  if (card === null) return show(ctx, menuView(t, html`${t("card.gone")}`));
  await once(ctx, "unwish", (database) => unwishRecording(database, person.id, card.eventId, now));
  await show(
    ctx,
    stepView(reader, state, t("recording.dropped"), button(t("my.undo"), wishRecordingCallback.data(state))),
  );
});

import type { BotContext } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { addPiece, type Changed, changePiece, removePiece, takeNewTime } from "../../bot/planning/change-store.ts";
import { type Evening, type EveningPiece, findEveningIdOfPiece } from "../../bot/planning/evening-store.ts";
import { formatPiece } from "../../bot/planning/piece-words.ts";
import { titleOfEvening } from "../../bot/planning/words.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { titleOf } from "../../bot/programme/card/words.ts";
import { removeReminders } from "../../bot/reminders/reminder-store.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { offerCallback } from "../offers/callbacks.ts";
import { remindAsUsual } from "../reminders/remind.ts";
import {
  addPieceCallback,
  changePieceCallback,
  eveningCallback,
  pieceCallback,
  removePieceCallback,
  takeTimeCallback,
} from "./callbacks.ts";
import { eveningView, findOwn, goneView } from "./evening.ts";

/** One piece of an evening: what it is, and what can be done with it. */
function pieceView(ctx: BotContext, evening: Evening, piece: EveningPiece, said?: string): View {
  const { reader } = ctx;
  const { t } = reader;
  const { id, standing } = piece;
  const back = button(t("evening.button.back"), eveningCallback.data(evening.id));
  const text = joinLines(
    said === undefined ? null : html`${said}\n`,
    html`<i>${titleOfEvening(evening, reader)}</i>`,
    "",
    formatPiece(piece, evening.wish, reader),
  );
  const change = button(t("evening.button.change"), changePieceCallback.data(id));
  const remove = button(t("evening.button.remove"), removePieceCallback.data(id));
  const take =
    standing.kind === "moved" && standing.fits
      ? [button(t("evening.button.take_time"), takeTimeCallback.data(id))]
      : [];
  return { text, keyboard: [...rows([...take, change, remove, ...opening(piece, evening, ctx)]), [back]] };
}

/** The card of what the piece is, while there is one; it leads back to the evening. */
function opening({ subject, standing }: EveningPiece, { id }: Evening, { reader: { t } }: BotContext) {
  if (subject.kind === "gone" || standing.kind === "withdrawn") return [];
  const from = eveningCallback.data(id);
  const data =
    subject.kind === "date"
      ? cardCallback.data({ occurrenceId: subject.card.occurrenceId, whole: false, from })
      : offerCallback.data({ offerId: subject.offer.id, whole: false, from });
  return [button(t("evening.button.card"), data)];
}

async function showPiece(ctx: BotContext, pieceId: number, said?: string): Promise<void> {
  const { services, reader } = ctx;
  const eveningId = await findEveningIdOfPiece(services.database, { pieceId, personId: reader.person.id });
  const evening = eveningId === null ? null : await findOwn(ctx, eveningId);
  if (evening === null) return show(ctx, goneView(reader));
  const piece = evening.pieces.find(({ id }) => id === pieceId);
  // Pressed twice: it has made way for another one.
  if (piece === undefined) return show(ctx, await eveningView(ctx, evening.id, said));
  await show(ctx, pieceView(ctx, evening, piece, said));
}

/** The evening that a pressed piece is in, held to whoever presses. */
async function ownOf({ services, reader }: BotContext, pieceId: number) {
  const personId = reader.person.id;
  const eveningId = await findEveningIdOfPiece(services.database, { pieceId, personId });
  return eveningId === null ? null : { eveningId, personId };
}

/** Lets the reminder of what left an evening go, and returns whether there was one. */
async function forgetReminder({ services, reader }: BotContext, removed: Card | null): Promise<boolean> {
  if (removed === null || removed.reminders.length === 0) return false;
  const owner = { personId: reader.person.id, occurrenceId: removed.occurrenceId };
  return (await removeReminders(services.database, owner, reader.now)).length > 0;
}

async function showChanged(ctx: BotContext, pieceId: number, changed: Changed): Promise<void> {
  const { t } = ctx.reader;
  if (changed.kind === "none") return showPiece(ctx, pieceId, t("evening.no_other"));
  if (changed.kind !== "changed") return showPiece(ctx, pieceId);
  const isForgotten = await forgetReminder(ctx, changed.removed);
  const said = t(changed.isAgain ? "evening.changed_again" : "evening.changed");
  if (!isForgotten || changed.removed === null) return showPiece(ctx, changed.addedId, said);
  const added = await remindOfPiece(ctx, changed.addedId);
  const title = titleOf(changed.removed, t.language);
  const told = t(added ? "evening.reminder_follows" : "evening.reminder_gone", { title });
  await showPiece(ctx, changed.addedId, `${said} ${told}`);
}

async function remindOfPiece(ctx: BotContext, pieceId: number): Promise<boolean> {
  const row = await ctx.services.database.eveningPiece.findUnique({ where: { id: pieceId } });
  if (row?.occurrenceId == null) return false;
  await remindAsUsual(ctx, row.occurrenceId);
  return true;
}

export const pieceScreen = new Screen();

const inPrivate = privatePartOf(pieceScreen);

onCallback(inPrivate, pieceCallback, (ctx, pieceId) => showPiece(ctx, pieceId));

onCallback(inPrivate, changePieceCallback, async (ctx, pieceId) => {
  const { services, reader } = ctx;
  const own = await ownOf(ctx, pieceId);
  if (own === null) return show(ctx, goneView(reader));
  await showChanged(ctx, pieceId, await changePiece(services.database, own, pieceId, reader));
});

onCallback(inPrivate, removePieceCallback, async (ctx, pieceId) => {
  const { services, reader } = ctx;
  const { t } = reader;
  const own = await ownOf(ctx, pieceId);
  if (own === null) return show(ctx, goneView(reader));
  const changed = await removePiece(services.database, own, pieceId, reader);
  if (changed.kind !== "removed") return show(ctx, await eveningView(ctx, own.eveningId));
  const { removed } = changed;
  const isForgotten = await forgetReminder(ctx, removed);
  const said = isForgotten && removed ? t("evening.reminder_gone", { title: titleOf(removed, t.language) }) : "";
  await show(ctx, await eveningView(ctx, own.eveningId, `${t("evening.removed")} ${said}`.trim()));
});

onCallback(inPrivate, takeTimeCallback, async (ctx, pieceId) => {
  const { services, reader } = ctx;
  const own = await ownOf(ctx, pieceId);
  if (own === null) return show(ctx, goneView(reader));
  await takeNewTime(services.database, own, pieceId, reader);
  await show(ctx, await eveningView(ctx, own.eveningId, reader.t("evening.time_taken")));
});

onCallback(inPrivate, addPieceCallback, async (ctx, { eveningId, known }) => {
  const { services, reader } = ctx;
  const own = { eveningId, personId: reader.person.id };
  const came = await addPiece(services.database, own, known, reader);
  const said = came === "gone" ? undefined : reader.t(`evening.add.${came}`);
  await show(ctx, await eveningView(ctx, eveningId, said));
});

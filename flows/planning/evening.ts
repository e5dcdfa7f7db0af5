import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext, Reader } from "../../bot/context.ts";
import { deepLink, type PublicLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, labelsOf, type Row, rows, titleButton, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { type Evening, type EveningPiece, findEvening } from "../../bot/planning/evening-store.ts";
import { pieceTitle } from "../../bot/planning/piece-words.ts";
import { mostPieces } from "../../bot/planning/plan-evening.ts";
import { formatEvening } from "../../bot/planning/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { formatTime } from "../../bot/words/time/dates.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { offeredTo } from "../reminders/remind-buttons.ts";
import { simpleView, toHome } from "../simple/screen.ts";
import { planButton } from "./buttons.ts";
import {
  addPieceCallback,
  dropEveningCallback,
  eveningCallback,
  eveningFileCallback,
  keepEveningCallback,
  keptEveningsCallback,
  pieceCallback,
  remindEveningCallback,
  wishCallback,
} from "./callbacks.ts";
import { shareText } from "./share.ts";

/** Somebody's own evening, as it is looked at now; null when they have none of that number. */
export const findOwn = ({ services, reader: { person, now, zone } }: BotContext, eveningId: number) =>
  findEvening(services.database, { eveningId, personId: person.id }, { now, zone });

/** An evening is gone: another one was planned, or it was deleted. */
export const goneView = ({ t }: Reader): View => {
  const menu = menuView(t, html`${t("evening.gone")}`);
  return { ...menu, keyboard: [[planButton(t)], ...menu.keyboard] };
};

/** An evening with a button for each piece; `said` tells what has just happened. */
export async function eveningView(ctx: BotContext, eveningId: number, said?: string): Promise<View> {
  const { reader } = ctx;
  const { t, zone } = reader;
  const evening = await findOwn(ctx, eveningId);
  if (evening === null) return goneView(reader);
  const text = joinLines(said === undefined ? null : html`${said}\n`, formatEvening(evening, reader));
  const labels = labelsOf(evening.pieces.map((piece) => pieceTitle(piece, t)));
  return {
    text,
    inSimpleMode: simpleView(t, text, simpleActions(evening, reader)),
    keyboard: [
      ...evening.pieces.map(
        ({ id, startsAt }, index): Row => [
          titleButton(formatTime(startsAt, zone), labels[index] ?? "", pieceCallback.data(id)),
        ],
      ),
      ...(evening.isOver ? [[dropButton(evening, t), toMenu(t)]] : ownRows(evening, ctx)),
    ],
  };
}

/** One thing a screen: to keep it and be reminded, or the way home. */
function simpleActions(
  evening: Evening,
  reader: Reader,
): [InlineKeyboardButton] | [InlineKeyboardButton, InlineKeyboardButton] {
  const { t } = reader;
  const home = toHome(t);
  if (evening.pieces.length === 0 || evening.isOver) return [home];
  if (!evening.isKept) return [button(t("evening.button.keep"), keepEveningCallback.data(evening.id)), home];
  const offered = remindable(evening, reader);
  return offered.length === 0 ? [home] : [button(t("remind.button"), remindEveningCallback.data(evening.id)), home];
}

const dropButton = ({ id }: Evening, t: Translate) => button(t("evening.button.drop"), dropEveningCallback.data(id));

/** Dates that its reader can still be reminded of, and is not. */
export const remindable = ({ pieces }: Evening, reader: Reader): EveningPiece[] =>
  pieces.filter(
    ({ subject, placed }) =>
      subject.kind === "date" &&
      placed !== null &&
      subject.card.reminders.length === 0 &&
      offeredTo(subject.card, reader).length > 0,
  );

/** Whether its reader is reminded of any of its dates. */
export const isReminded = ({ pieces }: Evening): boolean =>
  pieces.some(({ subject }) => subject.kind === "date" && subject.card.reminders.length > 0);

/** What can be done with an evening: of a draft to change and to keep it; of a kept one to be reminded of it, and to take it along. */
function ownRows(evening: Evening, { reader, me }: BotContext): Row[] {
  const { t } = reader;
  const { id, pieces, isKept } = evening;
  const add =
    pieces.length > 0 && pieces.length < mostPieces
      ? [button(t("evening.button.add"), addPieceCallback.data({ eveningId: id, known: pieces.length }))]
      : [];
  if (!isKept) {
    const keep = pieces.length === 0 ? [] : [button(t("evening.button.keep"), keepEveningCallback.data(id))];
    return [...rows([...add, button(t("evening.button.wish"), wishCallback.data(id))]), [...keep, toMenu(t)]];
  }
  const reminder =
    remindable(evening, reader).length > 0
      ? [button(t("remind.button"), remindEveningCallback.data(id))]
      : isReminded(evening)
        ? [button(t("remind.taken"), eveningCallback.data(id))]
        : [];
  const isEmpty = pieces.every(({ placed }) => placed === null);
  const file = isEmpty ? [] : [button(t("button.calendar"), eveningFileCallback.data(id))];
  return [
    ...rows([...reminder, ...file, ...add]),
    ...rows([...shareButtons(evening, reader, me.username), dropButton(evening, t)]),
    [button(t("evening.own"), keptEveningsCallback.data(null)), toMenu(t)],
  ];
}

/** Shares an evening as one message, with a link that leads to its first piece. */
function shareButtons(evening: Evening, reader: Reader, username: string): InlineKeyboardButton[] {
  const going = evening.pieces.flatMap(({ placed, subject }) => (placed === null ? [] : [subject]));
  const [link] = going.flatMap((subject): PublicLink[] => {
    if (subject.kind === "gone") return [];
    return subject.kind === "offer"
      ? [{ kind: "offer", id: subject.offer.id }]
      : [{ kind: "occurrence", id: subject.card.occurrenceId }];
  });
  if (link === undefined) return [];
  const shared = { url: deepLink(username, link), text: shareText(evening, reader) };
  return [urlButton(reader.t("button.share"), shareLink(username, shared))];
}

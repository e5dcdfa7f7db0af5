import type { InlineKeyboardButton } from "grammy/types";
import type { Reader, Services } from "../../bot/context.ts";
import { type CardState, cardCallback, otherDatesCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, fillIn, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { linkButtons, shareButton, watchButton } from "../../bot/programme/card/buttons.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { findCard, findCardOfEvent } from "../../bot/programme/card/card-store.ts";
import { formatCard, formatSimpleCard, hasMore, titleOf } from "../../bot/programme/card/words.ts";
import { findStandIn } from "../../bot/programme/duplicates/stand-in-store.ts";
import { askGuestCallback, questionsCallback } from "../../bot/questions/callbacks.ts";
import { callHuman, writeToUs } from "../../bot/threads/buttons.ts";
import { askStarsCallback, commentsCallback } from "../../bot/voices/callbacks.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { textIn } from "../../bot/words/language.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { reviewRow } from "../articles/buttons.ts";
import { collectionRow } from "../collections/card-row.ts";
import { onCallback } from "../kit/on-callback.ts";
import { posterOf } from "../kit/poster.ts";
import { Screen } from "../kit/screen.ts";
import { aroundButtons } from "../planning/buttons.ts";
import { remindButtons, reminderLine } from "../reminders/remind-buttons.ts";
import { sendCalendarFile } from "./calendar-file.ts";
import { calendarCallback, institutionCallback, mapCallback, similarCallback } from "./callbacks.ts";
import { recordingButtons } from "./recordings/recording-buttons.ts";

/** The card of an occurrence; when it is gone, a sentence that says so and the menu. */
export async function cardView(services: Services, reader: Reader, state: CardState, username: string): Promise<View> {
  const card = await findCard(services.database, state.occurrenceId, reader.now, readerOf(reader));
  return viewOf(card, services, reader, state, username);
}

/** Shows the card to somebody who has just come to it, which is counted. */
export async function openedCardView(
  services: Services,
  reader: Reader,
  state: CardState,
  username: string,
): Promise<View> {
  const card = await standing(
    await findCard(services.database, state.occurrenceId, reader.now, readerOf(reader)),
    services,
    reader,
  );
  if (!state.whole) countOpened(card, services, reader);
  const occurrenceId = card?.occurrenceId ?? state.occurrenceId;
  return viewOf(card, services, reader, { ...state, occurrenceId }, username);
}

/** The card as it is seen: that of the event which stands for one that gave way to it, whose links and messages live on. */
async function standing(card: Card | null, { database }: Services, reader: Reader): Promise<Card | null> {
  if (!card?.withdrawn) return card;
  const occurrenceId = await findStandIn(database, card.occurrenceId);
  return occurrenceId === null ? card : findCard(database, occurrenceId, reader.now, readerOf(reader));
}

function countOpened(card: Card | null, { readings }: Services, { now, person, isKnown }: Reader): void {
  if (card === null || card.withdrawn) return;
  readings?.count(card.eventId, now);
  if (isKnown) readings?.look(person.id, card.audiences, now);
}

/** The card of an event by its next date, for links that name the event. */
export async function eventCardView(
  services: Services,
  reader: Reader,
  eventId: number,
  username: string,
): Promise<View> {
  const found = await findCardOfEvent(services.database, eventId, reader.now, readerOf(reader));
  const card = await standing(found, services, reader);
  countOpened(card, services, reader);
  return viewOf(card, services, reader, { occurrenceId: card?.occurrenceId ?? 0, whole: false, from: "" }, username);
}

/** In a group nobody's reminders are shown. */
const readerOf = ({ person, isPrivate }: Reader): number | undefined => (isPrivate ? person.id : undefined);

function viewOf(card: Card | null, services: Services, reader: Reader, state: CardState, username: string): View {
  const { t } = reader;
  if (card === null || card.withdrawn) return menuView(t, html`${t("card.gone")}`);
  const line = reminderLine(card, reader);
  const text = formatCard(card, reader, state.whole);
  if (reader.isPrivate && reader.person.simpleMode) return simpleCardView(card, services, reader, state, username);
  return {
    text: line === null ? text : html`${text}\n\n${line}`,
    ...posterOf(card.posterUrl, services),
    keyboard: [
      ...cardButtons(card, reader, state, username, services.publicUrl),
      [...wayBack(reader, state.from), ...wholeTextButton(card, reader, state), ...mistakeButton(card, reader)],
    ],
  };
}

/** What can be done with an event on its card, besides going back; `publicUrl`: where the bot's own addresses lead on from. */
export const cardButtons = (
  card: Card,
  reader: Reader,
  state: CardState,
  username: string,
  publicUrl?: string,
): InlineKeyboardButton[][] => [
  ...fillIn(
    rows([
      ...linkButtons(card, reader, publicUrl),
      ...remindButtons(card, reader, state.from, username),
      ...ownButtons(card, reader, username),
    ]),
    [...recordingButtons(card, reader, state.from), ...awayButtons(card, reader, state), similarButton(card, reader)],
  ),
  ...reviewRow(card, reader),
  ...collectionRow(card, reader),
];

/** What is like it: looked up when it is asked for. */
const similarButton = ({ occurrenceId }: Card, { t }: Reader): InlineKeyboardButton =>
  button(t("button.similar"), similarCallback.data({ occurrenceId, page: 0, filters: {} }));

/** A card in simple mode: the way in or a reminder, the way back, and a person. One button a row. */
function simpleCardView(card: Card, services: Services, reader: Reader, state: CardState, username: string): View {
  const { t } = reader;
  const line = reminderLine(card, reader);
  const [first] = [
    ...watchButton(card, t, services.publicUrl),
    ...remindButtons(card, reader, state.from, username),
    ...recordingButtons(card, reader, state.from),
  ];
  return {
    text: joinLines(formatSimpleCard(card, reader), line === null ? null : html`\n${line}`),
    ...posterOf(card.posterUrl, services),
    keyboard: [first === undefined ? [] : [plain(first)], wayBack(reader, state.from).slice(0, 1), [callHuman(t)]],
  };
}

/** The label without the tick before it, which means nothing to a screen reader. */
const plain = (button: InlineKeyboardButton): InlineKeyboardButton => ({
  ...button,
  text: button.text.replace(/^✓ /, ""),
});

/** What the bot itself does with an event. */
function ownButtons(card: Card, reader: Reader, username: string): InlineKeyboardButton[] {
  const isOnMap = card.place?.latitude != null && card.attendanceMode !== "online";
  return [
    ...(isOnMap ? [button(reader.t("button.map"), mapCallback.data(card.occurrenceId))] : []),
    shareButton(card, reader, username),
    ...voiceButtons(card, reader),
    ...questionButtons(card, reader),
  ];
}

/** The file for a calendar, whose event it is, its other dates: longer labels, which stand alone where little fits a row. */
function awayButtons(card: Card, reader: Reader, { from }: CardState): InlineKeyboardButton[] {
  const { t, now } = reader;
  const { occurrenceId, institutionId, status, otherDates: count } = card;
  // An evening that has begun is of no use in a calendar; an exhibition is.
  const lasts = card.endsAt.getTime() - card.startsAt.getTime() > 24 * 3_600_000;
  const isAhead = (lasts ? card.endsAt : card.startsAt) > now && status !== "cancelled" && status !== "postponed";
  const others = () =>
    button(t("button.other_dates", { count }), otherDatesCallback.data({ occurrenceId, page: 0, from }));
  return [
    ...(isAhead ? [button(t("button.calendar"), calendarCallback.data(occurrenceId))] : []),
    ...(institutionId === null
      ? []
      : [button(t("button.institution"), institutionCallback.data({ institutionId, occurrenceId, articleId: null }))]),
    ...aroundButtons(card, reader),
    ...(count > 0 ? [others()] : []),
  ];
}

/** What people say of the event, and one's own stars once it is over; a group would read along. */
function voiceButtons(card: Card, { t, now, isPrivate }: Reader): InlineKeyboardButton[] {
  if (!isPrivate) return [];
  const topic = { kind: "event", id: card.occurrenceId } as const;
  const isOver = card.endsAt <= now && card.status !== "cancelled" && card.status !== "postponed";
  const isRated = card.rating !== null || card.comments > 0;
  const list = t("comment.button.counted", { count: card.comments });
  return [
    ...(isOver ? [button(t("comment.button.rate"), askStarsCallback.data(topic))] : []),
    ...(isRated ? [button(list, commentsCallback.data({ topic, page: 0 }))] : []),
  ];
}

/** Asks the guest of a live conversation until it is over, and shows what others ask; a group would read along. */
function questionButtons(card: Card, { t, now, isPrivate }: Reader): InlineKeyboardButton[] {
  if (!isPrivate) return [];
  const { eventId, isConversation, questions } = card;
  const isOpen = isConversation && card.endsAt > now && card.status !== "cancelled" && card.status !== "postponed";
  const list = t("question.button.counted", { count: questions });
  return [
    ...(isOpen ? [button(t("question.button.ask"), askGuestCallback.data(eventId))] : []),
    ...(isOpen || questions > 0 ? [button(list, questionsCallback.data({ eventId, page: 0 }))] : []),
  ];
}

/** Tells of a mistake on the card; what is asked in a group would be read by all of it. */
const mistakeButton = (card: Card, { t, isPrivate }: Reader): InlineKeyboardButton[] =>
  isPrivate ? [writeToUs(t, { kind: "event", id: card.occurrenceId })] : [];

const wholeTextButton = (card: Card, { t }: Reader, state: CardState): InlineKeyboardButton[] =>
  !state.whole && hasMore(card, t.language)
    ? [button(t("button.whole_text"), cardCallback.data({ ...state, whole: true }))]
    : [];

/** Back to the list; without one, and in a group where no reply keyboard stands beside it, to the menu. */
const wayBack = ({ t, isPrivate }: Reader, from: string): InlineKeyboardButton[] => [
  ...(from === "" ? [] : [button(t("button.back"), from)]),
  ...(from === "" || !isPrivate ? [toMenu(t)] : []),
];

export const cardScreen = new Screen();

onCallback(cardScreen, cardCallback, async (ctx, state) =>
  show(ctx, await openedCardView(ctx.services, ctx.reader, state, ctx.me.username)),
);

onCallback(cardScreen, calendarCallback, async (ctx, occurrenceId) => {
  const { t, now } = ctx.reader;
  const card = await findCard(ctx.services.database, occurrenceId, now);
  if (card === null || card.withdrawn) return show(ctx, menuView(t, html`${t("card.gone")}`));
  await answerTap(ctx);
  await sendCalendarFile(ctx, card);
});

onCallback(cardScreen, mapCallback, async (ctx, occurrenceId) => {
  const { t, now } = ctx.reader;
  const card = await findCard(ctx.services.database, occurrenceId, now);
  const place = card?.place;
  if (!card || card.withdrawn || place?.latitude == null || place.longitude == null) {
    return show(ctx, menuView(t, html`${t("card.gone")}`));
  }
  const words = textIn(place.texts, t.language);
  await answerTap(ctx);
  await ctx.replyWithVenue(
    place.latitude,
    place.longitude,
    words?.title ?? titleOf(card, t.language),
    // Telegram refuses a venue without an address.
    words?.address || words?.title || titleOf(card, t.language),
  );
});

import type { InlineKeyboardButton } from "grammy/types";
import { deepLink, shareLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button, type Row, rows, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { reasonLine } from "../../../bot/programme/card/words.ts";
import { ageRatings } from "../../../bot/programme/event.ts";
import { liveQuestionsCallback } from "../../../bot/questions/callbacks.ts";
import { formatAge } from "../../../bot/words/age.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { type Language, languages } from "../../../bot/words/language.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatPrices } from "../../../bot/words/price.ts";
import { formatWhen } from "../../../bot/words/time/when.ts";
import { toStaffMenu } from "../menu.ts";
import {
  detailsCallback,
  type Edit,
  editCallback,
  eventCallback,
  moreCallback,
  postTextCallback,
  previewCallback,
  programmeCallback,
  qrCallback,
  undoCallback,
} from "./callbacks.ts";
import { cancellableDates, comingDates, isOff, mainLanguage, type Seen, timesOf } from "./edit/event-under-edit.ts";
import { formatInstant, type StaffReader } from "./words.ts";

const shownDates = 8;

/** Characters of the description. */
const shownBody = 300;

/** What was done to an event just now; `since`: the revision before, where it can be taken back. */
export interface Said {
  text: string;
  since?: number;
}

/** An event for its editors: how it stands, and what is done to it most. */
export function eventView(seen: Seen, reader: StaffReader & { bot: string }, said?: Said): View {
  const { t, now, bot } = reader;
  const { event, state } = seen;
  const coming = comingDates(seen, now);
  const to = editButtons(event.id, t);
  const standing = coming.some((date) => !isOff(date));
  const dates: Edit[] = [
    ...(coming.length > 0 ? (["move"] as const) : []),
    ...(standing ? (["postpone"] as const) : []),
    ...(cancellableDates(seen, now).length > 0 ? (["cancel"] as const) : []),
    ...(coming.some(isOff) ? (["restore"] as const) : []),
    ...(event.occurrences.length === 0 ? (["add"] as const) : []),
  ];
  const others = languages.filter((language) => language !== mainLanguage(seen, t.language));
  return {
    text: joinLines(said ? html`${said.text}\n` : null, describe(seen, reader)),
    keyboard: [
      said?.since === undefined ? [] : [undoButton(seen, said.since, t)],
      publishing(state, to),
      ...rows(dates.map(to)),
      [to("body"), ...others.map((language) => languageButton(seen, language, t))],
      state === "shown"
        ? [shareEvent(seen, reader, bot), button(t("programme.button.qr"), qrCallback.data(event.id))]
        : [],
      event.isConversation
        ? [button(t("question.title"), liveQuestionsCallback.data({ eventId: event.id, page: 0 }))]
        : [],
      [
        button(t("programme.button.details"), detailsCallback.data(event.id)),
        button(t("programme.button.more"), moreCallback.data(event.id)),
      ],
      [toShelf(state, t), toStaffMenu(t)],
    ],
  };
}

const undoButton = ({ event: { id: eventId, revision } }: Seen, since: number, t: Translate): InlineKeyboardButton =>
  button(t("programme.button.undo"), undoCallback.data({ eventId, since, revision }));

function shareEvent(seen: Seen, { t, now, zone }: StaffReader, bot: string): InlineKeyboardButton {
  const [next] = comingDates(seen, now);
  // Each Cyrillic letter is six characters of an address.
  const title = cutAtWord(seen.title, 120);
  const text = next ? t("card.share_text", { title, when: formatWhen(timesOf(next), t, zone, now) }) : title;
  return urlButton(
    t("button.share"),
    shareLink(bot, { url: deepLink(bot, { kind: "event", id: seen.event.id }), text }),
  );
}

/** The text of another language: to be written, or changed. */
function languageButton({ event }: Seen, language: Language, t: Translate): InlineKeyboardButton {
  const label = t(`language.name.${language}`);
  const has = event.texts.some((text) => text.language === language);
  const data = editCallback.data({ edit: language, eventId: event.id });
  return button(has ? t("button.chosen", { label }) : label, data);
}

/** Every field as a button. */
export function detailsView(seen: Seen, reader: StaffReader): View {
  const { t, now } = reader;
  const to = editButtons(seen.event.id, t);
  const standing = comingDates(seen, now).some((date) => !isOff(date));
  const groups: Edit[][] = [
    ["title", "who", "body"],
    ["add", ...(standing ? (["where", "correct"] as const) : [])],
    ["price", "age", "section"],
    ["links", "poster", "recording"],
    ["institution", "audience", "access"],
    ["conversation"],
  ];
  return {
    text: describe(seen, reader),
    keyboard: [...groups.flatMap((group) => rows(group.map(to))), wayBack(seen, t)],
  };
}

/** Buttons for what is done to an event as a whole. */
export function moreView(seen: Seen, reader: StaffReader): View {
  const { t } = reader;
  const { event, state } = seen;
  const to = editButtons(event.id, t);
  const leaving: Edit[] =
    state === "withdrawn"
      ? ["bring_back"]
      : [...(state === "draft" ? (["delete"] as const) : (["unpublish"] as const)), "withdraw"];
  return {
    text: describe(seen, reader),
    keyboard: [
      [button(t("programme.button.preview"), previewCallback.data(event.id)), to("copy")],
      state === "shown" ? [button(t("programme.button.post_text"), postTextCallback.data(event.id))] : [],
      leaving.map(to),
      wayBack(seen, t),
    ],
  };
}

const wayBack = ({ event }: Seen, t: Translate): Row => [
  button(t("button.back"), eventCallback.data(event.id)),
  toStaffMenu(t),
];

export const editButtons =
  (eventId: number, t: Translate) =>
  (edit: Edit): InlineKeyboardButton =>
    button(t(`programme.edit.${edit}`), editCallback.data({ edit, eventId }));

function publishing(state: Seen["state"], to: (edit: Edit) => InlineKeyboardButton): Row {
  switch (state) {
    case "draft":
    case "scheduled":
      return [to("publish"), to("publish_at")];
    case "shown":
      return [];
    case "withdrawn":
      return [to("bring_back")];
  }
}

const toShelf = (state: Seen["state"], t: Translate): InlineKeyboardButton => {
  const shelf = state === "shown" || state === "scheduled" ? "coming" : state === "withdrawn" ? "withdrawn" : "drafts";
  return button(t("button.back"), programmeCallback.data({ shelf, page: 0 }));
};

function describe(seen: Seen, reader: StaffReader): Html {
  const { t, now } = reader;
  const { event, title, house } = seen;
  const text = event.texts.find((one) => one.language === mainLanguage(seen, t.language));
  const coming = comingDates(seen, now);
  const [last] = event.occurrences.slice(-1);
  const dates = coming.length > 0 ? coming : last ? [last] : [];
  const age = ageRatings.find((rating) => rating === event.ageMin);
  const facts = [
    t(`section.${event.section}`),
    formatPrices(event, t),
    age === undefined ? null : formatAge(age, t),
    t(`mode.${event.attendanceMode}`),
    ...event.accessibility.map((kind) => t(`accessibility.${kind}`)),
    ...event.audiences.map((audience) => t(`audience.${audience}`)),
    event.isConversation ? t("programme.is_conversation") : null,
  ].filter((fact) => fact !== null);
  const languages = event.texts.map(({ language }) => t(`language.name.${language}`)).join(", ");
  return joinLines(
    html`<b>${cutAtWord(title, 200)}</b>`,
    html`<i>${capitalise(formatState(seen, reader))}</i>`,
    "",
    house === null ? null : house,
    dates.length === 0 ? t("programme.no_dates") : null,
    ...dates.slice(0, shownDates).map((date) => dateLine(date, seen, reader)),
    dates.length > shownDates ? t("programme.more_dates", { count: dates.length - shownDates }) : null,
    "",
    capitalise(facts.join(" · ")),
    t("programme.languages", { languages }),
    ...event.links.map(({ kind, url }) => html`${t(`programme.link.${kind}`)}: ${cutAtWord(url, 100)}`),
    t(event.posterUrl === null ? "programme.no_poster" : "programme.has_poster"),
    text?.body ? html`\n${cutAtWord(text.body, shownBody)}` : null,
  );
}

export function dateLine(date: Seen["event"]["occurrences"][number], { places }: Seen, reader: StaffReader): Html {
  const { t, now, zone } = reader;
  const when = capitalise(formatWhen(timesOf(date), t, zone, now));
  const place = date.placeId === null ? undefined : places[date.placeId];
  const mark = date.status === "scheduled" ? null : t(`programme.status.${date.status}`);
  const reasons = Object.fromEntries(date.reasons.map(({ language, text }) => [language, text]));
  return html`• ${[when, place, mark, reasonLine({ reasons }, t)].filter(Boolean).join(" · ")}`;
}

/** "Draft", "Residents will see it from …". */
export function formatState({ state, event }: Pick<Seen, "state" | "event">, { t, now, zone }: StaffReader): string {
  if (state !== "scheduled" || event.publishedAt === null)
    return t(`programme.state.${state === "scheduled" ? "draft" : state}`);
  return t("programme.state.scheduled", { when: formatInstant(new Date(event.publishedAt), t, zone, now) });
}

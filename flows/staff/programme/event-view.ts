import type { InlineKeyboardButton } from "grammy/types";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { ageRatings } from "../../../bot/programme/event.ts";
import { formatAge } from "../../../bot/words/age.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatPrice } from "../../../bot/words/price.ts";
import { formatWhen } from "../../../bot/words/time/when.ts";
import { toStaffMenu } from "../menu.ts";
import {
  detailsCallback,
  type Edit,
  editCallback,
  eventCallback,
  previewCallback,
  programmeCallback,
} from "./callbacks.ts";
import { cancellableDates, comingDates, isOff, type Seen, timesOf } from "./edit/event-under-edit.ts";
import { formatInstant, type StaffReader } from "./words.ts";

const shownDates = 8;

/** An event for its editors: how it stands, and what they may do. */
export function eventView(seen: Seen, reader: StaffReader, said?: Html): View {
  const { t, now } = reader;
  const { event, state } = seen;
  const coming = comingDates(seen, now);
  const eventId = event.id;
  const to = editButtons(eventId, t);
  const standing = coming.some((date) => !isOff(date));
  const dates: Edit[] = [
    ...(coming.length > 0 ? (["move"] as const) : []),
    ...(standing ? (["postpone"] as const) : []),
    ...(cancellableDates(seen, now).length > 0 ? (["cancel"] as const) : []),
    ...(coming.some(isOff) ? (["restore"] as const) : []),
    "add",
    ...(standing ? (["where"] as const) : []),
  ];
  return {
    text: joinLines(said ? html`${said}\n` : null, describe(seen, reader)),
    keyboard: [
      ...rows(dates.map(to)),
      ...rows([
        to("words"),
        to("links"),
        to("recording"),
        button(t("programme.button.details"), detailsCallback.data(eventId)),
      ]),
      publishing(state, to),
      [button(t("programme.button.preview"), previewCallback.data(eventId)), to("copy")],
      [toShelf(state, t), toStaffMenu(t)],
    ],
  };
}

/** What is changed rarely, beside what it is now. */
export function detailsView(seen: Seen, reader: StaffReader): View {
  const { t } = reader;
  const to = editButtons(seen.event.id, t);
  const rare: Edit[] = ["price", "age", "section", "poster", "access", "audience", "institution"];
  return {
    text: describe(seen, reader),
    keyboard: [...rows(rare.map(to)), [button(t("button.back"), eventCallback.data(seen.event.id)), toStaffMenu(t)]],
  };
}

export const editButtons =
  (eventId: number, t: Translate) =>
  (edit: Edit): InlineKeyboardButton =>
    button(t(`programme.edit.${edit}`), editCallback.data({ edit, eventId }));

function publishing(state: Seen["state"], to: (edit: Edit) => InlineKeyboardButton): Row {
  switch (state) {
    case "draft":
      return [to("publish"), to("publish_at"), to("withdraw")];
    case "scheduled":
      return [to("publish"), to("publish_at"), to("unpublish")];
    case "shown":
      return [to("unpublish"), to("withdraw")];
    case "withdrawn":
      return [to("bring_back")];
  }
}

const toShelf = (state: Seen["state"], t: Translate): InlineKeyboardButton => {
  const shelf = state === "shown" ? "coming" : state === "withdrawn" ? "withdrawn" : "drafts";
  return button(t("button.back"), programmeCallback.data({ shelf, page: 0 }));
};

function describe(seen: Seen, reader: StaffReader): Html {
  const { t, now } = reader;
  const { event, title } = seen;
  const coming = comingDates(seen, now);
  const [last] = event.occurrences.slice(-1);
  const dates = coming.length > 0 ? coming : last ? [last] : [];
  const age = ageRatings.find((rating) => rating === event.ageMin);
  const facts = [
    t(`section.${event.section}`),
    formatPrice(event, t),
    age === undefined ? null : formatAge(age, t),
    t(`mode.${event.attendanceMode}`),
    ...event.accessibility.map((kind) => t(`accessibility.${kind}`)),
    ...event.audiences.map((audience) => t(`audience.${audience}`)),
  ].filter((fact) => fact !== null);
  const languages = event.texts.map(({ language }) => t(`language.name.${language}`)).join(", ");
  return joinLines(
    html`<b>${cutAtWord(title, 200)}</b>`,
    html`<i>${capitalise(formatState(seen, reader))}</i>`,
    "",
    dates.length === 0 ? t("programme.no_dates") : null,
    ...dates.slice(0, shownDates).map((date) => dateLine(date, seen, reader)),
    dates.length > shownDates ? t("programme.more_dates", { count: dates.length - shownDates }) : null,
    "",
    capitalise(facts.join(" · ")),
    t("programme.languages", { languages }),
    ...event.links.map(({ kind, url }) => html`${t(`programme.link.${kind}`)}: ${cutAtWord(url, 100)}`),
    t(event.posterUrl === null ? "programme.no_poster" : "programme.has_poster"),
  );
}

function dateLine(date: Seen["event"]["occurrences"][number], { places }: Seen, reader: StaffReader): Html {
  const { t, now, zone } = reader;
  const when = capitalise(formatWhen(timesOf(date), t, zone, now));
  const place = date.placeId === null ? undefined : places[date.placeId];
  const mark = date.status === "scheduled" ? null : t(`programme.status.${date.status}`);
  return html`• ${[when, place, mark].filter(Boolean).join(" · ")}`;
}

/** "Draft", "Residents will see it from …". */
export function formatState({ state, event }: Pick<Seen, "state" | "event">, { t, now, zone }: StaffReader): string {
  if (state !== "scheduled" || event.publishedAt === null)
    return t(`programme.state.${state === "scheduled" ? "draft" : state}`);
  return t("programme.state.scheduled", { when: formatInstant(new Date(event.publishedAt), t, zone, now) });
}

import { ownClassCallback } from "../../bot/classes/callbacks.ts";
import { findOwnLessons, type OwnLesson } from "../../bot/classes/lessons/own-lessons-store.ts";
import { formatLessonWhen } from "../../bot/classes/lessons/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { type Row, titleButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { type Listing, overviews, partHours, type Scope } from "../../bot/programme/listing/list-query.ts";
import { timeWindow } from "../../bot/programme/listing/time-window.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { formatTime } from "../../bot/words/time/dates.ts";
import { inZone } from "../../bot/words/time/local-time.ts";
import { formatOwnTime } from "../../bot/words/time/own-clock.ts";

/** As many lessons as a list begins with: the others stand in one's own classes. */
const most = 3;

/** Lists of days, of which one's own lessons are a part; they are held online, so the list of the town has none. */
const withLessons: readonly Scope["kind"][] = ["tonight", "home", "today", "tomorrow", "date", "live", ...overviews];

/** A list that begins with the reader's own lessons of its days. */
export async function withOwnLessons(
  services: Pick<Services, "database">,
  reader: Reader,
  listing: Listing,
  list: Promise<View>,
): Promise<View> {
  const [{ text, keyboard }, lessons] = await Promise.all([list, findLessons(services, reader, listing)]);
  if (lessons.length === 0) return { text, keyboard };
  const isOneDay = !overviews.some((kind) => kind === listing.scope.kind);
  return {
    text: joinLines(...lessons.map((lesson) => formatRow(lesson, isOneDay, reader)), "", text),
    keyboard: [...lessons.map((lesson) => lessonRow(lesson, reader)), ...keyboard],
  };
}

/** Filters ask for something of the programme; only the half of a day says something of lessons. */
async function findLessons(
  services: Pick<Services, "database">,
  { t, person, now, zone, isPrivate }: Reader,
  { scope, filters, page }: Listing,
): Promise<OwnLesson[]> {
  const { part, ...others } = filters;
  const isAsked = withLessons.includes(scope.kind) && page === 0 && Object.keys(others).length === 0;
  if (!isPrivate || !person.isLearner || !isAsked) return [];
  const { from, to } = timeWindow(scope, now, zone);
  const asked = { personId: person.id, language: t.language, from, to };
  const lessons = await findOwnLessons(services, asked);
  const isInPart = ({ startsAt }: OwnLesson) => {
    const { hour } = inZone(startsAt, zone);
    const at = hour < partHours.morning[0] ? hour + 24 : hour;
    return part === undefined || part.some((each) => partHours[each][0] <= at && at < partHours[each][1]);
  };
  return lessons.filter(isInPart).slice(0, most);
}

function formatRow(lesson: OwnLesson, isOneDay: boolean, reader: Reader): Html {
  const { t, zone } = reader;
  const own = isOneDay ? formatOwnTime(lesson.startsAt, reader) : null;
  const time = isOneDay ? formatTime(lesson.startsAt, zone) : capitalise(formatLessonWhen(lesson, reader));
  return html`<b>${t("list.own_lesson", { time: own === null ? time : t("date.with_yours", { when: time, yours: own }), title: cutAtWord(lesson.title, 60) })}</b>`;
}

const lessonRow = ({ enrolmentId, title, startsAt }: OwnLesson, { zone }: Reader): Row => [
  titleButton(formatTime(startsAt, zone), title, ownClassCallback.data(enrolmentId)),
];

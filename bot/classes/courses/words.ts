import type { TimeReader } from "../../reminders/words.ts";
import { capitalise } from "../../words/capitalise.ts";
import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import { languageLine } from "../../words/language-line.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { formatClockNote } from "../../words/time/own-clock.ts";
import { type CourseCard, type CourseWords, type GroupCard, type ListedCourse, progress } from "./course.ts";
import { formatGroup, formatOwnPlace } from "./group-words.ts";

/** Texts may be as long as staff makes them; a card has 4,096 characters with its groups. */
const longest = { title: 160, about: 900, needs: 400 } as const;

/** Groups on a page of a card. */
export const groupsPerPage = 4;

/** The card of a course with a page of its groups; a course in which the reader still is says so on top. */
export function formatCourse(
  course: CourseCard,
  groups: readonly GroupCard[],
  reader: TimeReader,
  certificateAttendance?: number,
): Html {
  const { t, now } = reader;
  const owned = course.groups.find(({ own, lessons }) => own !== null && progress(lessons, now) !== null);
  return joinLines(
    ...heading(course, course.groups, t),
    formatClockNote(reader),
    owned?.own ? html`\n<b>${formatOwnPlace(owned.own, reader)}</b>` : null,
    section(t("course.about"), course.about, longest.about),
    section(t("course.needs"), course.needs, longest.needs),
    course.groups.length > 1 ? html`\n<b>${t("course.groups", { count: course.groups.length })}</b>` : null,
    ...groups.map((group) => html`\n${formatGroup(group, reader, certificateAttendance)}`),
    course.groups.length === 0 ? html`\n${t("course.no_groups")}` : null,
    otherLanguage(course, t),
  );
}

/** One group by itself, as a link shows it. */
export function formatGroupOfCourse(
  course: CourseWords,
  group: GroupCard,
  reader: TimeReader,
  certificateAttendance?: number,
): Html {
  const { t, now } = reader;
  return joinLines(
    ...heading(course, [group], t),
    formatClockNote(reader),
    group.own && progress(group.lessons, now) !== null ? html`\n<b>${formatOwnPlace(group.own, reader)}</b>` : null,
    html`\n${formatGroup(group, reader, certificateAttendance)}`,
    section(t("course.about"), course.about, longest.about),
    section(t("course.needs"), course.needs, longest.needs),
    otherLanguage(course, t),
  );
}

/** A row of a list: the title, when it goes on, how many places. */
export function formatListedCourse(row: ListedCourse, { t, zone, now }: TimeReader): Html {
  const when = `${formatDay(row.nextStartsAt, t, zone, now)}, ${formatTime(row.nextStartsAt, zone)}`;
  const starts = capitalise(t("classes.next", { when }));
  return joinLines(
    html`<b>${cutAtWord(row.title, longest.title)}</b>`,
    t("classes.row", { starts, places: formatPlacesOf(row, t) }),
  );
}

function formatPlacesOf({ free, waiting }: ListedCourse, t: Translate): string {
  if (free > 0) return t("classes.free", { free });
  return waiting > 0 ? t("classes.line", { waiting }) : t("classes.full");
}

const heading = ({ title, area }: CourseWords, groups: readonly GroupCard[], t: Translate) => [
  html`<b>${cutAtWord(title, longest.title)}</b>`,
  t(`area.${area}`),
  t(factsOf(groups)),
];

/** From home, on site, or either, by the groups that there are. */
function factsOf(groups: readonly GroupCard[]) {
  const onSite = groups.filter(({ place }) => place).length;
  if (onSite === 0) return "course.facts" as const;
  return onSite === groups.length ? ("course.facts_on_site" as const) : ("course.facts_both" as const);
}

const section = (name: string, text: string | null, limit: number): Html | null =>
  text === null ? null : html`\n<b>${name}</b>\n${cutAtWord(text, limit)}`;

const otherLanguage = ({ language, aboutLanguage }: CourseWords, t: Translate): Html | null =>
  languageLine({ title: language, text: aboutLanguage ?? undefined }, t);

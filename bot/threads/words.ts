import { type Content, textOf } from "../delivery/content.ts";
import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay, formatOnDay, formatTime } from "../words/time/dates.ts";
import type { ThreadHead, ThreadLine } from "./find-store.ts";
import { nextOpening, type OfficeHours } from "./office-hours.ts";

/** Where and when something is read. */
export interface ThreadReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** Characters of one message on a screen with several. */
const longestLine = 500;

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** "Mon–Fri 9:00–18:00, Sat 10:00–14:00". */
export function formatOfficeHours(hours: OfficeHours, t: Translate): string {
  const name = (day: number | undefined) => t(`date.weekday.${(day ?? 1) as Weekday}`);
  return hours
    .map(({ weekdays, from, until }) => {
      const [first, last] = [weekdays[0], weekdays.at(-1)];
      const days = first === last ? name(first) : `${name(first)}–${name(last)}`;
      return `${days} ${clock(from)}–${clock(until)}`;
    })
    .join(", ");
}

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** When an answer may be expected: today in office hours, or else from when on. By the city's clock. */
export function formatWhenAnswered(
  hours: OfficeHours,
  { t, now }: Pick<ThreadReader, "t" | "now">,
  zone: string,
): string {
  const said = formatOfficeHours(hours, t);
  const opens = nextOpening(now, hours, zone);
  if (opens === null) return t("thread.open", { hours: said });
  return t("thread.shut", { hours: said, day: formatOnDay(opens, t, zone, now), time: formatTime(opens, zone) });
}

/** What a thread is about: "About the event “La Bohème”, 20 November, 19:00". */
export function formatAbout(
  head: Pick<ThreadHead, "subject" | "title" | "startsAt">,
  { t, zone, now }: ThreadReader,
): string {
  const { subject, title, startsAt } = head;
  if (title === null) return t(`thread.about.${subject}`);
  if (subject === "class" || startsAt === null)
    return t("thread.about.named", { about: t(`thread.about.${subject}`), title });
  const date = t("date.day_and_time", { day: formatDay(startsAt, t, zone, now), time: formatTime(startsAt, zone) });
  return t("thread.about.dated", { about: t(`thread.about.${subject}`), title, date });
}

/** What was said, in short: its words, and the kind of file where it has one. */
export function formatContent(content: Content, t: Translate, longest = longestLine): string {
  const text = cutAtWord(textOf(content).replaceAll(/\s*\n\s*/g, "\n"), longest);
  if (content.kind === "text") return text;
  const kind = t("thread.file", { kind: t(`thread.kind.${content.kind}`) });
  return text === "" ? kind : `${kind} ${text}`;
}

/** Who wrote a message of a thread: the resident by name, staff by name and as such. */
const formatWriter = ({ isFromStaff, author }: ThreadLine, resident: string, t: Translate): string =>
  isFromStaff ? t("thread.staff", { name: author ?? t("staff.erased") }) : resident;

/** A message in a thread with who wrote it, and when. */
export function formatLine(line: ThreadLine, resident: string, { t, zone, now }: ThreadReader): Html {
  const when = t("date.day_and_time", {
    day: formatDay(line.sentAt, t, zone, now),
    time: formatTime(line.sentAt, zone),
  });
  return joinLines(html`<b>${formatWriter(line, resident, t)}</b> · ${when}`, formatContent(line.content, t));
}

/** Since when a thread waits, or how it stands. */
export function formatState({ state, waitingSince }: ThreadHead, { t, zone, now }: ThreadReader): string {
  if (waitingSince === null) return t(`thread.state.${state}`);
  const day = formatDay(waitingSince, t, zone, now);
  return t("thread.waits_since", { when: t("date.day_and_time", { day, time: formatTime(waitingSince, zone) }) });
}

import { guessPrice } from "../../programme/editing/guess-price.ts";
import { guessAge, guessLanguage } from "../../programme/editing/guess-traits.ts";
import type {
  AttendanceMode,
  EventDraft,
  Language,
  LinkKind,
  OccurrenceDraft,
  PlaceDraft,
} from "../../programme/event.ts";
import { fold } from "../../programme/search/fold.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import { capitalise, cleanLine, shorten } from "../clean-text.ts";
import type { FeedProblem, ParsedRecord } from "../feed-format.ts";
import { htmlToText } from "../html-to-text.ts";
import { webAddress } from "../web-address.ts";
import type { CalendarDate, CalendarRecord } from "./record.ts";

/** Makes an event of one of a calendar, or says why it cannot be one. */
export function parseCalendarRecord(raw: unknown): ParsedRecord {
  const record = raw as CalendarRecord;
  const title = capitalise(shorten(cleanLine(htmlToText(record.title)), 250));
  const problem = problemOf(record, title);
  if (problem) return { kind: "refused", recordId: record.uid || undefined, reason: reasons[problem], problem };

  const body = htmlToText(record.text.replaceAll(/\r?\n/gu, "<br>"));
  const said = `${title}\n${body}`;
  const language = guessLanguage(said);
  const section = sectionOfTitle(title) ?? sectionOfTitle(record.categories.join(" "));
  const { warning: _warning, ...price } = guessPrice(body)?.value ?? { isFree: false };
  const stream = webAddress(/^https?:\/\/\S+$/u.test(record.location.trim()) ? record.location : undefined);
  const place = stream ? undefined : placeOf(record, language);
  const site = webAddress(record.url);
  const ageMin = guessAge(said)?.value;
  const links: { kind: LinkKind; url: string }[] = [
    ...(stream ? [{ kind: "stream" as const, url: stream }] : []),
    ...(site && site !== stream ? [{ kind: "site" as const, url: site }] : []),
  ];
  const draft: EventDraft = {
    section: section ?? "shows",
    attendanceMode: modeOf(title, stream !== undefined, place !== undefined),
    texts: { [language]: { title, ...(body && { body }) } },
    occurrences: record.dates.map((date) => ({ ...occurrence(date), ...(place && { place }) })),
    ...price,
    ...(ageMin !== undefined && { ageMin }),
    ...(links.length > 0 && { links }),
  };
  const warnings = section ? [] : ['no word of the title names a section: taken as "shows"'];
  return { kind: "event", recordId: shortId(record.uid), draft, warnings };
}

const reasons = {
  "no id": "it has no UID",
  "no title": "it has no title",
  private: "it is marked as private",
  "too often": "it repeats by the hour or oftener",
  "no dates": "it has no dates from this month on",
} satisfies Partial<Record<FeedProblem, string>>;

function problemOf(record: CalendarRecord, title: string): keyof typeof reasons | undefined {
  if (!record.uid) return "no id";
  if (!title) return "no title";
  if (record.isPrivate) return "private";
  if (record.isTooOften) return "too often";
  return record.dates.length === 0 ? "no dates" : undefined;
}

function occurrence({ startsAt, endsAt, hasStartTime, isCancelled, previousStartsAt }: CalendarDate): OccurrenceDraft {
  return {
    startsAt: new Date(startsAt),
    ...(endsAt !== undefined && { endsAt: new Date(endsAt) }),
    hasStartTime,
    ...(isCancelled && { status: "cancelled" as const }),
    ...(previousStartsAt !== undefined && !isCancelled && { status: "moved" as const }),
    ...(previousStartsAt !== undefined && { previousStartsAt: new Date(previousStartsAt) }),
  };
}

/** A place of a calendar is known by its words alone. */
function placeOf(
  { location, latitude = 0, longitude = 0 }: CalendarRecord,
  language: Language,
): PlaceDraft | undefined {
  const [name = "", ...rest] = cleanLine(htmlToText(location)).split(",");
  const title = shorten(name.trim(), 200);
  const address = shorten(rest.join(",").trim(), 300);
  if (!title) return undefined;
  return {
    origin: `ical:${shorten(fold(location), 200)}`,
    texts: { [language]: { title, ...(address && { address }) } },
    ...((latitude !== 0 || longitude !== 0) &&
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180 && { latitude, longitude }),
  };
}

function modeOf(title: string, hasStream: boolean, hasPlace: boolean): AttendanceMode {
  if (hasStream) return hasPlace ? "mixed" : "online";
  return !hasPlace && /(?<!\p{L})(?:онлайн|online|трансляци|стрим|stream)/iu.test(title) ? "online" : "on_site";
}

const shortId = (uid: string): string => cleanLine(uid).slice(0, 200);

import { webAddress } from "../../net/web-address.ts";
import { guessPrice } from "../../programme/editing/extract/extract-price.ts";
import { guessAge, guessLanguage } from "../../programme/editing/extract/extract-traits.ts";
import type { AttendanceMode, EventDraft, LinkKind, OccurrenceDraft, PlaceDraft } from "../../programme/event.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import { fold } from "../../text/fold.ts";
import type { Language } from "../../words/language.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { capitalise, cleanLine, shorten } from "../text/clean-text.ts";
import { htmlToText } from "../text/html-to-text.ts";
import type { CalendarDate, CalendarRecord } from "./record.ts";

/** Makes an event of one of a calendar, or says why it cannot be one. */
export function parseCalendarRecord(raw: unknown): ParsedRecord {
  const record = raw as CalendarRecord;
  const title = capitalise(shorten(cleanLine(htmlToText(record.title)), 250));
  const code = codeOf(record, title);
  if (code) return { kind: "refused", recordId: record.uid || undefined, problem: { code } };

  const body = htmlToText(record.text.replaceAll(/\r?\n/gu, "<br>"));
  const said = `${title}\n${body}`;
  const language = guessLanguage(said);
  const section = sectionOfTitle(title) ?? sectionOfTitle(record.categories.join(" "));
  const price = guessPrice(body)?.value ?? { isFree: false };
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
  const warnings = section ? [] : [{ code: "guessed_section" as const, section: draft.section }];
  return { kind: "event", recordId: shortId(record.uid), draft, warnings };
}

function codeOf(record: CalendarRecord, title: string) {
  if (!record.uid) return "no_id";
  if (!title) return "no_title";
  if (record.isPrivate) return "private";
  if (record.isTooOften) return "too_often";
  return record.dates.length === 0 ? "no_dates" : undefined;
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

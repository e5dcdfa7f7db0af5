import { isWebAddress, webAddress } from "../../net/web-address.ts";
import { guessPrice } from "../../programme/editing/extract/extract-price.ts";
import { guessAge, guessLanguage } from "../../programme/editing/extract/extract-traits.ts";
import type { AttendanceMode, EventDraft, LinkKind, OccurrenceDraft, PlaceDraft } from "../../programme/event.ts";
import { readStatus } from "../../programme/said-status.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import { fold } from "../../text/fold.ts";
import type { Language } from "../../words/language.ts";
import type { ParsedRecord } from "../feed-format.ts";
import type { RecordProblem } from "../problem.ts";
import { capitalise, cleanLine, shorten } from "../text/clean-text.ts";
import { findLinks } from "../text/html-links.ts";
import { htmlToText } from "../text/html-to-text.ts";
import type { CalendarDate, CalendarRecord } from "./record.ts";

type Link = { kind: LinkKind; url: string };
type Position = Pick<CalendarRecord, "latitude" | "longitude">;

/** Makes an event of one of a calendar, or says why it cannot be one. */
export function parseCalendarRecord(raw: unknown): ParsedRecord {
  const record = raw as CalendarRecord;
  const said = readStatus(capitalise(shorten(cleanLine(htmlToText(record.title)), 250)));
  const title = capitalise(said.title);
  const problem = refusalOf(record, title);
  if (problem)
    return {
      kind: "refused",
      recordId: shortId(record.uid) || undefined,
      ...(title && !record.isPrivate && { title }),
      problem,
    };

  const html = record.text.replaceAll(/\r?\n/gu, "<br>");
  const body = htmlToText(html);
  const whole = `${title}\n${body}`;
  const language = guessLanguage(whole);
  const section = sectionOfTitle(title) ?? sectionOfTitle(record.categories.join(" "));
  const price = guessPrice(body)?.value ?? { isFree: false };
  const where = readLocation(record.location, language, record);
  const links = linksOf(record, where.links, html);
  const ageMin = guessAge(whole)?.value;
  const posterUrl = record.images.map((image) => webAddress(image)).find((image) => image !== undefined);
  const hasStream = links.some(({ kind }) => kind === "stream");
  const draft: EventDraft = {
    section: section ?? "shows",
    attendanceMode: modeOf(title, where.isOnline || hasStream, where.place !== undefined),
    texts: { [language]: { title, ...(body && { body }) } },
    occurrences: record.dates.map((date) => {
      const place = date.location === undefined ? where.place : readLocation(date.location, language, {}).place;
      return { ...occurrence(date, said.status === "cancelled"), ...(place && { place }) };
    }),
    ...price,
    ...(ageMin !== undefined && { ageMin }),
    ...(posterUrl && { posterUrl }),
    ...(links.length > 0 && { links }),
  };
  const warnings: RecordProblem[] = [
    ...(section ? [] : [{ code: "guessed_section" as const, section: draft.section }]),
    ...(said.status === "moved" ? [{ code: "said_moved" as const, said: shorten(record.title, 80) }] : []),
    ...record.remarks,
  ];
  return { kind: "event", recordId: shortId(record.uid), draft, warnings };
}

function refusalOf(record: CalendarRecord, title: string): RecordProblem | undefined {
  if (!title) return { code: "no_title" };
  if (record.isPrivate) return { code: "private" };
  if (record.refused) return record.refused;
  return record.dates.length === 0 ? { code: "no_dates" } : undefined;
}

function occurrence(
  { startsAt, endsAt, hasStartTime, isCancelled, previousStartsAt }: CalendarDate,
  isAllCancelled: boolean,
): OccurrenceDraft {
  const isOff = isCancelled || isAllCancelled;
  return {
    startsAt: new Date(startsAt),
    ...(endsAt !== undefined && { endsAt: new Date(endsAt) }),
    hasStartTime,
    ...(isOff && { status: "cancelled" as const }),
    ...(previousStartsAt !== undefined && !isOff && { status: "moved" as const }),
    ...(previousStartsAt !== undefined && { previousStartsAt: new Date(previousStartsAt) }),
  };
}

/** Words that stand for no place. */
const online =
  /^(?:онлайн|online|on-line|zoom|зум|youtube|ютуб|rutube|vk(?: видео| live)?|вконтакте|телемост|telemost|google meet|microsoft teams|teams|skype|webex|вебинар|webinar|трансляция|прямой эфир|туры эфир|virtual|discord)(?!\p{L})/iu;

/** Characters of a place and its address. */
const longestLocation = 1_000;

/** A place of a calendar is known by its words alone; addresses on the web in it are streams. */
function readLocation(
  location: string,
  language: Language,
  { latitude = 0, longitude = 0 }: Position,
): { place?: PlaceDraft; links: Link[]; isOnline: boolean } {
  const links: Link[] = [];
  const words = htmlToText(location.slice(0, longestLocation).replaceAll(/\r?\n/gu, "<br>")).replaceAll(
    /https?:\/\/[^\s<>"«»;,]+/giu,
    (said) => {
      const url = webAddress(said);
      if (url) links.push({ kind: "stream", url });
      return "";
    },
  );
  const [first = "", ...others] = words
    .split("\n")
    .map((line) => cleanLine(line).replace(/^[\s,;–—-]+|[\s,;–—-]+$/gu, ""))
    .filter(Boolean);
  const isOnline = online.test(first);
  if (isOnline || first === "") return { links, isOnline: isOnline || links.length > 0 };
  const [name = "", ...rest] = first.split(",");
  const title = shorten(name.trim(), 200);
  const address = shorten([rest.join(",").trim(), ...others].filter(Boolean).join(", "), 300);
  const isOnMap = (latitude !== 0 || longitude !== 0) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  const place: PlaceDraft = {
    origin: `ical:${shorten(fold(location), 200)}`,
    texts: { [language]: { title, ...(address && { address }) } },
    ...(isOnMap && { latitude, longitude }),
  };
  return { place, links, isOnline: false };
}

/** Each address once; what is said of it first counts. */
function linksOf({ url, conferences }: CalendarRecord, located: readonly Link[], html: string): Link[] {
  const site = webAddress(url);
  const meetings = conferences.map((one) => webAddress(one)).filter((one) => one !== undefined);
  const all: Link[] = [
    ...located,
    ...meetings.map((one) => ({ kind: "stream" as const, url: one })),
    ...(site ? [{ kind: "site" as const, url: site }] : []),
    ...findLinks(html),
  ];
  const once = new Map<string, Link>();
  for (const link of all) if (!once.has(link.url) && isWebAddress(new URL(link.url))) once.set(link.url, link);
  return [...once.values()].slice(0, 10);
}

function modeOf(title: string, isOnline: boolean, hasPlace: boolean): AttendanceMode {
  if (isOnline) return hasPlace ? "mixed" : "online";
  return !hasPlace && /(?<!\p{L})(?:онлайн|online|трансляци|стрим|stream)/iu.test(title) ? "online" : "on_site";
}

const shortId = (uid: string): string => cleanLine(uid).slice(0, 200);

import { webAddress } from "../../net/web-address.ts";
import type { AttendanceMode, Audience, EventDraft, PlaceDraft } from "../../programme/event.ts";
import { parsePrice } from "../../programme/said-price.ts";
import { readStatus } from "../../programme/said-status.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { capitalise, cleanLine, shorten } from "../text/clean-text.ts";
import { htmlToText } from "../text/html-to-text.ts";
import { parseAge } from "./age.ts";
import { readDates } from "./dates.ts";
import { type KudagoPlace, type KudagoRecord, kudagoRecord } from "./record.ts";
import { findSection } from "./section.ts";

/** Makes an event of a record of KudaGo's public API, or says why it cannot be one. Throws nothing, whatever comes. */
export function parseKudagoRecord(raw: unknown, timeZone: string): ParsedRecord {
  const parsed = kudagoRecord.safeParse(raw);
  if (!parsed.success) return { kind: "refused", recordId: idOf(raw), problem: { code: whatIsMissing(raw) } };
  const record = parsed.data;

  const { title: named, status } = readStatus(shorten(htmlToText(record.title).replaceAll(/\s+/gu, " "), 250));
  const title = capitalise(named);
  if (!title) return { kind: "refused", recordId: record.id, problem: { code: "no_title" } };

  const { spans, warnings } = readDates(record.dates, timeZone, record.publication_date);
  if (spans.length === 0) {
    const code = record.dates.length === 0 ? "no_dates" : "no_usable_date";
    return { kind: "refused", recordId: record.id, problem: { code } };
  }

  const { section, guessed } = findSection(record.categories, title);
  if (guessed) warnings.push({ code: "guessed_section", section });

  const price = parsePrice(record.price ?? "", record.is_free ?? false);
  if (record.is_free && !price.isFree) warnings.push({ code: "free_and_paid", said: shorten(record.price ?? "", 80) });

  if (status === "moved") warnings.push({ code: "said_moved", said: shorten(record.title, 80) });
  const attendanceMode = findAttendanceMode(record, title);
  const place = attendanceMode === "online" ? undefined : readPlace(record.place);
  const ageMin = parseAge(record.age_restriction);
  const audiences = findAudiences(record, title);
  const posterUrl = webAddress(record.images[0]);
  const site = webAddress(record.site_url);
  const summary = htmlToText(record.description ?? "", 1000);
  const body = htmlToText(record.body_text ?? "");

  const draft: EventDraft = {
    section,
    attendanceMode,
    texts: { ru: { title, ...(summary && { summary }), ...(body && { body }) } },
    occurrences: spans.map((span) => ({
      ...span,
      ...(status === "cancelled" && { status }),
      ...(place && { place }),
    })),
    ...price,
    ...(ageMin !== undefined && { ageMin }),
    ...(audiences.length > 0 && { audiences }),
    ...(posterUrl && { posterUrl }),
    ...(site && { links: [{ kind: "site", url: site }] }),
  };
  return { kind: "event", recordId: record.id, draft, warnings };
}

function findAttendanceMode(record: KudagoRecord, title: string): AttendanceMode {
  if (record.location?.slug === "online") return "online";
  const isStream = /(?<!\p{L})(?:онлайн|online|трансляци|стрим)/iu.test(title);
  // "Трансляция спектакля в кинотеатре" is a film show: people go there.
  return isStream && !/кинотеатр|на большом экране/iu.test(title) ? "online" : "on_site";
}

/** A place known by its number only is kept: the number tells apart, and its name may come with a later import. */
function readPlace(place: KudagoPlace | null | undefined): PlaceDraft | undefined {
  if (!place) return undefined;
  const title = capitalise(shorten(cleanLine(place.title ?? place.short_title ?? ""), 200));
  const address = shorten(cleanLine(place.address ?? ""), 300);
  const { lat = 0, lon = 0 } = place.coords ?? {};
  return {
    origin: `kudago:${place.id}`,
    texts: title ? { ru: { title, ...(address && { address }) } } : {},
    // 0, 0 lies in the ocean: it stands for "unknown".
    ...((lat !== 0 || lon !== 0) && { latitude: lat, longitude: lon }),
  };
}

function findAudiences(record: KudagoRecord, title: string): Audience[] {
  const words = [title, ...record.tags].join("\n").toLowerCase();
  const isForChildren = record.categories.includes("kids") || /(?<!\p{L})дет(?:ям|ей|ск)/u.test(words);
  const found: [Audience, boolean][] = [
    ["children", isForChildren],
    ["family", /(?<!\p{L})семейн|всей семь/u.test(words)],
    ["seniors", /55\+|60\+|пенсионер|старшего поколения/u.test(words)],
  ];
  return found.filter(([, fits]) => fits).map(([audience]) => audience);
}

function idOf(raw: unknown): string | undefined {
  const parsed = kudagoRecord.shape.id.safeParse(isObject(raw) ? raw["id"] : undefined);
  return parsed.success ? parsed.data : undefined;
}

function whatIsMissing(raw: unknown) {
  if (!isObject(raw)) return "no_event";
  return idOf(raw) === undefined ? "no_id" : "no_title";
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

import { DateTime } from "luxon";
import { webAddress } from "../../net/web-address.ts";
import type { EventDraft } from "../../programme/event.ts";
import { readStatus } from "../../programme/said-status.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { parseAge } from "../kudago/age.ts";
import type { RecordProblem } from "../problem.ts";
import { institutionOf, lineOf, linksOf, placeOf, wordsOf } from "../source/record-parts.ts";
import { isMidnight } from "../source/wall-clock.ts";
import { capitalise } from "../text/clean-text.ts";
import { type TicketscloudRecord, ticketscloudRecord, ticketscloudValue } from "./record.ts";

/** Makes an event of a record of Ticketscloud, or says why it cannot be one. Throws nothing, whatever comes. */
export function parseTicketscloudRecord(raw: unknown, timeZone: string): ParsedRecord {
  const value = ticketscloudValue.safeParse(raw);
  const parsed = ticketscloudRecord.safeParse(value.data?.record);
  if (!value.success || !parsed.success) return { kind: "refused", recordId: undefined, problem: { code: "no_event" } };
  const record = parsed.data;
  const recordId = record.id;
  const refused = (problem: RecordProblem): ParsedRecord => ({ kind: "refused", recordId, problem });
  const { title: named, status } = readStatus(lineOf(record.title?.text, 250));
  const title = capitalise(named);
  if (title === "") return refused({ code: "no_title" });
  // Not sold any more is not called off: a human looks.
  const isPublic = record.status === undefined || record.status === null || record.status === "public";
  if (record.removed === true || !isPublic) return refused({ code: "removed", said: record.status ?? "removed" });
  const { dates } = value.data;
  if (dates === null || dates.length === 0) return refused({ code: record.lifetime ? "no_usable_date" : "no_dates" });

  const warnings: RecordProblem[] = [];
  const section = sectionOfTitle(title) ?? sectionOfTitle(record.tags.join(", "));
  if (section === undefined) warnings.push({ code: "guessed_section", section: "shows" });
  if (status === "moved") warnings.push({ code: "said_moved", said: lineOf(record.title?.text, 80) });
  const place = placeDraftOf(record);
  const institution = institutionOf("ticketscloud", record.org?.id ?? undefined, record.org?.name ?? "");
  const ageMin = parseAge(record.age_rating === 0 ? "0+" : record.age_rating);
  const posterUrl = webAddress(record.media[0]?.url);
  const links = linksOf([["ticket", record.url]]);
  const draft: EventDraft = {
    section: section ?? "shows",
    attendanceMode: "on_site",
    texts: { ru: wordsOf(title, null, record.title?.desc) },
    occurrences: dates.map(({ startsAt, endsAt, hasStartTime, isCancelled }) => ({
      startsAt: new Date(startsAt),
      ...(endsAt !== undefined && { endsAt: new Date(endsAt) }),
      ...(!(hasStartTime && isTimed(startsAt, endsAt, timeZone)) && { hasStartTime: false }),
      ...((isCancelled || status === "cancelled") && { status: "cancelled" as const }),
      ...(place && { place }),
    })),
    ...priceOf(record),
    ...(institution && { institution }),
    ...(ageMin !== undefined && { ageMin }),
    ...(posterUrl && { posterUrl }),
    ...(links && links.length > 0 && { links }),
  };
  return { kind: "event", recordId, draft, warnings };
}

/** From midnight to midnight are days. */
function isTimed(startsAt: string, endsAt: string | undefined, zone: string): boolean {
  return ![startsAt, endsAt].every((at) => at !== undefined && isMidnight(DateTime.fromISO(at, { zone })));
}

function placeDraftOf({ venue, place }: TicketscloudRecord) {
  const [latitude, longitude] = venue?.point?.coordinates ?? [];
  return placeOf("ticketscloud", {
    ...(venue?.id && { id: venue.id }),
    title: venue?.name ?? "",
    address: venue?.address ?? place?.address ?? "",
    latitude,
    longitude,
  });
}

/** Tickets for nothing are sold, too. */
function priceOf({ sets }: TicketscloudRecord) {
  const prices = sets.flatMap(({ price }) => price ?? []);
  const paid = prices.filter((price) => price > 0).map(Math.ceil);
  if (paid.length === 0) return { isFree: prices.length > 0 };
  return { isFree: false, priceMin: Math.min(...paid), priceMax: Math.max(...paid), currency: "RUB" };
}

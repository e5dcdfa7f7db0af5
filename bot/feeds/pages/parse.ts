import type { DateTime } from "luxon";
import { webAddress } from "../../net/web-address.ts";
import { guessAge } from "../../programme/editing/extract/extract-traits.ts";
import type {
  AttendanceMode,
  EventDraft,
  OccurrenceDraft,
  OccurrenceStatus,
  PlaceDraft,
} from "../../programme/event.ts";
import { readStatus } from "../../programme/said-status.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { parseAge } from "../kudago/age.ts";
import type { RecordProblem } from "../problem.ts";
import { institutionOf, keyOf, lineOf, linksOf, placeOf, wordsOf } from "../source/record-parts.ts";
import { readInstant, readWallClock } from "../source/wall-clock.ts";
import { capitalise } from "../text/clean-text.ts";
import { type EventNode, type PageLocation, pageValue } from "./record.ts";

const statuses: Readonly<Record<string, OccurrenceStatus>> = {
  EventCancelled: "cancelled",
  EventPostponed: "postponed",
  EventRescheduled: "moved",
};

/** Makes an event of nodes of schema.org/Event, or says why it cannot be one. Throws nothing, whatever comes. */
export function parsePageRecord(raw: unknown, timeZone: string, now: Date): ParsedRecord {
  const value = pageValue.safeParse(raw);
  const [node] = value.data?.nodes ?? [];
  if (!value.success || node === undefined)
    return { kind: "refused", recordId: undefined, problem: { code: "no_event" } };
  const { id: recordId, page, nodes } = value.data;
  const refused = (problem: RecordProblem): ParsedRecord => ({ kind: "refused", recordId, problem });
  const said = readStatus(lineOf(node.name, 250));
  const title = capitalise(said.title);
  if (title === "") return refused({ code: "no_title" });

  const warnings: RecordProblem[] = [];
  if (said.status === "moved") warnings.push({ code: "said_moved", said: lineOf(node.name, 80) });
  const attendanceMode = modeOf(nodes);
  const host = new URL(page).host;
  const occurrences = nodes.flatMap((one) => {
    const place = attendanceMode === "online" ? undefined : placeOfNode(one, host);
    const date = dateOf(one, timeZone, warnings);
    return date === undefined
      ? []
      : [{ ...date, ...(said.status === "cancelled" && { status: said.status }), ...(place && { place }) }];
  });
  if (occurrences.length === 0) {
    const [first] = nodes.flatMap(({ startDate }) => startDate ?? []);
    return refused(first === undefined ? { code: "no_dates" } : { code: "no_usable_date" });
  }
  // Pages stay long after what they tell of.
  if (occurrences.every(({ startsAt, endsAt }) => (endsAt ?? startsAt).getTime() < now.getTime() - 86_400_000)) {
    return refused({ code: "all_past" });
  }
  const section = sectionOfTitle(title);
  if (section === undefined) warnings.push({ code: "guessed_section", section: "shows" });
  const who = lineOf(node.performer.flatMap(({ name }) => name ?? []).join(", "), 300);
  const [organizer] = node.organizer.flatMap(({ name }) => name ?? []);
  const institution = institutionOf(`pages:${host}`, undefined, organizer ?? "");
  const ageMin = ageOf(node, warnings);
  const posterUrl = webAddress(absolute(node.image[0], page));
  const links = linksOf([
    ["ticket", absolute(node.offers.find(({ url }) => url)?.url, page)],
    ["site", absolute(node.url, page) ?? page],
  ]);
  const heldIn = heldInOf(node, warnings);
  const draft: EventDraft = {
    section: section ?? "shows",
    attendanceMode,
    texts: { ru: { ...wordsOf(title, null, node.description), ...(who && { who }) } },
    occurrences,
    ...priceOf(nodes, warnings),
    ...(institution && { institution }),
    ...(ageMin !== undefined && { ageMin }),
    ...(heldIn && { heldIn }),
    ...(posterUrl && { posterUrl }),
    ...(links && links.length > 0 && { links }),
  };
  return { kind: "event", recordId, draft, warnings };
}

const absolute = (url: string | null | undefined, page: string): string | undefined =>
  url ? URL.parse(url, page)?.href : undefined;

function modeOf(nodes: readonly EventNode[]): AttendanceMode {
  const modes = new Set(nodes.map(modeOfNode));
  const [first = "on_site"] = modes;
  return modes.size > 1 ? "mixed" : first;
}

function modeOfNode({ eventAttendanceMode: mode, eventStatus, location }: EventNode): AttendanceMode {
  if (eventStatus === "EventMovedOnline" || mode === "OnlineEventAttendanceMode") return "online";
  if (mode === "MixedEventAttendanceMode") return "mixed";
  if (mode === "OfflineEventAttendanceMode") return "on_site";
  const virtual = location.filter(({ type }) => type === "VirtualLocation").length;
  if (virtual === 0) return "on_site";
  return virtual === location.length ? "online" : "mixed";
}

function placeOfNode({ location }: EventNode, host: string): PlaceDraft | undefined {
  const place = location.find(({ type }: PageLocation) => type !== "VirtualLocation");
  if (place === undefined) return undefined;
  const title = place.name ?? "";
  return placeOf("pages", {
    id: `${host} ${keyOf(title, place.address ?? "")}`,
    title,
    address: place.address ?? "",
    latitude: place.geo?.latitude ?? undefined,
    longitude: place.geo?.longitude ?? undefined,
  });
}

/** A day without an hour is the whole day; an hour without a zone is the city's. */
function dateOf(node: EventNode, zone: string, warnings: RecordProblem[]): OccurrenceDraft | undefined {
  const start = readTime(node.startDate, zone);
  if (start === undefined) {
    if (node.startDate) warnings.push({ code: "bad_start", said: node.startDate.slice(0, 40) });
    return undefined;
  }
  const end = readTime(node.endDate, zone);
  if (node.endDate && end === undefined) warnings.push({ code: "bad_end_left_out", said: node.endDate.slice(0, 40) });
  const endsAt = end && (end.hasHour ? end.at : end.at.plus({ days: 1 }));
  if (endsAt && endsAt < start.at) warnings.push({ code: "end_before_start" });
  // An end on the day of the start, without an hour, says nothing.
  const isMore = end && endsAt && endsAt > start.at && (end.hasHour || !end.at.hasSame(start.at, "day"));
  const previous = readTime(node.previousStartDate, zone);
  const status = statuses[node.eventStatus ?? ""];
  return {
    startsAt: start.at.toJSDate(),
    ...(isMore && { endsAt: endsAt.toJSDate() }),
    ...(!start.hasHour && { hasStartTime: false }),
    ...(status && { status }),
    ...(previous && { previousStartsAt: previous.at.toJSDate() }),
  };
}

function readTime(said: string | null | undefined, zone: string): { at: DateTime; hasHour: boolean } | undefined {
  const text = said?.trim() ?? "";
  const instant = readInstant(text);
  if (instant) return { at: instant.setZone(zone), hasHour: true };
  const at = readWallClock(text, zone);
  return at && { at, hasHour: /[T ]\d/u.test(text) };
}

function priceOf(nodes: readonly EventNode[], warnings: RecordProblem[]) {
  const offers = nodes.flatMap((node) => node.offers);
  const said = offers.flatMap(({ price, lowPrice, highPrice }) =>
    [price, lowPrice, highPrice].filter((one) => typeof one === "number"),
  );
  const paid = said.filter((one) => one > 0).map(Math.ceil);
  const isFree = nodes.some(({ isAccessibleForFree }) => isAccessibleForFree === true);
  if (paid.length === 0) return { isFree: isFree || said.length > 0 };
  const [priceMin, priceMax] = [Math.min(...paid), Math.max(...paid)];
  if (isFree) warnings.push({ code: "free_and_paid", said: String(priceMin) });
  const currency = offers.find(({ priceCurrency }) => /^[A-Z]{3}$/u.test(priceCurrency ?? ""))?.priceCurrency ?? "RUB";
  return { isFree: false, priceMin, priceMax, currency };
}

/** "12+", "6-12", "7-": the beginning is the youngest age. */
function ageOf({ typicalAgeRange: said }: EventNode, warnings: RecordProblem[]) {
  if (!said) return undefined;
  const age = guessAge(said)?.value ?? (/^\s*\d{1,2}\s*(?:[-–+]|$)/u.test(said) ? parseAge(said) : undefined);
  if (age === undefined) warnings.push({ code: "bad_age_left_out", said: said.slice(0, 40) });
  return age;
}

function heldInOf({ inLanguage }: EventNode, warnings: RecordProblem[]): string | undefined {
  const [said] = inLanguage;
  if (said === undefined) return undefined;
  if (inLanguage.length === 1 && /^[a-z]{2,3}(?:-[A-Za-z]{2,8}){0,2}$/u.test(said)) return said.split("-")[0];
  warnings.push({ code: "bad_value", said: inLanguage.join(", ").slice(0, 40) });
  return undefined;
}

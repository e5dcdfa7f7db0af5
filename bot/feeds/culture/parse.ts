import type { DateTime } from "luxon";
import { webAddress } from "../../net/web-address.ts";
import type { EventDraft, OccurrenceDraft, PlaceDraft, Section } from "../../programme/event.ts";
import { readStatus } from "../../programme/said-status.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { parseAge } from "../kudago/age.ts";
import type { RecordProblem } from "../problem.ts";
import { institutionOf, lineOf, linksOf, placeOf, wordsOf } from "../source/record-parts.ts";
import { readWallClock } from "../source/wall-clock.ts";
import { capitalise } from "../text/clean-text.ts";
import { type CulturePlace, type CultureRecord, cultureRecord, cultureValue } from "./record.ts";

const sectionsByCategory: Readonly<Record<string, Section>> = {
  spektakli: "theatre",
  koncerty: "music",
  vystavki: "museums",
  kino: "cinema",
  ekskursii: "excursions",
  obuchenie: "knowledge",
  vstrechi: "knowledge",
  prazdniki: "shows",
  festivali: "shows",
};

/** What is open for longer than a working day is an exhibition with its hours: as days it would fill every list. Days. */
const longestRun = 12;
/** Milliseconds of a show at most. */
const longestShow = 5 * 3_600_000;

/** Makes an event of a record of PRO.Культура.РФ, or says why it cannot be one. Throws nothing, whatever comes. */
export function parseCultureRecord(raw: unknown, timeZone: string): ParsedRecord {
  const value = cultureValue.safeParse(raw);
  const parsed = cultureRecord.safeParse(value.data?.record);
  if (!value.success || !parsed.success) return { kind: "refused", recordId: undefined, problem: { code: "no_event" } };
  const record = parsed.data;
  const recordId = record._id;
  const { title: named, status } = readStatus(lineOf(record.name, 250));
  const title = capitalise(named);
  if (title === "") return { kind: "refused", recordId, problem: { code: "no_title" } };

  const { locales } = value.data;
  const isOurs = ({ locale }: CulturePlace): boolean =>
    locales.length === 0 || !locale?._id || locales.includes(locale._id);
  const [first] = record.places;
  const places = record.places.filter(isOurs);
  if (first && places.length === 0) {
    return { kind: "refused", recordId, problem: { code: "other_town", said: first.locale?.name ?? "" } };
  }
  const warnings: RecordProblem[] = [];
  const occurrences = places.flatMap((place) => datesOf(place, record, timeZone, warnings));
  if (occurrences.length === 0) {
    const isEmpty = places.every(({ seances }) => seances.length === 0);
    return { kind: "refused", recordId, problem: { code: isEmpty ? "no_dates" : "no_usable_date" } };
  }
  if (status === "moved") warnings.push({ code: "said_moved", said: lineOf(record.name, 80) });

  const ageMin = parseAge(record.ageRestriction === 0 ? "0+" : record.ageRestriction);
  const posterUrl = webAddress(record.image?.url);
  const links = linksOf([
    ["ticket", record.saleLink],
    ["site", record.externalUrl],
  ]);
  const { organization } = record;
  const institution = institutionOf(
    "culture",
    organization?._id ?? organization?.inn ?? undefined,
    organization?.name ?? "",
  );
  const draft: EventDraft = {
    section: sectionOf(record, title, warnings),
    attendanceMode: "on_site",
    texts: { ru: wordsOf(title, record.shortDescription, record.description) },
    occurrences: occurrences.map((date) => ({ ...date, ...(status === "cancelled" && { status }) })),
    ...priceOf(record, warnings),
    ...(institution && { institution }),
    ...(ageMin !== undefined && { ageMin }),
    ...(posterUrl && { posterUrl }),
    ...(links && links.length > 0 && { links }),
  };
  return { kind: "event", recordId, draft, warnings };
}

function sectionOf({ category }: CultureRecord, title: string, warnings: RecordProblem[]): Section {
  const name = category?.sysName ?? "";
  const named = Object.hasOwn(sectionsByCategory, name) ? sectionsByCategory[name] : undefined;
  const section = named ?? sectionOfTitle(title);
  if (section !== undefined) return section;
  warnings.push({ code: "guessed_section", section: "shows" });
  return "shows";
}

function priceOf({ isFree, price, maxPrice }: CultureRecord, warnings: RecordProblem[]) {
  const amounts = [price ?? 0, maxPrice ?? 0].filter((one) => one > 0).map(Math.ceil);
  if (amounts.length === 0) return { isFree: isFree ?? false };
  const [priceMin, priceMax] = [Math.min(...amounts), Math.max(...amounts)];
  if (isFree) warnings.push({ code: "free_and_paid", said: String(priceMin) });
  return { isFree: false, priceMin, priceMax, currency: "RUB" };
}

interface Span {
  start: DateTime;
  end?: DateTime;
}

function datesOf(
  place: CulturePlace,
  { category }: CultureRecord,
  timeZone: string,
  warnings: RecordProblem[],
): OccurrenceDraft[] {
  const where = placeDraftOf(place);
  const spans = place.seances.flatMap(({ startLocal, endLocal }): Span[] => {
    const start = readWallClock(startLocal, timeZone);
    const end = readWallClock(endLocal, timeZone);
    if (start === undefined) {
      warnings.push({ code: "bad_start", said: String(startLocal ?? "").slice(0, 40) });
      return [];
    }
    return [{ start, ...(end && end > start && { end }) }];
  });
  const run = runOf(spans, category?.sysName === "vystavki");
  if (run === undefined) return spans.map(({ start, end }) => dateOf({ start, end }, where));
  warnings.push({ code: "opening_hours" });
  return [{ startsAt: run.start.toJSDate(), endsAt: run.end.toJSDate(), hasStartTime: false, ...at(where) }];
}

/** The whole time of an exhibition, which the source tells as a seance for each day that it is open. */
function runOf(spans: readonly Span[], isExhibition: boolean): { start: DateTime; end: DateTime } | undefined {
  const days = new Set(spans.map(({ start }) => start.toISODate()));
  const isOpen = ({ start, end }: Span): boolean =>
    isExhibition || (end !== undefined && end.toMillis() - start.toMillis() > longestShow);
  if (days.size <= longestRun || !spans.every(isOpen)) return undefined;
  const starts = spans.map(({ start }) => start).sort((one, other) => one.toMillis() - other.toMillis());
  const ends = spans.map(({ start, end }) => end ?? start).sort((one, other) => one.toMillis() - other.toMillis());
  const [start, end] = [starts[0], ends.at(-1)];
  return start && end && { start: start.startOf("day"), end };
}

function dateOf({ start, end }: { start: DateTime; end: DateTime | undefined }, where: PlaceDraft | undefined) {
  return { startsAt: start.toJSDate(), ...(end && { endsAt: end.toJSDate() }), ...at(where) };
}

const at = (place: PlaceDraft | undefined): { place?: PlaceDraft } => (place ? { place } : {});

function placeDraftOf({ _id, name, address, mapPosition }: CulturePlace): PlaceDraft | undefined {
  const [longitude, latitude] = mapPosition?.coordinates ?? [];
  return placeOf("culture", {
    ...(_id && { id: _id }),
    title: name ?? "",
    address: [address?.street, address?.house].filter(Boolean).join(", "),
    latitude,
    longitude,
  });
}

import { webAddress } from "../../net/web-address.ts";
import type { AttendanceMode, EventDraft, OccurrenceDraft, PlaceDraft, Section } from "../../programme/event.ts";
import { readStatus } from "../../programme/said-status.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { parseAge } from "../kudago/age.ts";
import type { RecordProblem } from "../problem.ts";
import { institutionOf, lineOf, linksOf, placeOf, wordsOf } from "../source/record-parts.ts";
import { readInstant } from "../source/wall-clock.ts";
import { capitalise } from "../text/clean-text.ts";
import { type TimepadRecord, timepadGroup, timepadRecord } from "./record.ts";

/** Categories that are culture, by their beginnings; null: the title says which section. All others are refused by name. */
const categories: readonly (readonly [string, Section | null])[] = [
  ["театр", "theatre"],
  ["концерт", "music"],
  ["музыка", "music"],
  ["выставк", "museums"],
  ["искусство и культура", null],
  ["кино", "cinema"],
  ["экскурси", "excursions"],
  ["наука", "knowledge"],
  ["образование за", null],
  ["иностранные языки", "knowledge"],
  ["хобби и творчество", "knowledge"],
  ["интеллектуальные игры", "shows"],
  ["вечеринк", "shows"],
  ["для детей", null],
  ["другие развлечения", "shows"],
  ["другие события", null],
  ["гражданские проекты", null],
];

/** Makes an event of records that are its dates, or says why it cannot be one. Throws nothing, whatever comes. */
export function parseTimepadGroup(raw: unknown): ParsedRecord {
  const group = timepadGroup.safeParse(raw);
  const records = (group.data?.records ?? []).flatMap((one) => timepadRecord.safeParse(one).data ?? []);
  const [record] = records.sort((one, other) => one.id.localeCompare(other.id, "en", { numeric: true }));
  if (record === undefined) return { kind: "refused", recordId: undefined, problem: { code: "no_event" } };
  const { id: recordId } = record;
  const { title: named, status } = readStatus(lineOf(record.name, 250));
  const title = capitalise(named);
  if (title === "") return { kind: "refused", recordId, problem: { code: "no_title" } };
  const said = record.categories.map(({ name }) => (name ?? "").toLowerCase());
  const known = said.map((name) => categories.find(([beginning]) => name.startsWith(beginning)));
  if (said.length > 0 && known.every((one) => one === undefined)) {
    const code = "other_category" as const;
    return { kind: "refused", recordId, problem: { code, said: record.categories[0]?.name ?? "" } };
  }

  const warnings: RecordProblem[] = [];
  const attendanceMode: AttendanceMode = records.every(isOnline) ? "online" : "on_site";
  const occurrences = records.flatMap((one) => dateOf(one, warnings));
  if (occurrences.length === 0) return { kind: "refused", recordId, problem: { code: "no_usable_date" } };
  if (status === "moved") warnings.push({ code: "said_moved", said: lineOf(record.name, 80) });
  const section = known.find((one) => one?.[1])?.[1] ?? sectionOfTitle(title);
  if (section === undefined) warnings.push({ code: "guessed_section", section: "knowledge" });

  const { organization, poster_image: poster } = record;
  const institution = institutionOf("timepad", organization?.id ?? undefined, organization?.name ?? "");
  const posterUrl = webAddress(schemed(poster?.uploadcare_url ?? poster?.default_url));
  const ageMin = parseAge(record.age_limit);
  const links = linksOf([["ticket", record.url]]);
  const draft: EventDraft = {
    section: section ?? "knowledge",
    attendanceMode,
    texts: { ru: wordsOf(title, record.description_short, record.description_html) },
    occurrences: occurrences.map((date) => ({ ...date, ...(status === "cancelled" && { status }) })),
    ...priceOf(records),
    ...(institution && { institution }),
    ...(ageMin !== undefined && { ageMin }),
    ...(posterUrl && { posterUrl }),
    ...(links && links.length > 0 && { links }),
  };
  return { kind: "event", recordId, draft, warnings };
}

/** "//ucarecdn.com/…": the scheme is left out. */
const schemed = (url: string | null | undefined): string | undefined =>
  url?.startsWith("//") ? `https:${url}` : (url ?? undefined);

const isOnline = ({ location }: TimepadRecord): boolean =>
  /^без города$/iu.test(location?.city ?? "") || /^(?:онлайн|online|zoom)/iu.test(location?.address ?? "");

function dateOf(record: TimepadRecord, warnings: RecordProblem[]): OccurrenceDraft[] {
  const start = readInstant(record.starts_at);
  if (!start) {
    const bad = { code: "bad_start" as const, said: (record.starts_at ?? "").slice(0, 40) };
    warnings.push(start === null ? { code: "no_zone" } : bad);
    return [];
  }
  const end = readInstant(record.ends_at);
  if (end && end < start) warnings.push({ code: "end_before_start" });
  const place = isOnline(record) ? undefined : placeDraftOf(record);
  return [
    {
      startsAt: start.toJSDate(),
      ...(end && end > start && { endsAt: end.toJSDate() }),
      ...(place && { place }),
    },
  ];
}

/** Some tell their address only to those who register. */
function placeDraftOf({ location }: TimepadRecord): PlaceDraft | undefined {
  const [latitude, longitude] = location?.coordinates ?? [];
  return placeOf("timepad", {
    title: location?.address ?? "",
    address: "",
    latitude: latitude ?? undefined,
    longitude: longitude ?? undefined,
  });
}

function priceOf(records: readonly TimepadRecord[]) {
  const said = records.flatMap(({ registration_data: data, ticket_types: tickets }) => [
    ...[data?.price_min, data?.price_max].filter((one) => typeof one === "number"),
    ...tickets.flatMap(({ price }) => price ?? []),
  ]);
  const paid = said.filter((price) => price > 0).map(Math.ceil);
  if (paid.length === 0) return { isFree: said.length > 0 };
  return { isFree: false, priceMin: Math.min(...paid), priceMax: Math.max(...paid), currency: "RUB" };
}

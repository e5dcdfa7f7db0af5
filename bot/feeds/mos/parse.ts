import { DateTime } from "luxon";
import { z } from "zod";
import type { EventDraft } from "../../programme/event.ts";
import { parsePrice } from "../../programme/said-price.ts";
import { readStatus } from "../../programme/said-status.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { parseAge } from "../kudago/age.ts";
import type { RecordProblem } from "../problem.ts";
import { optional, recordId } from "../source/patient-schema.ts";
import { institutionOf, lineOf, linksOf, placeOf, wordsOf } from "../source/record-parts.ts";
import { readWallClock } from "../source/wall-clock.ts";
import { capitalise } from "../text/clean-text.ts";

const row = z.object({ global_id: recordId, Cells: z.record(z.string(), z.unknown()) });

/** Columns by what they hold: the data sets of institutions call them differently. */
const columns = {
  title: ["EventName", "Name", "Title", "CommonName"],
  text: ["Description", "Annotation", "EventDescription"],
  start: ["DateBegin", "StartDate", "BeginDate", "EventDate", "Date"],
  end: ["DateEnd", "EndDate", "FinishDate"],
  time: ["TimeBegin", "StartTime", "Time"],
  place: ["Venue", "PlaceName", "Location"],
  address: ["Address", "EventAddress"],
  institution: ["OrganizationName", "Organizer", "OrganizerName"],
  price: ["Price", "Cost"],
  age: ["AgeRestriction", "Age"],
  site: ["Site", "WebSite", "URL", "Link"],
} as const;
const coordinates = optional(z.object({ coordinates: z.tuple([z.number(), z.number()]) }));

/** Makes an event of a row, or says why it cannot be one. Throws nothing, whatever comes. */
export function parseMosRow(raw: unknown, timeZone: string): ParsedRecord {
  const parsed = row.safeParse(raw);
  if (!parsed.success) return { kind: "refused", recordId: undefined, problem: { code: "no_event" } };
  const { global_id: id, Cells: cells } = parsed.data;
  const cell = (column: keyof typeof columns): string => {
    const said = columns[column].map((name) => cells[name]).find((one) => one !== undefined && one !== null);
    return typeof said === "string" || typeof said === "number" ? String(said).slice(0, 20_000) : "";
  };
  const { title: named, status } = readStatus(lineOf(cell("title"), 250));
  const title = capitalise(named);
  if (title === "") return { kind: "refused", recordId: id, problem: { code: "no_title" } };
  const warnings: RecordProblem[] = [];
  const start = readDay(cell("start"), cell("time"), timeZone);
  if (start === undefined) {
    const said = cell("start").slice(0, 40);
    return { kind: "refused", recordId: id, problem: said === "" ? { code: "no_dates" } : { code: "bad_date", said } };
  }
  const end = readDay(cell("end"), "", timeZone);
  const section = sectionOfTitle(title);
  if (section === undefined) warnings.push({ code: "guessed_section", section: "shows" });
  const point = coordinates.parse(cells["geoData"]);
  const [longitude, latitude] = point?.coordinates ?? [];
  const place = placeOf("mos", { title: cell("place"), address: cell("address"), latitude, longitude });
  const institution = institutionOf("mos", undefined, cell("institution"));
  const ageMin = parseAge(cell("age"));
  const links = linksOf([["site", cell("site")]]);
  const endsAt = end && (end.hasHour ? end.at : end.at.plus({ days: 1 }));
  const draft: EventDraft = {
    section: section ?? "shows",
    attendanceMode: "on_site",
    texts: { ru: wordsOf(title, null, cell("text")) },
    occurrences: [
      {
        startsAt: start.at.toJSDate(),
        ...(endsAt && endsAt > start.at && { endsAt: endsAt.toJSDate() }),
        ...(!start.hasHour && { hasStartTime: false }),
        ...(status === "cancelled" && { status }),
        ...(place && { place }),
      },
    ],
    ...parsePrice(cell("price"), false),
    ...(institution && { institution }),
    ...(ageMin !== undefined && { ageMin }),
    ...(links && links.length > 0 && { links }),
  };
  return { kind: "event", recordId: id, draft, warnings };
}

/** "05.12.2026" with "19:00" beside it, or ISO 8601. */
function readDay(day: string, time: string, zone: string): { at: DateTime; hasHour: boolean } | undefined {
  const [, clock] = /^(?:\D{0,5})(\d{1,2}:\d\d)(?!\d)/u.exec(time.trim()) ?? [];
  const [, date, own] = /^(\d{2}\.\d{2}\.\d{4})(?:,? (\d{1,2}:\d\d)(?::\d\d)?)?$/u.exec(day.trim()) ?? [];
  const hour = clock ?? own;
  if (date !== undefined) {
    const at = DateTime.fromFormat(
      hour === undefined ? date : `${date} ${hour}`,
      hour ? "dd.MM.yyyy H:mm" : "dd.MM.yyyy",
      {
        zone,
      },
    );
    return at.isValid ? { at, hasHour: hour !== undefined } : undefined;
  }
  const at = readWallClock(day === "" ? undefined : day, zone);
  return at && { at, hasHour: day.includes("T") };
}

import { webAddress } from "../../net/web-address.ts";
import { guessLanguage } from "../../programme/editing/extract/extract-traits.ts";
import { type EventDraft, type LinkKind, type OccurrenceDraft, type Section, sections } from "../../programme/event.ts";
import { parsePrice } from "../../programme/said-price.ts";
import { lookUp } from "../../programme/search/lexicon/lexicon.ts";
import { sectionOfTitle } from "../../programme/section-of-title.ts";
import { fold } from "../../text/fold.ts";
import type { Reading } from "../../when/days.ts";
import type { ParsedRecord } from "../feed-format.ts";
import { parseAge } from "../kudago/age.ts";
import type { RecordProblem } from "../problem.ts";
import { cleanLine, shorten } from "../text/clean-text.ts";
import { htmlToText } from "../text/html-to-text.ts";
import { parseCellDates, parseCellEnd } from "./cell-dates.ts";
import type { Column } from "./columns.ts";
import { keyOf } from "./read-sheet.ts";
import type { Cell, SheetRecord } from "./record.ts";

type Cells = Partial<Record<Column, Cell>>;

/** A row that cannot be taken, and with it its event. */
class RowError extends Error {
  readonly row: number;
  readonly problem: RecordProblem;
  constructor(row: number, problem: RecordProblem) {
    super(`row ${row}: ${problem.code}`);
    this.row = row;
    this.problem = problem;
  }
}

/** Makes an event of the rows that tell of it, or says which row cannot be one and why. */
export function parseSheetRecord(raw: unknown, zone: string, now: Date): ParsedRecord {
  const { rows } = raw as SheetRecord;
  const [first] = rows;
  if (first === undefined) return { kind: "refused", recordId: undefined, problem: { code: "no_title" } };
  const recordId = keyOf(first.cells);
  try {
    const warnings: RecordProblem[] = [];
    const draft = draftOf(rows, { now, zone }, warnings);
    return { kind: "event", recordId: recordId ?? `row ${first.number}`, draft, warnings };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { kind: "refused", recordId: `row ${error.row}`, problem: error.problem };
  }
}

function draftOf(rows: SheetRecord["rows"], reading: Reading, warnings: RecordProblem[]): EventDraft {
  const cells: Cells = Object.assign({}, ...rows.map((row) => row.cells).reverse());
  const number = rows[0]?.number ?? 0;
  const title = line(cells.title, 250);
  if (!title) throw new RowError(number, { code: "no_title" });
  // Shown to people it does no harm; in somebody's next table it would be run.
  if (/^[=@]|^[+-](?=[A-Z(])/u.test(title)) throw new RowError(number, { code: "formula" });
  const body = htmlToText(text(cells.body).replaceAll(/\r?\n/gu, "<br>"));
  const summary = line(cells.summary, 1000);
  const language = guessLanguage(`${title} ${body}`);
  const { titleTatar, titleEnglish } = {
    titleTatar: line(cells.titleTatar, 250),
    titleEnglish: line(cells.titleEnglish, 250),
  };
  const ageMin = ageOf(cells, number);
  const links = linksOf(cells, number);
  const institution = line(cells.institution, 200);
  const isOnline = cells.place === undefined && links.some(({ kind }) => kind === "stream");
  return {
    section: sectionOf(cells, title, number, warnings),
    attendanceMode: isOnline ? "online" : links.some(({ kind }) => kind === "stream") ? "mixed" : "on_site",
    texts: {
      ...(titleTatar && { tt: { title: titleTatar } }),
      ...(titleEnglish && { en: { title: titleEnglish } }),
      [language]: { title, ...(summary && { summary }), ...(body && { body }) },
    },
    occurrences: rows.flatMap((row) => datesOf(row, reading)),
    ...(institution && { institution: { origin: `sheet:${fold(institution)}`, names: { [language]: institution } } }),
    ...parsePrice(text(cells.price), false),
    ...(ageMin !== undefined && { ageMin }),
    ...(links.length > 0 && { links }),
  };
}

function datesOf({ number, cells }: SheetRecord["rows"][number], reading: Reading): OccurrenceDraft[] {
  if (cells.start === undefined) throw new RowError(number, { code: "no_dates" });
  const dates = parseCellDates(cells.start, reading);
  if (dates === null) throw new RowError(number, { code: "bad_date", said: shorten(text(cells.start), 40) });
  const title = line(cells.place, 200);
  const address = line(cells.address, 300);
  const place = {
    origin: `sheet:${fold(`${title} ${address}`)}`,
    texts: { [guessLanguage(title)]: { title, ...(address && { address }) } },
  };
  return dates.map(({ startsAt, endsAt: own, hasStartTime }) => {
    const endsAt = cells.end === undefined ? undefined : parseCellEnd(cells.end, startsAt, reading);
    if (endsAt === null) throw new RowError(number, { code: "bad_end", said: shorten(text(cells.end), 40) });
    const end = endsAt ?? own;
    return { startsAt, ...(end && { endsAt: end }), hasStartTime, ...(title && { place }) };
  });
}

/** By its own name, else by any word for it; without any by the title. */
function sectionOf(cells: Cells, title: string, row: number, warnings: RecordProblem[]): Section {
  const said = line(cells.section, 100);
  if (!said) {
    const guessed = sectionOfTitle(title);
    if (!guessed) warnings.push({ code: "guessed_section", section: "shows" });
    return guessed ?? "shows";
  }
  const named = sections.find((section) => section === said.toLowerCase());
  const section = named ?? sectionNamed(fold(said).split(" ")) ?? sectionOfTitle(said);
  if (!section) throw new RowError(row, { code: "bad_section", said: shorten(said, 40) });
  return section;
}

function sectionNamed(words: readonly string[]): Section | undefined {
  const found = lookUp(words, 0);
  if (found?.length !== words.length) return undefined;
  return found.meaning.kind === "exhibition"
    ? "museums"
    : found.meaning.kind === "section"
      ? found.meaning.value
      : undefined;
}

function ageOf(cells: Cells, row: number) {
  const said = text(cells.age).trim();
  if (said === "") return undefined;
  const age = parseAge(said);
  if (age === undefined && said !== "0") throw new RowError(row, { code: "bad_age", said: shorten(said, 40) });
  return age ?? 0;
}

function linksOf(cells: Cells, row: number): { kind: LinkKind; url: string }[] {
  return (["ticket", "stream", "site"] as const).flatMap((kind) => {
    const said = text(cells[kind]).trim();
    if (said === "") return [];
    const url = webAddress(/^https?:\/\//iu.test(said) ? said : `https://${said}`);
    if (!url) throw new RowError(row, { code: "bad_address", said: shorten(said, 40) });
    return [{ kind, url }];
  });
}

const text = (cell: Cell | undefined): string => (typeof cell === "string" ? cell : (cell?.date ?? ""));
const line = (cell: Cell | undefined, limit: number): string => shorten(cleanLine(htmlToText(text(cell))), limit);

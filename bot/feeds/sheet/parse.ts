import { guessLanguage } from "../../programme/editing/extract/extract-traits.ts";
import type { EventDraft, EventWords, OccurrenceDraft } from "../../programme/event.ts";
import { readStatus } from "../../programme/said-status.ts";
import { fold } from "../../text/fold.ts";
import type { Reading } from "../../when/days.ts";
import { type Language, languages, type Texts } from "../../words/language.ts";
import type { ParsedRecord } from "../feed-format.ts";
import type { RecordProblem } from "../problem.ts";
import { shorten } from "../text/clean-text.ts";
import { isBroken } from "../text/decode.ts";
import * as values from "./cells/cell-values.ts";
import { lineOf, proseOf, textOf } from "./cells/cells.ts";
import { datesOfRow } from "./cells/row-dates.ts";
import { headerOf, type TemplateColumn } from "./columns.ts";
import type { Cell, Cells, SheetRecord, SheetRow } from "./record.ts";
import { type TextField, textColumn, textFields } from "./text-columns.ts";

/** A row that cannot be taken, and with it its event. */
class RowError extends Error {
  readonly where: string;
  readonly problem: RecordProblem;

  constructor(where: string, problem: RecordProblem) {
    super(`${where}: ${problem.code}`);
    this.where = where;
    this.problem = problem;
  }
}

/** Makes an event of the rows that tell of it, or says which row cannot be one and why. */
export function parseSheetRecord(raw: unknown, zone: string, now: Date): ParsedRecord {
  const { id, rows } = raw as SheetRecord;
  const [first] = rows;
  if (first === undefined) return { kind: "refused", recordId: undefined, problem: { code: "no_title" } };
  try {
    const warnings: RecordProblem[] = [];
    const draft = draftOf(rows, first, { now, zone }, warnings);
    return { kind: "event", recordId: id ?? first.where, draft, warnings: once(warnings) };
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    const title = lineOf(titleCell(first.cells), 250);
    return { kind: "refused", recordId: error.where, ...(title && { title }), problem: error.problem };
  }
}

/** Says once what is to be said of several rows. */
const once = (warnings: readonly RecordProblem[]): RecordProblem[] => [
  ...new Map(warnings.map((problem) => [JSON.stringify(problem), problem])).values(),
];

function draftOf(rows: readonly SheetRow[], first: SheetRow, reading: Reading, warnings: RecordProblem[]): EventDraft {
  const cells: Cells = Object.assign({}, ...rows.map((row) => row.cells).reverse());
  const broken = rows.find((row) => Object.values(row.cells).some((cell) => isBroken(textOf(cell))));
  if (broken) throw new RowError(broken.where, { code: "bad_encoding" });
  const { title, status } = readStatus(lineOf(titleCell(cells), 250));
  if (!title) throw new RowError(first.where, { code: "no_title" });
  // Shown to people it does no harm; in somebody's next table it would be run.
  if (/^[=@]|^[+-](?=[A-Z(])/u.test(title)) throw new RowError(first.where, { code: "formula" });
  const texts = textsOf(cells, title);
  const [language] = Object.keys(texts) as Language[];
  const ageMin = values.ageOf(cells, warnings);
  const links = values.linksOf(cells, warnings);
  const audiences = values.audiencesOf(cells, warnings);
  const accessibility = values.accessOf(cells, warnings);
  const posterUrl = values.posterOf(cells, warnings);
  const heldIn = values.heldInOf(cells, warnings);
  const institution = lineOf(cells.institution, 200);
  const hasStream = links.some(({ kind }) => kind === "stream");
  const isOff = status === "cancelled" || /отмен|cancel|булмый/iu.test(textOf(cells.status));
  const occurrences = rows.flatMap((row) => occurrencesOf(row, isOff, reading, warnings));
  if (status === "moved") warnings.push({ code: "said_moved", said: shorten(textOf(titleCell(cells)), 80) });
  if (occurrences.every(({ startsAt, endsAt }) => (endsAt ?? endOf(startsAt)) < reading.now))
    warnings.push({ code: "all_past" });
  warnings.push(...differencesOf(rows));
  const price = values.priceOf(cells, warnings);
  const hasPlace = occurrences.some(({ place }) => place);
  // A price for watching from home says that it can be watched, whether there is a link yet or not.
  const isFromHome = hasStream || (price.isFreeOnline === true && hasPlace);
  return {
    section: values.sectionOf(cells, title, warnings),
    attendanceMode: isFromHome ? (hasPlace ? "mixed" : "online") : "on_site",
    texts,
    occurrences,
    ...(institution && {
      institution: { origin: `sheet:${fold(institution)}`, names: { [language ?? "ru"]: institution } },
    }),
    ...price,
    ...(ageMin !== undefined && { ageMin }),
    ...(heldIn !== undefined && { heldIn }),
    ...(audiences.length > 0 && { audiences }),
    ...(accessibility.length > 0 && { accessibility }),
    ...(posterUrl && { posterUrl }),
    ...(links.length > 0 && { links }),
  };
}

const endOf = (startsAt: Date): Date => new Date(startsAt.getTime() + 86_400_000);

/** The words of the table's own language, and those of columns for a language. */
function textsOf(cells: Cells, title: string): Texts<EventWords> {
  const own = wordsOf(
    fieldCells((field) => (field === "title" ? undefined : cells[field])),
    title,
  );
  const language = guessLanguage(`${title} ${own.body ?? ""}`);
  const others: Texts<EventWords> = {};
  for (const other of languages) {
    const said = fieldCells((field) => cells[textColumn(field, other)]);
    // A text needs a title; where there is none the event's own name stands over it.
    if (Object.values(said).some((cell) => textOf(cell) !== "")) others[other] = wordsOf(said, title);
  }
  const { [language]: same, ...rest } = others;
  return { [language]: { ...same, ...own }, ...rest };
}

type TextCells = Partial<Record<TextField, Cell | undefined>>;

const fieldCells = (cellOf: (field: TextField) => Cell | undefined): TextCells =>
  Object.fromEntries(textFields.map((field) => [field, cellOf(field)]));

function wordsOf(cells: TextCells, title: string): EventWords {
  const [summary, who, posterAlt] = [lineOf(cells.summary, 1000), lineOf(cells.who, 500), lineOf(cells.alt, 300)];
  const body = proseOf(cells.body);
  return {
    title: lineOf(cells.title, 250) || title,
    ...(summary && { summary }),
    ...(body && { body }),
    ...(who && { who }),
    ...(posterAlt && { posterAlt }),
  };
}

/** The table's own column of titles, else the first that has one in a language. */
const titleCell = (cells: Cells): Cell | undefined =>
  [cells.title, ...languages.map((language) => cells[textColumn("title", language)])].find(
    (cell) => textOf(cell) !== "",
  );

function occurrencesOf(
  { where, cells }: SheetRow,
  isOff: boolean,
  reading: Reading,
  warnings: RecordProblem[],
): OccurrenceDraft[] {
  const read = datesOfRow(cells, reading, warnings);
  if (read.kind === "refused") throw new RowError(where, read.problem);
  const [title, address] = [lineOf(cells.place, 200), lineOf(cells.address, 300)];
  const position = values.positionOf(cells, warnings);
  const place = {
    origin: `sheet:${fold(`${title} ${address}`)}`,
    texts: { [guessLanguage(title)]: { title, ...(address && { address }) } },
    ...position,
  };
  return read.dates.map(({ startsAt, endsAt, hasStartTime }) => ({
    startsAt,
    ...(endsAt && { endsAt }),
    hasStartTime,
    ...(isOff && { status: "cancelled" as const }),
    ...(title && { place }),
  }));
}

/** Columns that an event has once: where its rows differ, the first one counts, and that is said. */
const onceAnEvent: readonly TemplateColumn[] = [
  "body",
  "price",
  "section",
  "age",
  "who",
  "ticket",
  "stream",
  "site",
  "poster",
];

function differencesOf(rows: readonly SheetRow[]): RecordProblem[] {
  return onceAnEvent.flatMap((column) => {
    const said = new Set(rows.map(({ cells }) => fold(textOf(cells[column]))).filter(Boolean));
    return said.size > 1 ? [{ code: "row_differs" as const, said: headerOf(column, "ru") }] : [];
  });
}

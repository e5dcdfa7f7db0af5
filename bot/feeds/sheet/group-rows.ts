import { fold } from "../../text/fold.ts";
import type { Cell, SheetRecord } from "./record.ts";

type Row = SheetRecord["rows"][number];

/**
 * Gathers rows of the same number or title into events, each a date of it. Rows that name different institutions are different
 * events, though they have one number: a table of several institutions may number each from 1. A row that names none belongs
 * to the last event of its number.
 */
export class RowGroups {
  readonly #records: SheetRecord[] = [];
  readonly #byKey = new Map<string, { record: SheetRecord; institution: string }[]>();

  add(key: string, row: Row): void {
    const institution = nameOf(row.cells.institution);
    const groups = this.#byKey.get(key) ?? [];
    this.#byKey.set(key, groups);
    const group =
      institution === ""
        ? groups.at(-1)
        : (groups.find((one) => one.institution === institution) ?? groups.find((one) => one.institution === ""));
    if (group) {
      group.record.rows.push(row);
      group.institution ||= institution;
      return;
    }
    const record: SheetRecord = { rows: [row] };
    groups.push({ record, institution });
    this.#records.push(record);
  }

  /** In the order of their first rows. */
  get records(): readonly SheetRecord[] {
    return this.#records;
  }
}

const nameOf = (cell: Cell | undefined): string => (typeof cell === "string" ? fold(cell) : "");

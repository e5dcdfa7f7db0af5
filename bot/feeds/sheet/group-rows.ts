import { fold } from "../../text/fold.ts";
import type { Cell, Cells, SheetRecord, SheetRow } from "./record.ts";

interface Group {
  /** Its place in the order of first rows. */
  order: number;
  rows: SheetRow[];
  institution: string;
}

/**
 * Gathers rows of the same number or title into events, each a date of it. Rows that name different institutions are different
 * events, though they have one number: a table of several institutions may number each from 1. A row that names none belongs
 * to the last event of its number. Different, too, are rows of one number with other titles, and of one title with another
 * text, or with another place and another price.
 */
export class RowGroups {
  readonly #byKey = new Map<string, Group[]>();
  #order = 0;

  add(key: string, row: SheetRow): void {
    const institution = folded(row.cells.institution);
    const groups = this.#byKey.get(key) ?? [];
    this.#byKey.set(key, groups);
    const own = groups.filter(({ rows: [first] }) => first !== undefined && isOneEvent(first.cells, row.cells));
    const group =
      institution === ""
        ? own.at(-1)
        : (own.find((one) => one.institution === institution) ?? own.find((one) => one.institution === ""));
    if (group === undefined) {
      groups.push({ order: this.#order, rows: [row], institution });
      this.#order += 1;
    } else {
      group.rows.push(row);
      group.institution ||= institution;
    }
  }

  /** In the order of their first rows. */
  records(): SheetRecord[] {
    const records = [...this.#byKey].flatMap(([key, groups]) =>
      groups.map((group) => {
        const alike = groups.filter(({ institution }) => institution === group.institution);
        return {
          order: group.order,
          id: alike.length > 1 ? `${key} ${ownWords(key, group)}`.slice(0, 300) : key,
          rows: group.rows,
        };
      }),
    );
    return records.sort((one, other) => one.order - other.order).map(({ id, rows }) => ({ id, rows }));
  }
}

const folded = (cell: Cell | undefined): string => (typeof cell === "string" ? fold(cell) : "");

function isOneEvent(one: Cells, other: Cells): boolean {
  const differs = (column: "title" | "body" | "place" | "price"): boolean => {
    const [first, second] = [folded(one[column]), folded(other[column])];
    return first !== "" && second !== "" && first !== second;
  };
  return !differs("title") && !differs("body") && !(differs("place") && differs("price"));
}

/** What tells an event from others of its number, or of its title, wherever it stands. */
function ownWords(key: string, { rows: [first] }: Group): string {
  const title = folded(first?.cells.title);
  const start = first?.cells.start;
  const when = typeof start === "string" ? fold(start) : (start?.date ?? "");
  return [title === key ? "" : title, folded(first?.cells.place), when].filter(Boolean).join(" ");
}

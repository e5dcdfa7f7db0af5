import type { Table } from "../report.ts";

/** What a sheet may not be called, and how long its name may be (ECMA-376, sheet names). */
const forbidden = /[\\/*?:[\]]/g;
const longestName = 31;

/** Tables as a workbook: numbers are numbers, days are dates, the header stays in sight. */
export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  return writeXlsxFile(
    tables.map(({ name, header, rows }) => ({
      sheet: name.replaceAll(forbidden, " ").slice(0, longestName),
      data: [
        header.map((value) => ({ value, fontWeight: "bold" as const, wrap: true })),
        ...rows.map((row) =>
          row.map((value) =>
            value instanceof Date ? { value, type: Date, format: "dd.mm.yyyy" } : value === null ? null : { value },
          ),
        ),
      ],
      columns: header.map((_, column) => ({ width: widthOf(rows.map((row) => row[column])) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

const widthOf = (values: readonly unknown[]): number =>
  Math.min(60, Math.max(16, ...values.map((value) => (typeof value === "string" ? value.length + 2 : 0))));

import type { Translate } from "../../words/messages/translator.ts";
import { headerOf, type TemplateColumn, templateColumns } from "./columns.ts";
import { exampleLink, exampleTitles } from "./example.ts";

/** Characters. */
const widths: Partial<Record<TemplateColumn, number>> = { title: 36, start: 18, place: 24, body: 48, price: 20 };
const notes = [
  ...(["title", "start", "end", "institution", "section", "price", "age", "language", "audience", "access"] as const),
  ...(["poster", "alt", "coordinates", "status", "id"] as const),
] as const;

/** A workbook to fill in: headers in the reader's language, an example of two dates, and a sheet that explains. */
export async function sheetTemplate(t: Translate): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const columns = templateColumns(t.language);
  const header = (column: TemplateColumn) => ({ value: headerOf(column, t.language), fontWeight: "bold" as const });
  const example = (start: string): Partial<Record<TemplateColumn, string>> => ({
    title: exampleTitles[t.language],
    start,
    end: "20:30",
    place: t("sheet.example.place"),
    section: t("sheet.example.section"),
    price: t("sheet.example.price"),
    age: "12+",
    ticket: exampleLink,
  });
  const rowOf = (cells: Partial<Record<TemplateColumn, string>>) => columns.map((column) => cells[column] ?? null);
  const explained = notes.map((column) => [header(column), t(`sheet.note.${column}`)]);
  const links = (["ticket", "stream", "site"] as const).map((column) => headerOf(column, t.language)).join(", ");
  return writeXlsxFile([
    {
      sheet: t("sheet.events"),
      data: [columns.map(header), rowOf(example("05.12.2026 18:30")), rowOf(example("06.12.2026 18:30"))],
      columns: columns.map((column) => ({ width: widths[column] ?? 16 })),
      stickyRowsCount: 1,
    },
    {
      sheet: t("sheet.notes"),
      data: [
        ...explained,
        [{ value: links, fontWeight: "bold" as const }, t("sheet.note.links")],
        [null, t("sheet.note.again")],
      ],
      columns: [{ width: 26 }, { width: 110 }],
    },
  ]).toBuffer();
}

import { describe, expect, it } from "vitest";
import { importAsShown } from "../../../bot/feeds/preview/import-store.ts";
import { formatOf } from "../../support/format.ts";
import { now, openOffice, source, timeZone } from "./office.ts";

const { database, preview, imports, programme } = await openOffice();
const sheet = formatOf("sheet");

type Row = [number: number, title: string, start: string];

/** A workbook as people keep one: numbered from 1, with or without the column of the institution. */
async function workbook(rows: readonly Row[], institution?: string | readonly string[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const whose = (index: number) => (typeof institution === "string" ? institution : (institution?.[index] ?? ""));
  const head = ["Номер", "Название", "Начало", "Раздел", ...(institution ? ["Учреждение"] : [])];
  const body = rows.map(([number, title, start], index) => [
    number,
    title,
    start,
    "концерт",
    ...(institution ? [whose(index)] : []),
  ]);
  return writeXlsxFile([{ data: [head, ...body] }]).toBuffer();
}

const library: Row[] = [
  [1, "Читаем Тукая", "05.12.2026 18:30"],
  [2, "Вечер сказок", "06.12.2026 12:00"],
  [3, "Книжная ярмарка", "07.12.2026 10:00"],
];
const theatre: Row[] = [
  [1, "Ревизор", "08.12.2026 19:00"],
  [2, "Гроза", "09.12.2026 19:00"],
  [3, "Чайка", "10.12.2026 19:00"],
];

const titles = async () => (await programme()).map(({ texts }) => texts[0]?.title);
const both = [...library, ...theatre].map(([, title]) => title);
const statuses = async () => (await programme()).flatMap(({ occurrences }) => occurrences.map(({ status }) => status));

describe("two tables of two institutions, both numbered from 1,", () => {
  it("are two programmes, and each again changes nothing, in any order of rows", async () => {
    const first = await workbook(library, "Городская библиотека");
    const second = await workbook(theatre, "Драматический театр");
    expect(await imports(sheet, first)).toMatchObject({ created: 3 });
    expect(await preview(sheet, second)).toMatchObject({ created: 3, updated: 0, dates: { cancelled: 0 }, told: 0 });
    expect(await imports(sheet, second)).toMatchObject({ created: 3, updated: 0 });
    expect(await titles()).toEqual(both);
    expect(new Set(await statuses())).toEqual(new Set(["scheduled"]));
    for (const table of [first, second])
      expect(await imports(sheet, table)).toMatchObject({ unchanged: 3, updated: 0 });
    const resorted = await workbook(library.toReversed(), "Городская библиотека");
    expect(await imports(sheet, resorted)).toMatchObject({ unchanged: 3, updated: 0, created: 0 });
  });

  it("may stand in one table", async () => {
    const whose = [...library.map(() => "Городская библиотека"), ...theatre.map(() => "Драматический театр")];
    expect(await imports(sheet, await workbook([...library, ...theatre], whose))).toMatchObject({ created: 6 });
    expect(await titles()).toEqual(both);
  });

  it("that name no institution do not overwrite each other: the second is another programme, with a remark", async () => {
    await imports(sheet, await workbook(library));
    const shown = await preview(sheet, await workbook(theatre));
    expect(shown).toMatchObject({ created: 3, updated: 0, refused: [], told: 0 });
    expect(shown.warnings[0]?.problem).toEqual({ code: "renumbered", said: "Читаем Тукая" });
    expect(await imports(sheet, await workbook(theatre))).toMatchObject({ created: 3, updated: 0 });
    expect(await titles()).toEqual(both);
    for (const table of [library, theatre])
      expect(await imports(sheet, await workbook(table))).toMatchObject({ unchanged: 3, created: 0, updated: 0 });
  });

  it("of one institution do not overwrite each other either, as the table of the next month would", async () => {
    await imports(sheet, await workbook(library, "Городская библиотека"));
    const january: Row[] = [[1, "Святки", "07.01.2027 12:00"]];
    const table = await workbook(january, "Городская библиотека");
    expect(await imports(sheet, table)).toMatchObject({ created: 1, updated: 0 });
    expect(await imports(sheet, table)).toMatchObject({ unchanged: 1, created: 0 });
  });

  it("may have a row put in: nothing moves but the numbers", async () => {
    await imports(sheet, await workbook(library, "Городская библиотека"));
    const more: Row[] = [[1, "Открытие", "04.12.2026 18:00"], ...library.map(([n, ...row]): Row => [n + 1, ...row])];
    const table = await workbook(more, "Городская библиотека");
    const none = { moved: 0, cancelled: 0, added: 0 };
    expect(await imports(sheet, table)).toMatchObject({ created: 1, unchanged: 3, updated: 0, dates: none });
    expect(await imports(sheet, table)).toMatchObject({ created: 0, unchanged: 4, updated: 0 });
  });
});

describe("a record of a table", () => {
  it("keeps its event when its title changes, and when its date does", async () => {
    await imports(sheet, await workbook(library, "Городская библиотека"));
    const changed: Row[] = [
      [1, "Читаем Тукая вслух", "05.12.2026 18:30"],
      [2, "Вечер сказок", "06.12.2026 15:00"],
      [3, "Книжная ярмарка", "07.12.2026 10:00"],
    ];
    const table = await workbook(changed, "Городская библиотека");
    expect(await preview(sheet, table)).toMatchObject({ updated: 2, unchanged: 1, dates: { moved: 1, cancelled: 0 } });
    expect(await imports(sheet, table)).toMatchObject({ updated: 2, dates: { moved: 1 } });
    expect(await titles()).toEqual(["Читаем Тукая вслух", "Вечер сказок", "Книжная ярмарка"]);
  });

  it("is found when its table names the institution for the first time, and when it leaves it out again", async () => {
    await imports(sheet, await workbook(library));
    expect(await imports(sheet, await workbook(library, "Городская библиотека"))).toMatchObject({
      updated: 3,
      created: 0,
    });
    expect(await imports(sheet, await workbook(library))).toMatchObject({ updated: 3, created: 0 });
    expect(await imports(sheet, await workbook(library, "Городская библиотека"))).toMatchObject({
      updated: 3,
      created: 0,
    });
    expect(await titles()).toEqual(library.map(([, title]) => title));
  });
});

describe("what is shown before", () => {
  const two = "Номер;Название;Начало;Раздел\n1;Концерт;05.12.2026 18:30;концерт\n1;Концерт;06.12.2026 18:30;концерт";
  const one = "Номер;Название;Начало;Раздел\n1;Концерт;05.12.2026 18:30;концерт";

  async function remind(...startsAt: string[]): Promise<void> {
    for (const start of startsAt) {
      const { id } = await database.occurrence.findFirstOrThrow({ where: { startsAt: new Date(start) } });
      await database.reminder.create({ data: { personId: 2n, occurrenceId: id, minutes: 60, createdAt: now } });
    }
  }

  it("counts what is cancelled, and whom it would tell, once; and writes nothing", async () => {
    await imports(sheet, two);
    await remind("2026-12-06T15:30:00Z");
    expect(await preview(sheet, one)).toMatchObject({ updated: 1, dates: { cancelled: 1 }, told: 1 });
    expect(await statuses()).toEqual(["scheduled", "scheduled"]);
    expect(await imports(sheet, one)).toMatchObject({ dates: { cancelled: 1 }, told: 1 });
    expect(await statuses()).toEqual(["scheduled", "cancelled"]);
  });

  const file = (content: string) => ({ format: sheet, source: source(content), name: "афиша" });
  const agree = (content: string, picture: string) =>
    importAsShown(database, { by: 1, now }, file(content), { timeZone, picture });

  it("is done as it was shown", async () => {
    await imports(sheet, two);
    const { picture } = await preview(sheet, one);
    expect(await agree(one, picture)).toMatchObject({ kind: "done", value: { updated: 1, dates: { cancelled: 1 } } });
  });

  it("is shown anew, and nothing done, where it would do something else by now", async () => {
    await imports(sheet, two);
    const { picture } = await preview(sheet, one);
    await remind("2026-12-06T15:30:00Z");
    expect(await agree(one, picture)).toMatchObject({ kind: "differs", preview: { told: 1, dates: { cancelled: 1 } } });
    const again = await preview(sheet, one);
    await database.occurrence.updateMany({
      where: { startsAt: new Date("2026-12-06T15:30:00Z") },
      data: { startsAt: new Date("2026-12-07T15:30:00Z"), endsAt: new Date("2026-12-07T17:30:00Z") },
    });
    // Another date would be cancelled, but by the same row.
    expect(await agree(one, again.picture)).toMatchObject({ kind: "done" });
    expect(await statuses()).toEqual(["scheduled", "cancelled"]);
  });

  it("holds for each record until it is written: one that would cancel something else is refused", async () => {
    await imports(sheet, two);
    const { importFeed } = await import("../../../bot/feeds/import.ts");
    const agreed = new Map([[JSON.stringify(["", "1"]), ""]]);
    const summary = await importFeed(database, sheet, source(one), { now, timeZone, agreed });
    expect(summary).toMatchObject({ updated: 0, refused: [{ id: "1", problem: { code: "changed_meanwhile" } }] });
    expect(await statuses()).toEqual(["scheduled", "scheduled"]);
  });
});

import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFeed } from "../../../bot/feeds/import.ts";
import { importAsStaff, previewImport } from "../../../bot/feeds/preview/import-store.ts";
import { FeedError } from "../../../bot/feeds/problem.ts";
import { headerOf, type TemplateColumn, templateColumns } from "../../../bot/feeds/sheet/columns.ts";
import { readRows } from "../../../bot/feeds/sheet/read-rows.ts";
import { sheetTemplate } from "../../../bot/feeds/sheet/template.ts";
import { words } from "../../support/city.ts";
import { formatOf } from "../../support/format.ts";
import { now, openOffice, source, timeZone } from "./office.ts";

const sheet = formatOf("sheet");

const { database, preview, imports, programme, startsOf } = await openOffice();

const csv = [
  "Афиша на декабрь;;;;;;",
  "Название;Начало;Конец;Место;Цена;Возраст;Билеты",
  "Зимняя рапсодия, концерт;05.12.2026 18:30;20:30;Большой зал;500–1200 руб.;12+;tickets.example/1",
  "Зимняя рапсодия, концерт;06.12.2026 18:30;;Большой зал;;;",
  "Выставка «Вода»;07.12.2026;20.12.2026;Музей;бесплатно;0+;",
  "Спектакль без даты;;;;;;",
  "Спектакль;завтра;;;;;",
  ";05.12.2026;;;;;",
  "=HYPERLINK(1);05.12.2026;;;;;",
  "Лекция;8.12.2026 19.00;;;;;javascript:alert(1)",
].join("\r\n");

describe("a table", () => {
  it("is shown before it is imported: what is new, what is refused and in which row, and nothing is written", async () => {
    const shown = await preview(sheet, csv);
    expect(shown).toMatchObject({
      ...{ created: 3, updated: 0 },
      rows: [{ title: "Зимняя рапсодия, концерт" }, { title: "Выставка «Вода»" }, { title: "Лекция" }],
    });
    expect(shown.warnings.map(({ id, problem }) => [id, problem.code])).toEqual([["лекция", "bad_address_left_out"]]);
    expect(shown.refused.map(({ id, problem }) => [id, problem.code])).toEqual([
      ["row 6", "no_dates"],
      ["row 7", "bad_date"],
      ["row 8", "no_title"],
      ["row 9", "formula"],
    ]);
    expect(await database.event.count()).toBe(0);
    expect(await database.auditEntry.count()).toBe(0);
  });

  it("is imported with a line in the log, and again without a change", async () => {
    expect(await imports(sheet, csv)).toMatchObject({ created: 3 });
    const [rhapsody, water] = await programme();
    expect(rhapsody).toMatchObject({ section: "music", priceMin: 500, priceMax: 1200, ageMin: 12, isFree: false });
    expect(rhapsody?.links).toMatchObject([{ kind: "ticket", url: "https://tickets.example/1" }]);
    expect(rhapsody?.occurrences).toMatchObject([
      { startsAt: new Date("2026-12-05T15:30:00Z"), endsAt: new Date("2026-12-05T17:30:00Z"), hasEndTime: true },
      { startsAt: new Date("2026-12-06T15:30:00Z"), hasEndTime: false },
    ]);
    expect(water).toMatchObject({ section: "museums", isFree: true });
    expect(water?.occurrences).toMatchObject([{ hasStartTime: false, endsAt: new Date("2026-12-20T21:00:00Z") }]);
    const log = await database.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(log.map(({ action }) => action)).toEqual(["programme.import.begin", "programme.import.end"]);
    expect(log[1]?.after).toMatchObject({ name: "афиша", created: 3, refused: 4 });
    expect(await imports(sheet, csv)).toMatchObject({ created: 0, unchanged: 3 });
  });

  it("is forbidden to who may not import", async () => {
    const file = { format: sheet, source: source(csv) };
    expect(await previewImport(database, { by: 2, now }, file, { timeZone })).toEqual({ kind: "forbidden" });
    const named = { ...file, name: "афиша" };
    expect(await importAsStaff(database, { by: 2, now }, named, { timeZone })).toEqual({ kind: "forbidden" });
  });

  it("is read in Windows-1251, with commas, and with headers of another language", async () => {
    // "Название;Начало\nДжаз;05.12.2026 19:00" as Excel in Russia saves it.
    const russian = Buffer.from("cde0e7e2e0ede8e53bcde0f7e0ebee0ac4e6e0e73b30352e31322e323032362031393a3030", "hex");
    expect(await preview(sheet, russian)).toMatchObject({ created: 1, rows: [{ title: "Джаз" }] });
    const english = 'Title,Start,Section\n"Jazz, live",2026-12-05 19:00,music';
    expect(await preview(sheet, english)).toMatchObject({ created: 1, rows: [{ title: "Jazz, live" }] });
    expect(await preview(sheet, "Исеме\tБашлана\nМоңнар\t05.12.2026 19:00")).toMatchObject({ created: 1 });
  });

  it.each(["ru", "tt", "en"] as const)("has a template in %s whose example is not loaded", async (language) => {
    const shown = await preview(sheet, await sheetTemplate(words.for(language)));
    expect(shown).toMatchObject({ read: 0, created: 0, refused: [] });
    expect(shown.warnings).toEqual([{ id: "file", problem: { code: "example" } }]);
  });

  it.each(["ru", "tt", "en"] as const)("has a column in %s for every field of an event", async (language) => {
    const filled: Partial<Record<TemplateColumn, string>> = {
      ...{ title: "Концерт", start: "05.12.2026 18:30", end: "20:30", place: "Зал", address: "Баумана, 1" },
      ...{
        institution: "Дом",
        section: "music",
        price: "500–1200 руб.",
        age: "12+",
        who: "Оркестр",
        summary: "Коротко",
      },
      ...{ body: "Тело", alt: "Скрипач", language: "татарский", audience: "дети, семья", access: "субтитры" },
      ...{ ticket: "https://a.example/t", stream: "https://a.example/s", recording: "https://a.example/r" },
      ...{ site: "https://a.example/w", poster: "https://a.example/p.jpg", coordinates: "55.79, 49.12", id: "7" },
      ...{
        titleTatar: "Концерт тт",
        bodyTatar: "Тән",
        whoTatar: "Оркестр тт",
        summaryTatar: "Кыска",
        altTatar: "Рәсем",
      },
      ...{ titleEnglish: "Concert", bodyEnglish: "Body", whoEnglish: "Orchestra", summaryEnglish: "Short" },
      ...{ altEnglish: "A violinist", titleRussian: "Концерт", bodyRussian: "Тело", whoRussian: "Оркестр" },
      ...{ summaryRussian: "Коротко", altRussian: "Скрипач" },
    };
    const columns = templateColumns(language);
    const rows = [columns.map((column) => headerOf(column, language)), columns.map((column) => filled[column] ?? "")];
    expect(await imports(sheet, rows.map((row) => row.join(";")).join("\n"))).toMatchObject({
      created: 1,
      warnings: [],
    });
    const [event] = await programme();
    expect(event).toMatchObject({ section: "music", ageMin: 12, priceMin: 500, priceMax: 1200, heldIn: "tt" });
    expect(event).toMatchObject({ audiences: ["children", "family"], accessibility: ["subtitles"] });
    expect(event?.posterUrl).toBe("https://a.example/p.jpg");
    expect(event?.links.map(({ kind }) => kind).sort()).toEqual(["recording", "site", "stream", "ticket"]);
    expect(event?.occurrences[0]?.place).toMatchObject({ latitude: 55.79, longitude: 49.12 });
    const ru = {
      language: "ru",
      title: "Концерт",
      summary: "Коротко",
      body: "Тело",
      who: "Оркестр",
      posterAlt: "Скрипач",
    };
    const expected = [
      ru,
      { language: "tt", title: "Концерт тт", summary: "Кыска", body: "Тән", who: "Оркестр тт", posterAlt: "Рәсем" },
      { language: "en", title: "Concert", summary: "Short", body: "Body", who: "Orchestra", posterAlt: "A violinist" },
    ].filter((text) => text.language === "ru" || text.language !== language);
    expect(event?.texts).toHaveLength(expected.length);
    for (const text of expected) expect(event?.texts).toContainEqual(expect.objectContaining(text));
  });

  it("takes spreadsheet's own dates by the wall clock", async () => {
    const { default: writeXlsxFile } = await import("write-excel-file/node");
    const date = { value: new Date("2026-12-05T18:30:00Z"), type: Date, format: "dd.mm.yyyy hh:mm" };
    const bytes = await writeXlsxFile([
      {
        data: [
          ["Title", "Start"],
          ["Jazz", date],
        ],
      },
    ]).toBuffer();
    await imports(sheet, bytes);
    expect(await startsOf()).toEqual(["2026-12-05T15:30:00.000Z"]);
  });

  it("of hostile HTML becomes plain text", async () => {
    await imports(sheet, "Title;Start;Description\n<b>Jazz</b><script>x()</script>;05.12.2026;<p>One</p><p>Two</p>");
    const [event] = await programme();
    expect(event?.texts).toMatchObject([{ title: "Jazz", body: "One\n\nTwo" }]);
  });

  it.each([
    ["no table", "просто текст", "no_title_column"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), "no_table"],
    ["half a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "no_workbook"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "old_workbook"],
  ])("that is %s is refused with its reason", async (_, content, code) => {
    expect((await preview(sheet, content)).stopped).toMatchObject({ kind: "broken", problem: { code } });
  });

  it("that unfolds to too much, or to more than it says, is refused before it is unfolded", async () => {
    const bomb = deflateRawSync(Buffer.alloc(70_000_000));
    await expect(readRows(zip(bomb, 70_000_000))).rejects.toMatchObject({ problem: { code: "too_large", most: 60 } });
    await expect(readRows(zip(bomb, 1_000))).rejects.toThrow(FeedError);
  });
});

/** A ZIP of one file that says it is `size` bytes large. */
function zip(packed: Buffer, size: number): Uint8Array {
  const name = Buffer.from("xl/workbook.xml");
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(packed), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, packed]);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

it("says that there is no such file", async () => {
  const { stopped } = await importFeed(database, sheet, "no-such-folder/events.csv", { now, timeZone });
  expect(stopped).toEqual({
    kind: "broken",
    problem: { code: "source", sentence: "There is no file no-such-folder/events.csv." },
  });
});

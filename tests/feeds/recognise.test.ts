import { expect, it } from "vitest";
import { recognise } from "../../bot/feeds/source/recognise.ts";

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, "utf16le");

it.each<[string, string | Uint8Array, string | undefined]>([
  ["what.bin", "BEGIN:VCALENDAR\r\nVERSION:2.0", "ical"],
  ["what.bin", "\uFEFF  begin:vcalendar\n", "ical"],
  ["programme.txt", '{"count": 1, "results": []}', "kudago"],
  ["programme.txt", "[]", "kudago"],
  ["programme.ics", "PK\u0003\u0004and so on", "sheet"],
  ["programme.txt", "Афиша;;\nНазвание;Начало\nКонцерт;05.12.2026", "sheet"],
  ["programme.txt", '"Title","Start"\r\n"Concert","2026-12-05"', "sheet"],
  ["programme.txt", utf16("Исеме\tБашлана\nКонцерт\t05.12.2026"), "sheet"],
  // Nothing tells but the name.
  ["other.CSV", "a;b;c", "sheet"],
  ["b.xlsx", "", "sheet"],
  ["e.pdf", "%PDF-1.7", undefined],
  ["", "", undefined],
])("takes %s by what is in it: %#", (name, content, expected) => {
  const format = recognise(name, typeof content === "string" ? Buffer.from(content) : content);
  expect(format?.source).toBe(expected);
});

import { describe, expect, test } from "vitest";
import { parseOpening } from "../../bot/opening/parse-opening.ts";
import { formatHours, formatOpenNow } from "../../bot/opening/words.ts";
import type { Language } from "../../bot/words/language.ts";
import { words } from "../support/city.ts";

const zone = "Europe/Moscow";

function told(text: string, language: Language, local: string): string[] {
  const reader = { t: words.for(language), zone, now: new Date(`${local}+03:00`) };
  const parsed = parseOpening(text, reader);
  if (parsed.kind !== "hours") throw new Error(parsed.what);
  return [formatOpenNow(parsed.hours, reader), formatHours(parsed.hours, reader)];
}

const museum = "вт–вс 10–18, чт до 20, пн выходной, в праздники закрыто";

describe("opening hours in words", () => {
  test.each([
    [
      museum,
      "ru",
      "2026-11-20T12:00",
      "Открыто до 18:00",
      "вт, ср, пт–вс 10:00–18:00; чт 10:00–20:00; пн — выходной; в праздники закрыто",
    ],
    [
      museum,
      "tt",
      "2026-11-20T12:00",
      "18:00гә кадәр ачык",
      "сишәмбе, чәршәмбе, җомга–якшәмбе 10:00–18:00; пәнҗешәмбе 10:00–20:00; дүшәмбе — ял көне; бәйрәмнәрдә ябык",
    ],
    [
      museum,
      "en",
      "2026-11-20T12:00",
      "Open now until 18:00",
      "Tue, Wed, Fri–Sun 10:00–18:00; Thu 10:00–20:00; Mon closed; closed on public holidays",
    ],
    [museum, "ru", "2026-11-20T20:00", "Закрыто, откроется завтра в 10:00", null],
    [museum, "tt", "2026-11-20T20:00", "Ябык, иртәгә 10:00дә ачыла", null],
    [museum, "en", "2026-11-20T20:00", "Closed, opens tomorrow at 10:00", null],
    [museum, "ru", "2026-11-20T08:00", "Закрыто, откроется в 10:00", null],
    [museum, "ru", "2026-11-22T19:00", "Закрыто, откроется во вторник, 24 ноября, в 10:00", null],
    [museum, "tt", "2026-11-22T19:00", "Ябык, 24 ноябрьдә, сишәмбе көнне, 10:00дә ачыла", null],
    [museum, "en", "2026-11-22T19:00", "Closed, opens on Tuesday 24 November at 10:00", null],
    ["пт, сб 18–02:30", "ru", "2026-11-21T01:00", "Открыто до 02:30", "пт, сб 18:00–02:30; пн–чт, вс — выходной"],
    ["пт, сб 18–02:30", "tt", "2026-11-21T01:00", "02:30га кадәр ачык", null],
    ["24/7", "en", "2026-11-21T01:00", "Open around the clock", "daily around the clock"],
    ["24/7", "tt", "2026-11-21T01:00", "Тәүлек буе ачык", "көн саен тәүлек буе"],
    [
      "ежедневно 10–18, 31 декабря до 16, 1–8 января закрыто",
      "ru",
      "2026-12-20T12:00",
      "Открыто до 18:00",
      "ежедневно 10:00–18:00; чт, 31 декабря 10:00–16:00; 1–8 января 2027 закрыто",
    ],
  ] as const)("%s in %s at %s", (text, language, local, open, week) => {
    const [now, hours] = told(text, language, local);
    expect(now).toBe(open);
    if (week !== null) expect(hours).toBe(week);
  });
});

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { spanOf } from "../../bot/reports/counting/span.ts";
import { draw } from "../../bot/reports/plot/draw.ts";
import { plotOption } from "../../bot/reports/plot/plot-option.ts";
import { workbookOf } from "../../bot/reports/plot/workbook.ts";
import { peopleReport } from "../../bot/reports/subjects/people.ts";
import { ratingReport } from "../../bot/reports/subjects/ratings.ts";
import { words } from "../support/city.ts";
import { evening } from "../support/evening.ts";
import { readGlyphs } from "./glyphs.ts";

const span = spanOf("week", evening.now, evening.timeZone);
const reportIn = (language: "ru" | "tt" | "en", count: number) =>
  peopleReport(
    {
      arrivals: [{ bucket: "2026-11-20", name: "tt", count }],
      standing: [{ language: "tt", known: 1_234, active: count, blocked: 0 }],
    },
    span,
    words.for(language),
  );

/** How many pixels are of about this colour. */
function countPixels({ data }: PNG, [red, green, blue]: readonly [number, number, number]): number {
  const near = (offset: number, value: number) => Math.abs((data[offset] ?? 0) - value) < 12;
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (near(at, red) && near(at + 1, green) && near(at + 2, blue)) count += 1;
  }
  return count;
}

/** Values of days, the last of which is not over. */
const lightOrange = [0xf3, 0xd0, 0x99] as const;
const curve = [0xb0, 0x5a, 0x00] as const;
const orange = [0xe0, 0x8a, 0x00] as const;

async function readSheetOf(tables: Parameters<typeof workbookOf>[0]) {
  const { readSheet } = await import("read-excel-file/node");
  return readSheet(Buffer.from(await workbookOf(tables)));
}

describe("a picture", () => {
  it("is an upright PNG of 900 × 1125 on which the bar of the one series stands", async () => {
    const png = PNG.sync.read(Buffer.from(await draw({ plot: reportIn("tt", 40).plot, language: "tt" })));
    expect([png.width, png.height]).toEqual([900, 1_125]);
    expect(countPixels(png, lightOrange)).toBeGreaterThan(10_000);
    expect(countPixels(png, [0xff, 0xff, 0xff])).toBeGreaterThan(500_000);
  });

  it("of nothing has no bar and says so", async () => {
    const { plot } = reportIn("ru", 0);
    const png = PNG.sync.read(Buffer.from(await draw({ plot, language: "ru" })));
    expect(countPixels(png, orange)).toBe(0);
    expect(JSON.stringify(plotOption(plot, "ru").title)).toContain("За это время данных нет.");
  });

  it("of ratings has bars, and below them a curve from one to five stars", async () => {
    const rated = { bucket: "2026-11-20", stars: 40, count: 10 };
    const { plot } = ratingReport({ weeks: [rated], best: [], worst: [] }, span, words.for("tt"));
    expect(plotOption(plot, "tt").yAxis).toMatchObject([
      { name: "Куелган баллар" },
      { name: "Уртача йолдыз саны", min: 1, max: 5 },
    ]);
    const png = PNG.sync.read(Buffer.from(await draw({ plot, language: "tt" })));
    // The one point of the curve.
    expect(countPixels(png, curve)).toBeGreaterThan(100);
    const rows = await readSheetOf(ratingReport({ weeks: [rated], best: [], worst: [] }, span, words.for("tt")).tables);
    expect(rows.slice(-2)).toEqual([
      [new Date("2026-11-19"), 0, null],
      [new Date("2026-11-20"), 10, 4],
    ]);
  });

  it("has a title, a period and both axes named, and numbers in the reader's way", () => {
    const option = plotOption(reportIn("en", 40_000).plot, "en");
    expect(option.title).toMatchObject([
      {
        text: "New people by language",
        subtext: "Last 7 days: 14 Nov 2026 – 20 Nov 2026 · Kazan\nMade on 20 Nov 2026, 17:30",
      },
    ]);
    expect(option.xAxis).toMatchObject({ name: "Day (today so far)" });
    expect(option.yAxis).toMatchObject({ name: "People" });
    const { axisLabel } = option.yAxis as { axisLabel: { formatter(value: number): string } };
    expect(axisLabel.formatter(40_000)).toBe("40,000");
  });

  it.each(["400Regular/PTSans_400Regular", "700Bold/PTSans_700Bold"])("lacks no letter of ours in %s", async (name) => {
    const path = fileURLToPath(import.meta.resolve(`@expo-google-fonts/pt-sans/${name}.ttf`));
    const hasGlyph = readGlyphs(await readFile(path));
    const locales = await Promise.all(
      ["ru", "tt", "en"].map((each) => readFile(new URL(`../../locales/${each}.yaml`, import.meta.url), "utf8")),
    );
    const numbers = locales.map((text) => /^numbers:\n(?: .*\n|\n)*/m.exec(text)?.[0] ?? "");
    expect(numbers.join("")).toMatch(/[әөүҗңһ]/);
    const letters = new Set(`${numbers.join("")}әөүҗңһӘӨҮҖҢҺёЁ«»–—…•№%0123456789\u00a0,.`);
    letters.delete("\n");
    expect(hasGlyph("漢")).toBe(false);
    const missing = [...letters].filter((letter) => !hasGlyph(letter));
    expect(missing).toEqual([]);
  });
});

describe("a table", () => {
  it("read back has days as dates, numbers as numbers, and a header in the reader's language", async () => {
    const { readSheet } = await import("read-excel-file/node");
    const rows = await readSheet(Buffer.from(await workbookOf(reportIn("tt", 40).tables)));
    expect(rows[0]).toEqual(["Көн", "Русский", "Татарча", "English"]);
    expect(rows).toHaveLength(8);
    expect(rows[7]).toEqual([new Date("2026-11-20"), 0, 40, 0]);
  });

  it("takes any name and text, those of other people's events too", async () => {
    const { default: readXlsxFile } = await import("read-excel-file/node");
    const table = { name: "a/b:c?*[d]".repeat(9), header: ["="], rows: [["=1+1"], ["</x>& \u0001"]] };
    const [sheet] = await readXlsxFile(Buffer.from(await workbookOf([table])));
    expect(sheet?.sheet).toHaveLength(31);
    expect(sheet?.data[1]).toEqual(["=1+1"]);
  });
});

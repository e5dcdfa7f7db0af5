import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";

/** What `npm run explain` says of a text, three o'clock in the afternoon of Sunday 29 November 2026. */
function explain(text: string, ...args: string[]): Promise<{ code: number | null; output: string; complaint: string }> {
  const when = ["--now", "2026-11-29T15:00"];
  return new Promise((resolve) => {
    const command = ["scripts/explain.ts", ...args, ...when];
    const child = execFile(process.execPath, command, { env: {} }, (_, output, complaint) => {
      resolve({ code: child.exitCode, output, complaint });
    });
    child.stdin?.end(`${text}\n`);
  });
}

describe("npm run explain", () => {
  it.each([
    ["moment", "завтра в 19 ансамбль", { understood: { startsAt: "2026-11-30T19:00+03:00" }, unused: ["ансамбль"] }],
    ["moment", "5/12 19:00", { unclear: "ambiguous", unused: [] }],
    ["dates", "5 декабрь 12:00 һәм 15:00", { understood: [{}, { startsAt: "2026-12-05T15:00+03:00" }], unused: [] }],
    [
      "lessons",
      "Mon Wed 10:00 from 7 December, 4 lessons",
      { understood: { byDay: [{ weekday: 1 }, { weekday: 3 }], expanded: [{}, {}, {}, {}] }, unused: [] },
    ],
    [
      "query",
      "джаз в пятницу после 19",
      { windows: [{ from: "2026-12-04T19:00+03:00", to: "2026-12-05T04:00+03:00" }], unused: ["джаз"] },
    ],
    [
      "poster",
      "Концерт «Снегопад»\n5 декабря в 1️⃣8️⃣:00, Театр Камала\nКасса: 200-10-20, kassa.example\n#концерт",
      {
        understood: { title: "Концерт «Снегопад»", place: "kamal", dates: [{ startsAt: "2026-12-05T18:00+03:00" }] },
        // The desk stays in the text; a hashtag repeats what the title says.
        unused: [],
      },
    ],
  ])("%s: %s", async (kind, text, understood) => {
    const { code, output } = await explain(text, kind);
    expect(JSON.parse(output)).toMatchObject({ kind, text, zone: "Europe/Moscow", ...understood });
    expect(code).toBe(0);
  });

  it("says times again in a language that was asked for", async () => {
    const { output } = await explain("завтра в 19", "moment", "--language", "tt");
    expect(JSON.parse(output).understood.shown).toBe("30 ноябрь, дүшәмбе, 19:00");
  });

  it.each([[["song"]], [["moment", "--language", "fr"]], [["moment", "--loud"]], [[]]])("refuses %j", async (args) => {
    const { code, complaint } = await explain("завтра", ...args);
    expect(code).toBe(2);
    expect(complaint).toContain("Usage: npm run explain");
  });
});

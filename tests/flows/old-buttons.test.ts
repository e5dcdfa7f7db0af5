import fc from "fast-check";
import { expect, it } from "vitest";
import { openCity, words } from "../support/city.ts";
import { forges, labels } from "./drive.ts";

const city = openCity({ plant: false });
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });

it("a button that no version made gets a fresh menu and a sentence", async () => {
  await ivan().says("/tonight");
  await forges(ivan(), "zz:from the year 2031");
  ivan().sees(words.for("ru")("said.old_button"));
  expect(labels(ivan())).toContain("Сегодня вечером");
});

it("the cancel button of a dialogue that is over does too", async () => {
  await forges(ivan(), "x:");
  ivan().sees(words.for("ru")("said.old_button"));
});

it("a tap on a message deleted meanwhile is answered by a new one", async () => {
  const before = ivan().chat.length;
  await ivan().tapsData(987_654, "m:");
  expect(ivan().chat.length).toBe(before + 1);
});

it.each([
  "l:",
  "l:t~~",
  "l:t~~-1",
  "l:q~~0",
  "l:t~s99~0",
  "l:N1.1.7~~0",
  "l:Nzzzzz.zzzzz.3~~0",
  "l:t~~zzz",
  "f:t~~zzz",
  "fg:9~t~~0",
  "fg:1~",
  "c:zzzzzz~",
  "c:0~",
  `c:1~${"x".repeat(58)}`,
  `c:1!~c:1!~c:1~l:t~~0`,
  "o:1.zz~l:t~~0",
  "o:1.00~er:",
  "s:1~0~0",
  "s:zzzzzz~zzzzzz~zzz",
  "s:0~0~0",
  "ic:zzzzzz",
  "mp:0",
  "ln:de",
  "ln:__proto__",
  "m:1",
  "\u0000",
  "🎻".repeat(16),
])("forged data %s is answered and does no harm", async (data) => {
  await forges(ivan(), data);
  expect(ivan().screen).not.toContain("сломалось");
  expect(labels(ivan()).length).toBeGreaterThan(0);
});

it("no forged data breaks anything", async () => {
  const screen = fc.constantFrom("l", "f", "fg", "d", "c", "o", "ic", "mp", "s", "ln", "m", "x");
  const rest = fc.string({ unit: fc.constantFrom(..."0123zt~!.:-sDNkfaux"), maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(screen, rest, async (name, text) => {
      await forges(ivan(), `${name}:${text}`);
      expect(ivan().screen).not.toContain("сломалось");
    }),
    { numRuns: 60 },
  );
});

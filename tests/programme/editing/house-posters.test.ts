import { expect, it } from "vitest";
import { type Judged, judgeHousePosters } from "./house-posters.ts";

/** Fields that come out right at least, of a hundred: of the posters in sight, and of those held out. */
const sets = [
  { name: "first", files: ["ru", "tt", "en"], counts: [16, 8], inSight: 99, heldOut: 84 },
  {
    name: "second",
    files: ["second/ru-lists", "second/ru", "second/tt", "second/en", "second/held-out"],
    counts: [16, 8],
    inSight: 99,
    heldOut: 90,
  },
  {
    name: "third",
    files: ["third/ru", "third/ru-more", "third/tt", "third/en", "third/no-events", "third/held-out"],
    counts: [25, 12],
    inSight: 99,
    heldOut: 92,
  },
];

function sumOf(posters: readonly Judged[]): { right: number; count: number; share: number; silent: number } {
  const count = posters.reduce((sum, one) => sum + one.count, 0);
  const right = posters.reduce((sum, one) => sum + one.count - one.wrong.length, 0);
  return { right, count, share: (100 * right) / count, silent: posters.reduce((sum, one) => sum + one.silent, 0) };
}

function line(name: string, posters: readonly Judged[]): string {
  const { right, count, share, silent } = sumOf(posters);
  const figures = `${String(right).padStart(4)} of ${String(count).padStart(3)}  ${share.toFixed(1).padStart(5)} %`;
  return `${name.padEnd(16)} ${figures}  silently wrong ${String(silent).padStart(3)}`;
}

it.each(sets)("reads the fields of posters that institutions post, $name set", ({ files, counts, ...atLeast }) => {
  const judged = judgeHousePosters(files);
  const inSight = judged.filter(({ isHeldOut }) => !isHeldOut);
  const heldOut = judged.filter(({ isHeldOut }) => isHeldOut);
  const each = inSight.map(
    ({ name, wrong, count }) =>
      `${`${count - wrong.length}/${count}`.padStart(6)}  ${name}${wrong.map((one) => `\n        ${one}`).join("")}`,
  );
  const byFile = files.map((file) => ({ file, posters: inSight.filter((one) => one.file === file) }));
  const table = byFile.filter(({ posters }) => posters.length > 0).map(({ file, posters }) => line(file, posters));
  process.stdout.write(`${[...each, ...table, line("in sight", inSight), line("held out", heldOut)].join("\n")}\n`);
  expect([inSight.length, heldOut.length]).toEqual(counts);
  expect(sumOf(inSight).share).toBeGreaterThanOrEqual(atLeast.inSight);
  expect(sumOf(heldOut).share).toBeGreaterThanOrEqual(atLeast.heldOut);
});

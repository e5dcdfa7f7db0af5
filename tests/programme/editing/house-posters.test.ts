import { expect, it } from "vitest";
import { type Judged, judgeHousePosters } from "./house-posters.ts";

/** Fields that come out right at least, of a hundred: of the posters in sight, and of those held out. */
const atLeast = { inSight: 97, heldOut: 60 };

const judged = judgeHousePosters();
const inSight = judged.filter(({ isHeldOut }) => !isHeldOut);
const heldOut = judged.filter(({ isHeldOut }) => isHeldOut);

function sumOf(posters: readonly Judged[]): { right: number; count: number; share: number } {
  const count = posters.reduce((sum, one) => sum + one.count, 0);
  const right = posters.reduce((sum, one) => sum + one.count - one.wrong.length, 0);
  return { right, count, share: (100 * right) / count };
}

function line(name: string, posters: readonly Judged[]): string {
  const { right, count, share } = sumOf(posters);
  return `${name.padEnd(10)} ${String(right).padStart(4)} of ${String(count).padStart(3)}  ${share.toFixed(1)} %`;
}

it("reads the fields of posters that institutions post", () => {
  const each = inSight.map(
    ({ name, wrong, count }) =>
      `${`${count - wrong.length}/${count}`.padStart(6)}  ${name}${wrong.map((one) => `\n        ${one}`).join("")}`,
  );
  const table = ["ru", "tt", "en"].map((language) =>
    line(
      language,
      inSight.filter((one) => one.language === language),
    ),
  );
  process.stdout.write(`${[...each, ...table, line("in sight", inSight), line("held out", heldOut)].join("\n")}\n`);
  expect([inSight.length, heldOut.length]).toEqual([16, 8]);
  expect(sumOf(inSight).share).toBeGreaterThanOrEqual(atLeast.inSight);
  expect(sumOf(heldOut).share).toBeGreaterThanOrEqual(atLeast.heldOut);
});

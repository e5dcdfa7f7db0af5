import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
// The whole bot, so that every room has registered its buttons.
import "../../flows/bot.ts";
import type { Callback } from "../../bot/doors/telegram/screen/callback.ts";
import { accessOf, accessTable } from "../../flows/access.ts";
import { staffCallbacks } from "../../flows/staff/authorize.ts";
import { openCity } from "../support/city.ts";
import { forgeriesOf } from "./forgeries.ts";
import { sweepForged } from "./sweep.ts";

type Button = Pick<Callback<unknown>, "name" | "read">;

const isButton = (value: unknown): value is Button =>
  typeof value === "object" && value !== null && "name" in value && "read" in value && "data" in value;

const cwd = fileURLToPath(new URL("../..", import.meta.url));

/** Every button that the sources define; tests/repository.test.ts holds that they do it in files of this name alone. */
async function buttons(): Promise<Map<string, Button>> {
  const found = new Map<string, Button>();
  for await (const file of glob(["flows/**/callbacks.ts", "bot/**/callbacks.ts"], { cwd })) {
    const room: Record<string, unknown> = await import(`${cwd}/${file}`);
    for (const button of Object.values(room).filter(isButton)) found.set(button.name, button);
  }
  return found;
}

describe("the table of whom buttons are for", () => {
  it("has every name that there is, and no other", async () => {
    expect([...accessTable.keys()].toSorted()).toEqual([...(await buttons()).keys()].toSorted());
  });

  it("says of what needs a right exactly that", () => {
    const guarded = staffCallbacks.map(({ callback }) => callback.name).toSorted();
    const byRight = [...accessTable].filter(([, access]) => access === "by right").map(([name]) => name);
    expect(guarded).toEqual(byRight.toSorted());
  });

  it("finds a button by its data, and nothing for what is none", () => {
    expect(accessOf("rr:1.5")).toBe("own");
    for (const data of ["", "rr", ":", "zz:1", "constructor:", "__proto__:1"]) expect(accessOf(data)).toBeUndefined();
  });

  it("has a forgery of each that its own code takes for real", async () => {
    const one = [1];
    const things = { o: one, e: one, c: one, g: one, l: one, n: one, f: one, m: one, a: one, i: one, r: one, u: one };
    const all = { ...things, p: one, s: ["AAAAAAAAAAA"], h: ["abcdefgh"] };
    for (const { name, read } of (await buttons()).values()) {
      const forgeries = forgeriesOf(name, all);
      expect(
        forgeries.filter((data) => read(data) === undefined || Buffer.byteLength(data) > 64),
        name,
      ).toEqual([]);
    }
  });
});

describe("every button, forged with what belongs to others", () => {
  const city = openCity({ plant: false });

  it("tells nobody's secret, changes nobody's row, and is answered", async () => {
    const { services, telegram, clock } = city;
    const world = { telegram, database: services.database, now: clock.now() };
    // Everything by everybody, three times as much, is in `npm run torture -- --only forged`.
    const swept = await sweepForged(world, { broken: "сломалось", isShared: true });
    expect(swept.presses).toBeGreaterThan(5 * accessTable.size);
    expect({ told: swept.told, changed: swept.changed, unanswered: swept.unanswered }).toEqual({
      told: [],
      changed: [],
      unanswered: [],
    });
    // What a leak would look like is seen where it belongs.
    expect(swept.heardByOwners).toBeGreaterThan(20);
    const strangers = await services.database.person.count({ where: { firstName: "Чужой" } });
    expect(strangers).toBe(0);
  });
});

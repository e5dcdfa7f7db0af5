import { describe, expect, it } from "vitest";
// The whole bot, so that every room has registered its buttons.
import "../../flows/bot.ts";
import { callbacks } from "../../bot/doors/telegram/screen/callback.ts";
import { accessOf, accessTable } from "../../flows/access.ts";
import { staffCallbacks } from "../../flows/staff/authorize.ts";
import { openCity } from "../support/city.ts";
import { forgeriesOf } from "./forgeries.ts";
import { sweepForged } from "./sweep.ts";

describe("the table of whom buttons are for", () => {
  it("has every name that there is, and no other", () => {
    expect([...accessTable.keys()].toSorted()).toEqual([...callbacks.keys()].toSorted());
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

  it("has a forgery of each that its own code takes for real", () => {
    const one = [1];
    const things = {
      o: one,
      e: one,
      c: one,
      g: one,
      l: one,
      n: one,
      f: one,
      m: one,
      a: one,
      i: one,
      r: one,
      u: one,
      t: one,
      w: one,
      v: one,
      q: one,
      d: one,
      y: one,
      k: one,
      x: one,
      A: one,
      Q: one,
      K: one,
      P: one,
      R: one,
      j: one,
      J: one,
      z: one,
      Z: one,
      H: one,
      T: one,
    };
    const all = { ...things, p: one, s: ["AAAAAAAAAAA"], h: ["abcdefgh"], b: ["1.2"] };
    for (const { name, read } of callbacks.values()) {
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

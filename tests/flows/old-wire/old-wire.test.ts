import { describe, expect, it } from "vitest";
// The whole bot, so that every room has defined its buttons.
import "../../../flows/bot.ts";
import { callbacks } from "../../../bot/doors/telegram/screen/callback.ts";
import { residents } from "./residents.ts";
import { staff } from "./staff.ts";

const oldWire = [...residents, ...staff];

const nameOf = (data: string) => data.slice(0, data.indexOf(":"));

describe("a button of version 0.1.0", () => {
  it("is here of each kind that there was", () => {
    expect(new Set(oldWire.map(([data]) => nameOf(data))).size).toBe(154);
  });

  it.each(oldWire)("%s means what it meant", (data, state) => {
    expect(callbacks.get(nameOf(data))?.read(data)).toEqual(state);
  });

  it.each(oldWire)("%s can be written today, within 64 bytes, and comes back", (data, state) => {
    const callback = callbacks.get(nameOf(data));
    const today = callback?.data(state) ?? "";
    expect(Buffer.byteLength(today)).toBeLessThanOrEqual(64);
    expect(callback?.read(today)).toEqual(state);
  });

  it.each(oldWire)("%s is the only kind of button that takes its data", (data) => {
    const takers = [...callbacks.values()].filter(({ read }) => read(data) !== undefined);
    expect(takers.map(({ name }) => name)).toEqual([nameOf(data)]);
  });
});

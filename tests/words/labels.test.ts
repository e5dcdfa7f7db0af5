import { expect, it } from "vitest";
import { en, ru, tt } from "./words.ts";

/** Labels of the reply keyboard: three in a row on a phone 320 pixels wide. */
const keys = ["key.tonight", "button.tomorrow", "button.weekend", "key.near", "classes.button", "button.menu"] as const;

it.each([ru, tt, en])("$language: three labels of the reply keyboard fit into a row of the narrowest phone", (t) => {
  for (const key of keys) expect(t(key).length, t(key)).toBeLessThanOrEqual(11);
});

const simple = [
  "simple.lesson",
  "simple.watch",
  "simple.help",
  "simple.join",
  "simple.find",
  "simple.more",
  "simple.home_button",
  "simple.on",
  "simple.off",
] as const;

it.each([ru, tt, en])("$language: simple mode has short labels, and no signs or emoji", (t) => {
  for (const key of simple) {
    expect(t(key).length, t(key)).toBeLessThanOrEqual(24);
    expect(t(key)).toMatch(/^[\p{L} ]+$/u);
  }
});

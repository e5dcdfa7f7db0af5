import { expect, it } from "vitest";
import { formatCode, newCode, readCode } from "../../../bot/classes/certificates/code.ts";

it("is ten letters and digits that cannot be mistaken for each other, and never the same", () => {
  const codes = Array.from({ length: 2_000 }, newCode);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(codes.join("")).size).toBe(32);
});

it.each([
  ["as it is read aloud", "K7Q-W3M-9XTA"],
  ["in small letters", "k7qw3m9xta"],
  ["with spaces and other dashes", " k7q w3m – 9xta "],
  ["with Russian letters that look the same", "К7Q-W3М-9ХТА"],
])("is read %s", (_, typed) => {
  expect(readCode(typed)).toBe("K7QW3M9XTA");
  expect(readCode(formatCode(newCode()))).toBeDefined();
});

it.each(["", "K7QW3M9XT", "K7QW3M9XTAA", "K7QW3M9XT0", "K7QW3M9XT1", "K7QW3M9XTЖ", "../../../etc", "'; DROP --"])(
  "is not read out of %j",
  (typed) => {
    expect(readCode(typed)).toBeUndefined();
  },
);

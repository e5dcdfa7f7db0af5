import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePhone } from "../../bot/classes/by-hand/parse-phone.ts";

describe("a dictated number", () => {
  it.each([
    ["8 917 123-45-67", "+79171234567"],
    ["+7 (917) 123 45 67", "+79171234567"],
    ["79171234567", "+79171234567"],
    ["917 123 45 67", "+79171234567"],
    ["8(843)292-00-00", "+78432920000"],
    ["+90 532 123 45 67", "+905321234567"],
    ["+1 202.555.0143", "+12025550143"],
  ])("%s is %s", (text, number) => {
    expect(parsePhone(text)).toBe(number);
  });

  it.each([
    "",
    "нет",
    "8 917",
    "8 917 123-45-67 после шести",
    "292-00-00",
    "123456789012",
    "++79171234567",
    "8 917 123-45-67 8",
  ])("%j is asked for again", (text) => {
    expect(parsePhone(text)).toBeUndefined();
  });

  it("is read the same however it is spaced", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^9\d{9}$/),
        fc.array(fc.constantFrom("", " ", "-"), { minLength: 10, maxLength: 10 }),
        (digits, gaps) => {
          const spaced = [...digits].map((digit, index) => digit + (index < 9 ? gaps[index] : "")).join("");
          expect(parsePhone(`8${spaced}`)).toBe(`+7${digits}`);
          expect(parsePhone(`+7 ${spaced}`)).toBe(`+7${digits}`);
        },
      ),
    );
  });
});

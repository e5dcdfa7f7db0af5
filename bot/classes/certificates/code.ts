import { randomBytes } from "node:crypto";

/** Nothing that could be heard or read as something else: no 0 and O, no 1 and I. 32 of them: a byte's low five bits. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const length = 10;

/** Letters that look the same, as a Russian or Tatar keyboard types them. */
const lookalikes: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
};

/** A new code: 50 random bits, so that trying finds none. */
export const newCode = (): string => Array.from(randomBytes(length), (byte) => alphabet[byte % 32]).join("");

/** A code as somebody types it, in any case, with any dashes; undefined for what cannot be one. */
export function readCode(text: string): string | undefined {
  const code = Array.from(text.toUpperCase().replace(/[\s.\-–—]/g, ""), (letter) => lookalikes[letter] ?? letter);
  return code.length === length && code.every((letter) => alphabet.includes(letter)) ? code.join("") : undefined;
}

/** The code as it is read aloud: "K7Q-W3M-9XTA". */
export const formatCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;

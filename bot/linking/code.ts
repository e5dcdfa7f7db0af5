import { createHash, randomBytes, randomInt } from "node:crypto";
import { choices } from "./linking.ts";

/** Makes the unguessable part of a link: 192 random bits, 32 characters. */
export const newLinkCode = (): string => randomBytes(24).toString("base64url");

/** How the unguessable part of a link looks, as the source of a regular expression. */
export const linkCodePattern = "[\\w-]{32}";

/** What is kept of a code. It has 192 bits of its own: salt would add nothing. */
export const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");

/** A number of two digits and, in the order of the buttons, those that it is chosen from. */
export function newNumbers(): { number: number; numbers: number[] } {
  const numbers = new Set<number>();
  while (numbers.size < choices) numbers.add(randomInt(10, 100));
  const all = [...numbers];
  return { number: all[randomInt(all.length)] ?? 0, numbers: all };
}

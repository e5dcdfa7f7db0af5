import { createHash } from "node:crypto";

/**
 * A number for a name of MAX's, where Telegram's shapes want one: the first 52 bits of its hash, always the same. Among a
 * million names of a week, the chance that any two have one number is one in nine thousand.
 */
export function numberOf(name: string): number {
  const bits = createHash("sha256").update(name).digest().readBigUInt64BE() >> 12n;
  // Nothing of Telegram's is numbered zero.
  return Number(bits) || 1;
}

import { type ApiFailure, badRequest } from "../api/api-failure.ts";

/** 400 in Telegram's words for a text whose markup cannot be read. */
export function unparsable(reason: string): ApiFailure {
  return badRequest(`can't parse entities: ${reason}`);
}

/** Where in `source` something is, in the way Telegram's messages tell it: in bytes of UTF-8. */
export function byteOffset(source: string, index: number): string {
  return `at byte offset ${Buffer.byteLength(source.slice(0, index))}`;
}

/** The index of the first match of a global `pattern` from `from` on, or the length of `source`. */
export function indexOf(source: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? source.length;
}

/** The index of the first character from `from` on that is no white space. */
export function skipSpace(source: string, from: number): number {
  return indexOf(source, from, /\S/g);
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Decodes the character reference at `position`: the four named ones of Telegram and numbers, its semicolon optional.
 * Any other, such as "&nbsp;", is no reference and stays as it is.
 */
export function decodeReference(source: string, position: number): { character: string; end: number } | undefined {
  const match = matchAt(source, position, /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?/y);
  if (!match) return undefined;
  const [whole, hexadecimal, decimal, name] = match;
  const end = position + whole.length;
  if (name !== undefined) {
    const character = named[name];
    return character === undefined ? undefined : { character, end };
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const digits = whole.replace(/;$/, "");
  if (code === 0 || code >= 0x10ffff || digits.length >= 10) return undefined;
  return { character: String.fromCodePoint(code), end };
}

function matchAt(source: string, position: number, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}

/**
 * Codecs for the few bytes that a button or a link carries: small ones for an id, a page, a value of a list, and `fields`,
 * which lays out several. Zod's codecs turn one whole text into one value, and do not take a text apart.
 */

/** A value as a piece of text, and back. */
export interface Codec<T> {
  /** Source of a regular expression without groups that are counted; by it `fields` finds where the piece ends. */
  pattern: string;
  encode(value: T): string;
  /** The value; undefined for text that no version of the program wrote. */
  decode(text: string): T | undefined;
}

/** The codec of the value that is nothing: a screen without a state. */
export const nothing: Codec<null> = {
  pattern: "",
  encode: () => "",
  decode: (text) => (text === "" ? null : undefined),
};

/** Whole numbers of a range, 0 or more, in base 36 by default: six characters go up to two thousand million. */
export function whole(least: number, most: number, base = 36): Codec<number> {
  const pattern = `[${base === 36 ? "0-9a-z" : "0-9"}]{1,${most.toString(base).length}}`;
  const fits = new RegExp(`^${pattern}$`);
  return {
    pattern,
    encode: (value) => value.toString(base),
    decode(text) {
      const value = fits.test(text) ? Number.parseInt(text, base) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

/** Ids of rows: positive numbers that fit PostgreSQL's integer. */
export const id = whole(1, 2_147_483_647);

/** Revisions, sequences and sets of bits: 0, or any number that an id could be. */
export const count = whole(0, 2_147_483_647);

/** Pages, from 0. */
export const page = whole(0, 36 ** 3 - 1);

/** Text that matches a regular expression from its beginning to its end. */
export function text(pattern: string): Codec<string> {
  const fits = new RegExp(`^(?:${pattern})$`);
  return { pattern, encode: (value) => value, decode: (value) => (fits.test(value) ? value : undefined) };
}

/** A pattern that matches exactly this text. */
export const literal = (exact: string): string => exact.replace(/[^\w ]/g, "\\$&");

/** Two states by the two texts that stand for them. */
export const flag = (yes: string, no: string): Codec<boolean> => ({
  pattern: [yes, no].map((each) => literal(each)).join("|"),
  encode: (value) => (value ? yes : no),
  decode: (value) => (value === yes ? true : value === no ? false : undefined),
});

/** Something, or null as no text at all. */
export const optional = <T>(codec: Codec<T>): Codec<T | null> => ({
  pattern: `(?:${codec.pattern})?`,
  encode: (value) => (value === null ? "" : codec.encode(value)),
  decode: (value) => (value === "" ? null : codec.decode(value)),
});

/** A codec that writes what another one does, behind a sign of its own. */
export const after = <T>(sign: string, codec: Codec<T>): Codec<T> => ({
  pattern: `${literal(sign)}(?:${codec.pattern})`,
  encode: (value) => sign + codec.encode(value),
  decode: (value) => (value.startsWith(sign) ? codec.decode(value.slice(sign.length)) : undefined),
});

/**
 * Several values, laid out as `shape` says: "{lessonId}.{page}" writes "2n9c.1". Throws when it is made if the names in
 * the shape are not those of the parts.
 */
export function fields<T extends object>(shape: string, parts: { [K in keyof T]: Codec<T[K]> }): Codec<T> {
  const pieces = shape.split(/\{(\w+)\}/);
  const named = pieces.filter((_, index) => index % 2 === 1);
  const names = (Object.keys(parts) as (keyof T & string)[]).toSorted((a, b) => named.indexOf(a) - named.indexOf(b));
  if (named.join() !== names.join()) throw new Error(`"${shape}" does not lay out ${names.join(", ")}`);
  const source = (open: string) =>
    pieces
      .map((piece, index) => (index % 2 === 0 ? literal(piece) : `${open}${parts[piece as keyof T].pattern})`))
      .join("");
  const fits = new RegExp(`^${source("(")}$`);
  return {
    pattern: source("(?:"),
    encode: (value) =>
      pieces
        .map((piece, index) => (index % 2 === 0 ? piece : parts[piece as keyof T].encode(value[piece as keyof T])))
        .join(""),
    decode(data) {
      const found = fits.exec(data);
      if (found === null) return undefined;
      const values = names.map((name, index) => [name, parts[name].decode(found[index + 1] ?? "")] as const);
      return values.every(([, value]) => value !== undefined) ? (Object.fromEntries(values) as T) : undefined;
    },
  };
}

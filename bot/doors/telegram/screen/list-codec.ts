import { type Codec, literal } from "./codec.ts";

/**
 * Codecs for a value of a list. The text stands for the value, not for its place, so that whoever inserts one changes no
 * button that was sent. Version 0.1.0 wrote the place: `formerly` is the list as it was then and is never changed; buttons
 * of that time are read by it.
 */

/** A value of a list by its own name, which is kept short by whoever made the list. */
export function oneOf<const T extends string | number>(list: readonly T[], formerly: readonly T[] = []): Codec<T> {
  const short = formerly.length > 0 ? list.find((value) => String(value).length < 2) : undefined;
  if (short !== undefined) throw new Error(`"${short}" could be taken for a place in the list`);
  const places = formerly.length > 0 ? ["[0-9a-z]", "[0-9]{2}"] : [];
  return {
    pattern: [...list.map((value) => literal(String(value))), ...places].join("|"),
    encode: (value) => String(value),
    decode: (text) => list.find((value) => String(value) === text) ?? formerly[placeOf(text)],
  };
}

/** Places were written in base 36 where one character had to do, and otherwise in decimal. */
const placeOf = (text: string): number =>
  /^(?:[0-9a-z]|\d\d)$/.test(text) ? Number.parseInt(text, text.length === 1 ? 36 : 10) : -1;

/** A codec of single letters. */
export interface LetterCodec<T> extends Codec<T> {
  letters: ReadonlyMap<T, string>;
  formerly: readonly T[];
}

/** A value of a list by a letter of its own, where names would not fit into a button. Throws if a letter stands for two. */
export function letterOf<const T extends string | number>(
  list: readonly T[],
  letters: Readonly<Record<T, string>>,
  formerly: readonly T[] = [],
): LetterCodec<T> {
  const used: string[] = list.map((value) => letters[value]);
  const wrong = used.find((letter, index) => !/^[a-z]$/i.test(letter) || used.indexOf(letter) !== index);
  if (wrong !== undefined) throw new Error(`"${wrong}" is no letter, or stands for two values`);
  return {
    letters: new Map(list.map((value) => [value, letters[value]])),
    formerly,
    pattern: formerly.length > 0 ? "[a-zA-Z0-9]" : "[a-zA-Z]",
    encode: (value) => letters[value],
    decode: (text) =>
      list.find((value) => letters[value] === text) ?? (/^\d$/.test(text) ? formerly[Number(text)] : undefined),
  };
}

/** Any number of values of a list, in its order, as their letters. Version 0.1.0 wrote a number with a bit for each. */
export const several = <T extends string | number>({ letters, formerly }: LetterCodec<T>): Codec<T[]> => ({
  pattern: "[a-zA-Z]*|[0-9]{1,3}",
  encode: (values) => values.map((value) => letters.get(value)).join(""),
  decode(text) {
    if (/^\d+$/.test(text)) return formerly.filter((_, place) => (Number(text) >> place) & 1);
    const meant = [...letters].filter(([, letter]) => text.includes(letter));
    const isKnown = [...text].every((each) => meant.some(([, letter]) => letter === each));
    return isKnown ? meant.map(([value]) => value) : undefined;
  },
});

/** At least one of them, by small letters alone: a capital may be the sign of what follows. No list is as long as a word. */
export const severalOf = <T extends string | number>(letters: LetterCodec<T>): Codec<readonly T[]> => {
  const chosen = several(letters);
  return { ...chosen, pattern: "[a-z]{1,8}", decode: (data) => (data === "" ? undefined : chosen.decode(data)) };
};

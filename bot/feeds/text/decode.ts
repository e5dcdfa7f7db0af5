/** Text made of bytes, and what had to be assumed for it. */
export interface Decoded {
  text: string;
  /** The encoding that was taken where the bytes are not UTF-8 throughout; null where they are. */
  fallback: Encoding | null;
}

const encodings = ["windows-1251", "koi8-r", "ibm866", "windows-1252"] as const;
/** By the name that the WHATWG gives it. */
export type Encoding = (typeof encodings)[number] | "utf-16le" | "utf-16be";

/** Bytes by which an encoding is told. */
const sampleSize = 200_000;

/**
 * Decodes a text strictly: UTF-8 or what its mark says, else the encoding in which most letters stand beside their like.
 * Where nearly all lines are UTF-8, the others keep U+FFFD for each bad byte: they are broken, and their reader says so.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, "utf-16le"), fallback: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, "utf-16be"), fallback: null };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), fallback: null };
  } catch {
    const text = decode(bytes, "utf-8");
    return isMostlyUtf8(text) ? { text, fallback: null } : byLetters(bytes);
  }
}

/** Whether a text that was decoded has a byte in it that nobody can read. */
export const isBroken = (text: string): boolean => text.includes("\ufffd");

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** A text in another encoding is broken in each line with letters, UTF-8 with a slip in some. */
function isMostlyUtf8(text: string): boolean {
  let good = 0;
  let broken = 0;
  for (const line of text.split("\n")) {
    if (isBroken(line)) broken += 1;
    else if (/[^\p{ASCII}]/u.test(line)) good += 1;
  }
  return good >= broken;
}

function byLetters(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, sampleSize);
  const [best] = encodings
    .map((encoding) => ({ encoding, likeness: likenessOf(decode(sample, encoding)) }))
    .sort((one, other) => other.likeness - one.likeness);
  const encoding = best?.encoding ?? "windows-1251";
  return { text: decode(bytes, encoding), fallback: encoding };
}

/** Small letters beside small ones of their script, less letters beside another script's or a capital inside of a word. */
function likenessOf(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const alike = count(/[а-яё](?=[а-яё])/gu) + count(/[a-zà-ÿ](?=[a-zà-ÿ])/gu);
  const mixed = count(/[а-яёА-ЯЁ](?=[A-Za-zÀ-ÿ])|[A-Za-zÀ-ÿ](?=[а-яёА-ЯЁ])/gu);
  return alike - 3 * mixed - 3 * count(/[а-яёa-zà-ÿ](?=[А-ЯЁA-ZÀ-Þ])/gu) - count(/[\p{Cc}\p{So}─-▟]/gu);
}

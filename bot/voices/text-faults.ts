/** Why a text that everybody will read is not taken as it is; null: it is. */
export type TextFault = "links" | "shouting";

/** Addresses of pages and of accounts; "19.00" and "т.д." are none. */
const link =
  /https?:\/\/|www\.|(?:^|[\s(])@\w{3,}|(?<![\p{L}\d-])[\p{L}\d][\p{L}\d-]{0,60}\.(?:ru|com|org|net|info|me|io|su|tatar|рф)(?![\p{L}\d])/iu;

/** Letters below which capitals may be abbreviations: "МФЦ, РКБ". */
const leastLetters = 12;
/** The share of capitals from which a text shouts. */
const shouted = 0.6;

/** What keeps a text from being shown to everybody: a link in it, or that it shouts. */
export function faultOfText(text: string): TextFault | null {
  if (link.test(text)) return "links";
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length >= leastLetters && capitals.length / letters.length >= shouted ? "shouting" : null;
}

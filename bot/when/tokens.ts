import { fold } from "../text/fold.ts";
import { type Figures, parseFigures, parseSuffix } from "./figures.ts";
import type { Cue } from "./lexicon/lexicon.ts";
import type { Span } from "./span.ts";
import {
  beginsPhrase,
  isAblative,
  isLocative,
  joinNumbers,
  longestPhrase,
  lookUpWord,
  unknownWord,
  type Word,
} from "./vocabulary.ts";

type Mark = "dash" | "comma" | "stop" | "break";

type Meaning =
  | { kind: "word"; word: Word; folded: string }
  | { kind: "mark"; mark: Mark }
  /** Figures without a meaning here: an age, a price, an address. */
  | { kind: "other"; isPhone: boolean }
  | Figures;

/** A piece of what somebody wrote, where it stands, and what it can mean. */
export type Token = Span & Meaning;

const money = String.raw`\s?(?:₽|%|€|\$|руб|р\.|р(?!\p{L})|сум(?!м|к)|rub|евро|тыс)`;
const dates = [
  String.raw`20\d\d-\d\d-\d\d(?!\d)(?:T(?=\d\d:))?`,
  String.raw`\d{1,2}\.\d{1,2}\.(?:20)?\d\d(?!\d)`,
  String.raw`\d{1,2}\/\d{1,2}\/(?:20)?\d\d(?!\d)`,
];
const clocks = [
  String.raw`\d{1,2}:\d\d(?::\d\d)?(?![\d:])`,
  String.raw`\d{1,2}:[ \u00a0]00(?!\d)`,
  "\\d{1,2}[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}",
  String.raw`\d{1,2}\.\d{1,2}(?!\d|\.\d|${money})`,
  String.raw`\d{1,2}\/\d{1,2}(?!\d|\/)`,
];
const letters = String.raw`\p{L}[\p{L}\p{M}]*`;
const pattern = new RegExp(
  [
    String.raw`(?<other>(?:https?:\/\/|www\.)\S{1,500}|\d{1,3}\+(?!\d)|№\s?\d+|[€$₽]\s?\d+|\d{1,9}(?:[.,]\d{1,2})?(?=${money}))`,
    // Groups of figures, as telephones are written.
    String.raw`(?<phone>\+\d[\d ()-]{6,18}\d|8[ -]?\(\d{3,5}\)[ \d-]{4,12}\d|\d{1,3}-\d\d-\d\d(?![\d-]))`,
    `(?:(?<decimal>\\d{1,2}[.,]\\d(?=\\s?(?:час|ч(?!\\p{L})|hour|сәг)))|(?<figures>${[...dates, ...clocks].join("|")})|(?<junk>\\d+(?:[.:/]\\d+)+)|(?<number>\\d+))(?<suffix>\\s?[ap]\\.\\s?m\\b\\.?|-?${letters})?`,
    String.raw`(?<word>${letters}(?:['’ʼ]${letters})*(?:\d[\p{L}\d]*)?|[&@])`,
    "(?<dash>[-–—−])",
    "(?<comma>[,;/+])",
    "(?<stop>[.!?…]+)",
    String.raw`(?<line>[\n\r\u2028\u2029]+)`,
  ].join("|"),
  "giu",
);

/** Parts a text into tokens, in order; signs that say nothing are left out. The caller bounds its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const at = { start: match.index, end: match.index + match[0].length };
    const { other, phone, decimal, figures, junk, number, suffix, word, dash, comma, stop } = match.groups ?? {};
    if (other !== undefined || phone !== undefined) tokens.push({ ...at, kind: "other", isPhone: phone !== undefined });
    else if ((decimal ?? figures ?? junk ?? number) !== undefined)
      tokens.push(...figureTokens(at, figures, decimal ?? number, suffix));
    else if (word !== undefined) tokens.push(wordToken(at, word));
    else if (stop === undefined || endsSentence(text, stop, at.end))
      tokens.push({ ...at, kind: "mark", mark: dash ? "dash" : comma ? "comma" : stop ? "stop" : "break" });
  }
  return withNumbers(withPhrases(tokens));
}

/** A point behind an abbreviation ends nothing: "5 дек. в 18:00". */
const endsSentence = (text: string, sign: string, behind: number): boolean =>
  /[!?]/u.test(sign) || /^\s+["«]?\p{Lu}/u.test(text.slice(behind, behind + 9));

function figureTokens(at: Span, figures?: string, number?: string, suffix?: string): Token[] {
  const own: Span = { start: at.start, end: at.end - (suffix?.length ?? 0) };
  const read = number === undefined ? figures && parseFigures(figures) : numberOf(number);
  const meaning: Meaning = read || { kind: "other", isPhone: false };
  if (suffix === undefined) return [{ ...own, ...meaning }];
  const folded = foldWord(suffix);
  const known = lookUpWord(folded);
  const kind = parseSuffix(folded);
  if (kind === null || known?.half !== undefined || known?.unit !== undefined) {
    const behind = { start: own.end + (/^[-\s]/u.test(suffix) ? 1 : 0), end: at.end };
    if (known !== undefined)
      return [
        { ...own, ...meaning },
        { ...behind, kind: "word", word: known, folded },
      ];
    // "3D" is no number.
    return [{ ...at, kind: "other", isPhone: false }];
  }
  if (meaning.kind === "number") return [{ ...at, ...meaning, suffix: kind, isAblative: isAblative(folded) }];
  if (meaning.kind === "clock")
    return [{ ...at, ...meaning, isAblative: isAblative(folded), isLocative: isLocative(folded) }];
  return [{ ...at, ...meaning, ...(meaning.kind === "date" && { isAblative: isAblative(folded) }) }];
}

const numberOf = (digits: string): Figures => ({
  kind: "number",
  value: Number(digits.slice(0, 9).replace(",", ".")),
  suffix: null,
  isAblative: false,
});

/** "&" and "@" are words here; "p.m." is "pm". */
const foldWord = (text: string): string =>
  /^\s?[ap]\.\s?m/iu.test(text) ? text.replace(/[^apm]/giu, "").toLowerCase() : fold(text) || text;

function wordToken(at: Span, text: string): Token {
  const folded = foldWord(text);
  return { ...at, kind: "word", word: lookUpWord(folded) ?? unknownWord, folded };
}

/** "Twenty five" and "twenty-fifth" become one token. */
function withNumbers(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const hyphen = result.at(-1);
    const isHyphened = hyphen?.kind === "mark" && hyphen.mark === "dash" && hyphen.end === token.start;
    const tens = result.at(isHyphened ? -2 : -1);
    const gap = tens === undefined ? 0 : token.start - tens.end;
    const word =
      token.kind === "word" && tens?.kind === "word" && gap === 1 ? joinNumbers(tens.word, token.word) : null;
    if (token.kind !== "word" || tens?.kind !== "word" || word === null || articles.has(token.folded)) {
      result.push(token);
      continue;
    }
    result.splice(isHyphened ? -2 : -1);
    result.push({ ...token, start: tens.start, word, folded: `${tens.folded} ${token.folded}` });
  }
  return result;
}

/** They are numbers before a unit alone: "an hour". */
const articles = new Set(["a", "an"]);

/** Words that mean something together become one token: «ял көннәре», "day after tomorrow". */
function withPhrases(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = phraseAt(tokens, at);
    const token = tokens[at];
    if (found !== null) result.push(found.token);
    else if (token !== undefined) result.push(token);
    at += found?.length ?? 1;
  }
  return result;
}

function phraseAt(tokens: readonly Token[], at: number): { token: Token; length: number } | null {
  const words: Extract<Token, { kind: "word" }>[] = [];
  const start = tokens[at];
  if (start?.kind !== "word" || !beginsPhrase(start.folded)) return null;
  for (let index = at; index < at + longestPhrase; index += 1) {
    const token = tokens[index];
    const last = words.at(-1);
    // Words with nothing but one sign between them.
    if (token?.kind !== "word" || (last && token.start - last.end > 2)) break;
    words.push(token);
  }
  const [first] = words;
  for (let length = words.length; first && length > 1; length -= 1) {
    const folded = words
      .slice(0, length)
      .map((token) => token.folded)
      .join(" ");
    const word = lookUpWord(folded);
    const last = words[length - 1];
    // «В 17 часов в зале» tells how many hours; «часов в семь» is about.
    const isCounted = tokens[at - 1]?.kind === "number" && first.word.unit !== undefined && word?.unit === undefined;
    if (word && last && !isCounted)
      return { token: { start: first.start, end: last.end, kind: "word", word, folded }, length };
  }
  return null;
}

const nothing = unknownWord;

/** What the word at a place means; nothing for what is no word. */
export function wordAt(tokens: readonly Token[], at: number): Word {
  const token = tokens[at];
  return token?.kind === "word" ? token.word : nothing;
}

export const hasCue = (tokens: readonly Token[], at: number, ...any: Cue[]): boolean => {
  const { cues } = wordAt(tokens, at);
  return any.some((cue) => cues.has(cue));
};

export const isMark = (tokens: readonly Token[], at: number, mark: Mark): boolean => {
  const token = tokens[at];
  return token?.kind === "mark" && token.mark === mark;
};

/** Whether what stands here joins two ends: a dash, "to", «по». */
export const isJoint = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens, at, "dash") || hasCue(tokens, at, "until");

/** Whether what stands here joins things of one kind: a comma, "and". */
export const isAnd = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens, at, "comma") || hasCue(tokens, at, "and");

/** Whether a word at a place is an English article, and a number before a unit alone. */
export const isArticle = (token: Token | undefined): boolean => token?.kind === "word" && articles.has(token.folded);

/** The whole number said at a place, in figures or in a word. */
export function numberAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === "number" ? token.value : (wordAt(tokens, at).number ?? null);
}

/** From the token at a place to the one before another place. */
export const spanOf = (tokens: readonly Token[], at: number, next: number): Span => ({
  start: tokens[at]?.start ?? 0,
  end: tokens[next - 1]?.end ?? 0,
});

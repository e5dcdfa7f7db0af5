import { plainCase, withCapital } from "../../../../text/plain-case.ts";
import { type Found, overlaps, type Span } from "../../../../when/span.ts";
import { sectionOfTitle } from "../../../section-of-title.ts";
import { saysStatus } from "../extract-status.ts";
import { linesOf, type MarkedText } from "../extracted.ts";
import { isHouse } from "../known-names.ts";
import { lettersOf, ownLettersOf } from "../letters.ts";
import { sentencesOf } from "../sentences.ts";
import { behindPlace, isBesideHouse, nameIn, tidy, toldIn, trim } from "./title-name.ts";
import {
  calls,
  described,
  due,
  explained,
  forwarded,
  invitation,
  isDone,
  isPlayed,
  isShown,
  kindAlone,
  kindBefore,
  ofDays,
  prices,
  quoted,
  verbs,
} from "./title-words.ts";

const longestTitle = 150;
/** A name of two sentences is no longer: «Тихая провинция. Пейзаж XIX века». */
const longestOfSentences = 70;
/** Characters of a line in which a title is looked for. */
const longestLine = 1_500;
/** Behind which another sentence stands for sure: a sign of calling or asking, or a price. */
const endsInside = /[!?]\s+\p{Lu}|[.]\s+(?:вход|билет|керү|цена|бәя|стоимость|начало|tickets?|admission|entry)/iu;
/** Letters behind a name that are more than an ending of its sentence. */
const longestTail = 8;
/** Lines in which a title is looked for. */
const headLines = 10;
interface Candidate {
  value: string;
  at: Span;
  score: number;
}

/**
 * The title: of the names in the first lines the likeliest, which is bold, or stands first, has quotes or the word for a kind of
 * event, and neither calls nor invites. `names`: where places and houses stand, which are no titles.
 */
export function guessTitle(
  { text, entities = [] }: MarkedText,
  facts: readonly Found<unknown>[],
  names: readonly Span[] = [],
  isName: (folded: string) => boolean = () => false,
): Found<string> | null {
  const lines = linesOf(text)
    .slice(0, headLines)
    .map(({ value, at }) => ({ value: plainCase(value.slice(0, longestLine), isName), at }));
  const horizon = lines.at(4)?.at.end ?? text.length;
  const bold = entities
    .filter(({ type, offset }) => type === "bold" && offset < horizon)
    .flatMap(({ offset, length }) =>
      linesOf(text.slice(offset, offset + length)).map(({ value, at }) => ({
        value,
        at: { start: at.start + offset, end: at.end + offset },
      })),
    );
  const found: Candidate[] = [
    ...bold.flatMap(({ value, at }) =>
      candidatesOf(value, at, facts, names).map((one) => ({ ...one, score: one.score + 4 })),
    ),
    ...lines.flatMap(({ value, at }, index) =>
      candidatesOf(value, at, facts, names).map((one) => ({
        ...one,
        score: one.score + Math.max(0, 3 - index),
      })),
    ),
  ];
  const [best] = found.sort((one, other) => other.score - one.score || one.at.start - other.at.start);
  if (best === undefined) return null;
  const kind = kindAbove(text, best, facts);
  const value = kind === null ? best.value : `${withCapital(plainCase(kind.value, isName))} ${best.value}`;
  return {
    value: withCapital(plainCase(value, isName)),
    at: { start: kind?.at.start ?? best.at.start, end: best.at.end },
  };
}

/** «БОЛЬШОЙ КОНЦЕРТ» alone on the line right above a name in quotes that is alone on its own. */
function kindAbove(text: string, { value, at }: Candidate, facts: readonly Found<unknown>[]): Found<string> | null {
  if (!/^[«"“„][^«»"“”„]{2,120}[»"”“]$/u.test(value)) return null;
  const own = text.slice(text.lastIndexOf("\n", at.start) + 1, at.end).replace(/^[^\p{L}«"“„]+/u, "");
  const said =
    /(?<=^|\n)([^\n«»"“”„!?.:;,]{5,60})\r?\n[^\n]*$/u.exec(
      text.slice(Math.max(0, at.start - 200), at.start + 1),
    )?.[1] ?? "";
  const line = trim(said).replace(invitation, "");
  if (!own.toLowerCase().startsWith(value.toLowerCase()) || line.length > 30 || calls.test(line) || isHouse(line))
    return null;
  const start = text.lastIndexOf(line, at.start);
  const span = { start, end: start + line.length };
  const isFree = line !== "" && !facts.some((fact) => overlaps(fact.at, span));
  return isFree && sectionOfTitle(line) !== undefined && kindBefore.test(line) ? { value: line, at: span } : null;
}

/** The names that a line may have between the dates, addresses and places in it. */
function candidatesOf(line: string, at: Span, facts: readonly Found<unknown>[], names: readonly Span[]): Candidate[] {
  const inside = facts.filter((fact) => overlaps(fact.at, at));
  if (inside.some((fact) => fact.at.start <= at.start && fact.at.end >= at.end) || prices.test(line)) return [];
  if (forwarded.test(line)) return [];
  const cuts = inside.filter(({ value }) => isCut(value)).sort((one, other) => one.at.start - other.at.start);
  const bounds = [at.start, ...cuts.flatMap((cut) => [cut.at.start, cut.at.end]), at.end];
  const found: Candidate[] = [];
  for (let index = 0; index < bounds.length; index += 2) {
    const from = Math.max(at.start, bounds[index] ?? 0);
    const piece = line.slice(from - at.start, Math.max(from, bounds[index + 1] ?? 0) - at.start);
    // A paragraph is looked through sentence by sentence.
    for (const sentence of piece.length > longestOfSentences || endsInside.test(piece)
      ? sentencesOf(piece)
      : [{ value: piece, at: { start: 0, end: piece.length } }]) {
      const span = { start: from + sentence.at.start, end: from + sentence.at.end };
      const candidate = candidateOf(sentence.value, span, names);
      if (candidate) found.push(candidate);
    }
  }
  return found;
}

function candidateOf(piece: string, at: Span, names: readonly Span[]): Candidate | null {
  const trimmed = trim(piece);
  if (lettersOf(trimmed).length < 3 || ownLettersOf(trimmed) === "" || prices.test(trimmed)) return null;
  // What is nothing but a place or a house names no event.
  const inNames = names.filter((one) => overlaps(one, at));
  const outside = inNames.reduce((left, one) => {
    const [from, to] = [Math.max(0, one.start - at.start), Math.max(0, one.end - at.start)];
    return left.slice(0, from) + " ".repeat(Math.max(0, Math.min(to, left.length) - from)) + left.slice(to);
  }, piece);
  if (inNames.length > 0 && ownLettersOf(trim(outside)).length < 4) return null;
  const name = explained.exec(piece.trimStart());
  if (name) {
    const start = at.start + piece.length - piece.trimStart().length;
    return { value: tidy(name[0]), at: { start, end: start + name[0].length }, score: 4 };
  }
  const isCall = calls.test(trimmed);
  const isInviting = invitation.test(trimmed);
  const inQuotes = quoted.test(outside);
  const title =
    isInviting || isCall || trimmed.length > 90 || isBesideHouse(inNames, piece, at) || (inQuotes && isOff(trimmed))
      ? nameIn(trimmed, outside, piece)
      : (toldIn(trimmed, outside, piece) ?? behindPlace(piece, inNames, at) ?? trimmed.replace(described, "$1"));
  if (title === null && isCall) return null;
  const value = tidy(title ?? trimmed.replace(invitation, ""));
  if (lettersOf(value).length < 3) return null;
  const score =
    (inQuotes ? 3 : 0) +
    (sectionOfTitle(value) ? 1 : 0) +
    (isCall && title === null ? -5 : 0) +
    (isInviting ? -0.5 : 0) +
    (isDone.test(trimmed) ? -4 : 0) +
    (isPlayed.test(trimmed) && !inQuotes ? -2 : 0) +
    (kindAlone.test(value) ? -2.5 : 0) +
    (ofDays.test(value) ? -4 : 0) +
    (isHouse(trimmed) ? -6 : 0) +
    (/!$/u.test(trimmed) && !inQuotes ? -1.5 : 0) +
    (value.length > 100 ? -2 : 0);
  return { value: capped(value), at: withoutTail(value, piece, outside, at), score };
}

/** «7 декабрьгә билгеләнгән «Моң чишмәсе» концерты 14 декабрьгә күчерелде»: beside the name it only tells of days. */
const isOff = (sentence: string): boolean => due.test(sentence) || isShown.test(sentence) || saysStatus(tidy(sentence));

/** Where a name stands without what the sentence says behind it: those words stay in the text of the event. */
function withoutTail(value: string, piece: string, outside: string, at: Span): Span {
  const found = piece.indexOf(value);
  const end = found + value.length;
  const tail = outside.slice(end).replace(verbs, " ");
  return found >= 0 && ownLettersOf(trim(tail)).length >= longestTail ? { start: at.start, end: at.start + end } : at;
}

function capped(title: string): string {
  if (title.length <= longestTitle) return title;
  const sentence = /^.{10,150}?[.!?…](?=\s)/u.exec(title)?.[0].replace(/\.$/u, "");
  return sentence ?? `${title.slice(0, longestTitle - 1).replace(/\s\S*$/u, "")}…`;
}

/** A place may be part of a name, a date, an age or an address is not. */
const isCut = (value: unknown): boolean =>
  typeof value !== "object" || value === null || "startsAt" in value || "url" in value;

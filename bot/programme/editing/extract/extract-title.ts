import { plainCase, withCapital } from "../../../text/plain-case.ts";
import { type Found, overlaps, type Span } from "../../../when/span.ts";
import { readStatus } from "../../said-status.ts";
import { sectionOfTitle } from "../../section-of-title.ts";
import { linesOf, type MarkedText } from "./extracted.ts";
import { isHouse } from "./known-names.ts";
import { lettersOf, ownLettersOf } from "./letters.ts";
import { sentencesOf } from "./sentences.ts";
import {
  accusative,
  aside,
  calls,
  edges,
  explained,
  forwarded,
  hashtags,
  invitation,
  isDone,
  kindBefore,
  kindBehind,
  kindTold,
  leading,
  mostAsides,
  numbered,
  predicate,
  prices,
  quoted,
  tatarCase,
  toldInside,
  trailing,
} from "./title-words.ts";

const longestTitle = 150;
/** A name of two sentences is no longer: «Тихая провинция. Пейзаж XIX века». */
const longestOfSentences = 70;
/** Characters of a line in which a title is looked for. */
const longestLine = 1_500;
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
    for (const sentence of piece.length > longestOfSentences || /[!?]\s+\p{Lu}/u.test(piece)
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
  if (lettersOf(trimmed).length < 3 || ownLettersOf(trimmed) === "") return null;
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
  const inQuotes = quoted.exec(piece);
  const title =
    isInviting || isCall || trimmed.length > 90 || isBesideHouse(inNames, piece, at)
      ? nameIn(trimmed, outside)
      : (toldIn(trimmed, outside) ?? behindPlace(piece, inNames, at) ?? trimmed);
  if (title === null && isCall) return null;
  const value = tidy(title ?? trimmed.replace(invitation, ""));
  if (lettersOf(value).length < 3) return null;
  const score =
    (inQuotes ? 3 : 0) +
    (sectionOfTitle(value) ? 1 : 0) +
    (isCall && title === null ? -5 : 0) +
    (isInviting ? -0.5 : 0) +
    (isDone.test(trimmed) ? -4 : 0) +
    (isHouse(trimmed) ? -6 : 0) +
    (/!$/u.test(trimmed) && !inQuotes ? -1.5 : 0) +
    (value.length > 100 ? -2 : 0);
  return { value: capped(value), at, score };
}

/** What a sentence tells of behind its verb, by its quoted name or as it stands. */
function toldIn(sentence: string, outside: string): string | null {
  const verb = toldInside.exec(sentence);
  if (verb === null) return null;
  return nameIn(sentence, outside) ?? sentence.slice(verb.index + verb[0].length);
}

/** «Милли китапханәдә язучы белән очрашу»: a house in the case of where begins a sentence about something else. */
function behindPlace(piece: string, names: readonly Span[], at: Span): string | null {
  const first = names.find(({ start }) => !/\p{L}/u.test(piece.slice(0, Math.max(0, start - at.start))));
  if (first === undefined) return null;
  // «Смена»да: the case stands behind the quotes.
  const end =
    first.end - at.start + (/^[»"”](?:[дт][аә])(?!\p{L})/u.exec(piece.slice(first.end - at.start))?.[0].length ?? 0);
  const behind = trim(piece.slice(end));
  return /[дт][аә]$/u.test(piece.slice(0, end)) && lettersOf(behind).length > 7 ? behind : null;
}

/** «Г. Камал театрында «Галиябану»»: beside a house only the quotes are the title. */
const isBesideHouse = (names: readonly Span[], piece: string, at: Span): boolean =>
  names.some(({ start }) => start - at.start < piece.search(quoted)) && quoted.test(piece);

/** The quoted name in a sentence, with the word before it that says what it is; null where nothing is quoted. */
function nameIn(sentence: string, outside: string): string | null {
  const match = quoted.exec(outside) ?? quoted.exec(sentence);
  if (match === null) return null;
  const source = quoted.test(outside) ? outside : sentence;
  const told = kindTold.exec(source)?.[1];
  if (told) return tidy(withCapital(told));
  const invited = invitation.exec(sentence)?.[0].length ?? 0;
  const phrase = invited > 0 ? sentence.slice(invited, sentence.indexOf(match[0]) + match[0].length) : "";
  // «Приглашаем на новогодний концерт камерного хора «Аура»»: all of it is the name, where its first word stays as it is.
  if (
    /^(?!премьер)\p{Ll}{3,20}(?:ый|ий|ой|ые|ие|ь|[бвгджзклмнпрстфхцчшщ])\s/u.test(phrase) &&
    phrase.length <= 90 &&
    sectionOfTitle(phrase)
  )
    return tidy(withCapital(phrase));
  const kind = kindBefore.exec(source.slice(Math.max(0, match.index - 80), match.index).trimEnd())?.[1] ?? "";
  // In another case the kind is no part of a name: "на премьеру спектакля".
  const isNamed =
    kind !== "" &&
    /(?:спектакль|концерт|класс|фестиваль|праздник|вечер|показ|фильм|мюзикл|балет|ку|ию|чу|му|ру|[ая])$/iu.test(kind) &&
    !/спектакля$|концерта$/iu.test(kind);
  const behind = (kindBehind.exec(source.slice(match.index + match[0].length))?.[0] ?? "").replace(tatarCase, "");
  return tidy(`${isNamed ? `${kind} ` : ""}${match[0]}${behind}`);
}

const trim = (piece: string): string =>
  withoutAsides(
    piece
      .replace(hashtags, "")
      .replace(/^\s*(?:в\s)?\d{1,2}[:.]\d\d\s*/u, "")
      .replace(numbered, "")
      .replace(/\s+/gu, " ")
      .trim(),
  )
    .replace(edges, "")
    .replace(trailing, "")
    .replace(edges, "");

function withoutAsides(piece: string): string {
  let left = piece;
  for (let count = 0; count < mostAsides; count += 1) left = left.replace(aside, "");
  return left;
}

function tidy(title: string): string {
  let value = trim(readStatus(title.replace(predicate, "")).title).replace(leading, "");
  for (const [pattern, nominative] of accusative) value = value.replace(pattern, nominative);
  return value;
}

function capped(title: string): string {
  if (title.length <= longestTitle) return title;
  const sentence = /^.{10,150}?[.!?…](?=\s)/u.exec(title)?.[0].replace(/\.$/u, "");
  return sentence ?? `${title.slice(0, longestTitle - 1).replace(/\s\S*$/u, "")}…`;
}

/** A place may be part of a name, a date, an age or an address is not. */
const isCut = (value: unknown): boolean =>
  typeof value !== "object" || value === null || "startsAt" in value || "url" in value;

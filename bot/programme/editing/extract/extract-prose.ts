import { type Found, overlaps, type Span } from "../../../when/span.ts";
import { tokenise } from "../../../when/tokens.ts";
import type { Word } from "../../../when/vocabulary.ts";
import { linesOf, type MarkedText } from "./extracted.ts";

const longestTitle = 150;
/** Lines that call for attention and name nothing. */
const calls =
  /^(?:афиша|анонс|внимание|приглашаем|дорогие друзья|друзья|добрый день|здравствуйте|кадерле дуслар|дуслар|игътибар|чакырабыз|dear friends|announcement|save the date|you are invited|join us|премьера|скоро|форвард|переслано)(?:\s(?:на|вас|сезне)\s?[^\n]{0,25})?[\s!.:…]*$/iu;
/** Before the title: "5 декабря |", "18:30 —". A run of signs is tried from its first one alone, else it takes its square. */
const edges = /^[^\p{L}\p{N}«"„“(]+|(?<![^\p{L}\p{N}»"”“)!?…%₽])[^\p{L}\p{N}»"”“)!?…%₽]+$/gu;
/** Prepositions that led to a date. */
const trailing = /(?<![\s,])[\s,]+(?:в|с|по|до|на|и|начало|at|on|from|and)$/iu;
const prices = /^[^\p{L}]*(?:цена|билеты?|стоимость|вход|бәя|керү|tickets?|admission|entry|price)(?!\p{L})/iu;
const hashtags = /(?:^|\s)#[\p{L}\p{N}_]+/gu;
/** Words besides days and what leads to them: a line of nothing else names nothing. */
const lettersOf = (text: string): string =>
  tokenise(text)
    .map((token) => (token.kind === "word" && !isOfDay(token.word) ? token.folded.replace(/[^\p{L}]/gu, "") : ""))
    .join("");

const isOfDay = ({ weekday, month, inDays, unit, part, cues }: Word): boolean =>
  (weekday ?? month ?? inDays) !== undefined ||
  (unit === undefined && part === undefined && cues.size > 0) ||
  unit === "year";

/** The title: what is marked bold near the beginning, else the first line that is more than a date, an hour or a call. */
export function guessTitle(
  { text, entities = [] }: MarkedText,
  facts: readonly Found<unknown>[],
): Found<string> | null {
  const lines = linesOf(text).slice(0, 8);
  const horizon = lines.at(4)?.at.end ?? text.length;
  const bold = entities
    .filter(({ type, offset }) => type === "bold" && offset < horizon)
    .flatMap(({ offset, length }) =>
      linesOf(text.slice(offset, offset + length)).map(({ value, at }) => ({
        value,
        at: { start: at.start + offset, end: at.end + offset },
      })),
    );
  for (const { value, at } of [...bold, ...lines]) {
    const title = tidy(value, at, facts);
    if (title !== null) return { value: title, at };
  }
  return null;
}

/** What a line says between the dates and addresses in it; null where nothing is left that could be a name. */
function tidy(line: string, at: Span, facts: readonly Found<unknown>[]): string | null {
  const inside = facts.filter((fact) => overlaps(fact.at, at));
  if (inside.some((fact) => fact.at.start <= at.start && fact.at.end >= at.end) || prices.test(line)) return null;
  const cuts = inside.filter(({ value }) => isCut(value)).sort((one, other) => one.at.start - other.at.start);
  const bounds = [at.start, ...cuts.flatMap((cut) => [cut.at.start, cut.at.end]), at.end];
  for (let index = 0; index < bounds.length; index += 2) {
    const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
    const title = trimmed(line.slice(Math.max(0, from - at.start), Math.max(0, to - at.start)));
    if (lettersOf(title).length < 3 || calls.test(title)) continue;
    return title.length <= longestTitle ? title : firstSentence(title);
  }
  return null;
}

/** A place may be part of a name, a date, an age or an address is not. */
const isCut = (value: unknown): boolean =>
  typeof value !== "object" || value === null || "startsAt" in value || "url" in value;

function trimmed(piece: string): string {
  const bare = piece
    .replace(hashtags, "")
    .replace(/^\s*(?:в\s)?\d{1,2}[:.]\d\d\s*/u, "")
    .replace(/\s+/gu, " ");
  return bare.replace(edges, "").replace(trailing, "").replace(edges, "");
}

function firstSentence(text: string): string {
  const sentence = /^.{10,150}?[.!?…](?=\s)/u.exec(text)?.[0].replace(/\.$/u, "");
  if (sentence !== undefined) return sentence;
  return `${text.slice(0, longestTitle - 1).replace(/\s\S*$/u, "")}…`;
}

/** What is left besides the title and the lines that only state facts: a first short paragraph, and all of it. */
export function guessProse(
  text: string,
  title: Found<string> | null,
  facts: readonly Found<unknown>[],
): { summary: string | null; body: string | null } {
  const kept: string[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const span = { start: at, end: at + line.length };
    if (!isFact(line, span, title, facts)) kept.push(line.trim());
    at = span.end + 1;
  }
  const body = kept
    .join("\n")
    .replace(hashtags, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
  const [first = "", ...others] = body.split("\n\n");
  const isLead = others.length > 0 && first.length <= 300 && !first.includes("\n");
  return { summary: isLead ? first : null, body: body || null };
}

/** A line that says nothing besides the title or a fact: few letters are left without it. */
function isFact(line: string, span: Span, title: Found<string> | null, facts: readonly Found<unknown>[]): boolean {
  if (title && overlaps(title.at, span) && title.at.start <= span.start + 4 && line.trim().length <= longestTitle)
    return true;
  const touching = facts.filter(({ at }) => overlaps(at, span));
  if (touching.length === 0) return false;
  const rest = [...line].length === 0 ? "" : cover(line, span, touching);
  return lettersOf(rest).length <= 12;
}

function cover(line: string, span: Span, facts: readonly Found<unknown>[]): string {
  const left = [...Array(line.length).keys()].filter(
    (index) => !facts.some(({ at }) => index + span.start >= at.start && index + span.start < at.end),
  );
  return left.map((index) => line.charAt(index)).join("");
}

import { editDistance } from "../../text/edit-distance.ts";
import { fold } from "../../text/fold.ts";
import { isStopWord } from "../../text/stop-words.ts";

/** Titles at least so alike are one title, at the same place and time. */
export const surelyAlike = 0.85;
/** Titles at least so alike may be one. */
export const perhapsAlike = 0.6;

const words = (said: string): ReadonlySet<string> => new Set(fold(said).split(" "));

/** What a thing is, by kind: one source says it beside the title and another does not. */
const kinds = {
  stage: words("спектакль спектакля балет опера мюзикл комедия драма спектакле пьеса ballet opera musical play"),
  concert: words("концерт концертная концерты concert"),
  exhibition: words("выставка выставки күргәзмә күргәзмәсе exhibition"),
  tour: words("экскурсия экскурсиясе tour"),
  lecture: words("лекция лекциясе lecture"),
  workshop: words("мастер класс мастеркласс остаханә дәресе workshop"),
  film: words("кинопоказ фильм screening"),
} as const;

/** What says nothing about which one it is. */
const filler = words(`
  программа представление творческая творческий встреча вечер премьера показ шоу событие мероприятие
  кичәсе очрашу премьерасы performance show premiere
`);

/** What tells two things of one title apart: for whom it is, and which of several. */
const telling = words(`
  детей детский детская детское детям малышей взрослых семей семейный семейная подростков пенсионеров начинающих продолжающих
  первый первая второй вторая третий третья утренний вечерний утро
  балалар олылар гаилә яшүсмерләр беренче икенче өченче
  children kids adults family families teenagers beginners first second third morning evening
`);

/** Likeness of what one has and the other has not: for a human to look at. */
const inDoubt = 0.8;
/** Likeness of titles of which one is told more fully. */
const fuller = 0.9;

/** How alike two titles are, 0 to 1, as two sources write one: with the genre, quotes, age marks or an author, mistyped. */
export function likenessOf(one: string, other: string): number {
  const [left, right] = [tokensOf(one), tokensOf(other)];
  if (left.length === 0 || right.length === 0) return 0;
  const { common, leftRest, rightRest } = align(left, right);
  const [leftKinds, rightKinds] = [kindsOf(one), kindsOf(other)];
  const [leftWeight, rightWeight] = [weightOf(left), weightOf(right)];
  const dice = (2 * common) / (leftWeight + rightWeight);
  const isContained = leftRest.length === 0 || rightRest.length === 0;
  const isMost = common >= Math.max(leftWeight, rightWeight) / 2;
  const found = isContained ? Math.max(dice, isMost ? fuller : inDoubt) : dice;
  const isOfOneKind =
    leftKinds.length === 0 || rightKinds.length === 0 || leftKinds.some((kind) => rightKinds.includes(kind));
  return !isOfOneKind || [...leftRest, ...rightRest].some(isTelling) ? Math.min(found, inDoubt) : found;
}

/** How alike the likest of the titles are. */
export const likenessOfTitles = (some: readonly string[], others: readonly string[]): number =>
  Math.max(0, ...some.flatMap((one) => others.map((other) => likenessOf(one, other))));

const isTelling = (token: string): boolean => telling.has(token) || /\d|^[ivx]+$/u.test(token);

/** The kinds of things that a title names. */
function kindsOf(title: string): string[] {
  const all = fold(title).split(" ");
  return Object.entries(kinds).flatMap(([kind, names]) => (all.some((token) => names.has(token)) ? [kind] : []));
}

const isGeneral = (token: string): boolean =>
  filler.has(token) || isStopWord(token) || Object.values(kinds).some((names) => names.has(token));

/** The words of a title that say which one it is; all of them where none would be left. */
function tokensOf(title: string): string[] {
  const all = fold(title.replaceAll(/\(?\b\d{1,2}\s?\+\)?/gu, " "))
    .split(" ")
    // Initials of authors stand in one source and not in the other.
    .filter((token) => token.length > 1 || /\d/u.test(token));
  const own = all.filter((token) => !isGeneral(token));
  return own.length > 0 ? own : all;
}

const weightOf = (tokens: readonly string[]): number =>
  tokens.reduce((sum, token) => sum + Math.min(token.length, 10), 0);

interface Alignment {
  /** Weight of the words that both have, as the one side writes them. */
  common: number;
  leftRest: string[];
  rightRest: string[];
}

function align(left: readonly string[], right: readonly string[]): Alignment {
  const rightRest = [...right];
  const leftRest: string[] = [];
  let common = 0;
  for (const token of left) {
    const exact = rightRest.indexOf(token);
    const at = exact >= 0 ? exact : rightRest.findIndex((candidate) => isSameWord(token, candidate));
    const [match] = at < 0 ? [] : rightRest.splice(at, 1);
    if (match === undefined) leftRest.push(token);
    else common += (weightOf([token]) + weightOf([match])) / 2;
  }
  return { common, leftRest, rightRest };
}

/** Whether two words are one that is mistyped, or has another ending. */
function isSameWord(one: string, other: string): boolean {
  if (/\d/u.test(one + other)) return false;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length === 4) return longer.startsWith(shorter) && longer.length <= 6;
  if (shorter.length < 4) return false;
  const edits = shorter.length < 8 ? 1 : 2;
  if (shorter[0] === longer[0] && editDistance(shorter, longer, edits) <= edits) return true;
  const stem = shorter.slice(0, Math.max(5, shorter.length - 2));
  return longer.startsWith(stem) && longer.length - stem.length <= 3;
}

import { forgivableEdits } from "../../text/edit-distance.ts";
import { fold } from "../../text/fold.ts";

/** The share of words that two titles have to have in common. */
const leastShared = 0.7;

/** Words that say what kind of event it is, in any title. */
const kinds =
  /^(?:спектакл\p{L}*|концерт\p{L}*|премьер\p{L}*|выставк\p{L}*|күргәзмә\p{L}*|кургазма\p{L}*|лекци\p{L}*|показ\p{L}*|кино\p{L}*|опера|балет|драма|комеди\p{L}*|play|concert|premiere|exhibition|lecture|the|a|an|в|на|и|с|по)$/u;

/**
 * Whether two titles may be of one event: what they quote is the same, or most of their words are, slips of the finger
 * forgiven. "Спектакль «Идегей»" is "«Идегәй». Премьера".
 */
export function areTitlesAlike(one: string, other: string): boolean {
  const [quotedOne, quotedOther] = [quoted(one), quoted(other)];
  if (quotedOne !== "" && quotedOther !== "") return isMostlyShared(wordsOf(quotedOne), wordsOf(quotedOther));
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (isMostlyShared(words, others)) return true;
  if (quotedOne !== "") return isMostlyShared(wordsOf(quotedOne), others);
  return quotedOther !== "" && isMostlyShared(words, wordsOf(quotedOther));
}

/** What the first quotation marks are around; looked for once, from the beginning: a title may be of nothing but marks. */
const quoted = (title: string): string => /^[^«“"„]*[«“"„](?<inside>.+?)[»”"“]/su.exec(title)?.groups?.["inside"] ?? "";

/** The words that tell one event from another; all of them, where there are no others. */
function wordsOf(title: string): string[] {
  const words = fold(title)
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !kinds.test(word));
  return telling.length > 0 ? telling : words;
}

function isMostlyShared(words: readonly string[], others: readonly string[]): boolean {
  if (words.length === 0 || others.length === 0) return false;
  const shared = words.filter((word) => others.some((one) => isSameWord(word, one))).length;
  return (2 * shared) / (words.length + others.length) >= leastShared;
}

/** Numbers have no slips: the second concert of a series is not the third. */
const isSameWord = (one: string, other: string): boolean =>
  one === other || (!/\d/u.test(one) && !/\d/u.test(other) && Number.isFinite(forgivableEdits(one, other)));

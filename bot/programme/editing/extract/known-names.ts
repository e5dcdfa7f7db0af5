import { fold } from "../../../text/fold.ts";
import type { Found, Span } from "../../../when/span.ts";
import type { KnownName } from "./extracted.ts";

/** A word of a text, folded, and where it stands. */
interface Said extends Span {
  folded: string;
}

/** What houses are called by kind, as beginnings of folded words; of each kind in three languages. */
const kinds =
  "театр|theatr|музе|museum|филармони|philharmon|консерватори|conservatoir|conservator|библиотек|китапхан|librar|галере|gallery|дворц|дворец|сарай|palace|дом|йорт|house|центр|узаг|cent|клуб|club|цирк|circus|оркестр|orchestra|ансамбл|ensemble|планетари|planetari|школ|мактаб|school|парк|park|заповедник|тыюлыг|кинотеатр|cinema|усадьб|зал|hall|кремл|kremlin".split(
    "|",
  );
/** Words of long names that tell no house from another. */
const common =
  /^(?:государствен|муниципальн|академическ|республик|татарстан|российск|имени|им$|исеменда|даулат|федерал|бюджет|учрежден|культур|искусств$|городск|областн|казан|народн|национальн$|город|рт$|г$|of$|the$|state|named|after|and$|и$|хам$)/u;

/** Legal forms and short names of houses, with which a line of nothing but a house begins. */
const houseForms =
  /^(?:мбук|мбу|маук|мау|гбук|гбу|гаук|гау|мкук|фгбук|фгбу|ано|дк|кдц|кц|сдк|рдк|гдк|цкид|цк|мадният|мэдэният|культурн|городск|районн|сельск|центральн|детск|концертн)$|^(?:культурн|городск|районн|сельск|центральн|детск|концертн|мадани|мадания)/u;
/** Whether a name is one that every house may have, as «Большой зал». */
export const isAnybodys = (name: string): boolean =>
  fold(name)
    .split(" ")
    .every((word) => sizes.test(word) || common.test(word) || kinds.some((kind) => word.startsWith(kind)));

/** What a house does, in a line that says more than its name. */
const doing = /(?<!\p{L})(?:приглаша|представля|состо|пройд|покаж|чакыр|invite|present)/iu;

/** Whether a line names a house and nothing else, known or not: «ДК Химиков», «МБУК «Дворец культуры»». */
export function isHouse(line: string): boolean {
  if (line.length > 80 || doing.test(line) || sectionOfKind.test(line)) return false;
  const [first = "", ...others] = wordsOf(line).map(({ folded }) => folded);
  const isKind = (word: string) => kinds.some((kind) => word.startsWith(kind));
  return isKind(first) || (houseForms.test(first) && (first.length < 6 || others.slice(0, 3).some(isKind)));
}

/** A thing that a house puts on, which may begin with the same words: «Детский концерт», "House music". */
const sectionOfKind =
  /(?<!\p{L})(?:концерт(?!н)|спектакл|выставк|лекци|фестивал|вечер|показ|клуб(?:а|е)?\s|music|concert|show|night)/iu;

/** Kinds of which a city has one: the word alone is its name. */
const lone = new Set(["планетари", "planetari", "филармони", "philharmon", "консерватори", "conservatoir", "цирк"]);
/** Short for a kind. */
const short: Readonly<Record<string, string>> = { бкз: "зал", гбкз: "зал" };

/** Words of halls that every house has: «Большой концертный зал» is anybody's. */
const sizes =
  /^(?:больш|мал(?:ый|ая|ого|ом|ой)$|зур$|кече$|grand$|great$|small$|концерт|concert|выставочн|exhibition$|кургазма|сцен|сахна|stage$|main$|основн|актов|читальн|аудитори|фойе|холл|драм|drama|комеди|comedy)/u;

/**
 * The known name that stands in the text, the longest where several do; endings may differ («в Старом причале» is «Старый
 * причал»), and a long name may be short: its kind of house with a word of its own («филармония им. Г. Тукая»). Names of fewer
 * than five letters are words of anything. Of equal ones those in `first` go before.
 */
export function findKnown(
  text: string,
  known: readonly KnownName[],
  first: readonly number[] = [],
): Found<number> | null {
  const words = wordsOf(text);
  const byStem = new Map<string, number[]>();
  for (const [index, { folded }] of words.entries()) {
    const key = folded.slice(0, 3);
    const places = byStem.get(key);
    if (places) places.push(index);
    else byStem.set(key, [index]);
  }
  const ordered = [...known].sort((one, other) => Number(first.includes(other.id)) - Number(first.includes(one.id)));
  let best: { id: number; length: number; at: Span } | null = null;
  for (const { id, names } of ordered) {
    for (const name of names) {
      const wanted = fold(name).split(" ");
      const length = wanted.join("").length;
      if (length < 5 || length <= (best?.length ?? 0)) continue;
      const starts = byStem.get((wanted[0] ?? "").slice(0, 3)) ?? [];
      const at = starts.find((index) => wanted.every((word, offset) => isForm(words[index + offset]?.folded, word)));
      if (at !== undefined) best = { id, length, at: spanBetween(words, at, at + wanted.length - 1) };
    }
  }
  if (best !== null) return { value: best.id, at: best.at };
  return findShort(words, ordered);
}

const wordsOf = (text: string): Said[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

const spanBetween = (words: readonly Said[], from: number, to: number): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to]?.end ?? 0,
});

/** So many words may stand between a kind of house and the word that tells which. */
const within = 5;

/** The one house whose kind stands near words of its own; null where two would fit. */
function findShort(words: readonly Said[], known: readonly KnownName[]): Found<number> | null {
  const found: { id: number; at: Span; weight: number }[] = [];
  for (const { id, names } of known) {
    for (const name of names) {
      const own = fold(name).split(" ");
      const kind = kinds.find((stem) => own.some((word) => word.startsWith(stem)));
      const telling = own.filter(
        (word) =>
          word.length >= 4 && !common.test(word) && !sizes.test(word) && !kinds.some((stem) => word.startsWith(stem)),
      );
      if (kind === undefined || telling.length === 0) continue;
      for (const [index, { folded }] of words.entries()) {
        if (!(short[folded] ?? folded).startsWith(kind)) continue;
        const near = words.slice(Math.max(0, index - within), index + within + 1);
        const heard = telling.filter((word) => near.some((said) => isForm(said.folded, word)));
        // The last name is enough where a place is named after one person, half of the words elsewhere.
        const isOnly =
          known.filter(({ names: all }) =>
            all.some((one) =>
              fold(one)
                .split(" ")
                .some((word) => word.startsWith(kind)),
            ),
          ).length === 1;
        const isCalled =
          isOnly &&
          (lone.has(kind) ||
            own.some((word) => common.test(word) && word.length > 4 && near.some((said) => isForm(said.folded, word))));
        if (heard.length * 3 < telling.length || heard.length === 0) {
          // «Казанская консерватория»: there is one of the kind, and it is called after the city.
          if (isCalled)
            found.push({ id, at: { start: words[index]?.start ?? 0, end: words[index]?.end ?? 0 }, weight: 1 });
          continue;
        }
        const spans = near.filter((said) => heard.some((word) => isForm(said.folded, word)));
        const all = [...spans, { start: words[index]?.start ?? 0, end: words[index]?.end ?? 0 }];
        const at = { start: Math.min(...all.map((one) => one.start)), end: Math.max(...all.map((one) => one.end)) };
        found.push({ id, at, weight: heard.join("").length });
      }
    }
  }
  const [best, ...others] = found.sort((one, other) => other.weight - one.weight);
  const isSure = best !== undefined && others.every((one) => one.id === best.id || one.weight < best.weight);
  return isSure ? { value: best.id, at: best.at } : null;
}

/** Whether a word is another one with another ending. */
export function isForm(said: string | undefined, known: string): boolean {
  if (said === undefined) return false;
  if (said === known) return true;
  if (known.length < 3) return false;
  if (known.length === 3) return said.startsWith(known) && said.length <= 5;
  const stem = known.slice(0, Math.max(4, known.length - 2));
  return said.startsWith(stem) && Math.abs(said.length - known.length) <= 4;
}

/** What kind of way stands beside its name, and says nothing of it. */
const ways =
  /^(?:ул|улица|улице|пр|пр т|просп|проспект|проспекте|пер|переулок|пл|площадь|площади|бул|бульвар|наб|набережная|шоссе|ур|урам|урамы|урамында|майдан|майданы|ulitsa|ploshchad|prospekt|street|st|square|sq|avenue|ave|road|rd|д|дом|йорт|г|город|казань|казан|kazan)$/u;

/** The place whose address stands in the text, by the name of its street and the number behind it. */
export function findByAddress(text: string, known: readonly KnownName[]): Found<number> | null {
  const words = wordsOf(text);
  for (const { id, addresses = [] } of known) {
    for (const address of addresses) {
      const said = fold(address).split(" ");
      const number = said.find((word) => /^\d{1,4}\p{L}?$/u.test(word));
      const street = said.filter((word) => word.length >= 4 && !ways.test(word) && /\p{L}/u.test(word));
      const main = street.at(-1);
      if (number === undefined || main === undefined) continue;
      for (const [index, word] of words.entries()) {
        if (!isForm(word.folded, main)) continue;
        const behind = words.slice(index + 1, index + 4).findIndex(({ folded }) => folded === number);
        // Between the street and its number nothing stands but "дом".
        const between = words.slice(index + 1, index + 1 + behind).every(({ folded }) => ways.test(folded));
        if (behind >= 0 && between)
          return { value: id, at: { start: word.start, end: words[index + 1 + behind]?.end ?? word.end } };
      }
    }
  }
  return null;
}

import type { When } from "../../../when/periods.ts";
import { windowsOf } from "../../../when/windows.ts";
import type { Section } from "../../event.ts";
import { isOrAt, isStreetAt, nearestTo, sectionAlone } from "../lexicon/lexicon.ts";
import { parseRefusal } from "./parse-refusal.ts";
import { type QueryWord, queryWords, readingsOf } from "./query-word.ts";
import { recognise, type Way, wayOf } from "./recognise.ts";
import { withFigures } from "./spelled-figures.ts";
import { isAsked, isOfSection, isRecording, type Meaning, type Term, type Understanding } from "./understanding.ts";
import { whereWordsOf } from "./where-words.ts";

/** Words that are looked for as text: each costs the search, and no title is remembered by more. */
const mostLookedFor = 8;

/**
 * Reads a query in Russian, Tatar, English or a mixture: what is a time, a section, a price …, and what is text.
 * `dropped` has a bit for each term that the reader switched off; its words are then as if they had not been typed.
 */
export function understand(text: string, now: Date, zone: string, dropped = 0): Understanding {
  const terms: Term[] = [];
  const words: QueryWord[] = [];
  const tokens = withFigures(queryWords(text));
  const ways = readingsOf(tokens).map(wayOf);
  let alone: Alone | null = null;
  let isForClass = false;
  let isEither = false;
  let isOr = false;
  for (let at = 0; at < tokens.length; ) {
    const wanted = recognise(tokens, at, ways, { now, zone });
    const found = parseRefusal(tokens, at, ways, { now, zone, found: wanted }) ?? wanted;
    const taken = tokens.slice(at, at + found.length);
    const section =
      found.kind === "meaning" ? undefined : ways.map(({ forms }) => sectionAlone(forms, at)).find(Boolean);
    if (section !== undefined) alone ??= { section, words: taken };
    if (section !== undefined) {
      // Nothing else, where something else is said.
    } else if (found.kind === "meaning") {
      const said = taken.map((word) => word.raw).join(" ");
      if (isOfSection(found.meaning)) isEither ||= isOr && terms.some(isOfSection);
      terms.push({ ...found.meaning, ordinal: terms.length, said, words: taken });
    } else if (found.kind === "text") {
      const isOfAddress = [at - 1, at + found.length].some((beside) =>
        ways.some(({ forms }) => isStreetAt(forms, beside)),
      );
      if (found.alike) words.push(asOne(taken, found.alike));
      else words.push(...taken.map((word): QueryWord => (isOfAddress ? { ...word, isOfAddress } : word)));
    } else if (found.kind === "learning") {
      isForClass = true;
    }
    isOr = found.kind === "idle" && (isOr || ways.some(({ forms }) => isOrAt(forms, at)));
    at += found.length;
  }
  if (alone !== null && words.length === 0 && !terms.some(isOfSection)) terms.push(ofAlone(alone, terms.length));
  const inStreet = words.some(({ isOfAddress }) => isOfAddress);
  // «Улица Пушкина» is not called so in an address.
  const named = (inStreet ? words.filter(({ forms }) => !isStreetAt(forms, 0)) : words).slice(0, mostLookedFor);
  const kept = terms.filter((term) => (dropped & (1 << term.ordinal)) === 0);
  const gone = new Set(terms.filter((term) => !kept.includes(term)).flatMap((term) => term.words));
  const said = tokens.filter((token) => !gone.has(token));
  const isOpen = named.length === 0 && said.some(({ raw }) => /\p{L}{2}/u.test(raw)) && !kept.some(isAsked);
  // «Что? Где? Когда?» may be a title all the same.
  const where = whereWordsOf(tokens, named, terms);
  const placed = named.map((word): QueryWord => (where.has(word) ? { ...word, isWhere: true } : word));
  const free = isOpen && kept.length === 0 ? said : placed;
  const times = kept.flatMap((term) => (term.kind === "when" ? [term.value] : []));
  const common = isEither ? times : times.filter((when) => !isOfOneWish(when, kept));
  return {
    terms: kept,
    words: free,
    said,
    text: free.map((word) => word.raw).join(" "),
    windows: windowsOf(isOpen ? [{ kind: "coming_week" }] : common, { now, zone }, kept.some(isRecording)),
    isByHour: common.some(isHour),
    isOpen,
    isEither,
    isForClass,
    nearest: nearestOf(tokens, named, ways),
  };
}

/** A word that says a section where nothing else does. */
interface Alone {
  section: Section;
  words: readonly QueryWord[];
}

const ofAlone = ({ section, words }: Alone, ordinal: number): Term => ({
  kind: "section",
  value: section,
  ordinal,
  said: words.map(({ raw }) => raw).join(" "),
  words,
});

/** Several words that titles call by others, as one. */
function asOne(words: readonly QueryWord[], alike: readonly string[]): QueryWord {
  const [first] = words;
  const raw = words.map((word) => word.raw).join(" ");
  const forms = (first?.forms ?? []).map((_, way) => words.map((word) => word.forms[way] ?? "").join(" "));
  return { raw, forms, alike };
}

/** "A museum in the morning, then a concert": hours between two sections are those of one of them. */
function isOfOneWish(when: When, terms: readonly Term[]): boolean {
  const at = terms.findIndex((term) => term.kind === "when" && term.value === when);
  const isDay = (term: Term) => term.kind === "when" && !isOfHours(term.value);
  return (
    isOfHours(when) && terms.some(isDay) && terms.slice(0, at).some(isOfSection) && terms.slice(at).some(isOfSection)
  );
}

const isOfHours = ({ kind }: When): boolean => kind === "part_of_day" || kind === "hours";

/** Evenings, nights and hours; exhibitions are open by day. */
const isHour = (when: When): boolean =>
  when.kind === "hours" ||
  when.kind === "tonight" ||
  (when.kind === "part_of_day" && (when.part === "evening" || when.part === "night"));

function nearestOf(tokens: readonly QueryWord[], words: readonly QueryWord[], ways: readonly Way[]): Meaning | null {
  for (const [at, { raw }] of tokens.entries()) {
    if (!words.some((word) => word.raw === raw || word.raw.startsWith(`${raw} `))) continue;
    for (const { forms } of ways) {
      const theme = nearestTo(forms, at);
      if (theme !== null) return theme.meaning;
    }
  }
  return null;
}

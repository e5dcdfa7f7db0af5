import type { Preference } from "../programme/search/lexicon/search-words.ts";
import { understand } from "../programme/search/query/parse-query.ts";
import type { Term } from "../programme/search/query/understanding.ts";
import { fold } from "../text/fold.ts";
import { tag } from "../understanding/tagging.ts";
import type { Reading } from "../when/days.ts";
import { lookUpWord } from "../when/vocabulary.ts";
import { windowsOf } from "../when/windows.ts";
import { inZone } from "../words/time/local-time.ts";
import { eveningSettings } from "./candidate.ts";
import type { EveningWish } from "./evening.ts";

const eveningFields = ["day", "setting", "company", "priceLimit"] as const;

/** What somebody wants of an evening, in words. */
export interface SaidWish {
  wish: Partial<EveningWish>;
  /** What was said and cannot be planned by, as typed; empty: all was used. */
  unused: string;
}

/** What is planned, by its own name: it narrows nothing. */
const evenings = new Set(
  "вечер вечера вечерок вечером день выходной кич кичне кичке кичен кичемне көнне evening night day out plan план"
    .split(" ")
    .map(fold),
);
const settings = {
  town: new Set("город городе шәһәрдә town city".split(" ").map(fold)),
  home: new Set("дом дома домашний өй өйдә home".split(" ").map(fold)),
};

/** Somebody comes along who is no older: for them it is an evening with children. */
const oldestChild = 11;

/** Parses what an evening is to be like: a day, at home or in town, with whom, for how much. */
export function parseWish(text: string, reading: Reading): SaidWish {
  const rest = tag(text).filter(({ concepts }) => !concepts.has("plan"));
  const rawOf = (part: typeof rest) => part.flatMap(({ words }) => words.map(({ raw }) => raw));
  // Small words are kept for what they lead to: «до 1000», "for two".
  const small = new Set(rawOf(rest.filter(({ concepts }) => concepts.has("filler"))));
  const { terms, words, isOpen } = understand(rawOf(rest).join(" "), reading.now, reading.zone);
  const said: SaidWish = { wish: {}, unused: "" };
  const unused: string[] = [];
  for (const term of terms) {
    const meant = wishOf(term, reading);
    if (meant === null || contradicts(meant, said.wish)) unused.push(term.said);
    else said.wish = { ...said.wish, ...meant };
  }
  if (!isOpen)
    for (const { raw, forms } of words) {
      const setting = eveningSettings.find((each) => forms.some((form) => settings[each].has(form)));
      if (setting !== undefined && !contradicts({ setting }, said.wish)) said.wish = { ...said.wish, setting };
      else if (!small.has(raw) && !forms.some((form) => evenings.has(form) || isHeadCount(form))) unused.push(raw);
    }
  return { ...said, unused: unused.join(" ") };
}

/** However many go, the evening is the same: «на четверых», "a family of four". */
const isHeadCount = (form: string): boolean => (lookUpWord(form)?.number ?? Number.POSITIVE_INFINITY) <= 10;

/** Whether something was said twice, and differently: two days, at home and in town. */
const contradicts = (meant: Partial<EveningWish>, wish: Partial<EveningWish>): boolean =>
  eveningFields.some((field) => field in meant && field in wish && meant[field] !== wish[field]);

/** Who comes along by whom an evening is wished for; how merry it is to be cannot be planned by. */
const companies: Readonly<Partial<Record<Preference, Partial<EveningWish>>>> = {
  date: {},
  together: {},
  grandparents: { company: "seniors" },
};

/** What a recognised part asks of an evening; null where it cannot be planned by. */
function wishOf(term: Term, reading: Reading): Partial<EveningWish> | null {
  switch (term.kind) {
    case "when":
      return dayOf(term, reading);
    case "audience":
      return { company: term.value === "seniors" ? "seniors" : "children" };
    case "age":
      return term.value <= oldestChild ? { company: "children" } : null;
    case "preference":
      return companies[term.value] ?? null;
    case "free":
      return { priceLimit: 0 };
    case "price":
      return { priceLimit: term.value };
    case "mode":
      return term.value === "recording" ? null : { setting: term.value === "online" ? "home" : "town" };
    default:
      return null;
  }
}

/** The day that a time begins on; null for hours of their own, and for more than a weekend. */
function dayOf({ value }: Extract<Term, { kind: "when" }>, reading: Reading): Partial<EveningWish> | null {
  if (value.kind === "part_of_day") return value.part === "evening" ? {} : null;
  const isOfOneDay = [
    "now",
    "tonight",
    "today",
    "tomorrow",
    "day_after_tomorrow",
    "weekend",
    "next_weekend",
    "weekday",
    "date",
  ];
  if (!isOfOneDay.includes(value.kind) || ("last" in value && value.last !== undefined)) return null;
  const [first] = windowsOf([value], reading);
  return first === undefined ? null : { day: inZone(first.from, reading.zone).toISODate() };
}

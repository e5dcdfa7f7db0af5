import type { When } from "../../../when/periods.ts";
import type { Window } from "../../../when/windows.ts";
import type { Language } from "../../../words/language.ts";
import type { Accessibility, Audience, Section } from "../../event.ts";
import type { Preference } from "../lexicon/search-words.ts";
import type { QueryWord } from "./query-word.ts";

/** What a word can mean beside itself. */
export type Meaning =
  | { kind: "when"; value: When }
  | { kind: "section"; value: Section }
  /** What lasts for weeks and is open by day. */
  | { kind: "exhibition" }
  | { kind: "free" }
  /** At most so many roubles. */
  | { kind: "price"; value: number }
  | { kind: "mode"; value: "online" | "on_site" | "recording" }
  | { kind: "audience"; value: Audience }
  /** Suited for this age in years; 18 asks for what is for adults only. */
  | { kind: "age"; value: number }
  | { kind: "accessibility"; value: Accessibility }
  /** "In Tatar": held in that language. */
  | { kind: "held_in"; value: Language }
  /** "Tatar songs": held in that language, or called so. */
  | { kind: "of_language"; value: Language }
  /** With whom, in what mood: comes first, and excludes nothing. */
  | { kind: "preference"; value: Preference }
  /** «Не опера», "except museums": leaves out a section or an audience, or what is called by a word. */
  | { kind: "without"; value: SoftMeaning | { kind: "called"; word: QueryWord } };

/** Said by words that titles and names use too: such an event counts as well as one of the section or audience. */
export type SoftMeaning =
  | { kind: "section"; value: Section }
  | { kind: "audience"; value: Audience }
  | { kind: "exhibition" }
  | { kind: "of_language"; value: Language };

const soft: readonly Meaning["kind"][] = ["section", "audience", "exhibition", "of_language"];

export const isSoft = <M extends Meaning>(meaning: M): meaning is M & SoftMeaning => soft.includes(meaning.kind);

/** Whether it names a section. */
export const isOfSection = ({ kind }: Meaning): boolean => kind === "section" || kind === "exhibition";

/** Whether what is over is asked for. */
export const isRecording = (meaning: Meaning): boolean => meaning.kind === "mode" && meaning.value === "recording";

/** Whether something is asked for by it; the rest only prefers, or leaves out. */
export const isAsked = ({ kind }: Meaning): boolean => kind !== "preference" && kind !== "without";

/** A recognised part of the query: one thing that the screen can show and drop. */
export type Term = Meaning & {
  /** Its place among all recognised terms: the bit to set in `dropped`. */
  ordinal: number;
  /** The words it was recognised in, as typed. */
  said: string;
  words: readonly QueryWord[];
};

export interface Understanding {
  /** The terms in force, in the order they were said. */
  terms: readonly Term[];
  /** What is looked for by text: neither recognised nor empty of meaning. */
  words: readonly QueryWord[];
  /** Every word typed, recognised or not, dropped terms excepted: a title may be made of them. */
  said: readonly QueryWord[];
  /** The free words as typed, for the screen: "джаз". */
  text: string;
  /** Instants asked for; empty when no time was said. Half-open, in order. */
  windows: readonly Window[];
  /** An evening or an hour was said: what is merely open on that day is not meant. */
  isByHour: boolean;
  /** Nothing was said but that something is wanted: what is on in these days answers that. */
  isOpen: boolean;
  /** Sections that were named; an event in any of them is meant: "concert or theatre". */
  isEither: boolean;
  /** Somebody wants to learn: classes are meant before events. */
  isForClass: boolean;
  /** What comes nearest to a theme that the programme may lack; none known, null. */
  nearest: Meaning | null;
}

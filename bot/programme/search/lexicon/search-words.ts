import type { Language } from "../../../words/language.ts";
import type { Accessibility, Audience, Section } from "../../event.ts";

/** What somebody would like, and no condition: whom they go with, in what mood. */
export const preferences = ["fun", "calm", "date", "grandparents", "together"] as const;
export type Preference = (typeof preferences)[number];

/**
 * The words by which one language asks for something in the programme. Each string lists patterns parted by commas: a word
 * or a phrase in real spelling, with alternatives as in "концерт(|а|у)", "*" behind a word for whatever begins so, and "~"
 * behind a bare Tatar noun for whatever ending it has.
 */
export interface SearchWords {
  /** Nouns that name a section, and are words of titles too. Kinds of music or plays tell more, and are left to the text. */
  sections: Readonly<Record<Section, string>>;
  /** Says a section where nothing else says what is wanted: «ночные сеансы», "screenings". */
  sectionsAlone: Readonly<Partial<Record<Section, string>>>;
  /** What lasts for weeks and is open by day. */
  exhibition: string;
  audiences: Readonly<Record<Audience, string>>;
  /** Grown-ups by themselves: what is for children is not meant. */
  adults: string;
  accessibility: Readonly<Record<Accessibility, string>>;
  free: string;
  cheap: string;
  online: string;
  /** These mean a stream only when nothing else is said: "live" is one, "live music" is not. */
  onlineAlone: string;
  /** What one goes to, and does not watch at home: "in person", «вживую», «онлайн түгел». */
  onSite: string;
  /** What is over, too: "what was on", «который был». */
  recording: string;
  /** What is held in a language: "in English". */
  heldIn: Readonly<Record<Language, string>>;
  /** Languages by adjectives, which titles use as well: "Tatar songs". */
  ofLanguage: Readonly<Record<Language, string>>;
  preferences: Readonly<Record<Preference, string>>;
  /** Says that a class is wanted, not which. */
  learning: string;
  /** Words around a limit of price: in front of the figure, behind it, and names of money. */
  price: { upTo: string; behind: string; money: string };
  /** Numbers in words: days of a month from the first on, and amounts of money by roubles. */
  figures: { days: readonly string[]; amounts: Readonly<Record<number, string>> };
  /** Leads to somebody's age: "im 62", «маме 70»; years follow it or not. */
  aged: string;
  /** Stands beside the name of a street. */
  street: string;
  /** "Or", between two things of which one is enough. */
  or: string;
  /** What is not wanted, in front of it: "except", «кроме», and `weak` "not", «не»; `behind` it: «түгел». */
  not: { before: string; weak: string; behind: string };
  /** What people say, and by which words titles call the same. */
  alike: readonly (readonly [said: string, titled: string])[];
  /** Says nothing about what is looked for: "where to go", the city's own name. */
  idle: string;
  /** Themes that a programme may lack, by what then comes nearest. */
  nearest: Readonly<Record<Section | Audience, string>>;
}

export type PartOfDay = "morning" | "afternoon" | "evening" | "night";
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "lesson";

/**
 * What a word does to minutes and an hour on the clock: `past` adds the minutes ("ten past six", «алты тулып ун минут»),
 * `lacks` before the minutes takes them off («без пяти шесть», «алты тулырга биш минут»), `left` behind them («алтыга биш
 * минут кала»), `to` between them ("five to six").
 */
export const clockSigns = ["past", "lacks", "left", "to"] as const;
export type ClockSign = (typeof clockSigns)[number];

/** What a word does to the times beside it. */
export const cues = [
  /** Leads to a beginning: "from", «с». */
  "from",
  /** Leads to an end, or joins two ends: "until", «до», «по». */
  "until",
  /** Stands behind an end: «кадәр». */
  "upTo",
  /** Leads to two ends joined by "and", or stands behind them: "between", «между», «арасында». */
  "between",
  /** Leads to an hour that something is not before: "after", «после». */
  "after",
  "before",
  /** Stands behind a length that goes by from now on: «соң», "later", or leads to it: «через», "in". */
  "ahead",
  "later",
  "earlier",
  /** Leads to days that are left out: "except", «кроме». */
  "except",
  /** Stands behind days that are left out: «башка». */
  "apart",
  /** Leads to an hour: "at", «в», «сәгать». */
  "at",
  /** Leads to an hour that is said roughly, and to nothing else: «часов в», "around". */
  "about",
  /** Leads to a day, and says nothing besides: "on", «на». */
  "on",
  "and",
  "every",
  "daily",
  "workdays",
  "weekend",
  /** Every other one: "other", «через», «аша». */
  "other",
  "this",
  "next",
  "last",
  "now",
  /** A public holiday, whose date is known: «праздник». */
  "holiday",
  /** The holidays of the new year. */
  "new year",
  /** The last evening of the year. */
  "new year's eve",
  /** A time without lessons, whose dates each school sets: «каникулы». */
  "vacation",
  /** A day by figures is followed or led by it, and it says nothing besides: «числа», "the", «нче». */
  "filler",
  /** Says that the hour behind it is that of the beginning: "starts", «начало». */
  "start",
  /** Leads to a week or a month until whose end something is looked for, or stands behind it: «конца», «ахыры». */
  "end",
  /** Ten days of a month that stand behind it, or before it: "early", «в начале», «башында». */
  "early",
  "mid",
  "late",
  /** Nothing begins yet at the hour beside it: doors, gathering. */
  "doors",
  /** The same of an entrance, which may also be free or paid for: «вход». */
  "entrance",
  /** How many there are stands behind it, or before it: «всего», "in all". */
  "in all",
  /** Every other week, in one word or phrase. */
  "fortnightly",
  /** Leads to how long something goes on: «на», "for". */
  "lasting",
  /** Behind a number it says that the number is a day of the month: «числа». */
  "of month",
  /** The day behind it is another thing's: sale, registration, "instead of", "born". */
  "aside",
  /** Leads to the hours or the telephone of a desk. */
  "desk",
  /** Behind a day it says that something else is due then: «присылайте». */
  "hand in",
  /** A street or a square may be named after a day. */
  "street",
  /** Said for courtesy, or as a name for what is dated. */
  "courtesy",
] as const;
export type Cue = (typeof cues)[number];

/**
 * The words by which one language speaks of time. Each string lists patterns parted by commas: a word or a phrase in real
 * spelling, with alternatives as in "суббот(а|у|ы)", or with "*" at its end for whatever begins so. Letters that people
 * type for others (`fold.ts`) are seen to elsewhere.
 */
export interface Lexicon {
  /** From January on. */
  months: Twelve;
  /** From Monday on. */
  weekdays: Seven;
  /** From Monday on: forms that are other words as well in a text that is not about time. */
  shortWeekdays: Seven;
  /** Nought, as in "nineteen nought five". */
  zero: string;
  /** From one to nineteen, as hours and amounts are said. */
  numbers: readonly string[];
  /** Twenty, thirty, forty, fifty. */
  tens: readonly [string, string, string, string];
  /** From first to nineteenth, as in "the second Saturday", "the fifth of December". */
  ordinals: readonly string[];
  /** Twentieth and thirtieth. */
  tenOrdinals: readonly [string, string];
  /** Today, tomorrow and the day after. */
  days: readonly [string, string, string];
  /** This evening in one word or phrase. */
  tonight: string;
  parts: Record<PartOfDay, string>;
  /** Parts of the day as they stand at an hour or in names: "7 вечера", «вечер романса», "Night of Museums". */
  boundParts: Record<PartOfDay, string>;
  /** Adjectives of what is on in a part of any day: «ночные сеансы», "late-night films". They say nothing of an hour beside them. */
  ofPart: Record<PartOfDay, string>;
  /** Before and after noon, as they stand behind a figure. */
  halves: { am: string; pm: string };
  /** Hours with a name. */
  clocks: { midday: string; midnight: string };
  /** Half an hour before one, two …, in one word: «полпервого». */
  halfHours: readonly string[];
  /** Parts of an hour on the clock, by minutes: «четверть», "half". */
  fractions: Readonly<Record<15 | 30, string>>;
  /** Words that join minutes and an hour on the clock. */
  clockSigns: Record<ClockSign, string>;
  units: Record<Unit, string>;
  /** Lengths in one word or phrase, by minutes. */
  lengths: Readonly<Record<number, string>>;
  /** How many times a week, in one word. */
  timesAWeek: string;
  cues: Record<Cue, string>;
}

type Seven = readonly [string, string, string, string, string, string, string];
type Twelve = readonly [...Seven, string, string, string, string, string];

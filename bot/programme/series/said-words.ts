import { fold } from "../search/text/fold.ts";

/** What a word means where dates that repeat are told; all languages in one list, by how a word begins or is. */

const weekdayWords = [
  "пн понед* mon monday* дүш* дш",
  "вт втор* tue tues tuesday* сиш* сш",
  "ср сред* wed weds wednesday* чәр* чш",
  "чт четв* thu thur thurs thursday* пән* пш",
  "пт пятн* fri friday* җом* җм",
  "сб суб* sat saturday* шим* шм шб",
  "вс воск* sun sunday* якш* яш",
];

const monthWords = [
  "янв* гыйн* jan*",
  "фев* feb*",
  "март* mar march",
  "апр* apr*",
  "май* мая мае may",
  "июн* jun*",
  "июл* jul*",
  "авг* aug*",
  "сен* sep*",
  "окт* oct*",
  "ноя* nov*",
  "дек* dec*",
];

/** The form of a month that said-dates.ts reads. */
export const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

const cues = {
  from: "с со от начин* from start* since beginning башл*",
  until: "до по until till til to through thru",
  upTo: "кадәр хәтле чаклы",
  except: "кроме искл* без не нет except* excluding not without skip* but",
  apart: "башка түгел юк булмый",
  at: "в во at @ сәгать сәг",
  every: "кажд* every each һәр саен",
  day: "день дня day көн көне көнне көнендә көннәре көннәрендә",
  daily: "ежедн* daily",
  workdays: "будн* будни weekday* эш рабоч*",
  weekend: "выходн* weekend* ял",
  other: "other second через аша",
  lessons: "занят* урок* встреч* раз раза дәрес* lesson* class* session* meeting* times",
  weeks: "недел* week* wk* атна*",
  hours: "час часа часов ч h oclock hrs",
  minutes: "мин* min*",
  morning: "утра утром am a.m иртәнге иртән",
  evening: "вечера вечером дня pm p.m кичке кичен көндезге",
  and: "и and һәм & ,",
  today: "сегодня* today бүген*",
  tomorrow: "завтра* tomorrow иртәгә*",
  holiday: "праздн* каникул* holiday* бәйрәм*",
} as const;
export type Cue = keyof typeof cues;

interface Entry<T> {
  word: string;
  isPrefix: boolean;
  meaning: T;
}

const entries = <T>(words: string, meaning: T): Entry<T>[] =>
  words.split(" ").map((word) => ({
    word: fold(word) || word,
    isPrefix: word.endsWith("*"),
    meaning,
  }));

const weekdays = weekdayWords.flatMap((words, index) => entries(words, index + 1));
const months = monthWords.flatMap((words, index) => entries(words, index + 1));
const cueEntries = (Object.keys(cues) as Cue[]).flatMap((cue) => entries(cues[cue], cue));

function find<T>(among: readonly Entry<T>[], word: string): T | undefined {
  const exact = among.find((entry) => entry.word === word);
  return (exact ?? among.find((entry) => entry.isPrefix && word.startsWith(entry.word)))?.meaning;
}

/** The ISO weekday a folded word means. */
export const saidWeekday = (word: string): number | undefined => find(weekdays, word);

/** The month a folded word means, from 1 on. */
export const saidMonth = (word: string): number | undefined => find(months, word);

/** What else a folded word means here. */
export const saidCue = (word: string): Cue | undefined => find(cueEntries, word);

/** Tatar says "from" by a case: декабрьдән, 10:00нан. */
export const isAblative = (folded: string): boolean => /(?:дан|тан|нан)$/u.test(folded);

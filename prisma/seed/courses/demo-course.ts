import type { DateTime } from "luxon";
import type { Level } from "../../../bot/classes/courses/course.ts";
import type { Audience } from "../../../bot/programme/event.ts";
import type { Texts } from "../../../bot/words/language.ts";
import type { Weekday } from "../when.ts";

/** A course of the demo city; its file says the area, its name is unique and never changes. */
export interface DemoCourse {
  name: string;
  texts: Texts<{ title: string; about: string; needs: string }>;
  groups: DemoGroup[];
}

export interface DemoGroup {
  teacher: string;
  /** Default: for beginners, in Russian, for everybody. */
  level?: Level;
  heldIn?: string;
  audiences?: Audience[];
  capacity: number;
  /** Enrolled are so many of `demoLearners`, from the first; those who wait come after them. */
  enrolled: number;
  waiting?: number;
  lessons: DemoLesson[];
}

interface DemoLesson {
  start: DateTime;
  minutes: number;
}

/** So many lessons at the hour of `first`, on those weekdays, the first one on the day of `first` or the next that fits. */
export function weekly(first: DateTime, weekdays: Weekday[], minutes: number, count: number): DemoLesson[] {
  const lessons: DemoLesson[] = [];
  for (let day = first; lessons.length < count; day = day.plus({ days: 1 })) {
    if (weekdays.some((weekday) => weekday === day.weekday)) lessons.push({ start: day, minutes });
  }
  return lessons;
}

/** The weekday of a date, for lessons that come a week later again. */
export const weekdayOf = ({ weekday }: DateTime): Weekday => weekday as Weekday;

/** Fifteen people who learn in the demo city; their ids are far above any that Telegram gives today. */
export const demoLearners = [
  "Анна Петрова",
  "Рашида Галимова",
  "Виктор Степанов",
  "Фарида Сабирова",
  "Нина Козлова",
  "Ринат Ибрагимов",
  "Галина Морозова",
  "Зөһрә Нигматуллина",
  "Борис Тихонов",
  "Тамара Егорова",
  "Мансур Гатауллин",
  "Людмила Павлова",
  "Сания Хакимова",
  "Юрий Никитин",
  "Флёра Бикбулатова",
].map((name, index) => ({ id: 4_000_000_000_000_000n + BigInt(index), name }));

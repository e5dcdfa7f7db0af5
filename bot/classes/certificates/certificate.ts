import type { Language } from "../../words/language.ts";

/** Percent of the lessons that one has to attend for a certificate, where the city says nothing else. */
export const certificateAttendance = 75;

/** How many lessons that percentage of them is; what is due for a part of one is due for all of it. */
export const lessonsNeeded = (lessons: number, percent: number): number => Math.ceil((lessons * percent) / 100);

/** What was certified, in the words of the day it was issued. */
export interface Certificate {
  /** The code as it is stored: bot/classes/certificates/code.ts. */
  code: string;
  name: string;
  language: Language;
  /** Title of the course, in that language or the next one. */
  title: string;
  teacherName: string;
  attended: number;
  lessons: number;
  /** How long the lessons attended took together, in minutes; null: not kept when it was issued. */
  minutes?: number | null;
  /** The institution that issued it, as it was called then; null: none by name. */
  issuer?: string | null;
  issuedAt: Date;
}

/** How somebody stands before a certificate; `short` counts lessons. */
export type Prospect =
  | { kind: "enough" }
  | { kind: "possible"; short: number }
  /** More than are left; `isOver`: none are. */
  | { kind: "out of reach"; short: number; isOver: boolean };

/** Says whether attending so many of the `noted` lessons, those of which it is known who came, can become enough. */
export function prospectOf(
  { attended, noted, lessons }: { attended: number; noted: number; lessons: number },
  percent: number,
): Prospect {
  const short = lessonsNeeded(lessons, percent) - attended;
  const left = lessons - noted;
  if (short <= 0) return { kind: "enough" };
  return short <= left ? { kind: "possible", short } : { kind: "out of reach", short, isOver: left === 0 };
}

import type { Language } from "../../programme/event.ts";

/** The part of the lessons that one has to attend for a certificate. Another city changes this number. */
export const certificateShare = 0.75;

/** What was certified, in the words of the day it was issued. */
export interface Certificate {
  /** As it is stored: bot/classes/certificates/code.ts. */
  code: string;
  name: string;
  language: Language;
  /** Of the course, in that language or the next one. */
  title: string;
  teacherName: string;
  attended: number;
  lessons: number;
  issuedAt: Date;
}

import type { OpeningHours, OpenSpan } from "../../../bot/opening/opening-hours.ts";
import type { InstitutionDraft } from "../../../bot/programme/event.ts";
import { institutions } from "../institutions.ts";

export const span = (from: number, until: number): OpenSpan[] => [{ from: from * 60, until: until * 60 }];
export const day = span(10, 18);

/** Tuesday to Sunday from ten to six, on Friday until eight. */
export const museumHours: OpeningHours = {
  week: [[], day, day, day, span(10, 20), day, day],
  holidays: null,
  days: [],
};

/** When houses of the demo city are open. */
export const houseHours: readonly (readonly [InstitutionDraft, OpeningHours])[] = [
  [institutions.nationalMuseum, museumHours],
  [institutions.fineArts, { ...museumHours, week: [[], day, day, span(12, 20), day, day, day] }],
  [institutions.kremlin, { ...museumHours, week: Array(7).fill(day), holidays: span(10, 17) }],
  [institutions.tukayMuseum, museumHours],
  [institutions.library, { week: [...Array(6).fill(span(9, 20)), []], holidays: [], days: [] }],
];

import type { Accessibility, Audience } from "../programme/event.ts";
import type { EveningCompany } from "./candidate.ts";

/** Points of a date; what has no date fills a gap and can be had tomorrow. */
const base = { date: 4, offer: 3 } as const;

interface Suited {
  audiences: readonly Audience[];
  accessibility: readonly Accessibility[];
  isFree: boolean;
  /** Mean of the stars people gave; null while too few have. */
  stars: number | null;
}

/** How well something suits by itself: what it is, for whom, how people found it, whether it costs nothing. */
export function worthOf(
  what: keyof typeof base,
  { audiences, accessibility, isFree, stars }: Suited,
  company: EveningCompany,
) {
  const isMeant = audiences.some((audience) => meant[company].includes(audience));
  const isEasy = company === "seniors" && accessibility.includes("wheelchair");
  // Stars stand around four: half a point for each one above or below.
  const liked = stars === null ? 0 : (stars - 4) / 2;
  return base[what] + liked + (isMeant ? 2 : 0) + (isEasy ? 0.5 : 0) + (isFree ? 0.25 : 0);
}

/** For whom an event says to be that suits a company best. */
export const meant: Readonly<Record<EveningCompany, readonly Audience[]>> = {
  anyone: [],
  children: ["children", "family"],
  seniors: ["seniors"],
};

/** From this rating on nobody takes children along. */
export const oldestForChildren = 6;

/** Whether something may be shown to whoever is planned for: with children what is rated for them, or made for them. */
export function suits(
  { audiences, ageMin }: { audiences: readonly Audience[]; ageMin: number | null },
  company: EveningCompany,
): boolean {
  if (company !== "children") return true;
  if (ageMin !== null) return ageMin <= oldestForChildren;
  return audiences.some((audience) => meant.children.includes(audience));
}

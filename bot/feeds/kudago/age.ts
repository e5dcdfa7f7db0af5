import { type AgeRating, ageRatings } from "../../programme/event.ts";

/**
 * Reads "12+", "16" or 6 as an age rating; an age between two ratings takes the stricter one.
 * The number 0 is KudaGo's "not filled in" ("0+" is the rating), so it says nothing.
 */
export function parseAge(raw: string | number | null | undefined): AgeRating | undefined {
  if (raw === 0 || raw === "0" || raw === null || raw === undefined) return undefined;
  const age = typeof raw === "number" ? raw : Number(/^\D{0,10}(\d{1,2})(?!\d)/.exec(raw)?.[1]);
  if (Number.isNaN(age) || age < 0 || age > 99) return undefined;
  return ageRatings.find((rating) => rating >= age) ?? 18;
}

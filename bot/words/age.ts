import type { AgeRating } from "../programme/event.ts";
import type { Translate } from "./messages/translator.ts";

/** An age rating: "12+". */
export function formatAge(age: AgeRating, t: Translate): string {
  return t("age.rating", { age: String(age) });
}

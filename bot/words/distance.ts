import type { Translate } from "./messages/translator.ts";

/** A distance in metres: "350 м" to the nearest ten, "1,2 км" from a kilometre, "12 км" from ten. */
export function formatDistance(metres: number, t: Translate): string {
  const tens = Math.max(10, Math.round(metres / 10) * 10);
  if (tens < 1000) return t("distance.metres", { metres: tens });
  const kilometres = metres / 1000;
  return t("distance.kilometres", { kilometres: kilometres < 9.95 ? kilometres : Math.round(kilometres) });
}

import type { Reader } from "../../bot/context.ts";
import { zoneNames, zones } from "../../bot/people/zones.ts";
import { formatTime } from "../../bot/words/time/dates.ts";

/** The reader's zone in their words and the time it is there: "Казань, Москва · 17:30"; a rare one by its IANA name. */
export function zoneLabel({ t, ownZone: zone, now }: Pick<Reader, "t" | "ownZone" | "now">): string {
  const name = zoneNames.find((candidate) => zones[candidate] === zone);
  const words = name === undefined ? zone.replaceAll("_", " ") : t(`zone.name.${name}`);
  return t("zone.choice", { zone: words, time: formatTime(now, zone) });
}

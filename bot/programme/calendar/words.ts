import type { PublicLink } from "../../doors/telegram/screen/deep-links.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatCalendar } from "./calendar.ts";
import type { FeedEntry } from "./calendar-entry.ts";
import { textLine } from "./content-line.ts";

/** How often a client should look for changes (RFC 5545 DURATION); Google takes its own time, up to a day. */
const refresh = "PT1H";

/**
 * A personal calendar as a feed. It has no METHOD, so DTSTAMP is when an entry last changed (RFC 5545, 3.8.7.2) and an
 * unchanged calendar stays the same to the byte, as its ETag needs. `botUsername` is the name by which its entries are known
 * again, `urlOf` says where they lead.
 *
 * Cancelled dates are STATUS:CANCELLED: Google takes such entries out, as a person expects of it
 * (hackgvl/hackgreenville-com#498), Apple strikes them through, Outlook shows them like any other
 * (aluxnimm/outlookcaldavsynchronizer#105). For the latter the title says it too.
 */
export function formatFeed(
  entries: readonly FeedEntry[],
  t: Translate,
  { botUsername, urlOf }: { botUsername: string; urlOf: (link: PublicLink) => string },
): string {
  const said = entries.map((entry) => ({
    ...entry,
    title: entry.status === "cancelled" ? t("calendar.cancelled", { title: entry.title }) : entry.title,
    ...(entry.kind === "lesson"
      ? { uid: `lesson-${entry.id}`, url: urlOf({ kind: "group", id: entry.groupId ?? 0 }) }
      : { uid: `occurrence-${entry.id}`, url: urlOf({ kind: "occurrence", id: entry.id }) }),
  }));
  const name = t("calendar.name");
  return formatCalendar(said, {
    botUsername,
    // RFC 7986, 5.1 and 5.7, each with the older name that Apple, Google and Outlook read.
    properties: [
      textLine("NAME", name),
      textLine("X-WR-CALNAME", name),
      `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
      `X-PUBLISHED-TTL:${refresh}`,
    ],
    stampedAt: ({ changedAt }) => changedAt,
  });
}

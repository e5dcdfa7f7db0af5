import type { Database } from "../database/database.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { countAudience } from "./audience/audience-store.ts";
import { formatByLanguage, formatCount } from "./audience/audience-words.ts";
import { describeAudience } from "./audience/describe.ts";
import type { Announcement } from "./draft/draft-store.ts";
import { formatStart } from "./progress/report-words.ts";

/** Where and when a summary is read. */
interface SummaryReading {
  t: Translate;
  zone: string;
  now: Date;
}

type Summarised = Pick<Announcement, "audience" | "startAt" | "hours" | "isWeekly" | "repeatUntil">;

/**
 * What somebody has to know before they agree to an announcement, besides its text: whom it is for and whom not, how many
 * that is now, and when it begins. Null for a correction, which goes to whoever got what it corrects.
 */
export async function summarise(
  database: Database,
  announcement: Summarised,
  reading: SummaryReading,
): Promise<{ text: Html; count: number } | null> {
  const { audience, startAt } = announcement;
  if (audience.kind !== "people") return null;
  const { t, now } = reading;
  const counted = await countAudience(database, audience, now);
  const { text } = await describeAudience(database, audience, t);
  const begins = startAt === null || startAt <= now ? null : startAt;
  return {
    text: joinLines(
      text,
      html`<b>${formatCount(counted, t)}</b>`,
      formatByLanguage(counted, t),
      "",
      formatStart({ ...announcement, startAt: begins }, reading),
    ),
    count: counted.count,
  };
}

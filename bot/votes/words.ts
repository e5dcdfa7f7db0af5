import type { DescribedAudience } from "../announcements/audience/describe.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import { textIn } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay, formatTime } from "../words/time/dates.ts";
import { hasEnded, showsResults, type Vote } from "./vote.ts";

interface Reading {
  t: Translate;
  zone: string;
  now: Date;
}

/** Signs of a bar. */
const barWidth = 10;

/** A vote as it stands: what is asked, the options, one's own voice, and as much of the result as may be seen. */
export function formatVote(vote: Vote, own: number | null, { t, zone, now }: Reading, seesAll = false): Html {
  const { question = "", options = [] } = textIn(vote.texts, t.language) ?? {};
  const isShown = seesAll || showsResults(vote, own, now);
  const voices = vote.counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...vote.counts);
  return joinLines(
    html`<b>${question}</b>`,
    "",
    ...options.map((option, index) => {
      const name = index === own ? html`<b>${t("vote.own", { option })}</b>` : html`${index + 1}. ${option}`;
      if (!isShown) return name;
      const count = vote.counts[index] ?? 0;
      const bar = "▓".repeat(Math.round((count / most) * barWidth)) || "░";
      return joinLines(name, t("vote.bar", { bar, count, share: voices === 0 ? 0 : count / voices }));
    }),
    "",
    isShown ? t("vote.voices", { count: voices }) : t(`vote.hidden.${vote.results === "voted" ? "voted" : "ended"}`),
    formatEnd(vote, { t, zone, now }),
  );
}

/** For whom a vote is that is not for everybody. */
export const formatWhose = ({ only, except }: Pick<DescribedAudience, "only" | "except">, t: Translate): string =>
  t("vote.for", { who: [...only, ...except.map((what) => t("announce.audience.but", { what }))].join("; ") });

/** When it ends or has ended; null: nobody knows yet. */
export function formatEnd(vote: Pick<Vote, "endsAt">, { t, zone, now }: Reading): string | null {
  if (vote.endsAt === null) return null;
  const at = { day: formatDay(vote.endsAt, t, zone, now), time: formatTime(vote.endsAt, zone) };
  return t(hasEnded(vote, now) ? "vote.ended" : "vote.until", at);
}

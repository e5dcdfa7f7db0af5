import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay } from "../words/time/dates.ts";
import type { ListedIdea } from "./find-store.ts";
import { daysLeft, type Idea, isUnanswered, threshold } from "./idea.ts";

interface Reading {
  t: Translate;
  zone: string;
  now: Date;
}

/** The title of an idea; of one whose author took it away, that. */
export const nameIdea = ({ title }: Pick<Idea, "title">, t: Translate): string =>
  title === "" ? t("idea.taken_away") : title;

/** An idea in a list: what it is, its voices and how it stands. */
export function formatIdeaRow(idea: ListedIdea, { t, now }: Pick<Reading, "t" | "now">): Html {
  const parts = [t("idea.voices", { count: idea.voices }), t(`idea.state.${idea.state}`)];
  if (idea.isHeld) parts.push(t("idea.held"));
  const left = daysLeft(idea, now);
  if (left !== null) parts.push(left < 0 ? t("idea.late_short") : t("idea.left_short", { days: left }));
  return html`• ${nameIdea(idea, t)} — ${parts.join(" · ")}`;
}

/** An idea as everybody may read it. */
export function formatIdea(idea: Idea, reading: Reading): Html {
  const { t } = reading;
  return joinLines(
    html`<b>${nameIdea(idea, t)}</b>`,
    idea.body === "" ? null : html`\n${idea.body}`,
    "",
    t("idea.voices", { count: idea.voices }),
    formatState(idea, reading),
    formatDue(idea, reading),
  );
}

/** How it stands since when, and why. */
function formatState({ state, changedAt, answer, mergedInto }: Idea, { t, zone, now }: Reading): Html {
  const day = formatDay(changedAt, t, zone, now);
  if (state === "merged") return html`${t("idea.since.merged", { title: mergedInto?.title ?? "" })}`;
  return joinLines(
    t(`idea.since.${state}`, { day }),
    answer === null ? null : html`<blockquote>${answer}</blockquote>`,
  );
}

/** By when staff has to answer, or how many voices are missing; null: it is answered. */
function formatDue(idea: Idea, { t, zone, now }: Reading): string | null {
  if (!isUnanswered(idea.state)) return null;
  if (idea.dueAt === null) {
    const { answerDays } = threshold;
    return t("idea.missing", { count: Math.max(1, threshold.voices - idea.voices), days: answerDays });
  }
  const day = formatDay(idea.dueAt, t, zone, now);
  const left = daysLeft(idea, now) ?? 0;
  return left < 0 ? t("idea.late", { day }) : t("idea.due", { day, days: left });
}

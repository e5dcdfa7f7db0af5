import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { formatDuration } from "../../words/time/duration.ts";
import type { SendingHours } from "../announcement.ts";
import type { Recipients } from "../audience/audience.ts";
import type { Announcement } from "../draft/draft-store.ts";
import { formatTitle } from "../title.ts";
import type { ListedAnnouncement, ShownAnnouncement } from "../view-store.ts";
import type { AnnouncementOutcome, AnnouncementProgress, Outcomes } from "./progress.ts";

/** Where and when it is read. */
interface Reading {
  t: Translate;
  zone: string;
  now: Date;
}

/** «Night of Museums», or what is done to it: «Night of Museums» – correction. */
function formatName(title: string, correction: CorrectionKind, t: Translate): string {
  return t(`announce.name.${correction ?? "send"}`, { title });
}

/** What is done to what was sent; null: this is the announcement itself. */
export type CorrectionKind = Recipients["correction"] | null;

export const correctionOf = ({ audience }: Pick<Announcement, "audience">): CorrectionKind =>
  audience.kind === "recipients" ? audience.correction : null;

/** How an announcement stands: while it goes on with a bar, rate and the time left, at the end the account. */
export function formatShown({ announcement, texts, progress }: ShownAnnouncement, reading: Reading): Html {
  const { t } = reading;
  const correction = correctionOf(announcement);
  const name = t(`announce.act.${correction ?? "send"}`, { title: formatTitle(texts, t) });
  const { state } = progress;
  const isUnderway = state === "preparing" || state === "running" || state === "paused";
  const hasBegun = announcement.startedAt !== null;
  return joinLines(
    html`<b>${t(`announce.state.${state}`, { name })}</b>`,
    state === "scheduled" ? formatStart(announcement, reading) : null,
    state === "proposed" ? t("announce.state.proposed_why") : null,
    ...(hasBegun
      ? [
          isUnderway ? formatBar(progress, t) : null,
          formatOutcomes(progress, correction, t),
          ...formatByDoor(progress, correction, t),
          formatRate(progress, t),
        ]
      : [state === "draft" ? null : t("announce.people", { count: progress.audience })]),
    ...formatReason(progress, t),
  );
}

/** One line in the list of announcements. */
export function formatListed(listed: ListedAnnouncement, reading: Reading): Html {
  const { t } = reading;
  const name = formatName(formatTitle(listed.texts, t), listed.correction, t);
  const { state, audience, settled, startAt } = listed;
  const how = t(`announce.short.${state}`);
  if (state === "scheduled" && startAt !== null)
    return html`<b>${name}</b> — ${how}, ${formatMoment(startAt, reading)}`;
  if (state === "draft") return html`<b>${name}</b> — ${how}`;
  const since = startAt === null ? "" : ` · ${formatMoment(startAt, reading)}`;
  return html`<b>${name}</b> — ${how}, ${t("announce.of", { settled, audience })}${since}`;
}

/** What the buttons of a list say: of a correction that it is one, of those called the same their day. */
export function labelsOfListed(rows: readonly ListedAnnouncement[], { t, zone, now }: Reading): string[] {
  const titles = rows.map(({ texts }) => formatTitle(texts, t));
  return rows.map(({ correction, startAt }, index) => {
    const title = titles[index] ?? "";
    if (correction !== null) return t(`announce.act.${correction}`, { title });
    const isAlone = titles.filter((other) => other === title).length === 1;
    return isAlone || startAt === null ? title : t("announce.on_day", { day: formatDay(startAt, t, zone, now), title });
  });
}

/** Cells of the bar: as many as fit beside the numbers. */
const cells = 16;

function formatBar({ audience, pending }: AnnouncementProgress, t: Translate): string {
  const settled = audience - pending;
  const full = audience === 0 ? 0 : Math.floor((settled / audience) * cells);
  return `${"█".repeat(full)}${"░".repeat(cells - full)}  ${t("announce.of", { settled, audience })}`;
}

/**
 * Words for a correction: it delivers nothing, it changes or deletes; what could not be deleted in time has "got too
 * old".
 */
export function wordOf<O extends AnnouncementOutcome>(
  outcome: O,
  correction: CorrectionKind,
): O | "edited" | "deleted" | "too_old" {
  if (outcome === "sent" && correction !== null) return correction === "edit" ? "edited" : "deleted";
  return outcome === "expired" && correction === "delete" ? "too_old" : outcome;
}

/** Everybody exactly once: what is not named happened to nobody. */
function formatOutcomes(progress: AnnouncementProgress, correction: CorrectionKind, t: Translate): string {
  const { pending, state, audience } = progress;
  const parts = formatCounts(progress, correction, t);
  const isOver = state === "done" || state === "cancelled";
  if (isOver && pending > 0) parts.push(t("announce.outcome.pending", { count: pending }));
  const line = parts.join(" · ");
  return isOver
    ? t("announce.outcome.all", { outcomes: line, people: t("announce.people", { count: audience }) })
    : line;
}

function formatCounts(counts: Partial<Outcomes>, correction: CorrectionKind, t: Translate): string[] {
  const said = (["blocked", "failed", "uncertain", "expired", "cancelled"] as const).flatMap((outcome) => {
    const { [outcome]: count = 0 } = counts;
    return count > 0 ? [t(`announce.outcome.${wordOf(outcome, correction)}`, { count })] : [];
  });
  return [t(`announce.outcome.${wordOf("sent", correction)}`, { count: counts.sent ?? 0 }), ...said];
}

/** The same at each messenger, where it went by several. */
const formatByDoor = ({ byDoor }: AnnouncementProgress, correction: CorrectionKind, t: Translate): string[] =>
  byDoor.length < 2
    ? []
    : byDoor.map(
        ({ door, ...counts }) => `${t(`door.name.${door}`)}: ${formatCounts(counts, correction, t).join(" · ")}`,
      );

function formatRate({ state, perSecond, secondsLeft }: AnnouncementProgress, t: Translate): string | null {
  if (state !== "running" || perSecond === null) return null;
  const rate = t("announce.rate", { count: Math.round(perSecond) });
  if (secondsLeft === null) return rate;
  const left =
    secondsLeft < 60
      ? t("announce.left_seconds", { count: secondsLeft })
      : t("announce.left", { duration: formatDuration(secondsLeft / 60, t) });
  return `${rate} · ${left}`;
}

/** Why it paused by itself, and what to do. */
function formatReason({ state, pauseReason }: AnnouncementProgress, t: Translate): (Html | string)[] {
  if (state !== "paused" || pauseReason === null) return [];
  const why = t(pauseReason.why === "share" ? "announce.paused.share" : "announce.paused.in_a_row");
  return [
    "",
    why,
    ...(pauseReason.said === "" ? [] : [t("announce.paused.said", { reason: pauseReason.said })]),
    t("announce.paused.what_to_do"),
  ];
}

/** When it begins, within which hours, and whether it comes again. */
export function formatStart(
  { startAt, hours, isWeekly }: { startAt: Date | null; hours: SendingHours | null; isWeekly: boolean },
  reading: Reading,
): string {
  const { t } = reading;
  return [
    startAt === null ? t("announce.start.at_once") : t("announce.start.at", { when: formatMoment(startAt, reading) }),
    ...(hours === null ? [] : [t("announce.start.within", formatHours(hours))]),
    ...(isWeekly ? [t("announce.start.weekly")] : []),
  ].join("; ");
}

export const formatMoment = (at: Date, { t, zone, now }: Reading): string =>
  t("date.day_and_time", { day: formatDay(at, t, zone, now), time: formatTime(at, zone) });

/** "10:00" and "20:00". */
export function formatHours({ from, until }: SendingHours): { from: string; until: string } {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return { from: clock(from), until: clock(until) };
}

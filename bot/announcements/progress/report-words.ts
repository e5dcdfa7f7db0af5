import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { formatDuration } from "../../words/time/duration.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { AnnouncementDraft, SendingHours } from "../announcement.ts";
import type { Recipients } from "../audience/audience.ts";
import type { Announcement } from "../draft/draft-store.ts";
import { formatTitle } from "../title.ts";
import type { AppliedCorrection, ListedAnnouncement, ShownAnnouncement } from "../view-store.ts";
import { inLanguage } from "../words.ts";
import type { AnnouncementOutcome, AnnouncementProgress, Outcomes } from "./progress.ts";

/** Where and when it is read. */
interface Reading {
  t: Translate;
  zone: string;
  now: Date;
}

/** What is done to what was sent; null: this is the announcement itself. */
export type CorrectionKind = Recipients["correction"] | null;

export const correctionOf = ({ audience }: Pick<Announcement, "audience">): CorrectionKind =>
  audience.kind === "recipients" ? audience.correction : null;

/** How an announcement stands: while it goes on with a bar, rate and the time left, at the end the account. */
export function formatShown(shown: ShownAnnouncement, reading: Reading): Html {
  const { announcement, texts, progress } = shown;
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
    state === "draft" && announcement.refusal !== null
      ? t("announce.proposal.reason", { reason: announcement.refusal })
      : null,
    ...(hasBegun
      ? [
          isUnderway ? formatBar(progress, t) : null,
          formatOutcomes(progress, correction, t),
          ...formatByDoor(progress, correction, t),
          formatRate(progress, t),
          ...formatAftermath(shown, t),
        ]
      : [state === "draft" ? null : t("announce.people", { count: progress.audience })]),
    ...formatReason(progress, t),
    ...shown.history.map((each) => formatCorrected(each, reading)),
  );
}

/** "Buttons: “Tickets” – 12 taps", and who wanted no announcements after it; nothing where nothing can be known yet. */
export function formatAftermath({ announcement, aftermath }: ShownAnnouncement, t: Translate): string[] {
  if (announcement.audience.kind !== "people") return [];
  const buttons = announcement.buttons.flat();
  const counted = buttons.flatMap((each, place) =>
    "url" in each || "voteId" in each
      ? []
      : [
          t("announce.result.tap", {
            label: inLanguage(each.label, t.language)?.content ?? "…",
            count: aftermath.taps.find(({ button }) => button === place)?.taps ?? 0,
          }),
        ],
  );
  return [
    ...(counted.length === 0 ? [] : [t("announce.result.taps", { list: counted.join(", ") })]),
    ...(buttons.some((each) => "url" in each) ? [t("announce.result.addresses")] : []),
    ...(aftermath.optOuts === 0 ? [] : [t("announce.result.opt_outs", { count: aftermath.optOuts })]),
  ];
}

/** "Corrected: Mon 30 November, 12:00", or how a correction stands that is not through. */
function formatCorrected({ correction, state, at }: Omit<AppliedCorrection, "id">, reading: Reading): string {
  const { t } = reading;
  const what = t(`announce.history.${correction}`, { when: formatMoment(at, reading) });
  return state === "done" ? what : t("announce.history.state", { what, state: t(`announce.short.${state}`) });
}

/** One line in the list of announcements. */
export function formatListed(listed: ListedAnnouncement, reading: Reading): Html {
  const { t } = reading;
  const name = t("announce.name.send", { title: formatTitle(listed.texts, t) });
  const { state, audience, settled, startAt, corrected } = listed;
  const how = t(`announce.short.${state}`);
  if (state === "scheduled" && startAt !== null)
    return html`<b>${name}</b> — ${how}, ${formatMoment(startAt, reading)}`;
  if (state === "draft") return html`<b>${name}</b> — ${how}`;
  const since = startAt === null ? "" : ` · ${formatMoment(startAt, reading)}`;
  const line = html`<b>${name}</b> — ${how}, ${t("announce.of", { settled, audience })}${since}`;
  return corrected === null ? line : joinLines(line, html`   ${formatCorrected(corrected, reading)}`);
}

/** What the buttons of a list say: of those called the same their day, behind the title, where it is not cut. */
export function labelsOfListed(rows: readonly ListedAnnouncement[], { t, zone }: Reading): string[] {
  const titles = rows.map(({ texts }) => formatTitle(texts, t));
  return rows.map(({ startAt }, index) => {
    const title = titles[index] ?? "";
    const isAlone = titles.filter((other) => other === title).length === 1;
    if (isAlone || startAt === null) return title;
    return t("announce.on_day", { day: inZone(startAt, zone).toFormat("dd.MM"), title: cutAtWord(title, besideDay) });
  });
}

/** Characters of a title that leave room for its day on a button. */
const besideDay = 24;

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

/** Results at each messenger, where an announcement went by several. */
const formatByDoor = ({ byDoor }: AnnouncementProgress, correction: CorrectionKind, t: Translate): string[] =>
  byDoor.length < 2
    ? []
    : byDoor.map(
        ({ door, ...counts }) => `${t(`door.name.${door}`)}: ${formatCounts(counts, correction, t).join(" · ")}`,
      );

function formatRate({ state, perSecond, secondsLeft }: AnnouncementProgress, t: Translate): string | null {
  if (state !== "running" || perSecond === null) return null;
  // Right after it was resumed nothing is known yet: "0 a second" would be a false alarm.
  if (Math.round(perSecond) === 0) return null;
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
  { startAt, hours, isWeekly, repeatUntil }: Pick<AnnouncementDraft, "startAt" | "hours" | "isWeekly" | "repeatUntil">,
  reading: Reading,
): string {
  const { t, zone, now } = reading;
  const weekly =
    repeatUntil === null
      ? t("announce.start.weekly")
      : t("announce.start.weekly_until", { day: formatDay(repeatUntil, t, zone, now) });
  return [
    startAt === null ? t("announce.start.at_once") : t("announce.start.at", { when: formatMoment(startAt, reading) }),
    ...(hours === null ? [] : [t("announce.start.within", formatHours(hours))]),
    ...(isWeekly ? [weekly] : []),
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

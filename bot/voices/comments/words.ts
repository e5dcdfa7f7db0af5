import { capitalise } from "../../words/capitalise.ts";
import { cutAtWord } from "../../words/cut.ts";
import { type Html, html, joinLines } from "../../words/html.ts";
import { textIn } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { formatDuration } from "../../words/time/duration.ts";
import type { Comment, CommentStand } from "./comment.ts";

export interface CommentReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** Characters of a comment, and of an answer, in a list of them. */
const inList = { comment: 300, answer: 200 };

/** What a comment's author is called. */
export const formatAuthor = ({ name }: Pick<Comment, "name">, t: Translate): string => name ?? t("comment.resident");

/** What it is about, in the reader's language or the next one. */
export const formatTitle = ({ titles }: Pick<Comment, "titles">, t: Translate): string =>
  cutAtWord(textIn(titles, t.language) ?? "", 120);

/** A comment with what was answered; `isWhole`: all of it, where it stands alone. */
export function formatComment(comment: Comment, { t, zone, now }: CommentReader, isWhole = false): Html {
  const { text, answer, stars, publishedAt, writtenAt, institution } = comment;
  const head = [
    formatAuthor(comment, t),
    ...(stars === null ? [] : [t("feedback.stars", { count: stars })]),
    formatDay(publishedAt ?? writtenAt, t, zone, now),
  ];
  const whose = textIn(institution, t.language) ?? t("comment.city");
  return joinLines(
    html`<b>${head[0] ?? ""}</b> · ${head.slice(1).join(" · ")}`,
    isWhole ? text : cutAtWord(text, inList.comment),
    answer === null
      ? null
      : html`<blockquote>${t("comment.answer_of", { name: whose })} ${isWhole ? answer : cutAtWord(answer, inList.answer)}</blockquote>`,
  );
}

/** What a button that opens a comment is called. */
export const formatLabel = (comment: Comment, t: Translate): string =>
  `${formatAuthor(comment, t)}: ${cutAtWord(comment.text.replace(/\s+/gu, " "), 40)}`;

/** What has become of one's own comment. */
export function formatOwnState({ state, reason, ownWords, isAppealed, isWaiting }: CommentStand, t: Translate): string {
  if (state === "rejected" && isWaiting) return t("comment.own.appealed");
  if (state !== "rejected") return t(`comment.own.${state === "withdrawn" ? "waiting" : state}`);
  return t(isAppealed ? "comment.own.rejected_again" : "comment.own.rejected", {
    reason: formatReason({ reason, ownWords }, t),
  });
}

/** Why a comment was rejected: a reason of the list, or the words of whoever did. */
export function formatReason({ reason, ownWords }: Pick<Comment, "reason" | "ownWords">, t: Translate): string {
  if (ownWords !== null) return ownWords;
  return t(`comment.reason.${reason ?? "own"}`);
}

/** How long it has waited: "2 hours". */
export const formatWait = (since: Date, { t, now }: Pick<CommentReader, "t" | "now">): string =>
  formatDuration(Math.max(1, (now.getTime() - since.getTime()) / 60_000), t);

/** Why a comment waits for a human: "new". */
export function formatHold({ hold, flags }: Pick<Comment, "hold" | "flags">, t: Translate): string {
  if (hold === "flags") return t("comment.hold.flags", { count: flags });
  return hold === null ? "" : t(`comment.hold.${hold}`);
}

/** A comment as whoever moderates sees it: what about, by whom, since when and why it waits. */
export function formatModerated(comment: Comment, reader: CommentReader): Html {
  const { t, zone, now } = reader;
  const { hold, waitingSince, isNewcomer, appeal, state, writtenAt } = comment;
  const written = t("date.day_and_time", {
    day: formatDay(writtenAt, t, zone, now),
    time: formatTime(writtenAt, zone),
  });
  return joinLines(
    html`<b>${formatTitle(comment, t)}</b>`,
    t("comment.written", { when: written }),
    hold === null || waitingSince === null
      ? t(`comment.state.${state}`)
      : capitalise(`${formatHold(comment, t)} · ${t("comment.waits", { time: formatWait(waitingSince, reader) })}`),
    isNewcomer ? t("comment.newcomer") : null,
    html`\n${formatComment(comment, reader, true)}`,
    state === "rejected" ? html`\n${t("comment.was_rejected", { reason: formatReason(comment, t) })}` : null,
    appeal === null ? null : html`\n${t("comment.appeal")}\n<blockquote>${appeal}</blockquote>`,
  );
}

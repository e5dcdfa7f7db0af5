import type { BotContext } from "../../../bot/context.ts";
import { openCardData } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { button, listRows, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { may, reachOf } from "../../../bot/staff/permissions.ts";
import {
  afterwardsCallback,
  answerCommentCallback,
  approveCallback,
  askBanCallback,
  askReasonCallback,
  banCallback,
  commentQueueCallback,
  heldWordsCallback,
  moderateCallback,
  rejectCallback,
  rulesCallback,
  shownCallback,
  shownOneCallback,
} from "../../../bot/voices/comments/callbacks.ts";
import { banDays, type Comment, isOpenToDecide, reasons } from "../../../bot/voices/comments/comment.ts";
import { countWaiting, findComment, findShown, findWaiting } from "../../../bot/voices/comments/find-store.ts";
import { findRules } from "../../../bot/voices/comments/rules-store.ts";
import {
  formatAuthor,
  formatComment,
  formatHold,
  formatLabel,
  formatModerated,
  formatTitle,
  formatWait,
} from "../../../bot/voices/comments/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { courseCallback } from "../../classes/callbacks.ts";
import { turnRow } from "../../kit/pagination.ts";
import { rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";

/** What waits for a human: how much and why, and a page of it, whoever has waited longest first. */
export async function queueView({ services, reader }: BotContext, page: number, said?: string): Promise<View> {
  const { t } = reader;
  const { database } = services;
  const [waiting, { comments, hasMore }] = await Promise.all([countWaiting(database), findWaiting(database, page)]);
  const { counts, newcomers, since } = waiting;
  const line = (comment: Comment) =>
    t("comment.queue.row", {
      name: formatAuthor(comment, t),
      hold: formatHold(comment, t),
      time: formatWait(comment.waitingSince ?? reader.now, reader),
    });
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("comment.title")}</b>`,
      since === null ? t("comment.queue.none") : t("comment.queue.counts", counts),
      newcomers === 0 ? null : t("comment.queue.newcomers", { count: newcomers }),
      since === null ? null : t("comment.queue.since", { time: formatWait(since, reader) }),
      ...comments.map((comment) => html`\n<b>${formatTitle(comment, t)}</b>\n${line(comment)}`),
    ),
    keyboard: [
      ...listRows(
        comments,
        (comment) => formatLabel(comment, t),
        ({ id }) => moderateCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, (to) => commentQueueCallback.data(to)),
      [
        button(t("comment.button.shown"), shownCallback.data(0)),
        button(t("comment.button.rules"), rulesCallback.data(null)),
      ],
      [toStaffMenu(t)],
    ],
  };
}

/** What is asked about a comment before it is done. */
export type ModerationQuestion = "reason" | "ban";

/** One comment to decide about; `asking` shows the reasons, or for how long its author is kept from writing. */
export async function moderateView(
  ctx: BotContext,
  id: number,
  { said, asking }: { said?: string; asking?: ModerationQuestion } = {},
): Promise<View> {
  const { services, reader } = ctx;
  const { t, person } = reader;
  const comment = await findComment(services.database, id);
  if (comment === null || comment.state === "withdrawn") return queueView(ctx, 0, said ?? t("comment.gone"));
  const isOwnDecision = comment.hold === "appeal" && comment.decidedBy === person.id;
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      formatModerated(comment, reader),
      isOwnDecision ? html`\n<i>${t("comment.own_decision")}</i>` : null,
      asking === undefined ? null : html`\n${t(`comment.ask.${asking}`)}`,
    ),
    keyboard: asking === undefined ? decisionRows(ctx, comment) : choiceRows(ctx, comment, asking),
  };
}

function decisionRows({ reader: { t } }: BotContext, comment: Comment): Row[] {
  const { id, topic, state, waitingSince, personId } = comment;
  const approve = t(state === "published" || state === "hidden" ? "comment.button.keep" : "comment.button.approve");
  return [
    [
      ...(waitingSince === null ? [] : [button(approve, approveCallback.data(id))]),
      ...(isOpenToDecide(comment) ? [button(t("comment.button.reject"), askReasonCallback.data(id))] : []),
    ],
    [
      ...(personId === null ? [] : [button(t("comment.button.ban"), askBanCallback.data(id))]),
      topic.kind === "event"
        ? button(t("comment.button.card"), openCardData(topic.id))
        : button(t("comment.button.card"), courseCallback.data({ courseId: topic.id, page: 0 })),
    ],
    [button(t("button.back"), commentQueueCallback.data(0)), toStaffMenu(t)],
  ];
}

const choiceRows = ({ reader: { t } }: BotContext, { id }: Comment, asking: ModerationQuestion): Row[] => [
  ...(asking === "reason"
    ? rows(
        reasons.map((reason) => button(t(`comment.reason.${reason}`), rejectCallback.data({ id, reason }))),
        2,
      )
    : [
        banDays.map((days) => button(t("comment.button.ban_days", { count: days }), banCallback.data({ id, days }))),
        [button(t("comment.button.unban"), banCallback.data({ id, days: 0 }))],
      ]),
  [button(t("button.back"), moderateCallback.data(id)), toStaffMenu(t)],
];

/** How comments are moderated, and what can be changed of it. */
export async function rulesView({ services, reader }: BotContext, said?: string): Promise<View> {
  const { t } = reader;
  const { isAfterwards, heldWords } = await findRules(services.database);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("comment.rules.title")}</b>`,
      "",
      t(isAfterwards ? "comment.rules.after" : "comment.rules.before"),
      heldWords.length === 0
        ? t("comment.rules.no_words")
        : t("comment.rules.words", { list: heldWords.join(", ").slice(0, 2_000).toWellFormed() }),
    ),
    keyboard: [
      [
        button(
          t(isAfterwards ? "comment.button.before" : "comment.button.after"),
          afterwardsCallback.data(!isAfterwards),
        ),
        button(t("comment.button.words"), heldWordsCallback.data(null)),
      ],
      [button(t("button.back"), commentQueueCallback.data(0)), toStaffMenu(t)],
    ],
  };
}

/** Comments that are shown, of what the reader may answer for; whoever moderates sees all. */
export async function shownView(ctx: BotContext, page: number): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const rights = await rightsOf(ctx);
  const reach = may(rights, "comments.moderate") ? null : reachOf(rights, "comments.answer");
  const { comments, hasMore } = await findShown(services.database, reach, page);
  return {
    text: joinLines(
      html`<b>${t("comment.shown.title")}</b>`,
      comments.length === 0 ? t("comment.shown.none") : null,
      ...comments.map((comment) => html`\n<b>${formatTitle(comment, t)}</b>\n${formatComment(comment, reader)}`),
    ),
    keyboard: [
      ...listRows(
        comments,
        (comment) => formatLabel(comment, t),
        ({ id }) => shownOneCallback.data({ id, page }),
      ),
      turnRow(t, { page, hasMore }, (to) => shownCallback.data(to)),
      [toStaffMenu(t)],
    ],
  };
}

/** One comment that is shown, to be answered by whoever may, or looked at by whoever moderates. */
export async function shownOneView(
  ctx: BotContext,
  { id, page }: { id: number; page: number },
  said?: string,
): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const comment = await findComment(services.database, id);
  const rights = await rightsOf(ctx);
  const moderates = may(rights, "comments.moderate");
  const answers = comment !== null && may(rights, "comments.answer", { institutionId: comment.institutionId });
  if (comment?.state !== "published" || !(moderates || answers)) return shownView(ctx, page);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${formatTitle(comment, t)}</b>`,
      html`\n${formatComment(comment, reader, true)}`,
    ),
    keyboard: [
      [
        ...(answers ? [button(t("comment.button.answer"), answerCommentCallback.data(id))] : []),
        ...(moderates ? [button(t("comment.button.reject"), askReasonCallback.data(id))] : []),
      ],
      [button(t("button.back"), shownCallback.data(page)), toStaffMenu(t)],
    ],
  };
}

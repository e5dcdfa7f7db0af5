import type { BotContext } from "../../bot/context.ts";
import { button, listRows, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import {
  appealCommentCallback,
  askStarsCallback,
  commentCallback,
  commentsCallback,
  flagCommentCallback,
  withdrawCommentCallback,
  writeCommentCallback,
} from "../../bot/voices/callbacks.ts";
import { type Comment, isAppealable, standOf } from "../../bot/voices/comments/comment.ts";
import { findComment, findComments, findOwnComment, findStanding } from "../../bot/voices/comments/find-store.ts";
import { formatComment, formatLabel, formatOwnState, formatTitle } from "../../bot/voices/comments/words.ts";
import type { VoiceTopic } from "../../bot/voices/topic.ts";
import { formatScore } from "../../bot/voices/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { turnRow } from "../kit/pagination.ts";
import { toCard } from "./stars.ts";

/** What people say about an event or a course: the score, what became of one's own comment, a page of all. */
export async function commentsView(
  { services, reader }: BotContext,
  { topic, page }: { topic: VoiceTopic; page: number },
  said?: string,
): Promise<View> {
  const { t, now, person } = reader;
  const { database } = services;
  const [standing, own, { comments, hasMore }] = await Promise.all([
    findStanding(database, topic, now),
    findOwnComment(database, topic, person.id),
    findComments(database, topic, page),
  ]);
  if (standing === null) return menuView(t, html`${t("card.gone")}`);
  const isAskedFor = own !== null && own.state !== "published";
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("comment.title")} · ${formatTitle(standing, t)}</b>`,
      formatScore(standing, t),
      isAskedFor && said === undefined ? html`\n<i>${formatOwnState(standOf(own), t)}</i>` : null,
      comments.length === 0 ? html`\n${t("comment.none")}` : null,
      ...comments.map((comment) => html`\n${formatComment(comment, reader)}`),
    ),
    keyboard: [
      ...listRows(
        comments,
        (comment) => formatLabel(comment, t),
        ({ id }) => commentCallback.data({ id, page }),
      ),
      turnRow(t, { page, hasMore }, (to) => commentsCallback.data({ topic, page: to })),
      [
        button(t("comment.button.rate"), askStarsCallback.data(topic)),
        own === null
          ? button(t("comment.button.write"), writeCommentCallback.data(topic))
          : button(t("comment.button.own"), commentCallback.data({ id: own.id, page })),
      ],
      [...toCard(topic, t), toMenu(t)],
    ],
  };
}

/** A comment that the reader may see: one that is shown, or their own. Null: there is none such. */
export async function findSeen({ services, reader }: BotContext, id: number): Promise<Comment | null> {
  const comment = await findComment(services.database, id);
  if (comment === null || comment.state === "withdrawn") return null;
  return comment.state === "published" || comment.personId === reader.person.id ? comment : null;
}

/** One comment in full, and what the reader may do with it; `asking`: whether they are sure of it. */
export async function commentView(
  ctx: BotContext,
  { id, page }: { id: number; page: number },
  { said, asking }: { said?: string; asking?: "withdraw" | "flag" } = {},
): Promise<View> {
  const { t, person } = ctx.reader;
  const comment = await findSeen(ctx, id);
  if (comment === null) return menuView(t, html`${t("comment.gone")}`);
  const isOwn = comment.personId === person.id;
  const { topic } = comment;
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${formatTitle(comment, t)}</b>`,
      html`\n${formatComment(comment, ctx.reader, true)}`,
      isOwn && said === undefined ? html`\n<i>${formatOwnState(standOf(comment), t)}</i>` : null,
      asking === undefined ? null : html`\n${t(`comment.ask.${asking}`)}`,
    ),
    keyboard: [
      ...(isOwn ? ownRows(ctx, comment, asking) : [flagRow(ctx, comment, asking)]),
      [
        asking === undefined
          ? button(t("button.back"), commentsCallback.data({ topic, page }))
          : button(t("button.back"), commentCallback.data({ id, page })),
        toMenu(t),
      ],
    ],
  };
}

function ownRows({ reader: { t } }: BotContext, comment: Comment, asking: string | undefined): Row[] {
  const { id, topic } = comment;
  if (asking === "withdraw")
    return [[button(t("comment.button.withdraw_now"), withdrawCommentCallback.data({ id, isSure: true }))]];
  return [
    isAppealable(comment) ? [button(t("comment.button.appeal"), appealCommentCallback.data(id))] : [],
    [
      button(t("comment.button.anew"), writeCommentCallback.data(topic)),
      button(t("comment.button.withdraw"), withdrawCommentCallback.data({ id, isSure: false })),
    ],
  ];
}

const flagRow = ({ reader: { t } }: BotContext, { id }: Comment, asking: string | undefined): Row => [
  asking === "flag"
    ? button(t("comment.button.flag_now"), flagCommentCallback.data({ id, isSure: true }))
    : button(t("comment.button.flag"), flagCommentCallback.data({ id, isSure: false })),
];

import { z } from "zod";
import type { Services } from "../../context.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { button } from "../../doors/telegram/screen/keyboard.ts";
import { findStaff } from "../../staff/act-store.ts";
import { may } from "../../staff/permissions.ts";
import { html, joinLines } from "../../words/html.ts";
import { textIn } from "../../words/language.ts";
import { appealCommentCallback, commentsCallback, writeCommentCallback } from "../callbacks.ts";
import { commentQueueCallback } from "./callbacks.ts";
import { type Comment, isAppealable } from "./comment.ts";
import { countWaiting, findComment } from "./find-store.ts";
import { formatReason, formatTitle, formatWait } from "./words.ts";

const payload = z.object({ commentId: z.int() });

/** Writes what comes out of comments: to their authors what became of them, to staff that they wait. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "comment-decided"(delivery, { t }) {
    const comment = await findComment(database, payload.parse(delivery.payload).commentId);
    if (comment === null || comment.personId !== delivery.personId) return nothing("the comment is gone");
    const title = formatTitle(comment, t);
    const open = button(t("comment.button.list"), commentsCallback.data({ topic: comment.topic, page: 0 }));
    if (comment.state === "published")
      return {
        kind: "message",
        text: joinLines(t("comment.told.published", { title }), quote(comment)),
        keyboard: [[open]],
      };
    if (comment.state !== "rejected" || comment.waitingSince !== null)
      return nothing("it waits again, or was taken back");
    const reason = formatReason(comment, t);
    return {
      kind: "message",
      text: joinLines(
        t(isAppealable(comment) ? "comment.told.rejected" : "comment.told.rejected_again", { title, reason }),
        quote(comment),
      ),
      keyboard: [
        isAppealable(comment) ? [button(t("comment.button.appeal"), appealCommentCallback.data(comment.id))] : [],
        [button(t("comment.button.anew"), writeCommentCallback.data(comment.topic))],
      ],
    };
  },

  async "comment-answered"(delivery, { t }) {
    const comment = await findComment(database, payload.parse(delivery.payload).commentId);
    if (comment === null || comment.answer === null || comment.state !== "published") return nothing("it is not shown");
    const name = textIn(comment.institution, t.language) ?? t("comment.city");
    return {
      kind: "message",
      text: joinLines(
        t("comment.told.answered", { name, title: formatTitle(comment, t) }),
        html`<blockquote>${comment.answer}</blockquote>`,
      ),
      keyboard: [[button(t("comment.button.list"), commentsCallback.data({ topic: comment.topic, page: 0 }))]],
    };
  },

  async "comments-wait"({ personId }, { t, now }) {
    // A role may have been taken back meanwhile.
    if (!may(await findStaff(database, personId), "comments.moderate")) return nothing("not theirs to look at");
    const { counts, since } = await countWaiting(database);
    if (since === null) return nothing("nothing waits any more");
    const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
    return {
      kind: "message",
      text: html`${t("comment.told.waiting", { count, time: formatWait(since, { t, now }) })}`,
      keyboard: [[button(t("comment.button.queue"), commentQueueCallback.data(0))]],
    };
  },
});

const quote = ({ text }: Comment) => html`<blockquote>${text}</blockquote>`;

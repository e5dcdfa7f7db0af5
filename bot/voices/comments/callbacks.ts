import { defineCallback, idCallback, plainCallback } from "../../doors/telegram/screen/callback.ts";
import { fields, flag, id, page } from "../../doors/telegram/screen/codec.ts";
import { oneOf } from "../../doors/telegram/screen/list-codec.ts";
import { banDays, reasons } from "./comment.ts";

/** Buttons of whoever moderates comments, and of those who answer them. */

/** A page of what waits. */
export const commentQueueCallback = defineCallback("md", page);
/** One comment, to decide about. */
export const moderateCallback = idCallback("me");
export const approveCallback = idCallback("ma");
/** The reasons to choose from, and a rejection for one of them. */
export const askReasonCallback = idCallback("mr");
export const rejectCallback = defineCallback("mj", fields("{id}.{reason}", { id, reason: oneOf(reasons) }));
/** How long its author may write nothing, and that it is so; "0" ends it. */
export const askBanCallback = idCallback("mb");
export const banCallback = defineCallback("mg", fields("{id}.{days}", { id, days: oneOf([0, ...banDays]) }));
/** Before or after: how comments are moderated. */
export const rulesCallback = plainCallback("mt");
export const afterwardsCallback = defineCallback("mu", flag("+", "-"));
/** Begins to change the words that hold a comment back. */
export const heldWordsCallback = plainCallback("mx");
/** Comments that are shown, of the institutions that somebody answers for. */
export const shownCallback = defineCallback("mi", page);
/** One of them, and the beginning of an answer. */
export const shownOneCallback = defineCallback("mm", fields("{id}.{page}", { id, page }));
export const answerCommentCallback = idCallback("mf");

import { z } from "zod";
import { withLine } from "../announcements/words.ts";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { findStaff } from "../staff/act-store.ts";
import { may } from "../staff/permissions.ts";
import { html, joinLines } from "../words/html.ts";
import { formatDay, formatTime } from "../words/time/dates.ts";
import { settleCallback, threadCallback, threadsCallback, writeCallback } from "./callbacks.ts";
import { findMessage, findMessages, findThread, measureWaiting } from "./find-store.ts";
import { formatAbout, formatContent } from "./words.ts";

const ofThread = z.object({ threadId: z.int() });
const ofMessage = z.object({ messageId: z.int() });

/** Characters of each message in the message that tells of it. */
const longestQuote = 300;

/** Writes what comes out of threads: to staff that somebody waits, to residents what they are answered. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "thread-waiting"({ payload, personId }, { t, zone, now }) {
    const { threadId } = ofThread.parse(payload);
    const thread = await findThread(database, threadId, t.language);
    if (thread?.state !== "waiting") return nothing("the thread does not wait any more");
    // A role may have been taken back meanwhile.
    const staff = await findStaff(database, personId);
    if (!may(staff, "threads.answer", { teacherId: thread.teacherId })) return nothing("not theirs to answer");
    const { rows } = await findMessages(database, threadId, 0);
    const open = rows.slice(rows.findLastIndex(({ isFromStaff }) => isFromStaff) + 1);
    return {
      kind: "message",
      text: joinLines(
        t.html("thread.asked", { name: thread.name }),
        formatAbout(thread, { t, zone, now }),
        ...open.map(({ content }) => html`<blockquote>${formatContent(content, t, longestQuote)}</blockquote>`),
      ),
      keyboard: [[button(t("thread.button.open"), threadCallback.data({ id: threadId, page: 0 }))]],
    };
  },

  async "threads-wait"({ personId }, { t, zone, now }) {
    const staff = await findStaff(database, personId);
    if (!may(staff, "threads.answer")) return nothing("not theirs to answer");
    const all = may(staff, "threads.answer", { teacherId: null });
    const { count, since } = await measureWaiting(database, { personId, all });
    if (since === null) return nothing("nobody waits any more");
    const when = t("date.day_and_time", { day: formatDay(since, t, zone, now), time: formatTime(since, zone) });
    return {
      kind: "message",
      text: t.html("thread.still_waiting", { count, when }),
      keyboard: [[button(t("thread.button.list"), threadsCallback.data({ isClosed: false, page: 0 }))]],
    };
  },

  async "thread-answer"({ payload }, { t }) {
    const message = await findMessage(database, ofMessage.parse(payload).messageId);
    if (message === null) return nothing("the thread is gone");
    const { threadId, author, content } = message;
    return {
      kind: "content",
      content: withLine(content, t("thread.answers", { name: author ?? t("staff.erased") })),
      // Telegram puts no buttons under an album: whoever writes next is asked whether it is for the one who answered.
      keyboard: [
        [
          button(t("thread.button.reply"), writeCallback.data({ kind: "thread", id: threadId })),
          button(t("thread.button.settle"), settleCallback.data(threadId)),
        ],
      ],
    };
  },

  async "thread-closed"({ payload }, { t }) {
    const { threadId } = ofThread.parse(payload);
    const thread = await findThread(database, threadId, t.language);
    if (thread?.state !== "closed") return nothing("the thread is open again");
    return {
      kind: "message",
      text: t.html("thread.closed_by_staff"),
      keyboard: [[button(t("thread.button.more"), writeCallback.data({ kind: "thread", id: threadId }))]],
    };
  },
});

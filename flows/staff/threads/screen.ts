import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { answerTap, chatIdOf, send, show } from "../../../bot/doors/telegram/screen/show.ts";
import { sendContent } from "../../../bot/doors/telegram/sending/content-calls.ts";
import { closeThread, reopenThread } from "../../../bot/threads/answer-store.ts";
import {
  answerCallback,
  closeThreadCallback,
  filesCallback,
  reopenThreadCallback,
  threadCallback,
  threadsCallback,
} from "../../../bot/threads/callbacks.ts";
import { findMessages } from "../../../bot/threads/find-store.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { answerResident } from "./answer.ts";
import { findOpen, threadsView, threadView } from "./thread-view.ts";

/** The staff's side of threads: what waits, a thread, its files, its end. */
export const residentsScreen = new Screen();

onStaffCallback(residentsScreen, threadsCallback, "threads.answer", async (ctx, state) =>
  show(ctx, await threadsView(ctx, state)),
);

onStaffCallback(residentsScreen, threadCallback, "threads.answer", async (ctx, { id, page }) => {
  const head = await findOpen(ctx, id);
  if (head === null) return show(ctx, await goneView(ctx));
  await show(ctx, await threadView(ctx, head, { page }));
});

onStaffCallback(residentsScreen, answerCallback, "threads.answer", (ctx, id) => enter(ctx, answerResident, id));

// Below the thread, in the order in which they came, and the thread once more: its buttons would be far above.
onStaffCallback(residentsScreen, filesCallback, "threads.answer", async (ctx, { id, page }) => {
  const head = await findOpen(ctx, id);
  if (head === null) return show(ctx, await goneView(ctx));
  await answerTap(ctx);
  const { rows } = await findMessages(ctx.services.database, id, page);
  for (const { content } of rows) {
    if (content.kind !== "text") await sendContent(ctx.api.raw, { chat_id: chatIdOf(ctx) }, content, undefined);
  }
  await send(ctx, await threadView(ctx, head, { page }));
});

onStaffCallback(residentsScreen, closeThreadCallback, "threads.answer", async (ctx, threadId) => {
  const cityZone = ctx.services.city.timeZone;
  const closed = await once(ctx, "close-thread", (database) =>
    closeThread(database, actorOf(ctx), { threadId, cityZone }),
  );
  await showChanged(ctx, threadId, closed.kind === "done" ? "thread.closed" : null);
});

onStaffCallback(residentsScreen, reopenThreadCallback, "threads.answer", async (ctx, threadId) => {
  const opened = await once(ctx, "reopen-thread", (database) => reopenThread(database, actorOf(ctx), threadId));
  await showChanged(ctx, threadId, opened.kind === "done" ? "thread.reopened" : null);
});

const actorOf = ({ reader: { person, now } }: BotContext) => ({ by: person.id, now });

const goneView = (ctx: BotContext) => threadsView(ctx, { isClosed: false, page: 0 }, ctx.reader.t("thread.missing"));

async function showChanged(ctx: BotContext, id: number, said: "thread.closed" | "thread.reopened" | null) {
  if (said === null) return refuse(ctx);
  const head = await findOpen(ctx, id);
  await show(
    ctx,
    head === null ? await goneView(ctx) : await threadView(ctx, head, { page: 0, said: ctx.reader.t(said) }),
  );
}

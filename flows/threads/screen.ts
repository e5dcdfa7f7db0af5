import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, send, show } from "../../bot/doors/telegram/screen/show.ts";
import { readContent } from "../../bot/doors/telegram/sending/content.ts";
import { closeOwnThread } from "../../bot/threads/answer-store.ts";
import { handOnCallback, settleCallback, writeCallback } from "../../bot/threads/callbacks.ts";
import type { About } from "../../bot/threads/thread.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { humanAsked } from "./human-asked.ts";
import { misfit, refusals, whenAnswered, write, writeToHuman } from "./write-to-staff.ts";

/** The resident's side of threads: the way in from any screen, and what stands under an answer. */
export const threadsScreen = new Screen();

const inPrivate = privatePartOf(threadsScreen);

onCallback(inPrivate, writeCallback, (ctx, about) => {
  humanAsked.take(ctx);
  return enter(ctx, writeToHuman, about);
});

onCallback(inPrivate, settleCallback, async (ctx, threadId) => {
  const { services, reader } = ctx;
  const { t, person } = reader;
  await closeOwnThread(services.database, person.id, threadId);
  await answerTap(ctx);
  // The answer stays as it is: below it is said that the question is closed, however often this is pressed.
  await send(ctx, {
    text: html`${t("thread.settled")}`,
    keyboard: [[button(t("thread.button.more"), writeCallback.data({ kind: "thread", id: threadId })), toMenu(t)]],
  });
});

onCallback(inPrivate, handOnCallback, async (ctx, about) => {
  const { t } = ctx.reader;
  const said = ctx.callbackQuery?.message?.reply_to_message;
  const content = said === undefined ? null : readContent(said);
  if (content === null) return show(ctx, menuView(t, html`${t("thread.again")}`));
  await show(ctx, await handOn(ctx, about, content));
});

/** Passes a message on that was written outside of the dialogue; resolves to what is said to that. */
export async function handOn(ctx: BotContext, about: About, content: NonNullable<ReturnType<typeof readContent>>) {
  const { t } = ctx.reader;
  const unfit = misfit({ ctx }, content);
  if (unfit !== null) return menuView(t, unfit);
  const written = await write(ctx, about, content);
  if (written.kind !== "written") return menuView(t, html`${t(refusals[written.kind])}`);
  const { threadId } = written;
  return {
    text: html`${t("thread.handed_on", { when: whenAnswered(ctx) })}`,
    keyboard: [[button(t("thread.button.more"), writeCallback.data({ kind: "thread", id: threadId })), toMenu(t)]],
  };
}

// A group reads along.
onCallback(threadsScreen, writeCallback, async (ctx) => {
  await answerTap(ctx, { text: ctx.reader.t("thread.only_private"), show_alert: true });
});

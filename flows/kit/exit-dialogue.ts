import type { BotContext } from "../../bot/context.ts";
import { hadDialogue } from "../../bot/doors/telegram/dialogue/dialogue-store.ts";
import { show } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, replyKeyboard } from "../account/menu.ts";
import { tellKept } from "../staff/programme/make/unfinished.ts";
import { isKeyboardAway, replyWithKeyboard } from "./away-keyboard.ts";
import { backCallback, cancelCallback, choiceCallback } from "./callbacks.ts";
import { runs } from "./dialogue.ts";
import { onCommand } from "./on-command.ts";
import { isMenuButton } from "./reply-keyboard.ts";
import { Screen } from "./screen.ts";

/**
 * The way out of every dialogue: a dialogue takes all updates for answers, "/start" included, so whoever sends a
 * command or presses another button, below the text field or of another screen, leaves it here, before it sees them.
 */
export const wayOut = new Screen();

onCommand(wayOut, "cancel", async (ctx) => {
  const { t } = ctx.reader;
  const running = Object.keys(ctx.conversation.active()).length > 0;
  await leave(ctx);
  await show(ctx, menuView(t, html`${t(running ? "said.cancelled" : "said.nothing_to_cancel")}`));
});

wayOut.use(async (ctx, next) => {
  const isSaid = ctx.message?.text !== undefined || ctx.callbackQuery?.data !== undefined;
  if (hadDialogue(ctx) && isSaid && !isAnswer(ctx)) {
    await tellUnsent(ctx);
    await leave(ctx);
  }
  await next();
});

/** Dialogues in which a resident writes something that goes out with their last step, and what is said without it. */
const unsent = [
  ["write-comment", "comment.said.stopped"],
  ["new-idea", "idea.said.stopped"],
  ["ask-guest", "question.said.stopped"],
] as const;

/** Says of a text that was left before its last step that it is not sent: its writer may think that it is. */
async function tellUnsent(ctx: BotContext): Promise<void> {
  for (const [name, key] of unsent) if (runs(ctx, name)) await ctx.reply(ctx.reader.t(key));
}

async function leave(ctx: BotContext): Promise<void> {
  // An enrolment may have put a keyboard of its own below the text field; only a new message brings ours back.
  if (runs(ctx, "enrol")) {
    const { t } = ctx.reader;
    await ctx.reply(t("enrol.aside"), { reply_markup: replyKeyboard(ctx.reader) });
  }
  if (isKeyboardAway(ctx)) await replyWithKeyboard(ctx, ctx.reader.t("staff.keyboard.back"));
  if (ofEvents.some((name) => runs(ctx, name))) await tellKept(ctx);
  await ctx.conversation.exitAll();
}

/** Dialogues that events are made in. */
const ofEvents = ["new-event", "paste-event", "resume-event"];

const ofDialogues = [cancelCallback, backCallback, choiceCallback];

/** Whether an update may be meant for a dialogue: no command, and no button but those of dialogues. */
export function isAnswer(ctx: BotContext): boolean {
  const data = ctx.callbackQuery?.data;
  if (data !== undefined) return ofDialogues.some(({ read }) => read(data) !== undefined);
  return ctx.message?.text?.startsWith("/") !== true && !isMenuButton(ctx);
}

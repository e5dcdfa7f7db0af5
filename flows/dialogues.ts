import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import type { BotContext, Dialogue, FlowContext } from "../bot/context.ts";
import { forgetMe } from "./forget-me.ts";
import { zoneByPlace } from "./zone-by-place.ts";

/**
 * Every dialogue by its name. A change of one that alters the order of its questions must raise `dialogueVersion`:
 * a running dialogue is replayed from its beginning, and an old record does not fit new questions.
 */
const dialogues = {
  "forget-me": forgetMe,
  "zone-by-place": zoneByPlace,
} satisfies Record<string, (dialogue: Dialogue, ctx: FlowContext) => Promise<void>>;

export const dialogueVersion = 1;

export type DialogueName = keyof typeof dialogues;

/** Enters a dialogue by a name that the compiler knows; one that still runs is left first. */
export async function enterDialogue(ctx: BotContext, name: DialogueName): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(name);
}

export const runningDialogues = new Composer<BotContext>();

for (const [id, dialogue] of Object.entries(dialogues)) {
  runningDialogues.use(createConversation<BotContext, FlowContext>(dialogue, { id }));
}

import { createConversation } from "@grammyjs/conversations";
import { Composer } from "grammy";
import type { BotContext, Dialogue, FlowContext } from "../bot/context.ts";
import { enrol } from "./classes/enrol.ts";
import { forgetMe } from "./forget-me.ts";
import { inviteToStaff } from "./staff/invite.ts";
import { searchAudit } from "./staff/search-audit.ts";
import { zoneByPlace } from "./zone-by-place.ts";

/**
 * Every dialogue by its name. A change of one that alters the order of its questions must raise `dialogueVersion`:
 * a running dialogue is replayed from its beginning, and an old record does not fit new questions.
 */
const dialogues = {
  enrol,
  "forget-me": forgetMe,
  invite: inviteToStaff,
  "search-audit": searchAudit,
  "zone-by-place": zoneByPlace,
};

export const dialogueVersion = 2;

type Dialogues = typeof dialogues;
export type DialogueName = keyof Dialogues;

/** What a dialogue takes besides the two that all of them get; plain JSON. */
type Arguments<Name extends DialogueName> =
  Parameters<Dialogues[Name]> extends [Dialogue, FlowContext, ...infer Rest] ? Rest : never;

/** Enters a dialogue by a name and with arguments that the compiler knows; one that still runs is left first. */
export async function enterDialogue<Name extends DialogueName>(
  ctx: BotContext,
  name: Name,
  ...args: Arguments<Name>
): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(name, ...args);
}

export const runningDialogues = new Composer<BotContext>();

for (const [id, dialogue] of Object.entries(dialogues)) {
  runningDialogues.use(createConversation<BotContext, FlowContext>(dialogue, { id }));
}

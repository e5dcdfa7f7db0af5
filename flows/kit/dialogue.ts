import { createConversation } from "@grammyjs/conversations";
import type { MiddlewareFn } from "grammy";
import type { BotContext, Dialogue, FlowContext } from "../../bot/context.ts";
import { hadDialogue } from "../../bot/doors/telegram/dialogue/dialogue-store.ts";
import { answerTap } from "../../bot/doors/telegram/screen/show.ts";
import type { Conversation } from "./conversation.ts";

/** A kind of dialogue; `Args` is what it takes besides the conversation, plain JSON. */
export interface DialogueKind<Args extends unknown[] = never> {
  name: string;
  /**
   * Raised with every change of the order of its questions: a running dialogue is replayed from its beginning, and an old
   * record does not fit new questions. tests/flows/questions notices such a change.
   */
  version: number;
  run(conversation: Conversation, ...args: Args): Promise<unknown>;
  /** Makes it known to the plugin, and goes on with it where it runs. */
  middleware: MiddlewareFn<BotContext>;
}

/** The id by which the plugin knows it: a running one of another version is none of ours, and is told that its question is closed. */
const idOf = (name: string, version: number): string => `${name}@${version}`;

/** Defines a dialogue beside its questions. */
export function defineDialogue<Args extends unknown[]>(
  name: string,
  { version }: { version: number },
  run: DialogueKind<Args>["run"],
): DialogueKind<Args> {
  const middleware = createConversation(
    (dialogue: Dialogue, ctx: FlowContext, ...args: Args) => run({ dialogue, ctx }, ...args),
    { id: idOf(name, version) },
  );
  return { name, version, run, middleware };
}

/** Enters a dialogue, mostly by a press of a button; one that still runs is left first. */
export async function enter<Args extends unknown[]>(
  ctx: BotContext,
  { name, version, middleware }: DialogueKind<Args>,
  ...args: NoInfer<Args>
): Promise<void> {
  if (ctx.callbackQuery) await answerTap(ctx);
  await ctx.conversation.exitAll();
  // Where one ran when the update came, flows/dialogues.ts has made all of them known.
  if (!hadDialogue(ctx)) await middleware(ctx, async () => {});
  await ctx.conversation.enter(idOf(name, version), ...args);
}

/** Whether a dialogue of that name runs in this chat, of whatever version. */
export const runs = (ctx: BotContext, name: string): boolean =>
  Object.keys(ctx.conversation.active()).some((id) => id.startsWith(`${name}@`));

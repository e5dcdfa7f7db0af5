import type { ConversationData, VersionedState } from "@grammyjs/conversations";
import type { BotContext } from "../context.ts";
import type { Database } from "../database/database.ts";

type State = VersionedState<ConversationData>;

/** The state read with the person, by the update's context: a screen costs no statement for dialogues that do not run. */
const arrived = new WeakMap<BotContext, State>();

/** Hands over the state that came with the person; `state` is what `write` once stored. */
export function rememberDialogue(ctx: BotContext, state: unknown): void {
  if (state !== null && state !== undefined) arrived.set(ctx, state as State);
}

/** Whether a dialogue ran in this private chat when the update came, be it one that is too old to go on. */
export const hadDialogue = (ctx: BotContext): boolean => ctx.chat?.type === "private" && arrived.has(ctx);

/** Keeps running dialogues in PostgreSQL, one row a private chat. Elsewhere no dialogue ever runs. */
export function dialogueStorage(database: Database, version: number) {
  const keyOf = (ctx: BotContext) => (ctx.chat?.type === "private" ? String(ctx.chat.id) : undefined);
  return {
    type: "context" as const,
    version,
    adapter: {
      read: (ctx: BotContext) => (keyOf(ctx) === undefined ? undefined : arrived.get(ctx)),
      async write(ctx: BotContext, value: State) {
        const key = keyOf(ctx);
        if (key === undefined) return;
        // A JSON round trip, as the row will have had: what cannot be stored fails here and now.
        const state = JSON.parse(
          JSON.stringify(value, (_, part) => (typeof part === "string" ? storable(part) : part)),
        );
        const row = { state, updatedAt: ctx.reader.now };
        await database.dialogue.upsert({ where: { key }, create: { key, ...row }, update: row });
      },
      async delete(ctx: BotContext) {
        const key = keyOf(ctx);
        if (key !== undefined) await database.dialogue.deleteMany({ where: { key } });
      },
    },
  };
}

/** Deletes dialogues that nobody went on with since `before`. */
export async function forgetDialogues(database: Database, before: Date): Promise<number> {
  const { count } = await database.dialogue.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}

/** PostgreSQL's JSON takes neither NUL nor half of a surrogate pair; people's messages may have both. */
const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();

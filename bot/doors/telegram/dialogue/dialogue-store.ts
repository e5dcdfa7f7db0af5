import type { ConversationData, VersionedState } from "@grammyjs/conversations";
import type { Update } from "grammy/types";
import type { BotContext } from "../../../context.ts";
import type { Database } from "../../../database/database.ts";
import { toJson } from "../../../database/json.ts";
import type { Door } from "../../../people/address.ts";
import { chatKey } from "../door.ts";
import { updateKey } from "../intake/updates.ts";
import { slimLog } from "./slim-log.ts";

type State = VersionedState<ConversationData>;

/**
 * Hands over the state that was read with the person, so that a screen costs no statement for dialogues that do not run;
 * `state` is what was once stored.
 */
export function rememberDialogue(ctx: BotContext, state: unknown): void {
  if (state !== null && state !== undefined) ctx.dialogueState = state as State;
}

/** Whether a dialogue ran in this private chat when the update came, be it one that is too old to go on. */
export const hadDialogue = (ctx: BotContext): boolean =>
  ctx.chat?.type === "private" && ctx.dialogueState !== undefined;

/** What an update makes of the dialogue of its chat. */
export interface DialogueChange {
  key: string;
  /** The dialogue's state as JSON; null: it is over. */
  state: string | null;
}

const changes = new WeakMap<Update, DialogueChange>();

/** What an update made of a dialogue; undefined: nothing. It is for the update's receipt to store it. */
export const changeOf = (update: Update): DialogueChange | undefined => changes.get(update);

const keyOf = (ctx: BotContext) => (ctx.chat?.type === "private" ? chatKey(ctx.chat, ctx.door.name) : undefined);

function note(ctx: BotContext, state: string | null): void {
  const key = keyOf(ctx);
  if (key !== undefined) changes.set(ctx.update, { key, state });
}

/**
 * Bytes of a log. It is read in a statement that people share and replayed at each answer; some hundred questions and their
 * answers fit, or thirty of the longest texts.
 */
const largestLog = 256 * 1024;

const overlong = new WeakSet<BotContext>();

/** Whether a dialogue ended by this update because its log had become too long. */
export const isOverlong = (ctx: BotContext): boolean => overlong.has(ctx);

function keep(ctx: BotContext, state: string): void {
  const isKept = Buffer.byteLength(state) <= largestLog;
  if (!isKept) overlong.add(ctx);
  note(ctx, isKept ? state : null);
}

/** Ends the dialogue of this chat, be it one of another version, which the plugin leaves where it is. */
export const endDialogue = (ctx: BotContext): void => note(ctx, null);

/**
 * Raised when the log itself is written otherwise, which ends every dialogue that runs. Each kind of dialogue has a version of
 * its own (flows/kit/dialogue.ts); up to 4 this was one for all of them.
 */
const logVersion = 5;

/**
 * Running dialogues, one a private chat. Elsewhere no dialogue ever runs. What the plugin writes is only kept in mind, because
 * it writes whatever happens: after an error a dialogue without its last question, to which the update would come again.
 */
export function dialogueStorage() {
  return {
    type: "context" as const,
    version: logVersion,
    adapter: {
      read: (ctx: BotContext) => (keyOf(ctx) === undefined ? undefined : ctx.dialogueState),
      write: (ctx: BotContext, value: State) => keep(ctx, toJson(value, slimLog)),
      delete: (ctx: BotContext) => note(ctx, null),
    },
  };
}

/** So many answers in a row may end in an error before the dialogue does. */
const mostFailures = 3;

/**
 * Settles the dialogue of an update that failed for good. It stays where it was, so that what was entered is not lost and
 * another answer may do; but not for ever, and not after the update did something, which another answer would do again.
 */
export async function failDialogue(database: Database, update: Update, door: Door): Promise<"open" | "over" | "none"> {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat;
  if (chat?.type !== "private") return "none";
  const key = chatKey(chat, door);
  const [failed] = await database.$queryRaw<{ isOver: boolean }[]>`
    UPDATE "Dialogue" SET "failures" = "failures" + 1 WHERE "key" = ${key}
    RETURNING "failures" >= ${mostFailures}
      OR EXISTS (SELECT FROM "Effect" WHERE "cause" = ${updateKey(update.update_id, door)}) AS "isOver"`;
  if (failed === undefined) return "none";
  if (!failed.isOver) return "open";
  await database.dialogue.deleteMany({ where: { key } });
  return "over";
}

/** Deletes dialogues that nobody went on with since `before`. */
export async function forgetDialogues(database: Database, before: Date): Promise<number> {
  const { count } = await database.dialogue.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}

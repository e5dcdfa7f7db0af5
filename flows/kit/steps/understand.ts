import type { BotContext, Dialogue } from "../../../bot/context.ts";
import type { Excess } from "../../../bot/foreign/protocol.ts";
import { readForeign } from "../../../bot/foreign/read-foreign.ts";
import type { TextReaders } from "../../../bot/foreign/text-readers.ts";

/** Reads a text by one of the readers of foreign content (`bot/foreign/text-readers.ts`). */
export type ReadText = <N extends keyof TextReaders>(
  name: N,
  ...args: Parameters<TextReaders[N]>
) => Promise<ReturnType<TextReaders[N]>>;

/** What an answer means. `missing`: it does not fit; `text` says what is missing, where the question itself does not. */
export type Understood<T> =
  | { kind: "meant"; value: T }
  | { kind: "missing"; text?: string }
  | { kind: "unread"; excess: Excess };

export const meant = <T>(value: T | undefined): Understood<T> =>
  value === undefined ? { kind: "missing" } : { kind: "meant", value };

/**
 * Has a text read outside of the replay, so that it is read once and not at every later answer. What comes out must be plain
 * JSON, and is made so here and now: the replay will find it in the dialogue's log.
 */
export function understand<T>(
  dialogue: Dialogue,
  read: (readText: ReadText, outer: BotContext) => Promise<Understood<T>>,
): Promise<Understood<T>> {
  return dialogue.external(async (outer): Promise<Understood<T>> => {
    try {
      return JSON.parse(JSON.stringify(await read(readText, outer)));
    } catch (error) {
      if (error instanceof Unread) return { kind: "unread", excess: error.excess };
      throw error;
    }
  });
}

/** A text that took too much time or memory. */
class Unread extends Error {
  readonly excess: Excess;

  constructor(excess: Excess) {
    super(`a text took too much ${excess}`);
    this.excess = excess;
  }
}

const readText: ReadText = async (name, ...args) => {
  const read = await readForeign(name, ...args);
  if (read.kind === "unread") throw new Unread(read.excess);
  return read.value;
};

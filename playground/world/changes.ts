import type { Message } from "@grammyjs/types";
import type { Call } from "../api/calls.ts";

/** Something that a watcher of the playground – the chat page, a load test – may want to show or count. */
export type Change =
  | { kind: "sent"; chatId: number; message: Message }
  | { kind: "edited"; chatId: number; message: Message }
  | { kind: "deleted"; chatId: number; messageId: number }
  | { kind: "pinned"; chatId: number }
  | { kind: "reply keyboard"; chatId: number }
  | { kind: "action"; chatId: number; action: string }
  | { kind: "callback answered"; personId: number; toast?: string; alert?: string; url?: string }
  | { kind: "membership"; chatId: number }
  | { kind: "person"; personId: number }
  | { kind: "profile" }
  | { kind: "call"; call: Call };

/** Tells every listener of every change, in the order they happen. */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>();

  /** Calls `listener` for each change from now on; the returned function ends that. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

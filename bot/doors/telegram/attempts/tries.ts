import type { Update } from "grammy/types";
import type { DialogueChange } from "../dialogue/dialogue-store.ts";
import type { UpdateRun } from "../intake/update-run.ts";
import type { Trouble } from "../intake/update-trouble.ts";
import { chatOf } from "../intake/updates.ts";

/** What this program knows of an update that is not done. */
export interface Try extends UpdateRun {
  signal: AbortSignal;
  /** How often it failed in a way that may pass. */
  count: number;
  /** When it failed so first, in milliseconds of a clock that never jumps. */
  since: number | undefined;
  /** What the attempt made of the dialogue of its chat; undefined: nothing. */
  dialogue: DialogueChange | undefined;
  /** The update was given up because the program died of it; only its receipt is missing. */
  isGivenUp: boolean;
}

/**
 * For how many attempts at least and how many milliseconds at least an update is tried before it is given up. While
 * Telegram takes no answer: long enough for an outage, short enough for the others of its chat when only this one is
 * refused. While others stand in the way in the database: as long as a table may be locked. What took too long mostly
 * waited for a slow PostgreSQL or Telegram; a handler that hangs does so the next time too.
 */
const patience = {
  telegram: { attempts: 5, milliseconds: 60_000 },
  silence: { attempts: 5, milliseconds: 3_600_000 },
  busy: { attempts: 5, milliseconds: 600_000 },
  deadline: { attempts: 2, milliseconds: 0 },
};

/** Updates remembered: a webhook's may come again to another instance, and never here. */
const most = 10_000;

/** The updates that are not done, by their number. */
export class Tries {
  readonly #tries = new Map<number, Try>();

  has(updateId: number): boolean {
    return this.#tries.has(updateId);
  }

  /** What is known of an update, or the beginning of it. */
  of(update: Update): Try {
    const known = this.#tries.get(update.update_id);
    if (known) return known;
    const first: Try = {
      chat: String(chatOf(update)?.id ?? ""),
      signal: new AbortController().signal,
      isNoted: false,
      count: 0,
      since: undefined,
      dialogue: undefined,
      isGivenUp: false,
    };
    this.#tries.set(update.update_id, first);
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > most && oldest !== undefined) this.#tries.delete(oldest);
    return first;
  }

  /** The update is done. */
  end(updateId: number): void {
    this.#tries.delete(updateId);
  }

  /** Notes a trouble that may pass, and says whether the update is worth another attempt. */
  mayComeAgain(attempted: Try, trouble: Extract<Trouble, { kind: "database" | "telegram" | "silence" | "deadline" }>) {
    const now = performance.now();
    attempted.count += 1;
    attempted.since ??= now;
    // A database that is away is nobody's fault, however long it lasts.
    if (trouble.kind === "database" && trouble.isAway) return true;
    const { attempts, milliseconds } = patience[trouble.kind === "database" ? "busy" : trouble.kind];
    return attempted.count < attempts || now - attempted.since < milliseconds;
  }

  /** Updates whose beginning stands in the database. */
  noted(): number[] {
    return [...this.#tries].filter(([, { isNoted }]) => isNoted).map(([updateId]) => updateId);
  }
}

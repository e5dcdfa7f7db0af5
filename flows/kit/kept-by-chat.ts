import type { BotContext } from "../../bot/context.ts";
import { chatKeyOf } from "../../bot/people/address.ts";

/** Chats of which something is kept; a restart forgets all of it. */
const mostChats = 5_000;

type Where = Pick<BotContext, "services" | "reader">;

/** What is kept of each chat for a while: how it went a moment ago, and nothing that a person wrote. */
export class KeptByChat<T> {
  readonly #ofDatabases = new WeakMap<object, Map<string, { value: T; at: Date }>>();
  readonly #lasting: number;

  /** `lasting`: milliseconds. */
  constructor(lasting: number) {
    this.#lasting = lasting;
  }

  keep({ services, reader }: Where, value: T): void {
    if (reader.chat === null) return;
    const ofChats = this.#ofDatabases.get(services.database) ?? new Map<string, { value: T; at: Date }>();
    this.#ofDatabases.set(services.database, ofChats);
    const key = chatKeyOf(reader.chat);
    ofChats.delete(key);
    ofChats.set(key, { value, at: reader.now });
    const [oldest] = ofChats.keys();
    if (ofChats.size > mostChats && oldest !== undefined) ofChats.delete(oldest);
  }

  /** Null where nothing was kept lately. */
  find({ services, reader }: Where): T | null {
    const kept =
      reader.chat === null ? undefined : this.#ofDatabases.get(services.database)?.get(chatKeyOf(reader.chat));
    return kept === undefined || reader.now.getTime() - kept.at.getTime() > this.#lasting ? null : kept.value;
  }

  /** What `find` finds, which is then no more kept. */
  take(where: Where): T | null {
    const found = this.find(where);
    const { services, reader } = where;
    if (reader.chat !== null) this.#ofDatabases.get(services.database)?.delete(chatKeyOf(reader.chat));
    return found;
  }
}

import type { TapOutcome } from "../people/tap.ts";
import type { InlineAnswer } from "../world/queries.ts";
import type { Action } from "./action.ts";
import type { DoorName, Visitor } from "./door.ts";
import type { Upload } from "./uploads.ts";

/** People of one messenger acting through the page: who waits for the bot, and what it last offered to whom inline. */
export class Actions {
  readonly #waiting = new Map<string, number>();
  readonly #offered = new Map<string, InlineAnswer>();
  readonly #door: DoorName;
  readonly #onChange: () => void;

  /** `onChange` is called whenever somebody begins or ends to wait. */
  constructor(door: DoorName, onChange: () => void) {
    this.#door = door;
    this.#onChange = onChange;
  }

  isWaiting(visitor: Visitor): boolean {
    return this.#waiting.has(this.#keyOf(visitor));
  }

  /**
   * Does `action` as `visitor`. A tap and an inline query resolve with the bot's answer; the rest resolves at once,
   * because a browser has six connections, and a bot that is slow or down would hold one per message.
   */
  async perform(visitor: Visitor, action: Action): Promise<TapOutcome | InlineAnswer | undefined> {
    if (action.kind === "ask inline") return this.#askInline(visitor, action.query);
    if (action.kind === "tap") return this.#whileWaiting(visitor, visitor.tap(action.messageId, action.data));
    const done = action.kind === "choose inline" ? this.#chooseInline(visitor, action.resultId) : visitor.act(action);
    this.#whileWaiting(visitor, done).catch(() => undefined); // never confirmed: the playground closed
    return undefined;
  }

  /** Sends files as `visitor`; resolves without waiting for the bot. */
  async send(visitor: Visitor, upload: Upload): Promise<void> {
    const sent = await visitor.prepare(upload);
    this.#whileWaiting(visitor, sent()).catch(() => undefined); // never confirmed: the playground closed
  }

  async #askInline(visitor: Visitor, query: string): Promise<InlineAnswer> {
    const answer = await visitor.asksInline(query);
    this.#offered.set(this.#keyOf(visitor), answer);
    return answer;
  }

  #chooseInline(visitor: Visitor, resultId: string): Promise<void> {
    const result = this.#offered.get(this.#keyOf(visitor))?.results.find((offered) => offered.id === resultId);
    if (!result) throw new Error("These results are gone: ask again.");
    return visitor.choosesInline(result);
  }

  async #whileWaiting<Result>(visitor: Visitor, done: Promise<Result>): Promise<Result> {
    this.#wait(visitor, 1);
    try {
      return await done;
    } finally {
      this.#wait(visitor, -1);
    }
  }

  #wait(visitor: Visitor, step: 1 | -1): void {
    const key = this.#keyOf(visitor);
    const count = (this.#waiting.get(key) ?? 0) + step;
    if (count > 0) this.#waiting.set(key, count);
    else this.#waiting.delete(key);
    this.#onChange();
  }

  #keyOf({ id }: Visitor): string {
    return `${this.#door} ${id}`;
  }
}

import type { InlineQueryResult, InlineQueryResultsButton } from "@grammyjs/types";
import { badRequest } from "../api/api-failure.ts";
import { type Clock, unixTime } from "./clock.ts";

/** What a person sees after a tap: a toast or an alert, or an address that opens. */
export type CallbackAnswer = { toast?: string; alert?: string; url?: string };

/** What the bot offers under `@bot query`. */
export type InlineAnswer = {
  results: readonly InlineQueryResult[];
  nextOffset: string;
  button: InlineQueryResultsButton | undefined;
};

export type UnansweredCallback = { personId: number; messageId: number; data: string };

type Open<Answer> = { askedAt: number; answer: (answer: Answer) => void };

const tooOld = "query is too old and response timeout expired or query ID is invalid";

/** Seconds in which a tap or an inline query can be answered. */
const patience = { callback: 150, inline: 30 };

/** Taps and inline queries between their question and the bot's answer. Each can be answered once. */
export class Queries {
  readonly #clock: Clock;
  readonly #callbacks = new Map<string, Open<CallbackAnswer> & { about: UnansweredCallback; isConfirmed: boolean }>();
  readonly #inline = new Map<string, Open<InlineAnswer>>();
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Opens a tap; `answer` is called if the bot answers in time. Returns the query id. */
  openCallback(about: UnansweredCallback, answer: (answer: CallbackAnswer) => void): string {
    const id = this.#nextId();
    this.#callbacks.set(id, { askedAt: unixTime(this.#clock), answer, about, isConfirmed: false });
    return id;
  }

  /** The bot is done with the update of this tap; from here on a missing answer is its mistake. */
  confirmCallback(id: string): void {
    const query = this.#callbacks.get(id);
    if (query) query.isConfirmed = true;
  }

  answerCallback(id: string, answer: CallbackAnswer): UnansweredCallback {
    const query = this.#callbacks.get(id);
    if (!query || this.#isOlderThan(patience.callback, query.askedAt)) throw badRequest(tooOld);
    this.#callbacks.delete(id);
    query.answer(answer);
    return query.about;
  }

  get unansweredCallbacks(): UnansweredCallback[] {
    return [...this.#callbacks.values()].filter((query) => query.isConfirmed).map((query) => query.about);
  }

  openInline(answer: (answer: InlineAnswer) => void): string {
    const id = this.#nextId();
    this.#inline.set(id, { askedAt: unixTime(this.#clock), answer });
    return id;
  }

  closeInline(id: string): void {
    this.#inline.delete(id);
  }

  answerInline(id: string, answer: InlineAnswer): void {
    const query = this.#inline.get(id);
    if (!query || this.#isOlderThan(patience.inline, query.askedAt)) throw badRequest(tooOld);
    this.#inline.delete(id);
    query.answer(answer);
  }

  #nextId(): string {
    this.#count += 1;
    return `${unixTime(this.#clock)}${this.#count}`;
  }

  #isOlderThan(seconds: number, askedAt: number): boolean {
    return unixTime(this.#clock) - askedAt > seconds;
  }
}

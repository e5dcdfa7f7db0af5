import { setTimeout as sleep } from "node:timers/promises";
import type { FeedDocument, ReadOptions } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { type Asking, type FetchedSource, fetchStream } from "./fetch-stream.ts";

/** Milliseconds between two requests to one host. */
const usualPace = 1_000;
/** A server that asks to wait is waited for so long, in seconds, and so often; else it is left for another time. */
const longestWait = 60;
const mostRepeats = 3;

/** Requests for one reading: not too fast for their host, repeated where it asks to wait. */
export class WebSession {
  readonly #options: ReadOptions;
  readonly #pace: number;
  readonly #known: ReadonlyMap<string, FeedDocument>;
  /** When a host may be asked again, by its origin, on the clock of `performance`. */
  readonly #next = new Map<string, number>();

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#pace = options.access?.pace ?? usualPace;
    this.#known = new Map(options.access?.known?.map((document) => [document.url, document]));
  }

  /** Asks for a document that is taken as it is, whatever was known of it. */
  async open(url: URL, asking: Asking = {}): Promise<Extract<FetchedSource, { kind: "body" }>> {
    const fetched = await this.#ask(url, asking);
    if (fetched.kind === "unmodified") throw new Error("a server answered a question that was not asked");
    return fetched;
  }

  /** Asks for a document, unless it is still as it was when it was read before. */
  openIfChanged(url: URL, asking: Asking = {}): Promise<FetchedSource> {
    return this.#ask(url, { ...asking, known: this.#known.get(url.href) });
  }

  async #ask(url: URL, asking: Asking): Promise<FetchedSource> {
    for (let repeats = 0; ; repeats += 1) {
      await this.#turn(url.origin);
      try {
        return await fetchStream(url, this.#options, asking);
      } catch (error) {
        const wait = waitOf(error);
        if (wait === undefined || repeats >= mostRepeats) throw error;
        await this.#sleep(wait * 1_000);
      }
    }
  }

  async #turn(origin: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next.get(origin) ?? 0);
    this.#next.set(origin, at + this.#pace);
    if (at > now) await this.#sleep(at - now);
  }

  async #sleep(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, this.#options.signal ? { signal: this.#options.signal } : {});
  }
}

/** Seconds for which a server asked to wait, where that is worth it. */
function waitOf(error: unknown): number | undefined {
  if (!(error instanceof FeedError) || error.problem.code !== "web") return undefined;
  const { retryAfter } = error.problem;
  return retryAfter !== undefined && retryAfter <= longestWait ? retryAfter : undefined;
}

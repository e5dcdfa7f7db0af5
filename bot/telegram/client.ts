import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClientOptions } from "grammy";

export interface ApiCall {
  method: string;
  /** "ok", Telegram's error code, or "no answer". */
  outcome: string;
  seconds: number;
}

/** Nothing was sent yet when these happen, so a repetition cannot double a message. */
const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ENETUNREACH",
  "EHOSTUNREACH",
]);

/** Milliseconds before each repetition after a connection that did not come about. */
const pauses = [200, 1_000, 3_000];

/** Milliseconds until a call without an answer counts as broken; a long poll is held open for half a minute. */
const patience = (method: string): number => (method === "getUpdates" ? 45_000 : 20_000);

/** A reply may wait this long for Telegram's rate limit, in seconds; longer ones fail and are told to the person. */
const longestThrottle = 10;

type Fetch = NonNullable<ApiClientOptions["fetch"]>;

/**
 * Makes grammY's `client` options: the API root, and a fetch that repeats what is safe to repeat.
 *
 * The retry lives here, below the replay log of conversations: API transformers do not reach calls made inside of
 * them, and would wait again at each replay. Repeated are refused connections and 429; a timeout, a reset or a 5xx
 * is uncertain and never repeated.
 */
export function createClientOptions(apiRoot: string, onCall: (call: ApiCall) => void = () => {}): ApiClientOptions {
  const attempt = async (url: string, init: RequestInit & { signal?: AbortSignal }): Promise<Response> => {
    const repeatable = typeof init.body === "string" || init.body === undefined;
    for (let refused = 0, throttled = 0; ; ) {
      try {
        const response = await fetch(url, init);
        if (response.status !== 429 || !repeatable || throttled === 2) return response;
        const seconds = await retryAfter(response.clone());
        if (seconds === undefined || seconds > longestThrottle) return response;
        throttled += 1;
        await pause(seconds * 1_000, init.signal);
      } catch (error) {
        const next = pauses[refused];
        if (!repeatable || next === undefined || !unsent.has(causeCode(error))) throw error;
        refused += 1;
        await pause(next, init.signal);
      }
    }
  };

  const observed = async (address: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = String(address);
    const method = url.slice(url.lastIndexOf("/") + 1);
    const started = performance.now();
    let outcome = "no answer";
    try {
      // grammY brings a signal of its own kind, which the built-in fetch refuses.
      const { agent: _, ...rest } = init as RequestInit & { agent?: unknown };
      const response = await attempt(url, { ...rest, signal: nativeSignal(init.signal, patience(method)) });
      outcome = response.ok ? "ok" : String(response.status);
      return response;
    } finally {
      onCall({ method, outcome, seconds: (performance.now() - started) / 1_000 });
    }
  };

  return { apiRoot, fetch: observed as unknown as Fetch };
}

async function retryAfter(response: Response): Promise<number | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  const seconds = (body as { parameters?: { retry_after?: unknown } } | undefined)?.parameters?.retry_after;
  return typeof seconds === "number" ? seconds : undefined;
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

function nativeSignal(foreign: AbortSignal | null | undefined, milliseconds: number): AbortSignal {
  const controller = new AbortController();
  if (foreign?.aborted) controller.abort();
  foreign?.addEventListener("abort", () => controller.abort(), { once: true });
  return AbortSignal.any([controller.signal, AbortSignal.timeout(milliseconds)]);
}

/** Waits, unless the call is given up meanwhile. */
async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(milliseconds, undefined, signal ? { signal } : {});
}

import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClientOptions } from "grammy";
import type { ApiCall } from "../../../metrics.ts";
import { within } from "../../../net/deadline.ts";
import { exchange, type HttpRequest } from "../../../net/http.ts";
import { isUnsent } from "../../../net/network-errors.ts";
import { currentRun } from "../intake/update-run.ts";
import { Silences } from "./silences.ts";

/** Milliseconds before each repetition after a connection that did not come about. */
const pauses = [200, 1_000, 3_000];

/** Milliseconds until a call without an answer counts as broken; a long poll is held open for half a minute. */
const defaultPatience = (method: string): number => (method === "getUpdates" ? 45_000 : 20_000);

/** A call may wait this long for Telegram's rate limit, in milliseconds all in all; one that must wait longer fails at once. */
const longestThrottle = 10_000;

type Fetch = NonNullable<ApiClientOptions["fetch"]>;

export interface ClientSettings {
  /** Whether a call waits out a 429 and repeats itself. Default true, as a reply should; a delivery must not. */
  waitsOut429?: boolean;
  /** Milliseconds until a call without an answer counts as broken, by method. */
  patience?: (method: string) => number;
  /** The way out. Default: the usual one. */
  by?: HttpRequest["by"];
}

/**
 * Makes grammY's `client` options: the API root, and a fetch that repeats what is safe to repeat.
 *
 * The retry lives here, below the replay log of conversations: API transformers do not reach calls made inside of
 * them, and would wait again at each replay. Repeated are refused connections and 429; a timeout, a reset or a 5xx
 * is uncertain and never repeated. A chat for which Telegram asked for silence is not called before it is over, whichever
 * update asks for it; and an update that was given up makes no call any more.
 */
export function createClientOptions(
  apiRoot: string,
  onCall: (call: ApiCall) => void = () => {},
  { waitsOut429 = true, patience = defaultPatience, by }: ClientSettings = {},
): ApiClientOptions {
  const silences = new Silences();
  const attempt = async (url: string, call: Call): Promise<Answer> => {
    const repeatable = typeof call.body === "string" || call.body === undefined;
    for (let refused = 0, throttled = 0, waited = 0; ; ) {
      const silence = waitsOut429 && !silences.isEmpty ? Math.ceil(silences.left(chatOf(call.body))) : 0;
      if (waited + silence > longestThrottle) return tooManyRequests(silence);
      waited += silence;
      if (silence > 0) await sleep(silence, undefined, { signal: call.signal });
      try {
        const answer = await send(url, { ...call, by });
        if (answer.status !== 429 || !waitsOut429) return answer;
        const seconds = retryAfter(answer.text);
        if (seconds === undefined) return answer;
        const chat = chatOf(call.body);
        if (chat !== "") silences.begin(chat, seconds * 1_000);
        if (!repeatable || throttled === 2 || waited + seconds * 1_000 > longestThrottle) return answer;
        throttled += 1;
        if (chat !== "") continue;
        waited += seconds * 1_000;
        await sleep(seconds * 1_000, undefined, { signal: call.signal });
      } catch (error) {
        const next = pauses[refused];
        if (!repeatable || next === undefined || !isUnsent(error)) throw error;
        refused += 1;
        await sleep(next, undefined, { signal: call.signal });
      }
    }
  };

  const observed = async (
    address: unknown,
    init: GrammyCall = {},
  ): Promise<{ ok: boolean; json(): Promise<unknown> }> => {
    const url = String(address);
    const method = url.slice(url.lastIndexOf("/") + 1);
    const started = performance.now();
    let outcome = "no answer";
    try {
      const { headers = {}, body } = init;
      const { status, text } = await within(patience(method), [init.signal, currentRun()?.signal], (signal) =>
        attempt(url, { headers, body, signal }),
      );
      outcome = status === 200 ? "ok" : String(status);
      return { ok: status === 200, json: async (): Promise<unknown> => JSON.parse(text) };
    } finally {
      onCall({ method, outcome, seconds: (performance.now() - started) / 1_000 });
    }
  };

  return asGrammyClient(apiRoot, observed);
}

/** A fetch for grammY, which asks an answer for its JSON and nothing else. */
export const asGrammyClient = (
  apiRoot: string,
  fetch: (address: unknown, init?: GrammyCall) => Promise<{ ok: boolean; json(): Promise<unknown> }>,
): ApiClientOptions => ({ apiRoot, fetch: fetch as unknown as Fetch });

/** What grammY hands to fetch; its signal is of a kind of its own. */
export interface GrammyCall {
  headers?: Record<string, string>;
  /** A JSON text, or the parts of a form. */
  body?: string | Readable;
  signal?: AbortSignal | null;
}

interface Call {
  headers: Record<string, string>;
  body: string | Readable | undefined;
  signal: AbortSignal;
  by?: HttpRequest["by"];
}

interface Answer {
  status: number;
  text: string;
}

async function send(url: string, { headers, body, signal, by }: Call): Promise<Answer> {
  try {
    return await exchange(url, { method: "POST", headers, body, signal, by });
  } catch (error) {
    // What the network said is the cause, as with fetch.
    throw new TypeError("request failed", { cause: error });
  }
}

function retryAfter(body: string): number | undefined {
  try {
    const seconds = (JSON.parse(body) as { parameters?: { retry_after?: unknown } }).parameters?.retry_after;
    return typeof seconds === "number" ? seconds : undefined;
  } catch {
    return undefined;
  }
}

/** The chat that a call speaks to; empty where it names none. What is sent as a form goes to the chat of the update. */
function chatOf(body: Call["body"]): string {
  if (typeof body !== "string") return currentRun()?.chat ?? "";
  try {
    return String((JSON.parse(body) as { chat_id?: unknown }).chat_id ?? "");
  } catch {
    return "";
  }
}

/** What Telegram would say to a call that comes too early, had it been made. */
function tooManyRequests(silence: number): Answer {
  const seconds = Math.ceil(silence / 1_000);
  const description = `Too Many Requests: retry after ${seconds}`;
  return {
    status: 429,
    text: JSON.stringify({ ok: false, error_code: 429, description, parameters: { retry_after: seconds } }),
  };
}

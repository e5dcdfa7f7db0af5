import { z } from "zod";
import { within } from "../../net/deadline.ts";
import { exchange, type HttpRequest } from "../../net/http.ts";
import { causeCode } from "../../net/network-errors.ts";
import type { Clock } from "../../schedule/clock.ts";
import { failureOf, mapDone, type ZoomAnswer, type ZoomOutcome } from "../tasks/outcome.ts";

/** A Server-to-Server OAuth app of a Zoom account. */
export interface ZoomAccount {
  accountId: string;
  clientId: string;
  clientSecret: string;
}

export interface ZoomCall {
  /** "create meeting", "register" … */
  name: string;
  /** "done" or how it failed. */
  outcome: string;
  seconds: number;
}

export interface ZoomOptions {
  account: ZoomAccount;
  /** https://api.zoom.us/v2 */
  apiRoot: string;
  /** https://zoom.us */
  oauthRoot: string;
  clock: Clock;
  onCall?: (call: ZoomCall) => void;
  /** Milliseconds until a call without an answer counts as unreachable. Default 15 s. */
  patience?: number;
}

const token = z.object({ access_token: z.string(), expires_in: z.number() });

/** Milliseconds before its end that a token is not used any more. */
const margin = 60_000;

/** A call below the API's root, and the shape that its answer has to have. */
export interface ZoomHttpRequest<T> {
  /** "create meeting", "register" … */
  name: string;
  method: HttpRequest["method"];
  path: string;
  shape: z.ZodType<T>;
  body?: object;
}

interface Sending {
  method: HttpRequest["method"];
  headers: Record<string, string>;
  body?: string;
}

/** Calls one Zoom account, signed in. Nothing is repeated but a call whose token had run out. */
export class ZoomSession {
  readonly #options: ZoomOptions;
  #token: { text: string; until: number } | undefined;
  #fetching: Promise<ZoomOutcome<string>> | undefined;

  constructor(options: ZoomOptions) {
    this.#options = options;
  }

  /** Calls Zoom; an answer of another shape counts as none. */
  async call<T>(request: ZoomHttpRequest<T>): Promise<ZoomOutcome<T>> {
    const first = await this.#attempt(request);
    if (first.kind !== "unauthorised") return first;
    this.#token = undefined;
    return this.#attempt(request);
  }

  async #attempt<T>({ name, method, path, shape, body }: ZoomHttpRequest<T>): Promise<ZoomOutcome<T>> {
    const bearer = await this.#findToken();
    if (bearer.kind !== "done") return bearer;
    return this.#send(name, `${this.#options.apiRoot}${path}`, shape, {
      method,
      headers: { authorization: `Bearer ${bearer.value}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  /** The token of the hour; several calls at once fetch a single one. */
  async #findToken(): Promise<ZoomOutcome<string>> {
    const { clock } = this.#options;
    if (this.#token && clock.now().getTime() < this.#token.until) return { kind: "done", value: this.#token.text };
    this.#fetching ??= this.#fetchToken().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetchToken(): Promise<ZoomOutcome<string>> {
    const { account, oauthRoot, clock } = this.#options;
    const query = new URLSearchParams({ grant_type: "account_credentials", account_id: account.accountId });
    const basic = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString("base64");
    const fetched = await this.#send("token", `${oauthRoot}/oauth/token?${query}`, token, {
      method: "POST",
      headers: { authorization: `Basic ${basic}` },
    });
    // Whatever the sign-in objects to, it is about the credentials.
    if (fetched.kind === "refused") return { kind: "unauthorised" };
    return mapDone(fetched, ({ access_token: text, expires_in: seconds }) => {
      this.#token = { text, until: clock.now().getTime() + seconds * 1_000 - margin };
      return text;
    });
  }

  async #send<T>(name: string, url: string, shape: z.ZodType<T>, init: Sending): Promise<ZoomOutcome<T>> {
    const { onCall, patience = 15_000, clock } = this.#options;
    const started = performance.now();
    const outcome = await fetchJson(url, init, patience).then(
      (answer) => read(answer, shape, clock.now()),
      // The network's code alone: its message can repeat the address.
      (error): ZoomOutcome<T> => ({ kind: "unreachable", cause: causeCode(error) || "no answer in time" }),
    );
    onCall?.({ name, outcome: outcome.kind, seconds: (performance.now() - started) / 1_000 });
    return outcome;
  }
}

function read<T>(answer: ZoomAnswer, shape: z.ZodType<T>, now: Date): ZoomOutcome<T> {
  if (answer.status < 200 || answer.status > 299) return failureOf(answer, now);
  const { success, data } = shape.safeParse(answer.body);
  return success ? { kind: "done", value: data } : { kind: "unreachable", cause: "an answer of another form" };
}

async function fetchJson(url: string, init: Sending, patience: number): Promise<ZoomAnswer> {
  const { status, headers, text } = await within(patience, [], (signal) => exchange(url, { ...init, signal }));
  return { status, headers, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

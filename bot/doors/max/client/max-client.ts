import { request } from "undici";
import type { ApiCall } from "../../../metrics.ts";
import { within } from "../../../net/deadline.ts";
import { exchange, type HttpRequest } from "../../../net/http.ts";
import type { Gate, SpokenKind } from "./gate.ts";

/** One request to MAX's API. */
export interface MaxCallOf {
  method: HttpRequest["method"];
  /** The path, such as "/messages". */
  path: string;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: unknown;
  /** Into which dialog, and what of the three kinds that are counted there. */
  into?: { dialog: string; kind: SpokenKind };
  /** Gives it up. */
  signal?: AbortSignal | null | undefined;
  /** The call is a delivery, whose pace is kept by the dispatcher. Default false. */
  isDelivery?: boolean;
}

export interface MaxAnswer {
  status: number;
  /** The body as JSON; undefined: it is none, as from a proxy. */
  body: unknown;
}

export interface MaxClientOptions {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  gate: Gate;
  by?: HttpRequest["by"];
  onCall?: (call: ApiCall) => void;
  /** Milliseconds until a call without an answer counts as broken. Default 20 s; a long poll has 45. */
  patience?: number;
}

const usualPatience = 20_000;
const pollPatience = 45_000;

/** The largest file that is read, in bytes: what Telegram lets a bot read as well. */
const largestFile = 20 * 1024 * 1024;

/** Speaks to MAX: https://dev.max.ru/docs-api. It repeats nothing. */
export class MaxClient {
  readonly #options: MaxClientOptions;

  constructor(options: MaxClientOptions) {
    this.#options = options;
  }

  get token(): string {
    return this.#options.token;
  }

  get gate(): Gate {
    return this.#options.gate;
  }

  /** Makes a request when its turn has come. Throws what the network says. */
  async call(call: MaxCallOf): Promise<MaxAnswer> {
    const { gate } = this.#options;
    const { into, isDelivery = false } = call;
    const make = () => this.#exchange(call);
    // A long poll is one request, however long it is held open: it counts when it begins.
    const inTurn = () =>
      isDelivery ? make() : call.path === "/updates" ? gate.reply(async () => make()) : gate.reply(make);
    return into === undefined ? inTurn() : gate.into(into.dialog, into.kind, inTurn);
  }

  async #exchange({ method, path, query = {}, body, signal }: MaxCallOf): Promise<MaxAnswer> {
    const { apiRoot, token, by, onCall, patience = usualPatience } = this.#options;
    const text = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    const headers = { authorization: token, ...(body !== undefined && { "content-type": "application/json" }) };
    const started = performance.now();
    let outcome = "no answer";
    try {
      const time = path === "/updates" ? pollPatience : patience;
      const answer = await within(time, [signal], (own) =>
        exchange(`${apiRoot}${path}${text === "" ? "" : `?${text}`}`, {
          method,
          headers,
          body: body === undefined ? undefined : JSON.stringify(body),
          signal: own,
          by,
        }),
      );
      outcome = answer.status === 200 ? "ok" : String(answer.status);
      return { status: answer.status, body: parseJson(answer.text) };
    } finally {
      const name = `${method} ${path.replace(/^(\/messages|\/chats)\/[^/]+/, "$1/{}")}`;
      onCall?.({ method: name, outcome, seconds: (performance.now() - started) / 1_000 });
    }
  }

  /** Uploads bytes to an address that MAX gave. Resolves with the answer as it is: some are XML. */
  async upload(url: string, name: string, bytes: Uint8Array, signal?: AbortSignal | null) {
    const form = new FormData();
    form.append("data", new Blob([new Uint8Array(bytes)]), name);
    // In one piece: with a form of undici's own its `request` never ends (undici 7.30, Node 24; 0 of 4 answered, so 4,000 of 4,000).
    const whole = new Response(form);
    const body = Buffer.from(await whole.arrayBuffer());
    const headers = { "content-type": whole.headers.get("content-type") ?? "multipart/form-data" };
    return within(3 * usualPatience, [signal], (own) =>
      exchange(url, { method: "POST", headers, body, signal: own, by: this.#options.by }),
    );
  }

  /** Fetches a file that somebody sent, by the address that MAX told; undefined: it is gone or too large. */
  async download(url: string): Promise<Uint8Array | undefined> {
    const { by } = this.#options;
    return within(3 * usualPatience, [], async (signal) => {
      const { statusCode, body } = await request(url, { signal, ...(by && { dispatcher: by }) });
      if (statusCode !== 200) {
        await body.dump();
        return undefined;
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of body) {
        size += chunk.length;
        if (size > largestFile) return undefined;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { within } from "../net/deadline.ts";
import { exchange, type HttpAnswer, type HttpRequest } from "../net/http.ts";
import { causeCode } from "../net/network-errors.ts";

/** Milliseconds that a server has to answer somebody who waits at a terminal. */
const patience = 10_000;

export type ServerAnswer =
  | { kind: "answer"; status: number; headers: HttpAnswer["headers"]; body: unknown }
  /** The network's code: its message may repeat the address, in which a token stands. */
  | { kind: "silence"; code: string };

/** Asks a server one thing; `body` is undefined where the answer is no JSON. */
export async function askServer(url: string, request: Omit<HttpRequest, "signal">): Promise<ServerAnswer> {
  try {
    const { status, headers, text } = await within(patience, [], (signal) => exchange(url, { ...request, signal }));
    return { kind: "answer", status, headers, body: parseJson(text) };
  } catch (error) {
    return { kind: "silence", code: causeCode(error) || "no answer within 10 s" };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { causeCode } from "../../net/network-errors.ts";
import { FeedError, type WebProblem, type WebReason } from "../problem.ts";

/** The address without what may be a key. */
export const shown = (url: URL): string => `${url.origin}${url.pathname}`;

/** Makes the error of an address that was not read; `said` is what stands there or was answered. */
export function webError(
  reason: WebReason,
  address: URL | string,
  said?: string,
  { cause, retryAfter }: { cause?: unknown; retryAfter?: number | undefined } = {},
): FeedError {
  const problem: WebProblem = {
    code: "web",
    reason,
    address: typeof address === "string" ? address : shown(address),
    ...(said !== undefined && { detail: said }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return new FeedError(problem, { cause });
}

/** The reasons that the network tells by a code of its own. */
const reasons: Readonly<Record<string, WebReason>> = {
  ENOTFOUND: "no_host",
  EAI_AGAIN: "no_host",
  ECONNREFUSED: "refused",
  ECONNRESET: "broken",
  UND_ERR_SOCKET: "broken",
  UND_ERR_HEADERS_TIMEOUT: "silent",
  UND_ERR_BODY_TIMEOUT: "silent",
};

/** Makes a sentence of what went wrong on the wire. */
export function readable(url: URL, error: Error): Error {
  if (error instanceof FeedError) return error;
  if (error.name === "TimeoutError") return webError("slow", url);
  if (error.name === "AbortError") return error;
  const code = causeCode(error);
  const reason = reasons[code];
  return reason === undefined
    ? webError("other", url, code || error.message, { cause: error })
    : webError(reason, url, undefined, { cause: error });
}

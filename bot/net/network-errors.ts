/** Nothing was sent yet when these happen, so a repetition cannot double a message. */
const codes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ENETUNREACH",
  "EHOSTUNREACH",
]);

/** Whether a call failed before anything went out. */
export const isUnsent = (error: unknown): boolean => codes.has(causeCode(error));

/** The code of the network's error, or of the one behind fetch's "fetch failed"; empty when there is none. */
export function causeCode(error: unknown): string {
  if (!(error instanceof Error)) return "";
  // A DOMException has a code as well, a number.
  if ("code" in error && typeof error.code === "string") return error.code;
  return causeCode(error.cause);
}

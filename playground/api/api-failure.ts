import type { ResponseParameters } from "@grammyjs/types";

/** An answer with `ok: false`, thrown by whatever refuses a call and turned into a response by the server. */
export class ApiFailure extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

/**
 * A call that Telegram would let pass with a shrug, or answer in words that help nobody: an unknown parameter, a wrong
 * type. It is refused and kept in `telegram.violations`, so that the mistake shows in a test and not in production.
 */
export class Violation extends ApiFailure {
  constructor(description: string) {
    super(400, `Bad Request: ${description}`);
  }
}

/** 400, with Telegram's own words after "Bad Request: ". */
export function badRequest(reason: string): ApiFailure {
  return new ApiFailure(400, `Bad Request: ${reason}`);
}

/** 403, with Telegram's own words after "Forbidden: ". */
export function forbidden(reason: string): ApiFailure {
  return new ApiFailure(403, `Forbidden: ${reason}`);
}

/** 409, with Telegram's own words after "Conflict: ". */
export function conflict(reason: string): ApiFailure {
  return new ApiFailure(409, `Conflict: ${reason}`);
}

/** 429 with the seconds to wait. */
export function tooManyRequests(retryAfter: number): ApiFailure {
  return new ApiFailure(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}

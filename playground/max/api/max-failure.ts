/** A refusal in MAX's form: an HTTP status, and a code and a message in its body. */
export class MaxFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** 400, as MAX says it of a body or parameter that it cannot use. */
export const badPayload = (message: string): MaxFailure => new MaxFailure(400, "proto.payload", message);

/** 404 for somebody who never opened the dialog, or deleted it. */
export const noDialog = (): MaxFailure => new MaxFailure(404, "dialog.not.found", "error.dialog.notfound");

/** 403 for somebody who stopped the bot. MAX says the same while a bot waits for its moderation. */
export const denied = (): MaxFailure => new MaxFailure(403, "chat.denied", "error.dialog.suspended");

/** 429. Nothing tells how long to wait. */
export const tooManyRequests = (): MaxFailure => new MaxFailure(429, "too.many.requests", "Too many requests");

/**
 * A request that MAX would let pass with a shrug, such as a field that it does not know. It is refused and kept in
 * `max.violations`, so that the mistake shows in a test and not in production.
 */
export class MaxViolation extends MaxFailure {
  constructor(message: string) {
    super(400, "proto.payload", message);
  }
}

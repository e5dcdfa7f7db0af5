/** Why an announcement paused by itself, as its row tells it: "share: 400 Bad Request: …". */
export const pauseReasons = { inARow: "in a row", share: "share" } as const;

export interface PauseReason {
  /** Fifty failures in a row, or every twentieth. */
  why: (typeof pauseReasons)[keyof typeof pauseReasons];
  /** What Telegram said to the last one. */
  said: string;
}

export function readPauseReason(text: string | null): PauseReason | null {
  const parts = /^(in a row|share): (.*)$/s.exec(text ?? "");
  if (!parts) return null;
  return { why: parts[1] === pauseReasons.share ? "share" : "in a row", said: parts[2] ?? "" };
}

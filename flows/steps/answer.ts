/** What came of a question. */
export type Answer<T> =
  | { kind: "answer"; value: T }
  /** They want the question before this one. */
  | { kind: "back" }
  | { kind: "cancelled" };

export const answered = <T>(value: T): Answer<T> => ({ kind: "answer", value });

/** What came of a question. */
export type Answer<T> =
  | { kind: "answer"; value: T }
  /** The person wants the question before this one. */
  | { kind: "back" }
  | { kind: "cancelled" };

export const answered = <T>(value: T): Answer<T> => ({ kind: "answer", value });

/** What an answer means; whoever went back or out, did. */
export const mapAnswer = <From, To>(answer: Answer<From>, to: (value: From) => To): Answer<To> =>
  answer.kind === "answer" ? answered(to(answer.value)) : answer;

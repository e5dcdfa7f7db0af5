import { type Content, textOf } from "../delivery/content.ts";

/**
 * A thread is a resident and a human of the staff. It *waits* from the first message that nobody has answered, is *answered*
 * by whoever of the staff writes, and is *closed* by either side, or by itself when nobody has said anything for two weeks.
 * A message of the resident opens it again. There is one open thread for each thing that a person writes about.
 */
export const threadStates = ["waiting", "answered", "closed"] as const;
export type ThreadState = (typeof threadStates)[number];

export const threadSubjects = ["question", "event", "mistake", "class"] as const;
export type ThreadSubject = (typeof threadSubjects)[number];

/** What somebody wants to write about. */
export type About =
  | { kind: "question" }
  /** An event, or a mistake on its card, by the date whose card is open. */
  | { kind: "event" | "mistake"; id: number }
  /** A group, by its id. */
  | { kind: "class"; id: number }
  /** A thread that there is. */
  | { kind: "thread"; id: number };

/** Characters: staff reads several messages on one screen, and a line above each says who writes. */
export const longest = { text: 3_000, caption: 900 };

/** Messages of one person that may wait for an answer in a thread, and that they may write within a day in all. */
export const most = { unanswered: 20, aDay: 60 };

/** Days without a word after which a thread closes by itself, and days after the last word until it is deleted. */
export const days = { quiet: 14, kept: 90 };

/** Whether something can be passed on to staff, or to a resident; what is missing where it cannot. */
export function fitness(content: Content): "fits" | "too long" | "a poll" {
  if (content.kind === "poll") return "a poll";
  const limit = content.kind === "text" ? longest.text : longest.caption;
  const texts = content.kind === "album" ? content.items.map(({ caption }) => caption) : [textOf(content)];
  return texts.every((text) => text.length <= limit) ? "fits" : "too long";
}

import type { Rendering } from "./delivery.ts";
import type { Outcome } from "./outcomes/outcome.ts";

/** What is to be done in a chat. */
export type OutgoingMessage = Exclude<Rendering, { kind: "nothing" }> & {
  /** Arrives without a sound. */
  isSilent: boolean;
};

/** How many messages Telegram counts it for: an album is as many as it has files, also beside a message. */
export function weigh(message: OutgoingMessage): number {
  if (message.kind === "message") return 1 + (message.pictures?.length ?? 0);
  const content = "content" in message ? message.content : undefined;
  return content?.kind === "album" ? content.items.length : 1;
}

/** The way to people, as delivery needs it; each of bot/doors has one. */
export interface Messenger {
  /** Does it once: never rejects, repeats nothing that could double. `signal` gives the attempt up. */
  send(chatId: string, message: OutgoingMessage, signal: AbortSignal): Promise<Outcome>;
}

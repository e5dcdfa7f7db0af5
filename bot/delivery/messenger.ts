import type { Html } from "../words/html.ts";
import type { DeliveryButton } from "./delivery.ts";
import type { Outcome } from "./outcome.ts";

export interface Message {
  text: Html;
  keyboard: DeliveryButton[][];
  /** Arrives without a sound. */
  isSilent: boolean;
  /** Cannot be forwarded or saved. */
  isProtected: boolean;
}

/** The way to a person, as delivery needs it; bot/telegram has one. */
export interface Messenger {
  /** Sends one message once: never rejects, repeats nothing that could double. `signal` gives the attempt up. */
  send(chatId: number, message: Message, signal: AbortSignal): Promise<Outcome>;
}

import type { Dialogue, FlowContext } from "../../bot/context.ts";

/** A running dialogue and the update that it began with: what every question works with. */
export interface Conversation {
  dialogue: Dialogue;
  ctx: FlowContext;
}

/** Text that the person wrote, without spaces around it; "" for anything but text. */
export const typed = ({ message }: FlowContext): string => message?.text?.trim() ?? "";

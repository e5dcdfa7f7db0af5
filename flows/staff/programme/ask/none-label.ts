import type { Conversation } from "../../../kit/conversation.ts";

/** Passes a question over while an event is made; where one field is changed, the same button takes away what it holds. */
export const noneLabel = ({ ctx: { reader } }: Conversation, canGoBack: boolean): string =>
  reader.t(canGoBack ? "programme.button.skip" : "programme.button.without");

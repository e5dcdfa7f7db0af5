import type { Conversation } from "../../../kit/conversation.ts";

/** The time by which dates are understood: staff speak of the city's hours, wherever they are themselves. */
export const readingOf = ({ ctx }: Conversation): { now: Date; zone: string } => ({
  now: ctx.reader.now,
  zone: ctx.services.city.timeZone,
});

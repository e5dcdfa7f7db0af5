import type { Ears } from "../database/listen.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { outboxChannel } from "./outbox-store.ts";
import { parseTold, pressureChannel } from "./sending/pressure-store.ts";

/** What a dispatcher hears from PostgreSQL: that something stands in the outbox, and what people feel of other instances. */
export const earsOf = (dispatcher: Dispatcher, announcements: { wake(): void }): Ears => ({
  [outboxChannel]: () => {
    dispatcher.wake();
    announcements.wake();
  },
  [pressureChannel]: (said) => {
    const told = parseTold(said);
    if (told !== undefined) dispatcher.hear(told);
  },
});

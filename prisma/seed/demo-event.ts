import type { EventDraft } from "../../bot/programme/event.ts";

/** An event of the demo city; its file says the section, its name is unique in the section and never changes. */
export type DemoEvent = Omit<EventDraft, "section"> & { name: string };

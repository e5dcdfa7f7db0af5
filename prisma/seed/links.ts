import type { EventDraft } from "../../bot/programme/event.ts";

type Link = NonNullable<EventDraft["links"]>[number];

// ".example" is reserved (RFC 2606): a tap in the demo city can reach nobody's real site.

/** Where the event is shown live. */
export const stream = (name: string): Link => ({ kind: "stream", url: `https://live.culture.example/${name}` });

/** Where tickets are sold or places taken. */
export const ticket = (name: string): Link => ({ kind: "ticket", url: `https://tickets.culture.example/${name}` });

/** Where the recording is kept. */
export const recording = (name: string): Link => ({
  kind: "recording",
  url: `https://archive.culture.example/${name}`,
});

/** The event's own page. */
export const site = (name: string): Link => ({ kind: "site", url: `https://culture.example/${name}` });

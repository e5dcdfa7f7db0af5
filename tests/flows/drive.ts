import { randomUUID } from "node:crypto";
import { createClientOptions } from "../../bot/doors/telegram/client/client.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../bot/doors/telegram/intake/update-handler.ts";
import { Metrics } from "../../bot/metrics.ts";
import type { EventDraft } from "../../bot/programme/event.ts";
import { saveEvent } from "../../bot/programme/save-store.ts";
import { createBot } from "../../flows/bot.ts";
import type { Person } from "../../playground/people/person.ts";
import type { TapOutcome } from "../../playground/people/tap.ts";
import type { TestCity } from "../support/city.ts";

/** The labels under the bot's latest message, row by row. */
export const labels = (person: Person): string[] => buttonsOf(person).map(({ text }) => text);

export const buttonsOf = (person: Person) => person.latest?.keyboard.flat() ?? [];

/** What the button with that label carries back; throws when the latest message has none. */
export function dataOf(person: Person, label: string): string {
  const button = buttonsOf(person).find(({ text }) => text.includes(label));
  if (button && "callback_data" in button) return button.callback_data;
  throw new Error(`no callback button "${label}" in:\n${person.screen}`);
}

/** The address behind the button with that label. */
export function urlOf(person: Person, label: string): string {
  const button = buttonsOf(person).find(({ text }) => text === label);
  if (button && "url" in button) return button.url;
  throw new Error(`no link "${label}" in:\n${person.screen}`);
}

/** Presses data, forged or old, on the bot's latest message. */
export function forges(person: Person, data: string): Promise<TapOutcome> {
  return person.tapsData(person.latest?.id ?? 0, data);
}

/** Puts an event into the programme; a Friday evening concert unless told otherwise. */
export async function announce(
  { services: { database, clock, city } }: TestCity,
  draft: Partial<EventDraft> = {},
  recordId: string = randomUUID(),
): Promise<{ eventId: number; occurrenceIds: number[] }> {
  const event: EventDraft = {
    section: "music",
    attendanceMode: "online",
    isFree: true,
    texts: { ru: { title: "Пробный концерт" } },
    occurrences: [{ startsAt: new Date("2026-11-20T17:00:00Z"), endsAt: new Date("2026-11-20T19:00:00Z") }],
    ...draft,
  };
  const origin = { source: "test", recordId, fingerprint: randomUUID() };
  const { eventId } = await saveEvent(database, event, origin, { now: clock.now(), timeZone: city.timeZone });
  const dates = await database.occurrence.findMany({ where: { eventId }, orderBy: { startsAt: "asc" } });
  return { eventId, occurrenceIds: dates.map(({ id }) => id) };
}

/** Opens the card of a date by its link. */
export const opensCard = (person: Person, occurrenceId: number | undefined): Promise<void> =>
  person.says(`/start o_${(occurrenceId ?? 0).toString(36)}`);

/** A second program on the same database and the same Telegram, as after a restart. It takes updates by hand. */
export function anotherBot({ telegram, services }: TestCity) {
  const client = createClientOptions(telegram.apiRoot);
  const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
  const receipts = new Receipts(services.database);
  return { bot, handler: createUpdateHandler(bot, { services, receipts, metrics: new Metrics() }) };
}

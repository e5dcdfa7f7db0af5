import type { Update } from "grammy/types";
import { onTestFinished } from "vitest";
import { Suspects } from "../../../bot/doors/telegram/attempts/suspects.ts";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler, type HandlerDeps } from "../../../bot/doors/telegram/intake/update-handler.ts";
import { Metrics } from "../../../bot/metrics.ts";
import { createBot } from "../../../flows/bot.ts";
import type { Person } from "../../../playground/people/person.ts";
import type { TestCity } from "../../support/city.ts";

let ids = 900_000;

/** A number that no update has had. */
export function nextId(): number {
  ids += 1;
  return ids;
}

/** Somebody who has begun with the bot before. */
export const someone = (city: TestCity, name: string) =>
  city.telegram.person(name, { languageCode: "en", hasStarted: true });

/** A bot of its own that takes updates by hand; nobody has to wait until it has lived for a while. */
export function openHandler(city: TestCity, options: Partial<HandlerDeps> = {}) {
  const { services, telegram } = city;
  const client = createClientOptions(telegram.apiRoot);
  const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
  const receipts = new Receipts(services.database);
  const metrics = new Metrics();
  const suspects = new Suspects({ calm: 0 });
  const handler = createUpdateHandler(bot, { services, receipts, metrics, suspects, ...options });
  onTestFinished(() => handler.stop());
  return { bot, handler, metrics };
}

/** A message to the bot in the private chat, unless `content` says otherwise. */
export function message(from: Person, content: object): Update {
  nextId();
  const chat = { id: from.user.id, type: "private" as const, first_name: from.name };
  const command = "text" in content && String(content.text).startsWith("/");
  const entities = command
    ? { entities: [{ type: "bot_command", offset: 0, length: String(content.text).length }] }
    : {};
  const said = { message_id: ids, date: 0, from: from.user, chat, ...entities, ...content };
  return { update_id: ids, message: said } as Update;
}

export const says = (from: Person, text: string) => message(from, { text });

/** The first lines of what was said in a chat since so many messages. */
export const texts = (of: Person, since: number) => of.chat.slice(since).map(({ text }) => text.split("\n")[0]);

/** A press of a button of the bot's latest message. */
export function tap(from: Person, data: string, on = from.latest?.id ?? 0): Update {
  nextId();
  const chat = { id: from.user.id, type: "private" as const, first_name: from.name };
  const pressed = { message_id: on, date: 1, chat, text: "…" };
  return {
    update_id: ids,
    callback_query: { id: String(ids), from: from.user, chat_instance: "1", data, message: pressed },
  } as Update;
}

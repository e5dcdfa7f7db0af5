import { onTestFinished } from "vitest";
import type { Database } from "../../bot/database/database.ts";
import type { NewDelivery } from "../../bot/delivery/delivery.ts";
import { Dispatcher, type DispatcherDeps } from "../../bot/delivery/dispatcher.ts";
import type { Messenger } from "../../bot/delivery/messenger.ts";
import { enqueue } from "../../bot/delivery/outbox-store.ts";
import type { Renderers } from "../../bot/delivery/renderers.ts";
import { Pace } from "../../bot/delivery/sending/rate-limiter.ts";
import { createClientOptions } from "../../bot/doors/telegram/client/client.ts";
import { telegramMessenger } from "../../bot/doors/telegram/sending/messenger.ts";
import { createLog } from "../../bot/log.ts";
import { type Clock, systemClock } from "../../bot/schedule/clock.ts";
import { escapeHtml } from "../../bot/words/html.ts";
import type { Telegram } from "../../playground/telegram.ts";
import { idOf } from "../support/addresses.ts";
import { personRow } from "../support/factories/person.ts";
import { openTelegram, stoppedClock, type TestClock } from "../support/telegram.ts";
import { words } from "../support/words.ts";

export const minutes = (count: number) => count * 60_000;

/** Writes "note": the text of its payload; "silence": nothing; "broken": an error. */
export const notes: Renderers = {
  note: async ({ payload }, { t }) => ({
    kind: "message",
    text: escapeHtml(`${(payload as { text: string }).text} (${t.language})`),
    keyboard: [],
  }),
  silence: async () => ({ kind: "nothing", reason: "the event is gone" }),
  broken: async () => {
    throw new Error("a template is broken");
  },
};

/** The way to the playground's Telegram; an answer may take so many milliseconds. */
export const wireTo = (telegram: Telegram, patience = 20_000): Messenger =>
  telegramMessenger(
    telegram.token,
    createClientOptions(telegram.apiRoot, undefined, { waitsOut429: false, patience: () => patience }),
    30,
  );

/** What a claim asks where Telegram alone is open, and takes messages. */
export const byTelegram = { doors: ["telegram"], going: ["telegram"] } as const;

export interface OfficeOptions extends Partial<DispatcherDeps> {
  database: Database;
  /** The one to Telegram; `exits` are all of them. */
  messenger: Messenger;
  /** Telegram's limit. Default: none. */
  pace?: Pace;
}

/** A pace without limits. */
export const unlimited = () => new Pace({ perSecond: Number.POSITIVE_INFINITY, chatInterval: 0 });

/** A dispatcher without limits unless `pace` says so; stopped when the test ends. */
export function openOffice({ database, messenger, pace, clock = systemClock, ...others }: OfficeOptions): Dispatcher {
  const dispatcher = new Dispatcher({
    database,
    exits: { telegram: { messenger, pace: pace ?? unlimited() } },
    clock,
    words,
    timeZone: "Europe/Moscow",
    log: createLog("silent", false),
    renderers: notes,
    parallelism: 4,
    onSettled: () => {},
    ...others,
  });
  onTestFinished(() => dispatcher.stop());
  return dispatcher;
}

/** An empty database, Telegram, a dispatcher that works when it is told to, and a clock that a test winds. */
export async function openStoppedOffice(
  database: Database,
  { parallelism = 4, patience }: { parallelism?: number; patience?: number } = {},
) {
  await database.$executeRaw`TRUNCATE "Person", "Delivery", "Lease" CASCADE`;
  const clock: TestClock = stoppedClock();
  const telegram = await openTelegram({ clock, limits: "lifted" });
  const settled: string[] = [];
  const office = openOffice({
    database,
    messenger: wireTo(telegram, patience),
    clock,
    ticks: () => clock.now().getTime(),
    onSettled: (lane, outcome) => settled.push(`${lane} ${outcome}`),
    parallelism,
  });
  return { clock, telegram, office, settled };
}

/** Makes somebody known on both sides, who came just now by Telegram's clock. */
export async function resident(
  database: Database,
  telegram: Telegram,
  name: string,
  language: "ru" | "tt" | "en" = "ru",
) {
  const person = telegram.person(name, { hasStarted: true });
  await database.person.create({
    data: personRow(telegram.clock.now(), { telegramId: person.user.id, language, firstName: name }),
  });
  return person;
}

/** Makes so many people known. */
export const residents = (database: Database, telegram: Telegram, count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => resident(database, telegram, `Житель ${n}`)));

let keys = 0;

/** Puts one message into the outbox, due at `now` unless said otherwise, and returns its key. */
export async function post(
  database: Database,
  clock: Clock,
  to: { user: { id: number } },
  text: string,
  delivery: Partial<NewDelivery> = {},
): Promise<string> {
  keys += 1;
  const dedupeKey = `test:${keys}`;
  const now = clock.now();
  await enqueue(database, [
    {
      personId: await idOf(database, to),
      kind: "note",
      payload: { text },
      lane: "normal",
      dueAt: now,
      expiresAt: new Date(now.getTime() + minutes(60)),
      dedupeKey,
      ...delivery,
    },
  ]);
  return dedupeKey;
}

/** What the outbox knows of a message. */
export async function fateOf(database: Database, dedupeKey: string) {
  const { state, reason, attempts, attemptedAt, messageId } = await database.delivery.findUniqueOrThrow({
    where: { dedupeKey },
  });
  return { state, reason, attempts, attemptedAt, messageId };
}

/** The texts that a person got, without the language mark. */
export const textsOf = (person: { chat: { text: string }[] }): string[] =>
  person.chat.map(({ text }) => text.replace(/ \(\w\w\)$/, ""));

import { pino } from "pino";
import type { Services } from "../../../bot/context.ts";
import { openDatabase } from "../../../bot/database/database.ts";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { Inbox } from "../../../bot/doors/telegram/intake/inbox-store.ts";
import { Polling } from "../../../bot/doors/telegram/intake/polling.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../../bot/doors/telegram/intake/update-handler.ts";
import { RunningImports } from "../../../bot/feeds/preview/running.ts";
import { Metrics } from "../../../bot/metrics.ts";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { createBot } from "../../../flows/bot.ts";
import type { Person } from "../../../playground/people/person.ts";
import { startTelegram } from "../../../playground/telegram.ts";
import { words } from "../../support/words.ts";
import { type Benchmark, type Row, round } from "./benchmark.ts";

/** People who do the same at once, so that their receipts share a statement as they do in a busy hour. */
const together = 20;

const acts: readonly { what: string; limit: number; act: (person: Person) => Promise<unknown> }[] = [
  { what: "tonight", limit: 2, act: (person) => person.says("Сегодня вечером") },
  { what: "next page", limit: 2, act: (person) => person.taps("Дальше") },
  { what: "card", limit: 2, act: (person) => person.taps(person.latest?.keyboard[0]?.[0]?.text ?? "") },
  { what: "back", limit: 2, act: (person) => person.taps("Назад") },
  { what: "my data", limit: 2, act: (person) => person.says("/privacy") },
  { what: "a dialogue begins", limit: 4, act: (person) => person.taps("Удалить всё") },
  { what: "a dialogue goes on", limit: 4, act: (person) => person.says("не то слово") },
  { what: "a dialogue is left", limit: 4, act: (person) => person.taps("Отменить") },
];

/** In this process, because only here statements can be counted one by one. */
export const statements: Benchmark = {
  name: "database",
  async run({ city, quick, say }) {
    const { url, zone } = await city(quick ? { events: 10_000, people: 10_000 } : { events: 100_000, people: 100_000 });
    say("database: counting statements");
    let sent: string[] = [];
    const database = openDatabase(url, { onStatement: (sql) => sent.push(sql) });
    const telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
    const services: Services = {
      database,
      words,
      log: pino({ level: "silent" }),
      clock: systemClock,
      city: { timeZone: zone, language: "ru" },
      publicUrl: undefined,
      botUsername: telegram.bot.username,
      imports: new RunningImports(),
    };
    const client = createClientOptions(telegram.apiRoot);
    const bot = createBot(services, { token: telegram.token, botInfo: telegram.bot, client });
    const receipts = new Receipts(database);
    const handler = createUpdateHandler(bot, { services, receipts, metrics: new Metrics() });
    const polling = new Polling(bot.api, {
      finish: handler.finish,
      inbox: new Inbox(database),
      clock: systemClock,
      log: services.log,
      soon: 600_000,
    });
    await polling.start();
    const people = Array.from({ length: together }, (_, index) =>
      telegram.person(`Счёт ${index}`, { languageCode: "ru" }),
    );
    await Promise.all(people.map((person) => person.says("/start")));

    const counts: { what: string; count: number; limit: number }[] = [];
    for (const { what, limit, act } of acts) {
      sent = [];
      await Promise.all(people.map(act));
      counts.push({ what, limit, count: sent.length / together });
    }
    await polling.stop();
    await telegram.close();
    await database.$disconnect();
    return [2, 4].map((limit) =>
      row(
        counts.filter((each) => each.limit === limit),
        limit,
      ),
    );
  },
};

function row(counts: readonly { what: string; count: number }[], limit: number): Row {
  const most = Math.max(...counts.map(({ count }) => count));
  return {
    what: limit === 2 ? "statements an update, warm screens" : "statements an update, in a dialogue",
    measured: counts.map(({ what, count }) => `${what} ${round(count, 2)}`).join(", "),
    aim: `≤ ${limit}`,
    met: most <= limit,
    figures: Object.fromEntries(counts.map(({ what, count }) => [what, count])),
  };
}

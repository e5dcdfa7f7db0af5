import type { Person } from "../../../../playground/people/person.ts";
import { type Benchmark, type Row, round } from "../benchmark.ts";
import { startCounted } from "./counted-bot.ts";

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

export const statements: Benchmark = {
  name: "database",
  async run({ city, quick, say }) {
    const { url, zone } = await city(quick ? { events: 10_000, people: 10_000 } : { events: 100_000, people: 100_000 });
    say("database: counting statements");
    const bot = await startCounted(url, zone);
    const people = Array.from({ length: together }, (_, index) =>
      bot.telegram.person(`Счёт ${index}`, { languageCode: "ru" }),
    );
    await Promise.all(people.map((person) => person.says("/start")));
    const counts: { what: string; count: number; limit: number }[] = [];
    for (const { what, limit, act } of acts) {
      const before = bot.statements();
      await Promise.all(people.map(act));
      counts.push({ what, limit, count: (bot.statements() - before) / together });
    }
    await bot.close();
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

import { openDatabase } from "../../../../bot/database/database.ts";
import { findSimilarEvents, findSubject } from "../../../../bot/programme/similar/similar-store.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { quantile } from "../../quantile.ts";
import { type Benchmark, round } from "../benchmark.ts";

/** Cards from which what is like them is asked for. */
const asked = 200;

/** A performer of two words that thousands of texts have: the index has the most to do where the fewest are found. */
const common = ["Солист Музыка Театр"];

export const similar: Benchmark = {
  name: "similar",
  async run({ city, quick, say }) {
    const size = quick ? { events: 20_000, people: 40_000 } : { events: 500_000, people: 1_000_000 };
    const { url, zone } = await city(size);
    const database = openDatabase(url);
    const now = systemClock.now();
    say(`similar: ${asked} cards`);
    const ask = async (nth: number): Promise<number> => {
      const started = performance.now();
      const subject = await findSubject(database, 1 + nth * 17, { language: "ru", now });
      const page = { filters: {}, language: "ru", offset: 0, limit: 5, now, zone } as const;
      if (subject !== null)
        await findSimilarEvents(database, nth % 2 === 0 ? subject : { ...subject, who: common }, page);
      return performance.now() - started;
    };
    for (let nth = 0; nth < asked; nth += 1) await ask(nth);
    const times: number[] = [];
    for (let nth = 0; nth < asked; nth += 1) times.push(await ask(nth));
    await database.$disconnect();
    const [p50, p95, p99] = [quantile(times, 0.5), quantile(times, 0.95), quantile(times, 0.99)];
    return [
      {
        what: `what is like an event, ${size.events} events, ${asked} cards`,
        measured: `p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms, p99 ${round(p99, 1)} ms`,
        aim: "p95 ≤ 50 ms",
        met: p95 <= 50,
        figures: { p50, p95, p99, cards: asked },
      },
    ];
  },
};

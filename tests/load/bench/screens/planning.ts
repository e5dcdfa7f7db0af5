import { openDatabase } from "../../../../bot/database/database.ts";
import { eveningCompanies, eveningSettings } from "../../../../bot/planning/candidate.ts";
import { createEvening } from "../../../../bot/planning/change-store.ts";
import { eveningDays } from "../../../../bot/planning/evening.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { quantile } from "../../quantile.ts";
import { type Benchmark, round } from "../benchmark.ts";

/** Evenings planned one after the other: a week, in town and at home, for whom ever, each written as a draft. */
export const planning: Benchmark = {
  name: "planning",
  async run({ city, quick, say }) {
    const size = quick ? { events: 20_000, people: 40_000 } : { events: 500_000, people: 1_000_000 };
    const { url, zone } = await city(size);
    const now = systemClock.now();
    let statements = 0;
    const database = openDatabase(url, {
      onStatement: () => {
        statements += 1;
      },
    });
    const { id } = await database.person.findFirstOrThrow();
    const wishes = eveningDays({ now, zone }).flatMap((day) =>
      eveningSettings.flatMap((setting) =>
        eveningCompanies.flatMap((company) => [null, 500].map((priceLimit) => ({ day, setting, company, priceLimit }))),
      ),
    );
    say(`planning: ${wishes.length} evenings, twice`);
    const plan = (wish: (typeof wishes)[number]) =>
      createEvening(database, Number(id), { wish, anchor: null }, { now, zone });
    // Once to warm the caches; then as measured.
    for (const wish of wishes) await plan(wish);
    statements = 0;
    const times: number[] = [];
    for (const wish of wishes) {
      const started = performance.now();
      await plan(wish);
      times.push(performance.now() - started);
    }
    await database.$disconnect();
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    const each = statements / wishes.length;
    return [
      {
        what: `an evening planned and written, ${size.events} events`,
        measured: `p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms; ${round(each, 1)} statements`,
        aim: "p95 ≤ 100 ms",
        met: p95 <= 100,
        figures: { p50, p95, statements: each, evenings: wishes.length },
      },
    ];
  },
};

/**
 * `npm run bench`: how fast it is, beside what it could be compared with, in one table and as JSON in data/bench.json.
 *
 *   --only updates,search   only these
 *   --quick                 a tenth of the size, to see that it runs
 *   --json                  the JSON on standard output instead of the table
 *
 * Telegram and the people live in this process, the bot and PostgreSQL in theirs: on two cores all share, so rates
 * are for comparing within one run.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { migrate } from "../../bot/database/migrate.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import { administer } from "../support/administer.ts";
import type { BenchContext, Row } from "./bench/benchmark.ts";
import { afternoonZone, buildCity } from "./bench/city.ts";
import { deliveryBenchmarks } from "./bench/delivery.ts";
import { feed } from "./bench/feed.ts";
import { growth } from "./bench/growth.ts";
import { describeMachine } from "./bench/machine.ts";
import { max } from "./bench/max/max.ts";
import { retention } from "./bench/retention.ts";
import { planning } from "./bench/screens/planning.ts";
import { search } from "./bench/screens/search.ts";
import { similar } from "./bench/screens/similar.ts";
import { statements } from "./bench/screens/statements.ts";
import { voices } from "./bench/screens/voices.ts";
import { wishes } from "./bench/screens/wishes.ts";
import { start } from "./bench/start.ts";
import { taps } from "./bench/taps.ts";
import { updates } from "./bench/updates.ts";
import { words } from "./bench/words.ts";
import { readCommandLine } from "./command-line.ts";
import { createDatabase } from "./demo-database.ts";
import { startServer } from "./server.ts";
import { formatTable } from "./table.ts";

const benchmarks = [
  words,
  statements,
  start,
  updates,
  growth,
  search,
  similar,
  planning,
  wishes,
  voices,
  taps,
  ...deliveryBenchmarks,
  max,
  retention,
  feed,
];
const { isWanted, quick, json } = readCommandLine(benchmarks.map(({ name }) => name));
const say = (what: string) => process.stderr.write(`${what} …\n`);

const server = await startServer();
try {
  const cities = new Map<string, Promise<{ url: string; zone: string }>>();
  const context: BenchContext = {
    server,
    quick,
    say,
    async city(size) {
      const key = JSON.stringify(size);
      const building = cities.get(key) ?? build(size);
      cities.set(key, building);
      const city = await building;
      // Each playground numbers its updates by the clock, so that one may begin with numbers of the last.
      await administer(city.url, 'TRUNCATE "UpdateReceipt"');
      return city;
    },
  };
  async function build(size: { events: number; people: number }) {
    say(`building a city of ${size.events} events and ${size.people} people`);
    const url = await createDatabase(server.url);
    await migrate(url);
    const zone = afternoonZone(systemClock.now());
    await buildCity(url, size, zone);
    return { url, zone };
  }

  const machine = await describeMachine(server.url);
  const rows: Row[] = [];
  for (const benchmark of benchmarks) {
    if (isWanted(benchmark.name)) rows.push(...(await benchmark.run(context)));
  }
  const report = { date: systemClock.now().toISOString(), quick, machine, rows };
  await mkdir("data", { recursive: true });
  await writeFile("data/bench.json", JSON.stringify(report, null, 2));
  if (json) console.log(JSON.stringify(report, null, 2));
  else console.log(`\n${formatTable(rows)}\n\n${Object.values(machine).join(", ")}, ${report.date.slice(0, 10)}`);
} finally {
  await server.stop();
}

/**
 * The rows of `npm run bench` that are about delivery, alone. --only and --quick as there; the full bulk pace takes
 * a hundred seconds.
 */
import type { BenchContext, Row } from "./bench/benchmark.ts";
import { deliveryBenchmarks } from "./bench/delivery.ts";
import { readCommandLine } from "./command-line.ts";
import { startServer } from "./server.ts";
import { formatTable } from "./table.ts";

const { isWanted, quick } = readCommandLine(deliveryBenchmarks.map(({ name }) => name));
const server = await startServer();
try {
  const context: BenchContext = {
    server,
    quick,
    say: (what) => void process.stderr.write(`${what} …\n`),
    city: () => Promise.reject(new Error("delivery needs no city")),
  };
  const rows: Row[] = [];
  for (const { name, run } of deliveryBenchmarks) if (isWanted(name)) rows.push(...(await run(context)));
  console.log(`\n${formatTable(rows)}`);
} finally {
  await server.stop();
}

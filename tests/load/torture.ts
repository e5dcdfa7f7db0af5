/**
 * `npm run torture`: what is lost when things go wrong. Prints for each fault what was tried and what came of it, and
 * ends with exit code 1 when something does not hold. Some twenty minutes, and an hour for the soak, which has to be
 * asked for.
 *
 *   --only kill,hostile   only these
 *   --only soak           an hour under 100,000 people; --minutes 20 makes it shorter
 *   --quick               the small form of all
 */

import { readCommandLine } from "./command-line.ts";
import { plantDemo } from "./demo-database.ts";
import { startServer } from "./server.ts";
import { markdown } from "./table.ts";
import type { TortureContext } from "./torture/scenario.ts";
import { scenarios } from "./torture/scenarios.ts";

const { isWanted, quick, minutes } = readCommandLine(scenarios.map(({ name }) => name));
const server = await startServer();
try {
  const fresh = await plantDemo(server.url);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const context: TortureContext = { fresh, quick, seed, random: Math.random, minutes };
  const wanted = scenarios.filter(({ name, isLong }) => isWanted(name, isLong === true && !quick));
  const lines: string[][] = [];
  for (const { name, run } of wanted) {
    process.stderr.write(`${name} …\n`);
    for (const { tried, found, holds } of await run(context)) {
      lines.push([tried, found.replaceAll("|", "¦").replaceAll("\n", " "), holds ? "holds" : "DOES NOT HOLD"]);
      if (!holds) process.exitCode = 1;
    }
  }
  console.log(`\n${markdown(["tried", "found", ""], lines)}\n`);
} finally {
  await server.stop();
}

/**
 * `npm run torture`: what is lost when things go wrong. Prints for each fault what was tried and what came of it, and
 * ends with exit code 1 when something does not hold. About six minutes.
 *
 *   --only kill,hostile   only these
 *   --quick               the small form
 */

import { readCommandLine } from "./command-line.ts";
import { plantDemo } from "./demo-database.ts";
import { startServer } from "./server.ts";
import { markdown } from "./table.ts";
import { scenarios, type TortureContext } from "./torture/scenarios.ts";

const { only, quick } = readCommandLine(scenarios.map(({ name }) => name));
const server = await startServer();
try {
  const fresh = await plantDemo(server.url);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const context: TortureContext = { fresh, quick, seed, random: Math.random };
  const lines: string[][] = [];
  for (const { name, run } of scenarios.filter(({ name }) => only.includes(name))) {
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

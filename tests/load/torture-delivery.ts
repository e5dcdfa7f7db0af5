/** The lines of `npm run torture` that are about delivery, alone. --only and --quick as there. */
import { readCommandLine } from "./command-line.ts";
import { markdown } from "./table.ts";
import { deliveryScenarios } from "./torture/delivery-scenarios.ts";

const { isWanted, quick } = readCommandLine(deliveryScenarios.map(({ name }) => name));
const lines: string[][] = [];
for (const { name, run } of deliveryScenarios.filter(({ name }) => isWanted(name))) {
  process.stderr.write(`${name} …\n`);
  const fresh = () => Promise.reject(new Error("delivery makes databases of its own"));
  for (const { tried, found, holds } of await run({ quick, fresh, seed: 0, random: Math.random, minutes: undefined })) {
    lines.push([tried, found, holds ? "holds" : "DOES NOT HOLD"]);
    if (!holds) process.exitCode = 1;
  }
}
console.log(`\n${markdown(["tried", "found", ""], lines)}\n`);

import type { Mode } from "../intake.ts";
import type { Finding, Scenario } from "../scenario.ts";
import { bulkYields } from "./bulk-yields.ts";
import { flood } from "./flood.ts";
import { poison } from "./poison.ts";

const modes: readonly Mode[] = ["polling", "webhook"];

/** Milliseconds that somebody may wait beside the flood of another, and how many times as long as without one. */
const bearable = { milliseconds: 2_000, times: 5 };

/** What one update, or one person, may do to all others. */
export const updateScenarios: readonly Scenario[] = [
  bulkYields,
  {
    name: "poison-update",
    async run({ fresh }) {
      const findings: Finding[] = [];
      for (const mode of modes) {
        const { deaths, told, staffTold, begun, ...account } = await poison(await fresh(), {
          mode,
          people: 30,
          perSecond: 20,
        });
        const { said, lost, refused, outOfOrder } = account;
        findings.push({
          tried: `poison update: the program dies of it, ${mode}`,
          found: `given up after ${deaths} deaths, "${told}", staff told ${staffTold}; of ${said} other questions lost ${lost}, refused ${refused}, out of order ${outOfOrder}`,
          holds: deaths === 3 && staffTold > 0 && begun === 0 && lost + refused + outOfOrder === 0,
        });
      }
      return findings;
    },
  },
  {
    name: "flood",
    async run({ fresh }) {
      const findings: Finding[] = [];
      for (const mode of modes) {
        for (const burst of [20, 0]) {
          const { alone, beside, answers, slowDowns } = await flood(await fresh(), {
            mode,
            messages: 100,
            others: 5,
            burst,
          });
          const isTold = burst === 0 || mode === "webhook" || (slowDowns === 1 && answers <= 2 * burst);
          findings.push({
            tried: `flood of one: 100 messages at once, ${mode}, ${burst === 0 ? "no limit a person" : `${burst} a person`}`,
            found: `others answered within ${Math.round(beside)} ms, without a flood ${Math.round(alone)} ms; told to slow down ${slowDowns} times`,
            holds: isTold && (beside <= bearable.milliseconds || beside <= bearable.times * alone),
          });
        }
      }
      return findings;
    },
  },
];

import type { Mode } from "../intake.ts";
import type { Finding, Scenario } from "../scenario.ts";
import { bulkYields } from "./bulk-yields.ts";
import { flood } from "./flood.ts";
import { poison } from "./poison.ts";

const modes: readonly Mode[] = ["polling", "webhook"];

/**
 * Milliseconds by which the flood of one may delay another, and the share of what they wait without a flood, in the same run: on
 * a machine on which an answer takes a second, fifty milliseconds are nothing.
 */
const bearable = { milliseconds: 50, share: 0.25 };

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
          const { alone, beside, waiting, answers, slowDowns } = await flood(await fresh(), {
            mode,
            messages: 100,
            others: 24,
            burst,
          });
          const isTold = burst === 0 || mode === "webhook" || (slowDowns === 1 && answers <= 2 * burst);
          findings.push({
            tried: `flood of one: 100 messages at once, ${mode}, ${burst === 0 ? "no limit a person" : `${burst} a person`}`,
            found: `24 others answered after ${Math.round(beside)} ms on average, without a flood ${Math.round(alone)} ms; meanwhile ${waiting} of its messages waited; told to slow down ${slowDowns} times`,
            holds:
              isTold &&
              // The control: whoever floods waits for themselves, so there was something to wait for.
              (burst > 0 || waiting > 0) &&
              beside - alone <= Math.max(bearable.milliseconds, bearable.share * alone),
          });
        }
      }
      return findings;
    },
  },
];

import { startServer } from "../../server.ts";
import type { Finding, Scenario } from "../scenario.ts";
import { holds, tell } from "./delivery-scenarios.ts";
import { maxFaults, repeatBlindly, troubleMax } from "./max-delivery.ts";

/** Deliveries under way at once in which a fault can leave a doubt: six were met by it. */
const met = 6;

export const maxScenarios: readonly Scenario[] = [
  {
    name: "max-delivery",
    async run({ quick }) {
      const server = await startServer();
      try {
        const findings: Finding[] = [];
        for (const { name, with: fault } of maxFaults) {
          for (const lane of ["normal", "bulk"] as const) {
            const account = await troubleMax(server.url, fault, { lane, people: quick ? 100 : 400 });
            findings.push({
              tried: `MAX ${name}, ${lane} lane`,
              found: tell(account),
              holds: holds(lane, account, met),
            });
          }
        }
        const twice = await repeatBlindly(quick ? 20 : 100);
        findings.push({
          tried: "control: a client that says again what MAX did not answer",
          found: `${twice} people got it twice`,
          holds: twice > 0,
        });
        return findings;
      } finally {
        await server.stop();
      }
    },
  },
];

import { isDeepStrictEqual } from "node:util";
import { parallelismFor } from "../../../../bot/delivery/dispatcher.ts";
import { startServer } from "../../server.ts";
import type { Finding, Scenario } from "../scenario.ts";
import {
  deliveryFaults,
  killAnnouncement,
  killDispatcher,
  killingRate,
  killLeader,
  restartUnderDispatcher,
  troubleDispatcher,
} from "./delivery.ts";
import type { DeliveryAccount } from "./delivery-stage.ts";
import { surviveOutage } from "./outage.ts";
import { cases } from "./outage-cases.ts";
import { throttleDispatchers, throttledRate } from "./throttle.ts";
import { killTwoDoors } from "./two-doors.ts";

const lanes = ["normal", "bulk"] as const;

/** Says what became of the messages. */
export const tell = ({ people, lost, doubled, uncertain, uncertainArrived, unsettled }: DeliveryAccount) =>
  `${people} people, lost ${lost}, doubled ${doubled}, uncertain ${uncertain} (${uncertainArrived} had arrived), unsettled ${unsettled}`;

/** Nobody missed; twice only where twice is better than never, and only for what was under way. */
export function holds(lane: "normal" | "bulk", account: DeliveryAccount, underWay: number): boolean {
  const { lost, doubled, uncertain, unsettled } = account;
  if (lost > 0 || unsettled > 0) return false;
  return lane === "bulk" ? doubled === 0 && uncertain <= underWay : uncertain === 0 && doubled <= underWay;
}

/** Its own server: most of it is about what happens to PostgreSQL. */
async function withServer<T>(work: (server: Awaited<ReturnType<typeof startServer>>) => Promise<T>): Promise<T> {
  const server = await startServer();
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

export const deliveryScenarios: readonly Scenario[] = [
  {
    name: "delivery-kill",
    run: ({ quick, random }) =>
      withServer(async (server) => {
        const findings: Finding[] = [];
        const [people, kills] = quick ? [400, 4] : [2_000, 20];
        for (const lane of lanes) {
          const account = await killDispatcher(server.url, { lane, people, kills, random });
          findings.push({
            tried: `kill -9 of the dispatcher, ${lane} lane, ${kills} times`,
            found: tell(account),
            holds: holds(lane, account, kills * parallelismFor(killingRate)),
          });
        }
        return findings;
      }),
  },
  {
    name: "announcement-kill",
    run: ({ quick, random }) =>
      withServer(async (server) => {
        const [people, kills] = quick ? [400, 4] : [2_000, 20];
        const account = await killAnnouncement(server.url, { people, kills, random });
        return [
          {
            tried: `kill -9 in an announcement to ${people}, while it is filled and sent, ${kills} times`,
            found: `${tell(account)}, ${account.isAccounted ? "all accounted" : "NOT accounted"}`,
            holds: holds("bulk", account, kills * parallelismFor(killingRate)) && account.isAccounted,
          },
        ];
      }),
  },
  {
    name: "announcement-kill-doors",
    run: ({ quick, random }) =>
      withServer(async (server) => {
        const [people, kills] = quick ? [400, 4] : [2_000, 20];
        const { telegram, max, ...account } = await killTwoDoors(server.url, { people, kills, random });
        const doors = `Telegram ${telegram.sent} sent + ${telegram.uncertain} uncertain, MAX ${max.sent} + ${max.uncertain}`;
        return [
          {
            tried: `kill -9 in an announcement to ${people} at two messengers, a third of whom use both, ${kills} times`,
            found: `${tell(account)}; ${doors}, ${account.isAccounted ? "all accounted at each" : "NOT accounted"}`,
            holds: holds("bulk", account, 2 * kills * parallelismFor(killingRate)) && account.isAccounted,
          },
        ];
      }),
  },
  {
    name: "delivery-leader",
    run: ({ quick }) =>
      withServer(async (server) => {
        const findings: Finding[] = [];
        for (const lane of lanes) {
          const account = await killLeader(server.url, { lane, people: quick ? 150 : 600, waitsOutLease: true });
          findings.push({
            tried: `two instances, the one that dispatches killed, ${lane} lane`,
            found: `${tell(account)}; the other sends after ${Math.round(account.gap)} ms`,
            holds: holds(lane, account, parallelismFor(50)) && account.gap <= 10_000,
          });
        }
        return findings;
      }),
  },
  {
    name: "delivery-database",
    run: ({ quick }) =>
      withServer(async (server) => {
        const findings: Finding[] = [];
        for (const lane of lanes) {
          const restarts = quick ? 1 : 4;
          const account = await restartUnderDispatcher(server, { lane, people: quick ? 300 : 1_200, restarts });
          findings.push({
            tried: `PostgreSQL restarted while messages go out, ${lane} lane, ${restarts} times`,
            found: `${tell(account)}; sends again after ${Math.round(account.recovery)} ms at most`,
            holds: holds(lane, account, restarts * parallelismFor(100)) && account.recovery <= 10_000,
          });
        }
        return findings;
      }),
  },
  {
    name: "delivery-telegram",
    run: ({ quick, random }) =>
      withServer(async (server) => {
        const findings: Finding[] = [];
        for (const fault of deliveryFaults) {
          for (const lane of lanes) {
            const account = await troubleDispatcher(server.url, fault, { lane, people: quick ? 120 : 300, random });
            findings.push({
              tried: `Telegram ${fault.name}, ${lane} lane`,
              found: tell(account),
              holds: holds(lane, account, 6),
            });
          }
        }
        return findings;
      }),
  },
  {
    name: "outage",
    run: () =>
      withServer(async (server) => {
        const { fates, announced, overdue } = await surviveOutage(server.url);
        const wrong = cases.filter(
          ({ outbox, messages }, index) => !isDeepStrictEqual(fates[index], { outbox, messages }),
        );
        return [
          {
            tried: `off for 26 hours, by a clock that is wound: ${cases.length} cases, and an announcement within hours`,
            found: `${wrong.length} other than they must be ${wrong.map(({ name }) => name).join(" · ")}; announcement to ${announced.people}: ${announced.early} outside of its hours, ${announced.inTime} in all; left behind ${overdue}`,
            holds: wrong.length + announced.early + overdue === 0 && announced.inTime === announced.people,
          },
        ];
      }),
  },
  {
    name: "delivery-throttled",
    run: ({ quick }) =>
      withServer((server) =>
        // All at once: the full form lasts as long as the longest silence, five minutes.
        Promise.all(
          (quick ? [2, 7] : [7, 35, 300]).map(async (retryAfter): Promise<Finding> => {
            // A dead leader is followed within ten seconds.
            const killsLeader = retryAfter > 15;
            const account = await throttleDispatchers(server.url, { people: 120, retryAfter, killsLeader });
            const { early, resumes, doubled } = account;
            const isWhole = account.lost + account.unsettled + account.uncertain + doubled === 0;
            return {
              tried: `429, retry after ${retryAfter} s, two instances${killsLeader ? ", the one that was told killed" : ""}`,
              found: `${tell(account)}; ${early} messages meanwhile, goes on ${Math.round(resumes)} ms after`,
              holds: isWhole && early <= parallelismFor(throttledRate) && resumes <= 1_000,
            };
          }),
        ),
      ),
  },
];

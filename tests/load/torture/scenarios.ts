import { plantDemo } from "../demo-database.ts";
import { startServer } from "../server.ts";
import type { Account } from "./crowd.ts";
import { deliveryScenarios } from "./delivery/delivery-scenarios.ts";
import { maxScenarios } from "./delivery/max-scenarios.ts";
import { enrolmentScenarios } from "./enrolment/enrolment-scenarios.ts";
import { singCanaries } from "./hostile/canaries.ts";
import { forgedScenario } from "./hostile/forged-scenario.ts";
import { endureHostility } from "./hostile/hostile.ts";
import { makeMistakes } from "./hostile/mistakes.ts";
import { poisonScenario } from "./hostile/poison-scenario.ts";
import type { Mode } from "./intake.ts";
import type { Finding, Scenario, TortureContext } from "./scenario.ts";
import { soakScenario } from "./soak/soak-scenario.ts";
import { confirmEarly } from "./updates/confirm-early.ts";
import { killRepeatedly } from "./updates/kill.ts";
import { restartDatabase } from "./updates/restart.ts";
import { briefTroubles, longTroubles, troubleTelegram } from "./updates/telegram-faults.ts";
import { terminateRepeatedly } from "./updates/terminate.ts";
import { updateScenarios } from "./updates/update-scenarios.ts";
import { voicesScenarios } from "./voices/voices-scenarios.ts";
import { zoomScenarios } from "./zoom/zoom-scenarios.ts";

const modes: readonly Mode[] = ["polling", "webhook"];

const inEachMode =
  (run: (mode: Mode, context: TortureContext) => Promise<Finding>) =>
  async (context: TortureContext): Promise<Finding[]> => {
    const findings: Finding[] = [];
    for (const mode of modes) findings.push(await run(mode, context));
    return findings;
  };

const tell = ({ said, lost, saidTwice, outOfOrder, refused }: Account) =>
  `${said} questions, lost ${lost}, said twice ${saidTwice}, out of order ${outOfOrder}, refused ${refused}`;
const isWhole = ({ lost, outOfOrder, refused }: Account) => lost === 0 && outOfOrder === 0 && refused === 0;

export const scenarios: readonly Scenario[] = [
  {
    name: "kill",
    run: inEachMode(async (mode, { fresh, quick, random }) => {
      const kills = quick ? 3 : 15;
      const killed = await killRepeatedly(await fresh(), { mode, kills, people: 50, perSecond: 60, random });
      const { people, peopleCounted, receipts, countedTwice } = killed;
      return {
        tried: `kill -9 under load, ${mode}, ${kills} times`,
        found: `${tell(killed)}; ${peopleCounted} of ${people} people, ${receipts} receipts, counted twice ${countedTwice}`,
        holds: isWhole(killed) && people === peopleCounted && receipts === killed.said && countedTwice === 0,
      };
    }),
  },
  {
    name: "control",
    async run({ random }) {
      const { asked, lost } = await confirmEarly(random);
      const found = `${asked} questions, lost ${lost}`;
      return [{ tried: "control: a bot that confirms before it handles, killed once", found, holds: lost > 0 }];
    },
  },
  {
    name: "stop",
    run: inEachMode(async (mode, { fresh, quick }) => {
      const stops = quick ? 2 : 5;
      const ended = await terminateRepeatedly(await fresh(), { mode, stops, people: 50, perSecond: 60 });
      const clean = ended.codes.every((code) => code === 0) && ended.longest <= 10_000 && ended.saidTwice === 0;
      return {
        tried: `SIGTERM under load, ${mode}, ${stops} times`,
        found: `${tell(ended)}; the longest took ${Math.round(ended.longest)} ms, exit codes ${ended.codes.join(" ")}`,
        holds: isWhole(ended) && clean,
      };
    }),
  },
  {
    name: "database",
    run: inEachMode(async (mode, { quick }) => {
      const server = await startServer();
      try {
        const url = await (await plantDemo(server.url))();
        const options = { mode, restarts: quick ? 2 : 4, awayFor: 1_500, people: 50, perSecond: 40 };
        const restarted = await restartDatabase(server, url, options);
        const { recovery, lives, busy, restarts } = restarted;
        return {
          tried: `PostgreSQL restarted under load, ${mode}, ${restarts} times`,
          found: `${tell(restarted)}; answers again after ${Math.round(recovery)} ms at most; ${busy} told to wait a moment`,
          holds: isWhole(restarted) && lives && recovery <= 10_000 && busy > 0,
        };
      } finally {
        await server.stop();
      }
    }),
  },
  {
    name: "telegram",
    async run({ fresh, quick }) {
      const findings: Finding[] = [];
      for (const mode of modes) {
        const troubles = quick ? briefTroubles : [...briefTroubles, ...longTroubles];
        const all = await troubleTelegram(await fresh(), troubles, { mode, people: 30, perSecond: 20 });
        for (const each of all) {
          const tried = `Telegram ${each.name}, ${mode}`;
          findings.push({ tried, found: tell(each), holds: isWhole(each) && each.lives });
        }
      }
      return findings;
    },
  },
  {
    name: "hostile",
    async run({ fresh, quick, seed }) {
      const size = quick ? { acts: 400, malformed: 1_600 } : { acts: 8_000, malformed: 92_000 };
      const endured = await endureHostility(await fresh(), { ...size, people: 40, seed });
      const { unanswered, stray, violations, errors, statuses, lives } = endured;
      const first = [...unanswered, ...violations, ...errors].slice(0, 3).map((line) => line.slice(0, 160));
      return [
        {
          tried: `${size.acts} hostile acts and ${size.malformed} malformed updates, seed ${seed}`,
          found: `unanswered ${unanswered.length}, to the wrong person ${stray}, refused by Telegram ${violations.length}, errors ${errors.length}; HTTP ${JSON.stringify(statuses)} ${first.join(" · ")}`,
          holds:
            lives &&
            stray === 0 &&
            !("500" in statuses) &&
            [unanswered, violations, errors].every(({ length }) => length === 0),
        },
      ];
    },
  },
  {
    name: "canaries",
    async run({ fresh }) {
      const { searched, errorPaths, leaks } = await singCanaries(await fresh());
      const found = `${leaks.length} hits in ${searched} characters of logs, pages and metrics ${leaks.join(" · ")}`;
      return [
        {
          tried: `token, password, secret, phone, name and words through ${errorPaths} error paths`,
          found,
          holds: leaks.length === 0,
        },
      ];
    },
  },
  {
    name: "mistakes",
    async run({ fresh }) {
      const refusals = await makeMistakes(await fresh());
      return refusals.map(({ mistake, code, said, isKind }) => ({
        tried: `operator's mistake: ${mistake}`,
        found: `exit code ${code}: ${said.split("\n").slice(0, 2).join(" ").slice(0, 140)}`,
        holds: isKind,
      }));
    },
  },
  forgedScenario,
  ...updateScenarios,
  ...enrolmentScenarios,
  ...voicesScenarios,
  ...deliveryScenarios,
  ...maxScenarios,
  ...zoomScenarios,
  poisonScenario,
  soakScenario,
];

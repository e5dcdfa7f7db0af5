import type { Finding, Scenario } from "../scenario.ts";
import { poisonCommand } from "./poison-command.ts";
import { poisonChat } from "./poison-files.ts";

/** Milliseconds: tells "at once" from "never", on any machine. */
const never = 60_000;

export const poisonScenario: Scenario = {
  name: "poison-files",
  async run({ fresh }) {
    const findings: Finding[] = [];
    for (const mode of ["polling", "webhook"] as const) {
      const { sent, unanswered, othersWait, stop, isOver } = await poisonChat(await fresh(), mode);
      const held = `somebody else waited ${Math.round(othersWait)} ms at most`;
      const ended = `SIGTERM in the middle of one: code ${stop.code} after ${Math.round(stop.milliseconds)} ms`;
      findings.push({
        tried: `${sent} poison files and texts sent by staff, ${mode}`,
        found: `unanswered ${unanswered.length} ${unanswered.join(" · ")}; ${held}; ${ended}; after the restart ${isOver ? "over" : "NOT OVER"}`,
        holds:
          unanswered.length === 0 && othersWait < never && stop.code === 0 && stop.milliseconds <= 10_000 && isOver,
      });
    }
    const ends = await poisonCommand(await fresh());
    const wrong = ends.filter(
      ({ code, said, complaint }) => (code !== 0 && code !== 1) || said === "" || complaint !== "",
    );
    findings.push({
      tried: `${ends.length} poison files by npm run import`,
      found: `without a code or a sentence ${wrong.length} ${wrong.map(({ what, code, complaint }) => `${what}: ${code} ${complaint.slice(0, 200)}`).join(" · ")}`,
      holds: wrong.length === 0,
    });
    return findings;
  },
};

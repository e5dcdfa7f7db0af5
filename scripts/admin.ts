/** `npm run admin -- <what>`: looks after a bot without its chat, beside a running one too. */
import { moveByCommand } from "../bot/announcements/announcement-store.ts";
import { readConfig } from "../bot/config/config.ts";
import type { Database } from "../bot/database/database.ts";
import { startDatabase } from "../bot/database/server/start.ts";
import {
  accountOfAnnouncements,
  accountOfJobs,
  accountOfPeople,
  accountOfQueue,
  accountOfStaff,
  accountOfStatus,
} from "../bot/operation/account-store.ts";
import { runCommand } from "./run-command.ts";

const accounts = {
  status: accountOfStatus,
  jobs: accountOfJobs,
  staff: accountOfStaff,
  queue: accountOfQueue,
  people: accountOfPeople,
} as const;
type AccountName = keyof typeof accounts;

const usage = `Usage: npm run admin -- <what>
  status               people, programme, queue, announcements under way, feeds in trouble
  pause [number]       lets nothing more of an announcement go out; without a number, of all that are under way
  resume <number>      lets an announcement go on where it stopped
  jobs                 when each timed job was last begun
  staff                who is staff, with the ids for npm run grant
  queue                what waits to be sent, and why deliveries failed
  people               how many people there are, by messenger and language`;

type Invocation = { what: AccountName } | { what: "pause" | "resume"; id: number | undefined };

function parseInvocation([what, number, ...rest]: string[]): Invocation | string {
  if (what === undefined) return "Say what.";
  if (rest.length > 0) return `"${rest[0]}" is too much.`;
  if (what === "pause" || what === "resume") {
    const id = number === undefined ? undefined : Number(number);
    if (id !== undefined && !(Number.isInteger(id) && id > 0 && id < 2 ** 31))
      return `"${number}" is no number of an announcement.`;
    if (what === "resume" && id === undefined) return "Say which announcement; `status` tells the numbers.";
    return { what, id };
  }
  const name = (Object.keys(accounts) as AccountName[]).find((known) => known === what);
  if (name === undefined) return `"${what}" is not known.`;
  if (number !== undefined) return `"${number}" is too much.`;
  return { what: name };
}

async function run(invocation: Invocation): Promise<number> {
  const server = await startDatabase(readConfig(process.env), { share: true });
  try {
    const now = new Date();
    if ("id" in invocation) return await move(server.database, invocation, now);
    const lines = await accounts[invocation.what](server.database, now);
    console.log(lines.join("\n"));
    return 0;
  } finally {
    await server.stop();
  }
}

/** Pauses or resumes, and says of each announcement what became of it; 1 where one could not be moved. */
async function move(
  database: Database,
  { what, id }: { what: "pause" | "resume"; id: number | undefined },
  now: Date,
): Promise<number> {
  const underway = { state: { in: ["preparing" as const, "running" as const] } };
  const all = await database.announcement.findMany({ where: underway, select: { id: true }, orderBy: { id: "asc" } });
  const ids = id === undefined ? all.map((row) => row.id) : [id];
  if (ids.length === 0) console.log("No announcement is under way.");
  let code = 0;
  for (const one of ids) {
    const moved = await moveByCommand(database, { id: one, what, now });
    if (moved.kind === "moved") console.log(`Announcement ${one} is ${moved.state} now.`);
    else {
      console.error(
        moved.state === null
          ? `There is no announcement ${one}.`
          : `Announcement ${one} is ${moved.state}: nothing was changed.`,
      );
      code = 1;
    }
  }
  for (const line of await accountOfAnnouncements(database)) console.log(line);
  return code;
}

await runCommand({ usage, parse: parseInvocation, run });

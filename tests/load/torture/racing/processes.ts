import { type ChildProcess, fork } from "node:child_process";
import { type Database, openDatabase } from "../../../../bot/database/database.ts";
import { environmentOf } from "../../../../bot/database/server/server-account.ts";
import { asNpmStart } from "../../bot-process.ts";

/**
 * Starts a process of a script for each share, and lets them begin at the same moment, when all have opened their database.
 * Returns what each said it did, in the order of the shares, and the milliseconds until the last was done.
 */
export async function raceInProcesses<Said>(
  script: string,
  url: string,
  shares: readonly object[],
): Promise<{ said: Said[]; took: number }> {
  const racers = shares.map((share) => {
    const env = { ...environmentOf(process.env), DATABASE_URL: url, SHARE: JSON.stringify(share) };
    return fork(script, { env, execArgv: asNpmStart, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  });
  try {
    await Promise.all(racers.map(hear));
    const start = performance.now();
    for (const racer of racers) racer.send("go");
    const said = (await Promise.all(racers.map(hear))) as Said[];
    return { said, took: performance.now() - start };
  } finally {
    for (const racer of racers) racer.kill();
  }
}

const hear = (racer: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    racer.once("message", resolve);
    racer.once("exit", () => reject(new Error("an instance ended in the middle of the race")));
  });

/** The other end of it: says "ready" when the database is open, and when told to go does its share and says what came of it. */
export async function takePart<Share>(work: (database: Database, share: Share) => Promise<object>): Promise<void> {
  const { DATABASE_URL: url = "", SHARE = "{}" } = process.env;
  const database = openDatabase(url);
  await database.$queryRaw`SELECT 1`;
  process.once("message", async () => {
    process.send?.(await work(database, JSON.parse(SHARE)));
  });
  process.send?.("ready");
}

/**
 * One instance of the race for places: says "ready" when its database is open, and when told to go lets its share of the
 * people enrol at once and says what each was told. Reads DATABASE_URL, GROUP, FROM and COUNT.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../../../bot/database/database.ts";
import { environmentOf } from "../../../../bot/database/server/server-account.ts";
import { asNpmStart } from "../../bot-process.ts";
import { enrolAll, type Told } from "./enrolment.ts";

/** Lets people with the ids 1, 2, 3 … enrol from so many processes, all at the same moment. */
export async function raceInProcesses(
  url: string,
  groupId: number,
  { people, processes }: { people: number; processes: number },
): Promise<{ told: Told[]; took: number }> {
  const share = Math.ceil(people / processes);
  const racers = Array.from({ length: processes }, (_, index) => {
    const from = index * share + 1;
    const count = Math.min(share, people - index * share);
    const own = { DATABASE_URL: url, GROUP: String(groupId), FROM: String(from), COUNT: String(count) };
    const env = { ...environmentOf(process.env), ...own };
    return fork(fileURLToPath(import.meta.url), {
      env,
      execArgv: asNpmStart,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  });
  try {
    await Promise.all(racers.map(hear));
    const start = performance.now();
    for (const racer of racers) racer.send("go");
    const told = (await Promise.all(racers.map(hear))) as Told[][];
    return { told: told.flat(), took: performance.now() - start };
  } finally {
    for (const racer of racers) racer.kill();
  }
}

const hear = (racer: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    racer.once("message", resolve);
    racer.once("exit", () => reject(new Error("an instance ended in the middle of the race")));
  });

if (import.meta.main) {
  const { DATABASE_URL: url = "", GROUP = "", FROM = "", COUNT = "" } = process.env;
  const database = openDatabase(url);
  await database.$queryRaw`SELECT 1`;
  const personIds = Array.from({ length: Number(COUNT) }, (_, index) => Number(FROM) + index);
  process.once("message", async () => {
    process.send?.(await enrolAll(database, Number(GROUP), personIds));
  });
  process.send?.("ready");
}

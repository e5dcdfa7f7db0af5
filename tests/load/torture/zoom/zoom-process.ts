/** A worker for Zoom and nothing else, for crash runs. It says "ready" when it runs. Reads DATABASE_URL and ZOOM_ROOT. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../../../bot/database/database.ts";
import { environmentOf } from "../../../../bot/database/server/server-account.ts";
import { createLog } from "../../../../bot/log.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startZoom } from "../../../../bot/zoom/start.ts";
import { asNpmStart } from "../../bot-process.ts";

/** The one account of these runs. */
export const account = { accountId: "a", clientId: "c", clientSecret: "CANARY-secret" };

/** Starts a worker as a process of its own; the returned function ends it with `kill -9`. */
export async function startZoomWorker(databaseUrl: string, zoomRoot: string): Promise<() => Promise<void>> {
  const child = fork(fileURLToPath(import.meta.url), {
    env: { ...environmentOf(process.env), DATABASE_URL: databaseUrl, ZOOM_ROOT: zoomRoot },
    execArgv: asNpmStart,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const exited = once(child, "exit").then(() => void process.off("exit", end));
  await Promise.race([
    once(child, "message"),
    exited.then(() => Promise.reject(new Error("the worker did not start"))),
  ]);
  return async () => {
    end();
    await exited;
  };
}

if (import.meta.main) {
  const { DATABASE_URL: url = "", ZOOM_ROOT: root = "" } = process.env;
  const services = { database: openDatabase(url), clock: systemClock, log: createLog("silent", false) };
  startZoom({ accounts: [account], apiRoot: `${root}/v2`, oauthRoot: root, services, url });
  process.send?.("ready");
}

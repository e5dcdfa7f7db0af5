import { execFile } from "node:child_process";
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished } from "vitest";
import { type Embedded, startEmbedded } from "../../bot/database/server/embedded.ts";
import { administer } from "./administer.ts";
import { patience } from "./patience.ts";

const run = promisify(execFile);

/** Durability would only cost time; a standby that is away for a test finds the log that it needs. */
const settings = { fsync: "off", synchronous_commit: "off", wal_keep_size: "256MB" };

export interface Replicated {
  /** The primary's database, and the same at the standby. */
  readonly primary: string;
  readonly standby: string;
  /** The standby stands still: it answers, and what is written meanwhile comes later. Undone when the test ends. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stopStandby(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL with a streaming replica, of the built-in server's own programs, which have no pg_basebackup: the folder of the
 * stopped server is copied. `prepare` gets the server's address and answers with the name of a database in it.
 */
export async function startReplicated(prepare: (server: string) => Promise<string>): Promise<Replicated> {
  const home = await mkdtemp(join(tmpdir(), "ishek-replica-"));
  const [one, two] = [join(home, "primary"), join(home, "standby")];
  await run("chmod", ["755", home]);
  const first = await startEmbedded(one, { settings });
  const name = await prepare(first.url);
  await first.stop();
  await run("cp", ["-a", one, two]);
  const primary = await startEmbedded(one, { settings });
  await follow(join(two, "postgres"), new URL(primary.url));
  let standby: Embedded | undefined = await startEmbedded(two, { settings });
  const urls = { primary: on(primary.url, name), standby: on(standby.url, name) };
  const resume = async () => {
    await administer(urls.standby, "SELECT pg_wal_replay_resume()");
  };
  const stopStandby = async () => {
    await standby?.stop();
    standby = undefined;
  };
  return {
    ...urls,
    resume,
    stopStandby,
    async pause() {
      onTestFinished(() => (standby === undefined ? undefined : resume()));
      await administer(urls.standby, "SELECT pg_wal_replay_pause()");
      const state = async () =>
        (await administer(urls.standby, "SELECT pg_get_wal_replay_pause_state() AS s")).rows[0].s;
      await expect.poll(state).toBe("paused");
    },
    async stop() {
      await stopStandby();
      await primary.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Makes a copied folder that of a standby. */
async function follow(folder: string, { hostname, port, username, password }: URL): Promise<void> {
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password}`;
  await appendFile(join(folder, "postgresql.auto.conf"), `primary_conninfo = '${conninfo}'\n`);
  await writeFile(join(folder, "standby.signal"), "");
}

/** A slow machine is no server that is away. */
const on = (server: string, name: string) =>
  Object.assign(new URL(server), { pathname: `/${name}`, search: `?connect_timeout=${patience / 1_000}` }).href;

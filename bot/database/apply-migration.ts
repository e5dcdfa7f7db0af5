import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { DatabaseError } from "./database.ts";
import { isUnreachable } from "./unreachable.ts";

/** A folder of prisma/migrations and the SQL in it. */
export interface Migration {
  name: string;
  sql: string;
}

/** SQLSTATEs of an account that may not create: insufficient_privilege, and a search path without a schema it may use. */
const notAllowed = new Set(["42501", "3F000"]);

/** SQLSTATE active_sql_transaction: CREATE INDEX CONCURRENTLY and its like. */
const outsideOnly = "25001";

export const checksumOf = (sql: string): string => createHash("sha256").update(sql).digest("hex");

/**
 * Creates Prisma's table of applied migrations where there is none. Throws a DatabaseError for a database that holds
 * tables of somebody else, or in which this account may create nothing.
 */
export async function createHistory(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; others: boolean }>(`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists",
      EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS "others"`);
  if (rows[0]?.exists) return;
  if (rows[0]?.others)
    throw new DatabaseError("The database holds tables that are not Ishek's: give the bot a database of its own.");
  // The table as Prisma's engine creates it.
  await client
    .query(`
      CREATE TABLE _prisma_migrations (
        id                  VARCHAR(36) PRIMARY KEY NOT NULL,
        checksum            VARCHAR(64) NOT NULL,
        finished_at         TIMESTAMPTZ,
        migration_name      VARCHAR(255) NOT NULL,
        logs                TEXT,
        rolled_back_at      TIMESTAMPTZ,
        started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
        applied_steps_count INTEGER NOT NULL DEFAULT 0
      )`)
    .catch((error: unknown) => {
      throw refusal(error, "The history of migrations cannot be kept");
    });
}

/**
 * Applies one migration and notes it in the history, in one transaction: a migration that fails leaves nothing behind.
 * Throws a DatabaseError that names the migration and what PostgreSQL objects to.
 */
export async function applyMigration(client: pg.Client, { name, sql }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    // Prisma notes an attempt before it makes it: one that failed under an older Ishek stands there without an end.
    await client.query(
      "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL",
      [name],
    );
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name],
    );
    await client.query("COMMIT");
  } catch (error) {
    // A connection that broke has undone it already.
    await client.query("ROLLBACK").catch(() => {});
    throw refusal(error, `The migration ${name} cannot be applied, and nothing of it was kept`);
  }
}

/** Tells an operator what PostgreSQL objects to. Trouble with the connection is another matter, and told elsewhere. */
function refusal(error: unknown, before: string): unknown {
  if (!(error instanceof pg.DatabaseError) || isUnreachable(error)) return error;
  const code = error.code ?? "";
  if (notAllowed.has(code))
    return new DatabaseError(
      "The user in DATABASE_URL may not create tables: make it the owner of the database, or of its schema public.",
    );
  if (code === outsideOnly)
    return new DatabaseError(`${before}: it has a statement that does not run in a transaction (${error.message}).`);
  // Other sentences may quote what a resident wrote, such as a value that does not fit.
  const reason = code.startsWith("42") ? error.message : (error.constraint ?? error.table ?? "see PostgreSQL's log");
  return new DatabaseError(`${before}: PostgreSQL refuses it (${code}: ${reason}).`);
}

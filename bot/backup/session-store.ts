import pg from "pg";
import { connectTimeout } from "../database/database.ts";

/** "back" in bytes: a backup and a restore do not meet on one database. */
const lock = 0x6261636b;

/** Does work on a connection of its own, without limits of time, whose first schema is `schema`. */
export async function withSession<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { schema }: { schema?: string } = {},
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout(url),
    application_name: "ishek backup",
  });
  client.on("error", () => {});
  await client.connect();
  try {
    // Content is compared by its hash: rows have to come in the order in which they lie, and times in one form.
    await client.query(`
      SET synchronize_seqscans = off; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres';
      SET extra_float_digits = 1; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`);
    if (schema !== undefined) await client.query(`SET search_path = ${client.escapeIdentifier(schema)}`);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Does work while nobody else backs up or restores this database; undefined where somebody does. */
export const alone = <T>(url: string, work: () => Promise<T>): Promise<T | undefined> =>
  withSession(url, async (client) => {
    const { rows } = await client.query<{ isOurs: boolean }>(`SELECT pg_try_advisory_lock($1) AS "isOurs"`, [lock]);
    return rows[0]?.isOurs ? work() : undefined;
  });

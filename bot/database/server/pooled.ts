import pg from "pg";
import { connectTimeout, DatabaseError } from "../database.ts";

/**
 * What a connection has to be like, kept at the role itself: PgBouncer takes no such parameters, and what a session sets would
 * stay behind for whoever gets the connection next. The numbers are those of database.ts.
 */
const settings = {
  TimeZone: "UTC",
  statement_timeout: "15s",
  idle_in_transaction_session_timeout: "30s",
};

/**
 * Prepares a database that is reached by a pooler: the role gets its settings at the server itself (`directUrl`), and the pooler
 * (`url`) is asked whether its connections have them. Throws a DatabaseError where they have not.
 */
export async function prepareRole(url: string, directUrl: string): Promise<void> {
  await ask(directUrl, async (client) => {
    for (const [name, value] of Object.entries(settings)) {
      const { rows } = await client.query<{ statement: string }>(
        "SELECT format('ALTER ROLE CURRENT_USER IN DATABASE %I SET %I = %L', current_database(), $1::text, $2::text) AS statement",
        [name, value],
      );
      for (const { statement } of rows) await client.query(statement);
    }
  });
  await ask(url, async (client) => {
    for (const [name, value] of Object.entries(settings)) {
      const { rows } = await client.query<{ value: string }>("SELECT current_setting($1) AS value", [name]);
      if (rows[0]?.value !== value)
        throw new DatabaseError(
          "The pooler at DATABASE_URL holds connections from before the role got its settings: say RECONNECT in its console, or restart it.",
        );
    }
  });
}

async function ask(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectTimeout(url) });
  client.on("error", () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

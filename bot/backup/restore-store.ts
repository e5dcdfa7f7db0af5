import type pg from "pg";
import { DatabaseError } from "../database/database.ts";
import { listMoves } from "./catalogue-store.ts";
import { withLoaded } from "./load-store.ts";
import type { Manifest } from "./manifest.ts";
import { withSession } from "./session-store.ts";

export interface RestoreOptions {
  folder: string;
  manifest: Manifest;
  /** Replaces a database in which there are people. */
  intoExisting: boolean;
}

/**
 * Brings a backup into a database. It is loaded and compared beside what is there, and takes its place in one transaction, so
 * that whatever goes wrong has changed nothing. Throws a DatabaseError while a bot works on the database, where people are in
 * it and `intoExisting` is not said, and where it holds tables that are not Ishek's.
 */
export async function restoreDatabase(url: string, { folder, manifest, intoExisting }: RestoreOptions): Promise<void> {
  await withSession(url, async (client) => {
    await refuseOthersData(client);
    await refuseRunningBot(client);
    if (!intoExisting) await refusePeople(client);
  });
  await withLoaded(url, { folder, manifest }, (schema) =>
    withSession(url, async (client) => {
      await client.query("BEGIN");
      await refuseRunningBot(client);
      const { drop, move } = await listMoves(client, schema);
      for (const statement of [...drop, ...move]) await client.query(statement);
      await client.query("COMMIT");
    }),
  );
}

/** Takes everything of Ishek's out of a database. Throws a DatabaseError while a bot works on it, or where it is somebody else's. */
export const emptySchema = (url: string): Promise<void> =>
  withSession(url, async (client) => {
    await refuseOthersData(client);
    await client.query("BEGIN");
    await refuseRunningBot(client);
    const { drop } = await listMoves(client, "");
    for (const statement of drop) await client.query(statement);
    await client.query("COMMIT");
  });

async function refuseOthersData(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ isOthers: boolean }>(`
    SELECT to_regclass('_prisma_migrations') IS NULL AND EXISTS (SELECT 1 FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS "isOthers"`);
  if (rows[0]?.isOthers)
    throw new DatabaseError("The database holds tables that are not Ishek's: restore into one of the bot's own.");
}

/** The names under which the program connects stand in database.ts and listen.ts. */
async function refuseRunningBot(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(`
    SELECT count(*)::int AS "count" FROM pg_stat_activity
    WHERE datname = current_database() AND application_name IN ('ishek', 'ishek listen')`);
  if (rows[0]?.count) throw new DatabaseError("A bot works on this database: stop it first.");
}

async function refusePeople(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(`SELECT to_regclass('"Person"') IS NOT NULL AS "exists"`);
  if (!rows[0]?.exists) return;
  const { rows: counted } = await client.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Person"`);
  const people = counted[0]?.count ?? 0;
  if (people > 0)
    throw new DatabaseError(
      `The database has ${people} people. Restore into an empty one, or say --into-existing: all that is in it is replaced.`,
    );
}

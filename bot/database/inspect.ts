import pg from "pg";
import { checksumOf } from "./apply-migration.ts";
import { connectTimeout } from "./database.ts";
import { readHistory, readMigrations } from "./migrate.ts";

/** What somebody who looks after a database wants to know of it. */
export interface DatabaseState {
  /** As PostgreSQL says it, "18.4". */
  version: string;
  /** 180004 of "18.4". */
  versionNumber: number;
  /** It copies another server, and takes no writes. */
  isStandby: boolean;
  /** Whether the role may make tables, as migrations do. */
  mayCreate: boolean;
  isSuperuser: boolean;
  bytes: number;
  connections: number;
  mostConnections: number;
  /** Known to this program and not applied. */
  missing: string[];
  /** Applied, and not known to this program. */
  unknown: string[];
  /** Applied, and written otherwise here. */
  changed: string[];
}

/** Asks a database how it is, and changes nothing in it. Throws what the connection throws. */
export async function inspectDatabase(url: string): Promise<DatabaseState> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout(url),
    application_name: "ishek doctor",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{
      [K in keyof Omit<DatabaseState, "missing" | "unknown" | "changed">]: string;
    }>(`
      SELECT current_setting('server_version') AS "version", current_setting('server_version_num') AS "versionNumber",
        pg_is_in_recovery()::text AS "isStandby",
        coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)::text AS "mayCreate",
        current_setting('is_superuser') AS "isSuperuser",
        pg_database_size(current_database())::text AS "bytes",
        (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::text AS "connections",
        current_setting('max_connections') AS "mostConnections"`);
    const row = rows[0];
    if (row === undefined) throw new Error("a SELECT without FROM has a row");
    return {
      version: row.version,
      versionNumber: Number(row.versionNumber),
      isStandby: row.isStandby === "true",
      mayCreate: row.mayCreate === "true",
      isSuperuser: row.isSuperuser === "on",
      bytes: Number(row.bytes),
      connections: Number(row.connections),
      mostConnections: Number(row.mostConnections),
      ...(await compareHistory(client)),
    };
  } finally {
    await client.end().catch(() => {});
  }
}

async function compareHistory(client: pg.Client): Promise<Pick<DatabaseState, "missing" | "unknown" | "changed">> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists"`,
  );
  const applied = rows[0]?.exists ? await readHistory(client) : new Map<string, string>();
  const known = new Map((await readMigrations()).map(({ name, sql }) => [name, checksumOf(sql)]));
  return {
    missing: [...known.keys()].filter((name) => !applied.has(name)),
    unknown: [...applied.keys()].filter((name) => !known.has(name)),
    changed: [...applied]
      .filter(([name, checksum]) => (known.get(name) ?? checksum) !== checksum)
      .map(([name]) => name),
  };
}

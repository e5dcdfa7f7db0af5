import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "../../prisma/client/client.ts";
import { createStatementNames } from "./statement-names.ts";

export type Database = PrismaClient;

/** What stores need of a database: the client itself or a transaction on it. */
export type Queries = Prisma.TransactionClient;

/** A mistake that the operator can mend: shown as it is, without a stack trace. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}

export interface DatabaseOptions {
  /** Connections kept open; default 10. */
  connections?: number;
  /** Milliseconds that a transaction waits for a connection, and may take; default Prisma's, 2 s and 5 s. */
  transactions?: { maxWait: number; timeout: number };
  /**
   * A pooler that gives a connection for a transaction at a time stands before the server (PgBouncer). Nothing may be left on a
   * connection then: statements have no names, and limits are the role's own (pooled.ts). Default false.
   */
  isPooled?: boolean;
  /** Called once per statement sent, for benchmarks and tests that count them. */
  onStatement?: (sql: string) => void;
}

/**
 * Milliseconds that making a connection, or waiting for a free one, may take: `connect_timeout` in the address, in
 * seconds as libpq and Prisma have it, else 5 s, because an update has 30 s at most.
 */
export function connectTimeout(url: string): number {
  const seconds = Number(/[?&]connect_timeout=(\d+)/.exec(url)?.[1] ?? Number.NaN);
  return seconds > 0 ? seconds * 1_000 : 5_000;
}

const pools = new WeakMap<Database, pg.Pool>();

/** The connections of a client that `openDatabase` opened, counted. */
export const poolOf = (database: Database): Pick<pg.Pool, "totalCount" | "idleCount" | "waitingCount"> | undefined =>
  pools.get(database);

/** What a connection is opened with where no pooler stands between. */
const session = {
  statement_timeout: 15_000,
  // A transaction that its program forgot keeps its rows locked: claims pass them over for as long as it stands.
  idle_in_transaction_session_timeout: 30_000,
  // The adapter takes every time for UTC, whatever offset PostgreSQL prints (conversion.ts, normalize_timestamptz).
  options: "-c TimeZone=UTC",
};

/** Opens a Prisma client on a PostgreSQL at `url`. Nothing is sent before the first query. */
export function openDatabase(
  url: string,
  { connections = 10, transactions, isPooled = false, onStatement }: DatabaseOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // The adapter waits for a free connection for ever by default.
    connectionTimeoutMillis: connectTimeout(url),
    ...(!isPooled && session),
    application_name: "ishek",
  });
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    // A connection that breaks while idle is not an error: the pool opens another one.
    onPoolError: () => {},
    onConnectionError: () => {},
    ...(!isPooled && { statementNameGenerator: createStatementNames() }),
  });
  // Longer forms repeat the arguments of a query, names and all, and they end in the log.
  const options = {
    adapter,
    errorFormat: "minimal" as const,
    ...(transactions && { transactionOptions: transactions }),
  };
  if (!onStatement) return known(new PrismaClient(options), pool);
  const client = new PrismaClient({ ...options, log: [{ emit: "event", level: "query" }] });
  client.$on("query", (event) => onStatement(event.query));
  return known(client, pool);
}

function known(database: Database, pool: pg.Pool): Database {
  pools.set(database, pool);
  return database;
}

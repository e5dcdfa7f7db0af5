import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "../../prisma/client/client.ts";
import { oldest as usuallyOldest } from "./replica/freshness.ts";
import { type ListReadFrom, withReplica } from "./replica/routing.ts";
import { type ReplicaState, ReplicaWatch } from "./replica/watch.ts";
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
  /** A streaming replica that lists and searches are read from. Default: none, and all is read at `url`. */
  replica?: ReplicaOptions;
  /** Called once per statement sent, for benchmarks and tests that count them. */
  onStatement?: (sql: string) => void;
}

export interface ReplicaOptions {
  url: string;
  /** Milliseconds that lists may be old; the same at all instances. Default 5 s. */
  oldest?: number;
  /** Told each time that what the replica is to the bot becomes another thing. */
  onState?: (state: ReplicaState) => void;
  /** Told of each statement of a list who answered it. */
  onRead?: (from: ListReadFrom) => void;
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
const watches = new WeakMap<Database, ReplicaWatch>();

/** The connections of a client that `openDatabase` opened, counted. */
export const poolOf = (database: Database): Pick<pg.Pool, "totalCount" | "idleCount" | "waitingCount"> | undefined =>
  pools.get(database);

/** How far the replica is, of a client that was opened with one. */
export const replicaOf = (database: Database): Pick<ReplicaWatch, "age" | "honouredFor"> | undefined =>
  watches.get(database);

/** What a connection is opened with where no pooler stands between. */
const session = {
  statement_timeout: 15_000,
  // A transaction that its program forgot keeps its rows locked: claims pass them over for as long as it stands.
  idle_in_transaction_session_timeout: 30_000,
  // The adapter takes every time for UTC, whatever offset PostgreSQL prints (conversion.ts, normalize_timestamptz).
  options: "-c TimeZone=UTC",
};

/** Milliseconds that a replica has for an answer: from one that is silent the primary takes over while people still wait. */
const replicaPatience = 3_000;

/** Opens a Prisma client on a PostgreSQL at `url`. Nothing is sent before the first query. */
export function openDatabase(
  url: string,
  { connections = 10, transactions, isPooled = false, replica, onStatement }: DatabaseOptions = {},
): Database {
  const pool = openPool(url, { max: connections, isPooled });
  const primary = adapterOn(pool, isPooled);
  const watch = replica && watchReplica(url, replica, isPooled);
  const copies = replica && openPool(replica.url, { max: connections, isPooled, query_timeout: replicaPatience });
  const adapter =
    watch && copies
      ? withReplica({
          primary,
          replica: adapterOn(copies, isPooled),
          watch,
          pool,
          onRead: replica.onRead ?? (() => {}),
        })
      : primary;
  // Longer forms repeat the arguments of a query, names and all, and they end in the log.
  const options = {
    adapter,
    errorFormat: "minimal" as const,
    ...(transactions && { transactionOptions: transactions }),
  };
  const client = onStatement ? counted(options, onStatement) : new PrismaClient(options);
  pools.set(client, pool);
  if (watch) watches.set(client, watch);
  return client;
}

function counted(options: Prisma.PrismaClientOptions, onStatement: (sql: string) => void): Database {
  const client = new PrismaClient({ ...options, log: [{ emit: "event" as const, level: "query" as const }] });
  client.$on("query", (event) => onStatement(event.query));
  return client;
}

function openPool(
  url: string,
  { isPooled, ...options }: { max: number; isPooled: boolean; query_timeout?: number },
): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    // The adapter waits for a free connection for ever by default.
    connectionTimeoutMillis: connectTimeout(url),
    ...(!isPooled && session),
    ...options,
    application_name: "ishek",
  });
}

const adapterOn = (pool: pg.Pool, isPooled: boolean) =>
  new PrismaPg(pool, {
    disposeExternalPool: true,
    // A connection that breaks while idle is not an error: the pool opens another one.
    onPoolError: () => {},
    onConnectionError: () => {},
    ...(!isPooled && { statementNameGenerator: createStatementNames() }),
  });

function watchReplica(url: string, replica: ReplicaOptions, isPooled: boolean): ReplicaWatch {
  const { url: copy, oldest = usuallyOldest, onState = () => {} } = replica;
  const open = (at: string) => openPool(at, { max: 1, isPooled, query_timeout: replicaPatience }).on("error", () => {});
  return new ReplicaWatch({ primary: open(url), replica: open(copy), oldest, onState });
}

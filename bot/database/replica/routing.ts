import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { noteEvery } from "./freshness.ts";
import { type ReadingFor, readingFor } from "./reading-for.ts";
import { isChange, isOfList } from "./statements.ts";
import type { ReplicaWatch } from "./watch.ts";

/**
 * Who answered a statement of a list: "replica"; "changed": the primary, because the reader changed something just now;
 * "unfit": the primary, because the replica is away or late.
 */
export type ListReadFrom = "replica" | "changed" | "unfit";

interface Routes {
  primary: SqlDriverAdapterFactory;
  replica: SqlDriverAdapterFactory;
  watch: ReplicaWatch;
  /** Connections to the primary, for the note that somebody changed something. */
  pool: pg.Pool;
  onRead: (from: ListReadFrom) => void;
}

/**
 * Sends statements of lists to a replica, and all others to the primary. Which those are stands in statements.ts, and for whom
 * in reading-for.ts: no store knows of it. What fails at the replica is asked again at the primary.
 */
export const withReplica = (routes: Routes): SqlDriverAdapterFactory => ({
  provider: routes.primary.provider,
  adapterName: routes.primary.adapterName,
  async connect() {
    const [primary, replica] = await Promise.all([routes.primary.connect(), routes.replica.connect()]);
    routes.watch.start();
    return new Routed(primary, replica, routes);
  },
});

class Routed implements SqlDriverAdapter {
  readonly provider: SqlDriverAdapter["provider"];
  readonly adapterName: string;
  readonly #primary: SqlDriverAdapter;
  readonly #replica: SqlDriverAdapter;
  readonly #routes: Routes;

  constructor(primary: SqlDriverAdapter, replica: SqlDriverAdapter, routes: Routes) {
    this.provider = primary.provider;
    this.adapterName = primary.adapterName;
    this.#primary = primary;
    this.#replica = replica;
    this.#routes = routes;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const whom = readingFor();
    if (whom !== undefined && isOfList(query.sql)) return this.#list(whom, query);
    return this.#noting(query, () => this.#primary.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#noting(query, () => this.#primary.executeRaw(query));
  }

  executeScript(script: string): Promise<void> {
    return this.#primary.executeScript(script);
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    const whom = readingFor();
    const transaction = await this.#primary.startTransaction(isolationLevel);
    return whom === undefined ? transaction : watched(transaction, whom, () => this.#note(whom));
  }

  getConnectionInfo() {
    return this.#primary.getConnectionInfo?.() ?? { supportsRelationJoins: true };
  }

  async dispose(): Promise<void> {
    await this.#routes.watch.stop();
    await Promise.all([this.#primary.dispose(), this.#replica.dispose()]);
  }

  async #list(whom: ReadingFor, query: SqlQuery): Promise<SqlResultSet> {
    const { watch, onRead } = this.#routes;
    if (whom.mayBeOld && watch.isUsed) {
      try {
        const found = await this.#replica.queryRaw(query);
        onRead("replica");
        return found;
      } catch {
        // Whether the statement itself is at fault the primary says.
        watch.failed();
      }
    }
    onRead(whom.mayBeOld ? "unfit" : "changed");
    return this.#primary.queryRaw(query);
  }

  /** Sends a statement to the primary; one that changes something is noted before anybody hears that it is done. */
  async #noting<T>(query: SqlQuery, send: () => Promise<T>): Promise<T> {
    const whom = readingFor();
    if (whom === undefined || !isChange(query.sql)) return send();
    whom.mayBeOld = false;
    const result = await send();
    await this.#note(whom);
    return result;
  }

  /** Notes at the person that they changed something, so that other instances know; by PostgreSQL's clock, which is one for all. */
  #note(whom: ReadingFor): Promise<void> {
    if (whom.personId === undefined) return Promise.resolve();
    const at = performance.now();
    if (whom.noted !== undefined && at < whom.noted.at + noteEvery) return whom.noted.done;
    const done = this.#routes.pool
      .query('UPDATE "Person" SET "changedAt" = clock_timestamp() WHERE "id" = $1', [whom.personId])
      .then(
        () => {},
        // What was changed stays changed: the next change is noted again.
        () => {
          delete whom.noted;
        },
      );
    whom.noted = { at, done };
    return done;
  }
}

/** A transaction that says after its commit that something was changed in it. */
function watched(transaction: Transaction, whom: ReadingFor, note: () => Promise<void>): Transaction {
  let isChanged = false;
  const look = ({ sql }: SqlQuery) => {
    if (!isChange(sql)) return;
    isChanged = true;
    whom.mayBeOld = false;
  };
  return new Proxy(transaction, {
    get(target, name) {
      if (name === "commit")
        return async () => {
          await target.commit();
          if (isChanged) await note();
        };
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (name === "queryRaw" || name === "executeRaw") look(args[0] as SqlQuery);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

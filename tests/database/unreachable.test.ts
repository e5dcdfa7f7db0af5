import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../bot/database/database.ts";
import { databaseTrouble, isUnreachable } from "../../bot/database/unreachable.ts";
import { startServer } from "../load/server.ts";

/** A server of its own, because it is filled to its last connection, and thrown away in the middle of statements. */
const server = await startServer({ max_connections: "12", superuser_reserved_connections: "0", fsync: "off" });
const database = openDatabase(server.url, { connections: 3 });
afterAll(async () => {
  await database.$disconnect();
  await server.stop();
});
await database.$executeRawUnsafe('CREATE TABLE "Person" ("id" bigint PRIMARY KEY)');

async function errorOf(work: (db: Database) => Promise<unknown>, db = database): Promise<unknown> {
  return work(db).then(
    () => {
      throw new Error("it should have failed");
    },
    (error: unknown) => error,
  );
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(server.url);
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** PostgreSQL refuses with that SQLSTATE, in the words of a server that speaks Russian. */
const raise = (db: Pick<Database, "$executeRawUnsafe">, code: string) =>
  db.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'завершение по команде' USING ERRCODE = '${code}'; END $$`);

describe("by its SQLSTATE, whatever language PostgreSQL speaks,", () => {
  it.each(["08006", "25006", "53200", "53300", "57P01", "57P03", "57P05"])("%s is away", async (code) => {
    expect(databaseTrouble(await errorOf((db) => raise(db, code)))).toBe("away");
    expect(databaseTrouble(await errorOf((db) => db.$transaction((tx) => raise(tx, code))))).toBe("away");
  });

  it.each(["57014", "55P03", "40001", "40P01"])("%s is busy", async (code) => {
    expect(databaseTrouble(await errorOf((db) => raise(db, code)))).toBe("busy");
  });

  it.each(["22021", "22P05", "22003", "23505", "42P01"])("%s is a mistake", async (code) => {
    expect(databaseTrouble(await errorOf((db) => raise(db, code)))).toBeUndefined();
  });

  it("so is what was wrapped in another error", async () => {
    const cause = await errorOf((db) => raise(db, "57P03"));
    expect(isUnreachable(new Error("3 groups not looked after", { cause }))).toBe(true);
  });
});

it("a value that Prisma cannot read, or does not take, would not be read the next time either", async () => {
  expect(databaseTrouble(await errorOf((db) => db.$queryRaw`SELECT '[1,2]'::int4range`))).toBeUndefined();
  expect(databaseTrouble(await errorOf((db) => db.$queryRaw`SELECT ${new Date(Number.NaN)}`))).toBeUndefined();
});

it("a server with no connection left is away: for a raw statement, a model and a transaction", async () => {
  const hogs: pg.Client[] = [];
  for (let full = false; !full; ) {
    await connect().then(
      (client) => hogs.push(client),
      () => {
        full = true;
      },
    );
  }
  const another = openDatabase(server.url, { connections: 3 });
  const errors = [
    await errorOf((db) => db.$queryRaw`SELECT 1`, another),
    await errorOf((db) => db.person.findMany({ select: { id: true } }), another),
    await errorOf((db) => db.$transaction((tx) => tx.$queryRaw`SELECT 1`), another),
    await connect().catch((error: unknown) => error),
  ];
  expect(errors.map(databaseTrouble)).toEqual(["away", "away", "away", "away"]);
  await Promise.all(hogs.map((hog) => hog.end()));
  await another.$disconnect();
});

it("a locked table is busy: by a statement that waits too long, raw or of a model, and by a transaction", async () => {
  const locker = await connect();
  await locker.query('BEGIN; LOCK TABLE "Person"');
  const waiting = (limit: "statement_timeout" | "lock_timeout") => (db: Database) =>
    db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL ${limit} = 50`);
      await tx.person.findMany({ select: { id: true } });
    });
  expect(databaseTrouble(await errorOf(waiting("statement_timeout")))).toBe("busy");
  expect(databaseTrouble(await errorOf(waiting("lock_timeout")))).toBe("busy");
  await locker.end();
});

it("a read-only server is away", async () => {
  const readOnly = (db: Database) =>
    db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe("SET TRANSACTION READ ONLY");
      await tx.$executeRawUnsafe('INSERT INTO "Person" VALUES (1)');
    });
  expect(databaseTrouble(await errorOf(readOnly))).toBe("away");
});

it("a transaction that found no free connection is away, and one that took too long busy", async () => {
  const single = openDatabase(server.url, { connections: 1 });
  const nothing = async () => {};
  const slow = single.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(0.3)`.then(nothing), {
    maxWait: 60_000,
    timeout: 100,
  });
  const crowded = single.$transaction(nothing, { maxWait: 20 });
  const [late, refused] = await Promise.allSettled([slow, crowded]);
  expect(late.status === "rejected" && databaseTrouble(late.reason)).toBe("busy");
  expect(refused.status === "rejected" && databaseTrouble(refused.reason)).toBe("away");
  await single.$disconnect();
});

it("a connection that breaks is away: terminated, in a transaction, and by a server that dies", async () => {
  const admin = await connect();
  const end = (filter: string) =>
    admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND ${filter}`);
  const isAsleep = async () =>
    (await admin.query("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")).rowCount ?? 0;
  const terminated = errorOf((db) => db.$executeRaw`SELECT pg_sleep(60)`);
  await expect.poll(isAsleep).toBe(1);
  await end("wait_event = 'PgSleep'");
  expect(databaseTrouble(await terminated)).toBe("away");

  const inTransaction = await errorOf((db) =>
    db.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`;
      await end(`pid = ${row?.pid}`);
      await tx.$queryRaw`SELECT 1`;
      await tx.$queryRaw`SELECT 2`;
    }),
  );
  expect(databaseTrouble(inTransaction)).toBe("away");

  const dies = errorOf((db) => db.$executeRaw`SELECT pg_sleep(60)`);
  await expect.poll(isAsleep).toBe(1);
  await server.restart(0, "immediate");
  expect(databaseTrouble(await dies)).toBe("away");
});

it("nobody who listens is away, too", async () => {
  const url = Object.assign(new URL(server.url), { port: "1" }).href;
  const nowhere = openDatabase(url);
  expect(databaseTrouble(await errorOf((db) => db.$queryRaw`SELECT 1`, nowhere))).toBe("away");
  expect(databaseTrouble(await errorOf((db) => db.person.findMany(), nowhere))).toBe("away");
  await nowhere.$disconnect();
});

import { expect, it } from "vitest";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { testDatabase } from "../../support/database.ts";

const { database } = await testDatabase();

const waiting = async (): Promise<number> => {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM pg_locks WHERE NOT granted AND pid IN (
      SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
  return row?.count ?? 0;
};

it("two instances that got the same updates in another order write their receipts one after the other", async () => {
  const receipts = new Receipts(database);
  const written = await database.$transaction(async (other) => {
    await other.$executeRaw`INSERT INTO "UpdateReceipt" ("key") VALUES ('1')`;
    const both = Promise.allSettled([receipts.record("2"), receipts.record("1")]);
    await expect.poll(waiting).toBeGreaterThan(0);
    await other.$executeRaw`INSERT INTO "UpdateReceipt" ("key") VALUES ('2') ON CONFLICT DO NOTHING`;
    return { both };
  });
  expect(await written.both).toMatchObject([{ status: "fulfilled" }, { status: "fulfilled" }]);
});

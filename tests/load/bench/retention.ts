import { openDatabase } from "../../../bot/database/database.ts";
import { forgetDeliveries } from "../../../bot/delivery/forget-store.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { administer } from "../../support/administer.ts";
import { createMigrated } from "../demo-database.ts";
import { firstId, peopleSql } from "../outbox.ts";
import { type Benchmark, type Row, round } from "./benchmark.ts";

const day = 86_400_000;

/** So many settled a day over a month and a half, in the order in which they were made. */
const settledSql = (count: number, people: number) => `
  SET synchronous_commit = off;
  INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "state", "settledAt", "attempts",
                          "door", "chatId", "messageId")
  SELECT ${firstId} + 1 + i % ${people}, 'note', jsonb_build_object('number', i), 'normal', 'load:' || i, at, at, 'sent', at, 1,
    'telegram', (${firstId} + 1 + i % ${people})::text, i::text
  FROM (SELECT i, now() - interval '45 days' + i * (interval '45 days' / ${count}) AS at FROM generate_series(1, ${count}) i) made;
  INSERT INTO "UpdateReceipt" ("key", "handledAt")
  SELECT 'telegram:' || i, now() - interval '3 days' + i * (interval '3 days' / ${count}) FROM generate_series(1, ${count}) i`;

/** What a night's housekeeping deletes of the largest tables, and what a row of them takes on disk with its indexes. */
export const retention: Benchmark = {
  name: "retention",
  async run({ server, quick, say }) {
    const count = quick ? 300_000 : 3_000_000;
    const url = await createMigrated(server.url);
    say(`retention: ${count} deliveries and as many receipts`);
    await administer(url, peopleSql(1_000));
    await administer(url, `${settledSql(count, 1_000)}; ANALYZE "Delivery"; ANALYZE "UpdateReceipt"`);
    const bytes = await Promise.all(["Delivery", "UpdateReceipt"].map((table) => bytesPerRow(url, table, count)));
    const database = openDatabase(url);
    const before = (days: number) => new Date(systemClock.now().getTime() - days * day);
    const timed = async (work: () => Promise<number>) => {
      const started = performance.now();
      const rows = await work();
      return { rows, seconds: (performance.now() - started) / 1_000 };
    };
    say("retention: deletes");
    const deliveries = await timed(() => forgetDeliveries(database, before(37.5)));
    const receipts = await timed(() => new Receipts(database).forget(before(2)));
    // As many again from the front each time, as it was before: a step reads what those before it deleted.
    const control = await timed(async () => {
      for (let deleted = 0; ; ) {
        const gone = await database.$executeRaw`
          DELETE FROM "Delivery" WHERE "id" IN (
            SELECT "id" FROM "Delivery" WHERE "state" IN ('sent', 'failed', 'expired', 'cancelled', 'uncertain')
              AND "settledAt" < ${before(30)} LIMIT 10000)`;
        deleted += gone;
        if (gone < 10_000) return deleted;
      }
    });
    await database.$disconnect();
    const tell = ({ rows, seconds }: { rows: number; seconds: number }) =>
      `${rows} in ${round(seconds, 1)} s (${round(rows / seconds)}/s)`;
    const row = (what: string, result: typeof deliveries, size: number | undefined): Row => ({
      what: `${what} of ${count} deleted by housekeeping`,
      measured: `${tell(result)}${size === undefined ? "" : `; ${round(size)} bytes a row with its indexes`}`,
      figures: { ...result, ...(size !== undefined && { bytes: size }) },
    });
    return [
      row("deliveries", deliveries, bytes[0]),
      row("receipts", receipts, bytes[1]),
      row("deliveries, from the front each time,", control, undefined),
    ];
  },
};

async function bytesPerRow(url: string, table: string, rows: number): Promise<number> {
  const { rows: found } = await administer(url, `SELECT pg_total_relation_size('"${table}"')::float8 AS "bytes"`);
  return ((found as { bytes: number }[])[0]?.bytes ?? Number.NaN) / rows;
}

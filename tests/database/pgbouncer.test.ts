import { describe, expect, it, onTestFinished } from "vitest";
import { prepareRole } from "../../bot/database/server/pooled.ts";
import { runUntilExit, startBot } from "../load/bot-process.ts";
import { administer } from "../support/administer.ts";
import { openInstance, testDatabase } from "../support/database.ts";
import { endCleanly } from "../support/end-cleanly.ts";
import { hasPgBouncer, startPgBouncer } from "../support/pgbouncer.ts";
import { openTelegram } from "../support/telegram.ts";

describe.skipIf(!hasPgBouncer)("behind PgBouncer in transaction mode (Debian's package pgbouncer)", () => {
  it("a bot without the server's own address is told what to set", async () => {
    const { url } = await testDatabase();
    const { apiRoot, token } = await openTelegram();
    const DATABASE_URL = await startPgBouncer(url);
    const env = { DATABASE_URL, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, LOG_LEVEL: "silent", PORT: "0" };
    expect(await runUntilExit(env)).toEqual({
      code: 1,
      output:
        "A pooler such as PgBouncer stands at DATABASE_URL: set DATABASE_DIRECT_URL to the address of PostgreSQL itself.\n",
    });
  });

  it("everybody is answered while connections change hands, and no lock stays behind", async () => {
    const { url, database } = await testDatabase({}, "city");
    await database.$disconnect();
    const telegram = await openTelegram({ limits: "lifted" });
    const { apiRoot, token } = telegram;
    const DATABASE_URL = await startPgBouncer(url);
    const env = { DATABASE_URL, DATABASE_DIRECT_URL: url, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, PORT: "0" };
    const bot = await startBot(env);
    onTestFinished(() => bot.kill());
    const people = Array.from({ length: 8 }, (_, index) => telegram.person(`Житель ${index}`, { languageCode: "ru" }));
    // Statements get their names at the fifth time, so each is asked more often than that.
    await Promise.all(
      people.map(async (person) => {
        await person.says("/start");
        for (let round = 0; round < 7; round += 1)
          for (const said of ["/weekend", "концерт", "/my", "/classes", "/tonight"]) await person.says(said);
      }),
    );
    const tell = async () => (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text();
    // All that was said, the start and seven rounds of five each.
    await expect.poll(tell).toContain('ishek_updates_total{kind="message",outcome="handled"} 288');
    const metrics = await tell();
    expect(metrics).not.toMatch(/outcome="(failed|again|given up)"\} [1-9]/);
    expect(metrics).toMatch(/ishek_database_up 1/);
    await endCleanly(bot);
    expect(bot.output()).not.toMatch(/42P05|26000|startup parameter/);
    const locks = await administer(
      url,
      "SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    expect(locks.rows).toEqual([{ count: 0 }]);
  });

  it("named statements are what breaks it", async () => {
    const { url } = await testDatabase();
    const pooled = await startPgBouncer(url);
    await prepareRole(pooled, url);
    const rounds = async (isPooled: boolean) => {
      const clients = [1, 2, 3, 4].map(() => openInstance(pooled, { isPooled, connections: 2 }));
      onTestFinished(() => Promise.all(clients.map((client) => client.$disconnect())).then(() => {}));
      const asked = clients.flatMap((client) => Array.from({ length: 40 }, () => client.person.count()));
      return (await Promise.allSettled(asked)).filter(({ status }) => status === "rejected").length;
    };
    expect(await rounds(true)).toBe(0);
    expect(await rounds(false)).toBeGreaterThan(0);
  });

  it("times are UTC and statements have a limit, by the role itself", async () => {
    const { url } = await testDatabase();
    const pooled = await startPgBouncer(url);
    await prepareRole(pooled, url);
    const database = openInstance(pooled, { isPooled: true });
    onTestFinished(() => database.$disconnect());
    const [row] = await database.$queryRawUnsafe<object[]>(
      "SELECT current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS longest, now() AS now",
    );
    expect(row).toMatchObject({ zone: "UTC", longest: "15s", now: expect.any(Date) });
  });
});

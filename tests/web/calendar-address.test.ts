import { beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { findCalendarToken, replaceCalendarToken } from "../../bot/reminders/personal-calendar-store.ts";
import { calendarFeed } from "../../bot/web/calendar-feed.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { openFeed } from "./feed.ts";

const { database, services, clock, get, remind, somebody } = await openFeed();

describe("the address of a personal calendar", () => {
  let alsu = { id: 0, token: "" };
  beforeAll(async () => {
    alsu = await somebody();
    await remind(alsu.id, {});
  });

  it("has at least 128 random bits and stays the same", async () => {
    expect(Buffer.from(alsu.token, "base64url").length * 8).toBeGreaterThanOrEqual(128);
    expect(await findCalendarToken(database, alsu.id)).toBe(alsu.token);
  });

  it("answers as a calendar that nobody else may keep", async () => {
    const { headers } = await get(alsu.token);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toContain("private");
    expect(headers.get("x-robots-tag")).toBe("noindex");
  });

  it("answers 304 as long as nothing changed, however much time goes by", async () => {
    const tag = (await get(alsu.token)).headers.get("etag") ?? "";
    clock.advance({ seconds: 3_600 });
    const again = await get(alsu.token, { "If-None-Match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await remind(alsu.id, {});
    expect((await get(alsu.token, { "If-None-Match": tag })).status).toBe(200);
  });

  it("is nobody's as soon as it is replaced", async () => {
    const token = await replaceCalendarToken(database, alsu.id);
    expect((await get(alsu.token)).status).toBe(404);
    expect((await get(token ?? "")).status).toBe(200);
  });

  it.each(["x", "..%2f..%2fetc", "%00", "a".repeat(500), "null", "' OR 1=1"])("is not %j", async (token) => {
    expect((await get(token)).status).toBe(404);
  });

  it("costs one statement, found or not", async () => {
    const statements: string[] = [];
    const { database: counted } = await testDatabase({ onStatement: (sql) => statements.push(sql) });
    await counted.person.create({ data: personRow(clock.now(), { id: 1n, calendarToken: "known" }) });
    const app = calendarFeed({ ...services, database: counted }, "ishek_bot");
    for (const token of ["known", "unknown"]) {
      statements.length = 0;
      await app.request(`/calendar/${token}.ics`);
      expect(statements).toHaveLength(1);
    }
  });

  it("asks to come again, and stays out of the log, while the database is away", async () => {
    const lines: string[] = [];
    const log = createLog("silent", false);
    log.error = (...parts: unknown[]) =>
      void lines.push(JSON.stringify(parts, Object.getOwnPropertyNames(new Error())));
    const broken = { ...database, $queryRaw: () => Promise.reject(new Error("away")) } as unknown as typeof database;
    const answer = await calendarFeed({ ...services, database: broken, log }, "b").request(
      "/calendar/secret-token.ics",
    );
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain("secret-token");
  });
});

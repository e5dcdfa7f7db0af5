import { beforeAll, describe, expect, it } from "vitest";
import { newCode } from "../../bot/classes/certificates/code.ts";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import { certificatePage } from "../../bot/web/certificate-page.ts";
import { Misses } from "../../bot/web/misses.ts";
import { words } from "../support/city.ts";
import { testDatabase } from "../support/database.ts";
import { courseRow, groupRow } from "../support/factories/course.ts";
import { personRow } from "../support/factories/person.ts";
import { stoppedClock } from "../support/telegram.ts";

const statements: string[] = [];
const { database } = await testDatabase({ onStatement: (sql) => statements.push(sql) });
const clock = stoppedClock();
const page = certificatePage({
  database,
  words,
  clock,
  log: createLog("silent", false),
  city: { timeZone: "Europe/Moscow", language: "ru" },
  publicUrl: undefined,
  botUsername: "ishek_bot",
  imports: new RunningImports(),
});
const get = (code: string, language = "ru") =>
  page.request(`/certificate/${encodeURIComponent(code)}`, { headers: { "Accept-Language": language } });

beforeAll(async () => {
  const title = "Смартфон <с нуля> & дальше";
  await database.person.create({ data: personRow(clock.now(), { id: 1n, language: "tt" }) });
  const { groups } = await database.course.create({
    data: courseRow(clock.now(), {
      texts: { create: { language: "ru", title } },
      groups: { create: groupRow(clock.now(), {}) },
    }),
    include: { groups: true },
  });
  const times = { createdAt: clock.now(), changedAt: clock.now() };
  const groupId = groups[0]?.id ?? 0;
  const { id: enrolmentId } = await database.enrolment.create({
    data: { groupId, personId: 1n, state: "enrolled", ticket: 1, ...times },
  });
  const issued = {
    name: "Гөлнара Җәмилева",
    language: "tt" as const,
    attended: 10,
    lessons: 12,
    issuedAt: clock.now(),
  };
  await database.certificate.create({ data: { code: "K7QW3M9XTA", enrolmentId, ...issued } });
});

describe("the page of a certificate", () => {
  it.each([
    ["ru", "ru-RU,ru;q=0.9,en;q=0.8"],
    ["tt", "tt,ru;q=0.9"],
    ["en", "en-GB"],
    ["en", "de-DE,en;q=0.5"],
    ["ru", "de"],
  ] as const)("says in %s for %s to whom, what and when", async (language, header) => {
    const t = words.for(language);
    clock.advance({ seconds: 1 });
    const answer = await get("k7q-w3m-9xta", header);
    expect(answer.status).toBe(200);
    const body = await answer.text();
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(t("certificate.real"));
    expect(body).toContain("Гөлнара Җәмилева");
    expect(body).toContain("Смартфон &lt;с нуля&gt; &amp; дальше");
    expect(body).toContain("2026");
  });

  it("is neither listed nor kept, and loads nothing", async () => {
    clock.advance({ seconds: 1 });
    const { headers } = await get("K7QW3M9XTA");
    expect(headers.get("x-robots-tag")).toContain("noindex");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("vary")).toBe("Accept-Language");
  });

  it("says that there is none, for a code that is nobody's and for what is no code at all", async () => {
    clock.advance({ seconds: 1 });
    const t = words.for("ru");
    for (const code of ["AAAAAAAAAA", "1", "<script>", "K7QW3M9XT", "%00"]) {
      const answer = await get(code);
      expect(answer.status, code).toBe(404);
      expect(await answer.text()).toContain(t("certificate.none"));
    }
  });

  it("asks the database nothing for what cannot be a code", async () => {
    statements.length = 0;
    await get("0000000000");
    expect(statements).toEqual([]);
  });

  it("answers forty real checks beside a stranger who tries thousands of codes, behind one proxy", async () => {
    clock.advance({ seconds: 60 });
    statements.length = 0;
    const proxy = { incoming: { socket: { remoteAddress: "10.0.0.1" } } };
    const ask = async (code: string) => (await page.request(`/certificate/${code}`, {}, proxy)).status;
    const strangers: number[] = [];
    const real: number[] = [];
    for (let second = 0; second < 40; second += 1) {
      const tried = Array.from({ length: 60 }, () => ask(newCode()));
      real.push(await ask("K7QW3M9XTA"));
      strangers.push(...(await Promise.all(tried)));
      clock.advance({ seconds: 1 });
    }
    expect(real).toEqual(Array.from({ length: 40 }, () => 200));
    expect(strangers.filter((status) => status === 404)).toHaveLength(30);
    expect(strangers.filter((status) => status === 429)).toHaveLength(2_370);
    // Sixty-one codes of a moment share a statement.
    expect(statements.length).toBeLessThanOrEqual(80);
  });

  it("counts each address for itself, and anew each minute", async () => {
    clock.advance({ seconds: 60 });
    const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
    const ask = async (address: string) => (await page.request("/certificate/AAAAAAAAAA", {}, from(address))).status;
    for (let index = 0; index < 31; index += 1) await ask("10.0.0.2");
    expect(await ask("10.0.0.2")).toBe(429);
    expect(await ask("10.0.0.3")).toBe(404);
    clock.advance({ seconds: 60 });
    expect(await ask("10.0.0.2")).toBe(404);
  });
});

it("misses are remembered of so many addresses and no more", () => {
  const misses = new Misses();
  for (let index = 0; index < 30_000; index += 1) misses.add(`address ${index}`, clock.now());
  expect(misses.size).toBe(10_000);
});

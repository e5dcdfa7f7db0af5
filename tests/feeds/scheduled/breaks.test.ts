import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { december5, day as oneDay, page, record } from "../kudago-records.ts";
import { serve } from "../sources/server.ts";
import { day, openFeedOffice } from "./feed-office.ts";

const { database, office, make, run, deliveries } = await openFeedOffice();

const ids = [1, 2, 3, 4, 5, 6];
const dateOf = (id: number, shift = 0) => [{ start: december5 + id * oneDay + shift }];
const recordOf = (id: number, changes: object = {}) =>
  record({ id, title: `концерт номер ${id}`, dates: dateOf(id), ...changes });
const whole = page(ids.map((id) => recordOf(id)));

/** The programme as residents see it. */
const programme = () =>
  database.event.findMany({
    select: {
      id: true,
      publishedAt: true,
      withdrawnAt: true,
      texts: { select: { title: true } },
      occurrences: { select: { id: true, startsAt: true, status: true, sequence: true } },
    },
    orderBy: { id: "asc" },
  });

/** An address at which nobody listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end();
const text =
  (body: string | Uint8Array): RequestListener =>
  (_, response) =>
    void response.end(body);

interface Way {
  name: string;
  answer: RequestListener | "nobody listens";
  outcome: "failed" | "held";
  /** What the account says of it. */
  says: object;
  /** Whether it is told when it happens for the first time. */
  isToldAtOnce: boolean;
  isSlow?: boolean;
}

const web = (reason: string, more: object = {}) => ({ problem: { code: "web", reason, ...more } });

const ways: Way[] = [
  { name: "is down", answer: "nobody listens", outcome: "failed", says: web("refused"), isToldAtOnce: false },
  { name: "is slow", answer: () => {}, outcome: "failed", says: web("slow"), isToldAtOnce: false, isSlow: true },
  { name: "answers 500", answer: status(500), outcome: "failed", says: web("status"), isToldAtOnce: false },
  {
    name: "answers 429",
    answer: status(429, { "retry-after": "7200" }),
    outcome: "failed",
    says: web("busy", { retryAfter: 7200 }),
    isToldAtOnce: false,
  },
  {
    name: "sends a web page",
    answer: text("<!doctype html><title>Проверка браузера</title>"),
    outcome: "failed",
    says: { problem: { code: "no_json" } },
    isToldAtOnce: true,
  },
  {
    name: "sends half a list",
    answer: text(whole.slice(0, whole.length / 2)),
    outcome: "failed",
    says: { problem: { code: "json_breaks_off" } },
    isToldAtOnce: true,
  },
  {
    name: "sends less than half of its records",
    answer: text(page([recordOf(1), recordOf(2)])),
    outcome: "held",
    says: { held: "fewer", expected: 6, kept: 2 },
    isToldAtOnce: true,
  },
  {
    name: "changes its ids",
    answer: text(page(ids.map((id) => recordOf(id, { id: id + 100 })))),
    outcome: "held",
    says: { held: "fewer", expected: 6, kept: 0, created: 6 },
    isToldAtOnce: true,
  },
  {
    name: "is empty",
    answer: text(page([])),
    outcome: "held",
    says: { held: "fewer", expected: 6, kept: 0 },
    isToldAtOnce: true,
  },
  {
    name: "breaks its encoding",
    answer: text(Buffer.concat([Buffer.from('[{"id":1,"title":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}]')])),
    outcome: "failed",
    says: { problem: { code: "no_json" } },
    isToldAtOnce: true,
  },
  {
    name: "redirects to a private address",
    answer: status(302, { location: "http://10.0.0.1/secret" }),
    outcome: "failed",
    says: web("private"),
    isToldAtOnce: true,
  },
  {
    name: "moves all its hours",
    answer: text(page(ids.map((id) => recordOf(id, { dates: dateOf(id, 3 * 3600) })))),
    outcome: "held",
    says: { held: "changed", changed: 6 },
    isToldAtOnce: true,
  },
];

describe("a scheduled feed that", () => {
  it.each(ways)("$name loses nothing and tells nobody wrongly", async (way) => {
    let answer: RequestListener = text(whole);
    const root = await serve((request, response) => answer(request, response));
    const feedId = await make({ kind: "kudago", address: `${root}/events/` });
    expect(await run(feedId)).toMatchObject({ outcome: "done", account: { created: 6 } });
    const before = await programme();
    const [first] = before;
    // Somebody waits for one of them.
    await database.reminder.create({
      data: { personId: 2n, occurrenceId: first?.occurrences[0]?.id ?? 0, minutes: 60, createdAt: office.now },
    });

    if (way.answer === "nobody listens")
      await database.feed.update({ where: { id: feedId }, data: { address: await closedPort() } });
    else answer = way.answer;
    if (way.isSlow) office.patience = 1_500;
    for (const times of [1, 2, 3]) {
      office.now = new Date(office.now.getTime() + day);
      expect(await run(feedId)).toMatchObject({ outcome: way.outcome, account: way.says });
      expect(await programme()).toEqual(before);
      expect(await deliveries()).toEqual(way.isToldAtOnce || times === 3 ? ["feed-trouble"] : []);
    }

    // Well again, nothing has changed, and the next trouble will be told anew.
    office.patience = 60_000;
    answer = text(whole);
    await database.feed.update({ where: { id: feedId }, data: { address: `${root}/events/` } });
    office.now = new Date(office.now.getTime() + day);
    expect(await run(feedId)).toMatchObject({ outcome: "done", account: { unchanged: 6, vanished: 0 } });
    expect(await programme()).toEqual(before);
    expect(await deliveries()).toEqual(["feed-trouble"]);
    expect(await database.feed.findUnique({ where: { id: feedId } })).toMatchObject({ failures: 0, toldAt: null });
  });
});

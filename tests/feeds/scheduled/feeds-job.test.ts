import { describe, expect, it } from "vitest";
import { pauseFeed, setHour } from "../../../bot/feeds/scheduled/feed-store.ts";
import { runDueFeeds } from "../../../bot/feeds/scheduled/feeds-job.ts";
import { runFeed } from "../../../bot/feeds/scheduled/run/run-feed.ts";
import { december5, day as oneDay, page, record } from "../kudago-records.ts";
import { serve } from "../sources/server.ts";
import { day, openFeedOffice, timeZone } from "./feed-office.ts";

const { database, office, deps, make, run, titles } = await openFeedOffice();

const recordOf = (id: number, changes: object = {}) =>
  record({ id, title: `концерт номер ${id}`, dates: [{ start: december5 + id * oneDay }], ...changes });

/** A feed whose answer may be changed between its runs. */
async function open(records: unknown[]) {
  const state = { records, asked: 0 };
  const root = await serve((_, response) => {
    state.asked += 1;
    response.end(page(state.records));
  });
  return { state, address: `${root}/events/` };
}

const nextDay = (): void => {
  office.now = new Date(office.now.getTime() + day);
};
const ids = [1, 2, 3, 4];
const usual = () => open(ids.map((id) => recordOf(id)));

describe("feeds by the clock", () => {
  it("are read when they are due, then at their hour, and not while they are paused", async () => {
    const { state, address } = await usual();
    const feedId = await make({ kind: "kudago", address, hour: 6 });
    await runDueFeeds(deps, office.now);
    await runDueFeeds(deps, office.now);
    expect(state.asked).toBe(1);
    // Made at six in the morning, so the next time is tomorrow.
    expect((await database.feed.findUniqueOrThrow({ where: { id: feedId } })).nextAt).toEqual(
      new Date("2026-11-21T03:00:00Z"),
    );
    const admin = { by: 1, now: office.now };
    await setHour(database, admin, feedId, 4, timeZone);
    office.now = new Date("2026-11-21T00:59:00Z");
    await runDueFeeds(deps, office.now);
    expect(state.asked).toBe(1);
    office.now = new Date("2026-11-21T01:00:00Z");
    await runDueFeeds(deps, office.now);
    expect(state.asked).toBe(2);
    await pauseFeed(database, admin, feedId);
    nextDay();
    await runDueFeeds(deps, office.now);
    expect(state.asked).toBe(2);
  });

  it("are read by one of two instances", async () => {
    const { state, address } = await usual();
    await make({ kind: "kudago", address });
    await Promise.all([runDueFeeds(deps, office.now), runDueFeeds(deps, office.now)]);
    expect(state.asked).toBe(1);
    expect(await database.feedRun.count()).toBe(1);
  });

  it("that fail are tried again later each time", async () => {
    const feedId = await make({ kind: "kudago", address: "http://10.0.0.1/" });
    const waits: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      await run(feedId);
      const { nextAt } = await database.feed.findUniqueOrThrow({ where: { id: feedId } });
      waits.push((nextAt.getTime() - office.now.getTime()) / 60_000);
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360]);
  });

  it("stop with the program, and are read again after it has started", async () => {
    const { address } = await usual();
    const feedId = await make({ kind: "kudago", address });
    const stopped = new AbortController();
    stopped.abort();
    expect(await runFeed({ ...deps, signal: stopped.signal }, feedId)).toMatchObject({ outcome: "stopped" });
    expect(await titles()).toEqual([]);
    await runDueFeeds(deps, office.now);
    expect(await titles()).toHaveLength(4);
  });
});

describe("documents and news", () => {
  it("a calendar that did not change is not sent again, and its events are there all the same", async () => {
    const calendar = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Концерт", "DTSTART:20261205T160000Z"];
    const sent: number[] = [];
    const root = await serve((request, response) => {
      const status = request.headers["if-none-match"] === '"1"' ? 304 : 200;
      sent.push(status);
      const text = [...calendar, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");
      response.writeHead(status, { etag: '"1"' }).end(status === 200 ? text : undefined);
    });
    const feedId = await make({ kind: "ical", address: `${root}/calendar.ics` });
    await run(feedId);
    nextDay();
    expect(await run(feedId)).toMatchObject({ outcome: "unmodified", account: { unchanged: 1, vanished: 0 } });
    // After a week it is read anew: rules of calendars lead on.
    office.now = new Date(office.now.getTime() + 7 * day);
    expect(await run(feedId)).toMatchObject({ outcome: "done", account: { unchanged: 1 } });
    expect(sent).toEqual([200, 304, 200]);
  });

  it("news are kept for editors, each once, and never become events", async () => {
    const item = (id: number) =>
      `<item><guid>${id}</guid><title>Новость ${id}</title><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item>`;
    let items = [1, 2];
    const root = await serve((_, response) =>
      response.end(`<rss><channel>${items.map(item).join("")}</channel></rss>`),
    );
    const feedId = await make({ kind: "rss", address: `${root}/news.xml` });
    expect(await run(feedId)).toMatchObject({ account: { hints: 2, created: 0 } });
    items = [2, 3];
    nextDay();
    expect(await run(feedId)).toMatchObject({ account: { hints: 1 } });
    expect(await database.feedHint.count()).toBe(3);
    expect(await database.event.count()).toBe(0);
  });
});

describe("a key", () => {
  it("goes to its source alone: no account, log line or audit entry has it", async () => {
    const key = "secret-key-0123456789";
    const asked: string[] = [];
    const root = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(403).end();
    });
    const feedId = await make({ kind: "culture", address: `${root}/events`, key });
    await run(feedId);
    expect(asked[0]).toContain(key);
    const kept = JSON.stringify([
      await database.feedRun.findMany(),
      (await database.auditEntry.findMany()).map(({ before, after }) => [before, after]),
    ]);
    expect(kept).toContain("no_key");
    expect(kept).not.toContain(key);
  });
});

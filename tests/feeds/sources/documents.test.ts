import { describe, expect, it } from "vitest";
import type { FeedDocument } from "../../../bot/feeds/feed-format.ts";
import { ical } from "../../../bot/feeds/ical/ical.ts";
import { rss } from "../../../bot/feeds/rss/rss.ts";
import { sheet } from "../../../bot/feeds/sheet/sheet.ts";
import { eventsOf, type ReadSource, readSource, remarksOf, serve } from "./server.ts";

const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:1@example.org",
  "SUMMARY:Концерт",
  "DTSTART:20261205T160000Z",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

/** Serves one document, which is not sent to who has it. */
async function open(text: string | Uint8Array): Promise<{ address: string; sent: number[] }> {
  const sent: number[] = [];
  const root = await serve((request, response) => {
    const status = request.headers["if-none-match"] === '"one"' ? 304 : 200;
    sent.push(status);
    response.writeHead(status, { etag: '"one"' }).end(status === 200 ? text : undefined);
  });
  return { address: `${root}/feed`, sent };
}

const documentsOf = ({ entries }: ReadSource): FeedDocument[] =>
  entries.flatMap((entry) => (entry.kind === "document" ? [entry.document] : []));
const hintsOf = ({ entries }: ReadSource) => entries.flatMap((entry) => (entry.kind === "hint" ? [entry.hint] : []));

describe("a calendar by address", () => {
  it("is sent again only when it changed", async () => {
    const { address, sent } = await open(calendar);
    const first = await readSource(ical, address);
    expect(eventsOf(first).map(({ id }) => id)).toEqual(["1@example.org"]);
    const second = await readSource(ical, address, { known: documentsOf(first) });
    expect(second.entries).toEqual([{ kind: "unmodified", url: address }]);
    expect(sent).toEqual([200, 304]);
  });

  it.each([
    ["a calendar", ical],
    ["a table", sheet],
    ["news", rss],
  ])("in whose place a web page stands is no %s", async (_, reader) => {
    const { address } = await open("<!DOCTYPE html><html><body>Войдите</body></html>");
    expect((await readSource(reader, address)).error).toMatch(/answered with a web page instead of data/u);
  });
});

describe("a server that asks to wait", () => {
  it("is asked again when it said so, and left alone when that is long", async () => {
    let answers = 0;
    const root = await serve((request, response) => {
      answers += 1;
      const wait = request.url === "/long" ? "7200" : "0";
      if (answers === 1 || request.url === "/long") return response.writeHead(429, { "retry-after": wait }).end();
      return response.end(calendar);
    });
    expect(eventsOf(await readSource(ical, `${root}/short`))).toHaveLength(1);
    expect((await readSource(ical, `${root}/long`)).error).toMatch(/asks to come back later/u);
    expect(answers).toBe(3);
  });
});

describe("news", () => {
  const item = (title: string, link: string) =>
    `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>Fri, 20 Nov 2026 09:00:00 +0300</pubDate><description>&lt;p&gt;5 декабря в 19:00&lt;/p&gt;</description></item>`;
  const channel = (...items: string[]) =>
    `<rss version="2.0"><channel><title>Новости</title>${items.join("")}</channel></rss>`;

  it("are hints without a date, never events", async () => {
    const { address } = await open(channel(item("В парке откроют каток", "https://news.example.org/1")));
    const read = await readSource(rss, address);
    expect(eventsOf(read)).toEqual([]);
    expect(hintsOf(read)).toEqual([
      {
        recordId: "https://news.example.org/1",
        title: "В парке откроют каток",
        text: "5 декабря в 19:00",
        url: "https://news.example.org/1",
      },
    ]);
  });

  it("may be Atom", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>Концерт</title><link href="https://news.example.org/2"/><summary>скоро</summary></entry></feed>`;
    const { address } = await open(atom);
    expect(hintsOf(await readSource(rss, address))).toMatchObject([
      { recordId: "tag:1", title: "Концерт", text: "скоро" },
    ]);
  });

  it("without words are refused, and a text that is no feed is none", async () => {
    const { address } = await open("<rss><channel><item><guid>1</guid></item></channel></rss>");
    expect(remarksOf(await readSource(rss, address))).toEqual(["?: no_title"]);
    const other = await open("просто текст");
    expect((await readSource(rss, other.address)).error).toBe("there is no list of events in it");
  });
});

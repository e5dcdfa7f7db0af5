import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FeedDocument } from "../../../bot/feeds/feed-format.ts";
import { pages } from "../../../bot/feeds/pages/pages.ts";
import { addressOf, eventsOf, type ReadSource, readSource, remarksOf, serve } from "./server.ts";

const event = (changes: Record<string, unknown> = {}) => ({
  "@context": "https://schema.org",
  "@type": "TheaterEvent",
  name: "Спектакль «Зимняя дорога»",
  startDate: "2026-12-05T18:30:00+03:00",
  endDate: "2026-12-05T20:30:00+03:00",
  eventStatus: "https://schema.org/EventScheduled",
  eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
  location: {
    "@type": "Place",
    name: "Театр на Речной",
    address: { "@type": "PostalAddress", streetAddress: "ул. Речная, 3", addressLocality: "Казань" },
    geo: { latitude: "55.79", longitude: 49.12 },
  },
  offers: [{ "@type": "Offer", price: "400", priceCurrency: "RUB", url: "/tickets/1" }, { price: 900 }],
  image: ["/img/road.jpg"],
  description: "<p>Сказка &mdash; для взрослых.</p>",
  organizer: { "@type": "Organization", name: "Театр на Речной" },
  performer: [{ name: "Труппа театра" }],
  inLanguage: "tt-RU",
  typicalAgeRange: "12+",
  ...changes,
});

const html = (...scripts: unknown[]) =>
  `<!doctype html><html><head>${scripts
    .map((one) => `<script type="application/ld+json">${typeof one === "string" ? one : JSON.stringify(one)}</script>`)
    .join("")}</head><body><h1>Афиша</h1></body></html>`;

/** A site by its paths. A page's tag is its text; a path that is not there is 404. */
async function openSite(texts: Record<string, string>, status: Record<string, number> = {}) {
  const asked: string[] = [];
  const root = await serve((request, response) => {
    const { pathname } = addressOf(request);
    asked.push(pathname);
    const text = texts[pathname]?.replaceAll("ROOT", `http://${request.headers.host}`);
    if (text === undefined || status[pathname] !== undefined)
      return response.writeHead(status[pathname] ?? 404).end("<html>нет</html>");
    const etag = `"${createHash("sha256").update(text).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { etag, "last-modified": "Fri, 20 Nov 2026 08:00:00 GMT" }).end(text);
  });
  return { root, asked };
}

const documentsOf = ({ entries }: ReadSource): FeedDocument[] =>
  entries.flatMap((entry) => (entry.kind === "document" ? [entry.document] : []));
const unmodifiedOf = ({ entries }: ReadSource) =>
  entries.flatMap((entry) => (entry.kind === "unmodified" ? [new URL(entry.url).pathname] : []));

describe("a page with schema.org/Event", () => {
  it("gives an event with everything it says", async () => {
    const { root } = await openSite({ "/play": html(event()) });
    const read = await readSource(pages, `${root}/play`);
    const [found] = eventsOf(read);
    expect(found).toMatchObject({
      id: `${root}/play`,
      section: "theatre",
      attendanceMode: "on_site",
      texts: { ru: { title: "Спектакль «Зимняя дорога»", body: "Сказка — для взрослых.", who: "Труппа театра" } },
      occurrences: [
        {
          startsAt: new Date("2026-12-05T15:30:00Z"),
          endsAt: new Date("2026-12-05T17:30:00Z"),
          place: {
            texts: { ru: { title: "Театр на Речной", address: "Казань, ул. Речная, 3" } },
            latitude: 55.79,
            longitude: 49.12,
          },
        },
      ],
      priceMin: 400,
      priceMax: 900,
      ageMin: 12,
      heldIn: "tt",
      institution: { names: { ru: "Театр на Речной" } },
    });
    expect(remarksOf(read)).toEqual([]);
  });

  it.each<[string, unknown, object]>([
    ["in a graph", { "@graph": [{ "@type": "WebPage" }, event()] }, {}],
    ["with a name and a start alone", { "@type": "Event", name: "Концерт", startDate: "2026-12-05T18:30" }, {}],
    ["with a comma too many", `${JSON.stringify(event()).slice(0, -1)},}`, {}],
    ["with a raw line break", JSON.stringify(event()).replace("Сказка", "Ска\nзка"), {}],
    ["with entities", JSON.stringify(event({ description: "" })).replaceAll('"', "&quot;"), {}],
    ["between comments", `<!-- ${JSON.stringify(event())} -->`, {}],
    ["with a list of types", event({ "@type": ["Thing", "MusicEvent"] }), {}],
    ["cancelled", event({ eventStatus: "EventCancelled" }), { status: "cancelled" }],
    ["postponed", event({ eventStatus: "http://schema.org/EventPostponed" }), { status: "postponed" }],
    [
      "moved",
      event({ eventStatus: "https://schema.org/EventRescheduled", previousStartDate: "2026-12-04T18:30:00+03:00" }),
      { status: "moved", previousStartsAt: new Date("2026-12-04T15:30:00Z") },
    ],
  ])("may be %s", async (_, script, date) => {
    const { root } = await openSite({ "/": html(script) });
    expect(eventsOf(await readSource(pages, `${root}/`))).toMatchObject([
      { occurrences: [{ startsAt: new Date("2026-12-05T15:30:00Z"), ...date }] },
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an hour without a zone is the city's", { startDate: "2026-12-05T18:30", endDate: null }, "15:30"],
    ["a day without an hour is the whole day", { startDate: "2026-12-05", endDate: "2026-12-05" }, "21:00"],
  ])("%s", async (_, said, startsAt) => {
    const { root } = await openSite({ "/": html(event(said)) });
    const [date] = eventsOf(await readSource(pages, `${root}/`))[0]?.occurrences ?? [];
    expect(date?.startsAt.toISOString().slice(11, 16)).toBe(startsAt);
    expect(date).not.toHaveProperty("endsAt");
    expect(date?.hasStartTime ?? true).toBe(startsAt === "15:30");
  });

  it("makes one event of a run's dates, and takes the parts of a series for its dates", async () => {
    const dates = ["2026-12-05T18:30", "2026-12-06T18:30"];
    const series = {
      ...event({ startDate: undefined }),
      "@type": "EventSeries",
      subEvent: dates.map((startDate) => ({ startDate })),
    };
    const { root } = await openSite({
      "/run": html(...dates.map((startDate) => event({ startDate, endDate: null }))),
      "/series": html({ ...series, endDate: undefined }),
    });
    const events = eventsOf(await readSource(pages, `${root}/run ${root}/series`));
    expect(events.map(({ occurrences }) => occurrences.length)).toEqual([2, 2]);
  });

  it("tells several events of one page apart", async () => {
    const { root } = await openSite({ "/": html(event(), event({ name: "Концерт" })) });
    const ids = eventsOf(await readSource(pages, `${root}/`)).map(({ id }) => id);
    expect(ids).toEqual([`${root}/#спектакль зимняя дорога`, `${root}/#концерт`]);
  });

  it("online has no place", async () => {
    const at = { "@type": "VirtualLocation", url: "https://stream.example.org" };
    const { root } = await openSite({ "/": html(event({ location: at, eventAttendanceMode: undefined })) });
    const [found] = eventsOf(await readSource(pages, `${root}/`));
    expect(found?.attendanceMode).toBe("online");
    expect(found?.occurrences[0]).not.toHaveProperty("place");
  });

  it.each<[string, string, string[]]>([
    ["over", html(event({ startDate: "2026-10-05", endDate: null })), ["all_past"]],
    ["without a date", html(event({ startDate: null, endDate: null })), ["no_dates"]],
    ["at no time", html(event({ startDate: "скоро", endDate: null })), ["no_usable_date"]],
    ["without a name", html(event({ name: "" })), ["no_title"]],
    ["that is broken", html('{"@type":"Event","name":"'), ["unreadable"]],
    ["in microdata", `<html><div itemscope itemtype="https://schema.org/Event">x</div></html>`, ["microdata"]],
    ["not there", html({ "@type": "WebPage" }), ["no_event_data"]],
    ["with an age in words", html(event({ typicalAgeRange: "школьники" })), ["bad_age_left_out"]],
    ["in two languages", html(event({ inLanguage: ["ru", "tt"] })), ["bad_value"]],
  ])("says what is wrong with an event %s", async (_, text, codes) => {
    const { root } = await openSite({ "/": text });
    expect(remarksOf(await readSource(pages, `${root}/`)).map((said) => said.split(": ").at(-1))).toEqual(codes);
  });
});

describe("a site", () => {
  const map = (...entries: string[]) => `<?xml version="1.0"?><urlset>${entries.join("")}</urlset>`;
  const url = (path: string, changed = "") =>
    `<url><loc>ROOT${path}</loc>${changed && `<lastmod>${changed}</lastmod>`}</url>`;

  it("is read by its sitemap, and again only where it changed", async () => {
    const texts: Record<string, string> = {
      "/sitemap.xml": "<sitemapindex><sitemap><loc>ROOT/events.xml</loc></sitemap></sitemapindex>",
      "/events.xml": map(
        url("/a", "2026-11-19"),
        url("/b"),
        url("/c"),
        "<url><loc>https://elsewhere.example.org/</loc></url>",
      ),
      "/a": html(event({ name: "Концерт А" })),
      "/b": html(event({ name: "Концерт Б" })),
      "/c": html(event({ name: "Концерт В" })),
    };
    const { root, asked } = await openSite(texts);
    const first = await readSource(pages, `${root}/sitemap.xml`);
    expect(eventsOf(first).map(({ id }) => new URL(id).pathname)).toEqual(["/a", "/b", "/c"]);
    texts["/c"] = html(event({ name: "Концерт Г" }));
    asked.length = 0;
    const second = await readSource(pages, `${root}/sitemap.xml`, { known: documentsOf(first) });
    expect(unmodifiedOf(second)).toEqual(["/a", "/b"]);
    expect(eventsOf(second).map(({ texts: { ru } }) => ru?.title)).toEqual(["Концерт Г"]);
    // The first was not even asked for: its sitemap says that it is older than what is known.
    expect(asked).toEqual(["/robots.txt", "/sitemap.xml", "/events.xml", "/b", "/c"]);
  });

  it("that asks programs to stay away is left alone", async () => {
    const { root, asked } = await openSite({
      "/robots.txt": "User-agent: *\nDisallow: /afisha",
      "/afisha/1": html(event()),
    });
    expect((await readSource(pages, `${root}/afisha/1`)).error).toMatch(/asks programs not to read it/u);
    expect(asked).toEqual(["/robots.txt"]);
  });

  it("with one page that fails is read all the same, and says so", async () => {
    const texts = {
      "/map.xml": map(url("/a"), url("/b")),
      "/a": html(event()),
      "/b": html(event({ name: "Концерт" })),
    };
    const { root } = await openSite(texts, { "/a": 500 });
    const read = await readSource(pages, `${root}/map.xml`);
    expect(eventsOf(read)).toHaveLength(1);
    expect(remarksOf(read)).toEqual(["file: page_left_out"]);
  });

  it("that fails throughout is in trouble", async () => {
    const paths = ["/a", "/b", "/c", "/d", "/e", "/f"];
    const texts = Object.fromEntries(paths.map((path) => [path, html(event())]));
    const { root } = await openSite(
      { ...texts, "/map.xml": map(...paths.map((path) => url(path))) },
      Object.fromEntries(paths.map((path) => [path, 500])),
    );
    expect((await readSource(pages, `${root}/map.xml`)).error).toMatch(/answered 500/u);
  });
});

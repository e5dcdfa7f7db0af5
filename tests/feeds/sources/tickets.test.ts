import { describe, expect, it } from "vitest";
import { mos } from "../../../bot/feeds/mos/mos.ts";
import { ticketscloud } from "../../../bot/feeds/ticketscloud/ticketscloud.ts";
import { answerJson, eventsOf, queryOf, readSource, remarksOf, serve } from "./server.ts";

const key = "test-key-0123456789";
const vevent = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT", ""].join("\r\n");

/** An event in the shape of Ticketscloud's simple service. */
const record = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  created_at: "2026-09-19T10:30:24.388000+00:00",
  id: "541c05c037abbd1af8b3398e",
  lifetime: vevent("DTSTART:20261205T160000Z", "DTEND:20261205T180000Z"),
  org: { id: "5357b929f51600525c9e1396", name: "Organizator", desc: null, tags: [] },
  sets: [
    { id: "1", name: "партер", price: "1105.50" },
    { id: "2", name: "балкон", price: "500" },
  ],
  tags: ["концерты", "вечеринки"],
  title: { text: "Найк и друзья", desc: "Новая программа" },
  age_rating: 12,
  status: "public",
  removed: false,
  venue: {
    id: "53eca6fd0fc5f66be2610d8c",
    name: "Клуб «Причал»",
    address: "ул. Речная, 3",
    point: { type: "Point", coordinates: [55.79, 49.12] },
  },
  ...changes,
});

async function openTickets(events: unknown) {
  const root = await serve((request, response) =>
    request.headers.authorization === `key ${key}`
      ? answerJson(request, response, events)
      : answerJson(request, response, { error: "Authentication required" }, 401),
  );
  return `${root}/v1/services/simple/events`;
}

describe("Ticketscloud", () => {
  it("gives an event with everything it says", async () => {
    const read = await readSource(ticketscloud, await openTickets([record()]), { key });
    expect(eventsOf(read)).toEqual([
      {
        id: "541c05c037abbd1af8b3398e",
        section: "music",
        attendanceMode: "on_site",
        texts: { ru: { title: "Найк и друзья", body: "Новая программа" } },
        occurrences: [
          {
            startsAt: new Date("2026-12-05T16:00:00Z"),
            endsAt: new Date("2026-12-05T18:00:00Z"),
            place: {
              origin: "ticketscloud:53eca6fd0fc5f66be2610d8c",
              texts: { ru: { title: "Клуб «Причал»", address: "ул. Речная, 3" } },
              latitude: 55.79,
              longitude: 49.12,
            },
          },
        ],
        isFree: false,
        priceMin: 500,
        priceMax: 1106,
        currency: "RUB",
        institution: { origin: "ticketscloud:5357b929f51600525c9e1396", names: { ru: "Organizator" } },
        ageMin: 12,
      },
    ]);
  });

  it("follows the rule of a lifetime, and takes days for days", async () => {
    const weekly = vevent("DTSTART:20261205T160000Z", "DTEND:20261205T180000Z", "RRULE:FREQ=WEEKLY;COUNT=3");
    const days = vevent("DTSTART;VALUE=DATE-TIME:20261210T000000", "DTEND;VALUE=DATE-TIME:20261220T000000");
    const address = await openTickets({ data: [record({ lifetime: weekly }), record({ id: "2", lifetime: days })] });
    const [show, exhibition] = eventsOf(await readSource(ticketscloud, address, { key }));
    expect(show?.occurrences.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).toEqual([
      "2026-12-05",
      "2026-12-12",
      "2026-12-19",
    ]);
    expect(exhibition?.occurrences).toMatchObject([
      { startsAt: new Date("2026-12-09T21:00:00Z"), endsAt: new Date("2026-12-19T21:00:00Z"), hasStartTime: false },
    ]);
  });

  it.each<[string, unknown, string]>([
    ["taken off the sale", record({ removed: true }), "removed"],
    ["that is hidden", record({ status: "private" }), "removed"],
    ["without a lifetime", record({ lifetime: null }), "no_dates"],
    ["with a lifetime that is none", record({ lifetime: "soon" }), "no_usable_date"],
    ["without a title", record({ title: { text: null } }), "no_title"],
    ["that is none", "x", "no_event"],
  ])("refuses an event %s, and says so", async (_, one, code) => {
    const said = remarksOf(await readSource(ticketscloud, await openTickets([one]), { key }));
    expect(said.map((line) => line.split(": ")[1])).toEqual([code]);
  });

  it("says that a key is wanted, and that a web page is no list", async () => {
    expect((await readSource(ticketscloud, await openTickets([record()]))).error).toMatch(/wants another key/u);
    const page = await openTickets("<!doctype html><title>Проверка браузера</title>");
    expect((await readSource(ticketscloud, page, { key })).error).toMatch(/answered with a web page/u);
  });
});

describe("data.mos.ru", () => {
  const row = (id: number, cells: Record<string, unknown>) => ({ global_id: id, Number: id, Cells: cells });

  it("gives the rows of a data set page by page", async () => {
    const rows = Array.from({ length: 501 }, (_, index) =>
      row(index + 1, { EventName: `Концерт ${index + 1}`, DateBegin: "05.12.2026", TimeBegin: "19:00" }),
    );
    const root = await serve((request, response) => {
      const query = queryOf(request);
      if (query.get("api_key") !== key) return answerJson(request, response, { Message: "key" }, 403);
      const skip = Number(query.get("$skip"));
      return answerJson(request, response, rows.slice(skip, skip + Number(query.get("$top"))));
    });
    const events = eventsOf(await readSource(mos, `${root}/v1/datasets/1/rows`, { key }));
    expect(events).toHaveLength(501);
    expect(events[500]?.occurrences).toEqual([{ startsAt: new Date("2026-12-05T16:00:00Z") }]);
  });

  it("takes a row's columns, and refuses one without a day", async () => {
    const rows = [
      row(1, {
        Name: "Выставка гравюры",
        DateBegin: "01.12.2026",
        DateEnd: "20.12.2026",
        Address: "ул. Речная, 3",
        Price: "от 200 руб.",
        AgeRestriction: "12+",
        geoData: { type: "Point", coordinates: [37.6, 55.7] },
      }),
      row(2, { Name: "Лекция", DateBegin: "скоро" }),
    ];
    const root = await serve((request, response) => answerJson(request, response, rows));
    const read = await readSource(mos, root);
    expect(eventsOf(read)).toMatchObject([
      {
        section: "museums",
        priceMin: 200,
        ageMin: 12,
        occurrences: [
          {
            startsAt: new Date("2026-11-30T21:00:00Z"),
            endsAt: new Date("2026-12-20T21:00:00Z"),
            hasStartTime: false,
            place: { latitude: 55.7, longitude: 37.6 },
          },
        ],
      },
    ]);
    expect(remarksOf(read)).toEqual(["2: bad_date"]);
  });
});

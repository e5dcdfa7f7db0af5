import { describe, expect, it } from "vitest";
import { culture } from "../../../bot/feeds/culture/culture.ts";
import { answerJson, eventsOf, queryOf, readSource, remarksOf, serve } from "./server.ts";

const key = "test-key-0123456789";

/** A record in the shape of PRO.Культура.РФ. Wall clocks look like instants. */
const record = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  _id: 5512034,
  name: "Концерт «Зимний вечер»",
  shortDescription: "Музыка для всей семьи",
  description: "<p>Играет камерный оркестр.</p><p>Вход по билетам.</p>",
  category: { name: "Концерты", sysName: "koncerty" },
  tags: [{ _id: 1, name: "Музыка" }],
  ageRestriction: 6,
  isFree: false,
  price: 350,
  maxPrice: 800,
  image: { url: "https://images.example.org/zima.jpg" },
  start: Date.UTC(2026, 11, 5, 16),
  end: Date.UTC(2026, 11, 5, 18),
  organization: { _id: 77, name: "Городской дом культуры", inn: "1655000001" },
  places: [
    {
      _id: 901,
      name: "Большой зал",
      address: { street: "ул. Речная", house: "3" },
      locale: { _id: 20, name: "Казань" },
      mapPosition: { coordinates: [49.12, 55.79] },
      seances: [{ startLocal: Date.UTC(2026, 11, 5, 19), endLocal: Date.UTC(2026, 11, 5, 21) }],
    },
  ],
  saleLink: "https://tickets.example.org/1",
  externalUrl: "https://dk.example.org/zima",
  ...changes,
});

const seance = (day: number, from = 10, until = 18) => ({
  startLocal: new Date(Date.UTC(2026, 11, day, from)).toISOString(),
  endLocal: new Date(Date.UTC(2026, 11, day, until)).toISOString(),
});

/** The API of the ministry with these records, as strict as its documentation; `limit` is what it gives at once. */
async function openApi(records: readonly unknown[], broken: readonly number[] = []) {
  const asked: string[] = [];
  const root = await serve((request, response) => {
    const query = queryOf(request);
    asked.push(request.url ?? "");
    if (query.get("apiKey") !== key) return answerJson(request, response, { message: "wrong key" }, 403);
    const [limit, offset] = [Number(query.get("limit")), Number(query.get("offset"))];
    if (limit > 100 || query.get("sort") !== "_id" || query.get("status") !== "accepted")
      return answerJson(request, response, { message: "bad query" }, 400);
    if (broken.includes(offset)) return answerJson(request, response, '{"events":[{"_id":');
    return answerJson(request, response, { events: records.slice(offset, offset + limit), total: records.length });
  });
  return { address: `${root}/api/2.5/events?locales=20`, asked };
}

describe("PRO.Культура.РФ", () => {
  it("gives an event with everything it says", async () => {
    const { address } = await openApi([record()]);
    const read = await readSource(culture, address, { key });
    expect(eventsOf(read)).toEqual([
      {
        id: "5512034",
        section: "music",
        attendanceMode: "on_site",
        texts: {
          ru: {
            title: "Концерт «Зимний вечер»",
            summary: "Музыка для всей семьи",
            body: "Играет камерный оркестр.\n\nВход по билетам.",
          },
        },
        occurrences: [
          {
            startsAt: new Date("2026-12-05T19:00:00+03:00"),
            endsAt: new Date("2026-12-05T21:00:00+03:00"),
            place: {
              origin: "culture:901",
              texts: { ru: { title: "Большой зал", address: "ул. Речная, 3" } },
              latitude: 55.79,
              longitude: 49.12,
            },
          },
        ],
        isFree: false,
        priceMin: 350,
        priceMax: 800,
        currency: "RUB",
        institution: { origin: "culture:77", names: { ru: "Городской дом культуры" } },
        ageMin: 6,
        posterUrl: "https://images.example.org/zima.jpg",
        links: [
          { kind: "ticket", url: "https://tickets.example.org/1" },
          { kind: "site", url: "https://dk.example.org/zima" },
        ],
      },
    ]);
    expect(remarksOf(read)).toEqual([]);
  });

  it("is read page by page, with its key and what is coming alone", async () => {
    const { address, asked } = await openApi(Array.from({ length: 250 }, (_, index) => record({ _id: index + 1 })));
    const read = await readSource(culture, address, { key });
    expect(eventsOf(read)).toHaveLength(250);
    expect(asked.map((url) => new URL(url, "http://x").searchParams.get("offset"))).toEqual(["0", "100", "200"]);
    expect(new URL(asked[0] ?? "", "http://x").searchParams.get("start")).toBe(String(Date.UTC(2026, 10, 20)));
  });

  it("reads on behind a page that is broken, and says what is missing", async () => {
    const records = Array.from({ length: 250 }, (_, index) => record({ _id: index + 1 }));
    const read = await readSource(culture, (await openApi(records, [100])).address, { key });
    expect(eventsOf(read)).toHaveLength(150);
    expect(remarksOf(read)).toEqual(["file: page_left_out"]);
  });

  it("says that a key is wrong, and keeps the key to itself", async () => {
    const { address } = await openApi([record()]);
    const { error } = await readSource(culture, address, { key: "another-key" });
    expect(error).toMatch(/wants another key \(it answered 403\)$/u);
    expect(error).not.toContain("another-key");
  });

  it.each<[string, unknown, string[]]>([
    ["in another town", { places: [{ locale: { _id: 21, name: "Чистополь" }, seances: [seance(5)] }] }, ["other_town"]],
    ["without a place", { places: [] }, ["no_dates"]],
    ["without a date that can be read", { places: [{ seances: [{ startLocal: "вечером" }] }] }, ["no_usable_date"]],
    ["without a name", { name: " " }, ["no_title"]],
    ["of the wrong type", { name: 7 }, ["no_event"]],
    ["free, with a price", { isFree: true }, ["free_and_paid"]],
    ["of a kind that nobody knows", { name: "Встреча у ёлки", category: { sysName: "novoe" } }, ["guessed_section"]],
  ])("says what is wrong with an event %s", async (_, changes, codes) => {
    const { address } = await openApi([record(changes as Record<string, unknown>)]);
    expect(remarksOf(await readSource(culture, address, { key })).map((said) => said.split(": ")[1])).toEqual(codes);
  });

  it("keeps the dates of our town of an event that tours", async () => {
    const [place] = record()["places"] as unknown[];
    const places = [place, { name: "ДК", locale: { _id: 21, name: "Чистополь" }, seances: [seance(9)] }];
    const { address } = await openApi([record({ places })]);
    const [event] = eventsOf(await readSource(culture, address, { key }));
    expect(event?.occurrences.map(({ startsAt }) => startsAt.toISOString())).toEqual(["2026-12-05T16:00:00.000Z"]);
  });

  it("makes one time of an exhibition's days, and leaves a play's days as they are", async () => {
    const days = Array.from({ length: 20 }, (_, index) => index + 1);
    const at = (seances: unknown[]) => [{ name: "Зал", seances }];
    const { address } = await openApi([
      record({
        _id: 1,
        name: "Выставка",
        category: { sysName: "vystavki" },
        places: at(days.map((day) => seance(day))),
      }),
      record({ _id: 2, category: { sysName: "spektakli" }, places: at(days.map((day) => seance(day, 19, 21))) }),
    ]);
    const read = await readSource(culture, address, { key });
    const [exhibition, play] = eventsOf(read);
    expect(exhibition?.occurrences).toMatchObject([
      {
        startsAt: new Date("2026-12-01T00:00:00+03:00"),
        endsAt: new Date("2026-12-20T18:00:00+03:00"),
        hasStartTime: false,
      },
    ]);
    expect(play?.occurrences).toHaveLength(20);
    expect(remarksOf(read)).toEqual(["1: opening_hours"]);
  });
});

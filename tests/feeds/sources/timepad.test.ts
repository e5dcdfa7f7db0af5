import { describe, expect, it } from "vitest";
import { timepad } from "../../../bot/feeds/timepad/timepad.ts";
import { answerJson, eventsOf, queryOf, readSource, remarksOf, serve } from "./server.ts";

const key = "test-token-0123456789";

/** A record in the shape of Timepad's API with the fields that are asked for. */
const record = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: 3110001,
  starts_at: "2026-12-05T19:00:00+0300",
  ends_at: "2026-12-05T21:00:00+0300",
  name: "Лекция &laquo;Северный модерн&raquo;",
  description_short: "О домах и людях",
  description_html: "<p>Архитектор рассказывает.</p>",
  url: "https://lectory.timepad.ru/event/3110001/",
  poster_image: { default_url: "//ucarecdn.example.org/1/poster.jpg" },
  location: { country: "Россия", city: "Казань", address: "ул. Речная, 3", coordinates: ["55.79", "49.12"] },
  organization: { id: 4455, name: "Лекторий", subdomain: "lectory" },
  categories: [{ id: "452", name: "Искусство и культура" }],
  ticket_types: [{ name: "Входной", price: 300, status: "ok" }],
  registration_data: { price_min: 300, price_max: 500, is_registration_open: true },
  ...changes,
});

async function openApi(records: readonly unknown[]) {
  const asked: URLSearchParams[] = [];
  const root = await serve((request, response) => {
    const query = queryOf(request);
    asked.push(query);
    if (request.headers.authorization !== `Bearer ${key}`)
      return answerJson(request, response, { response_status: { error_code: 403, message: "Token required" } }, 403);
    const limit = Number(query.get("limit") ?? 10);
    const skip = Number(query.get("skip") ?? 0);
    if (limit > 100) return answerJson(request, response, { response_status: { error_code: 400 } }, 400);
    const poor = ["id", "starts_at", "name", "url", "categories"];
    const fields = [...poor, ...(query.get("fields") ?? "").split(",")];
    const values = records
      .slice(skip, skip + limit)
      .map((one) =>
        typeof one === "object" && one !== null
          ? Object.fromEntries(Object.entries(one).filter(([name]) => fields.includes(name)))
          : one,
      );
    return answerJson(request, response, { total: records.length, values });
  });
  return { address: `${root}/v1/events?cities=${encodeURIComponent("Казань")}`, asked };
}

describe("Timepad", () => {
  it("gives an event with everything it says", async () => {
    const { address, asked } = await openApi([record()]);
    const read = await readSource(timepad, address, { key });
    expect(eventsOf(read)).toEqual([
      {
        id: "3110001",
        section: "knowledge",
        attendanceMode: "on_site",
        texts: {
          ru: { title: "Лекция «Северный модерн»", summary: "О домах и людях", body: "Архитектор рассказывает." },
        },
        occurrences: [
          {
            startsAt: new Date("2026-12-05T16:00:00Z"),
            endsAt: new Date("2026-12-05T18:00:00Z"),
            place: {
              origin: "timepad:ул речная 3",
              texts: { ru: { title: "Ул. Речная, 3" } },
              latitude: 55.79,
              longitude: 49.12,
            },
          },
        ],
        isFree: false,
        priceMin: 300,
        priceMax: 500,
        currency: "RUB",
        institution: { origin: "timepad:4455", names: { ru: "Лекторий" } },
        posterUrl: "https://ucarecdn.example.org/1/poster.jpg",
        links: [{ kind: "ticket", url: "https://lectory.timepad.ru/event/3110001/" }],
      },
    ]);
    expect(remarksOf(read)).toEqual([]);
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      cities: "Казань",
      limit: "100",
      skip: "0",
      starts_at_min: "2026-11-20",
    });
  });

  it("makes one event of the records of one organiser and one name, over all pages", async () => {
    const others = Array.from({ length: 150 }, (_, index) =>
      record({ id: index + 1, name: `Лекция ${index + 1}`, organization: { id: 1, name: "Другие" } }),
    );
    const dates = [3110003, 3110001, 3110002].map((id, index) =>
      record({ id, starts_at: `2026-12-0${index + 5}T19:00:00+0300`, ends_at: undefined }),
    );
    const { address } = await openApi([dates[0], ...others, ...dates.slice(1)]);
    const events = eventsOf(await readSource(timepad, address, { key }));
    expect(events).toHaveLength(151);
    expect(events.find(({ id }) => id === "3110001")?.occurrences).toHaveLength(3);
  });

  it("tells online from on site, free from unsaid, and leaves out an address that is told later", async () => {
    const { address } = await openApi([
      record({ id: 1, name: "А", location: { country: "Россия", city: "Без города" } }),
      record({ id: 2, name: "Б", registration_data: { price_min: 0, price_max: 0 }, ticket_types: [{ price: 0 }] }),
      record({
        id: 3,
        name: "В",
        location: { country: "Россия", city: "Казань" },
        registration_data: null,
        ticket_types: [],
      }),
    ]);
    const [online, free, hidden] = eventsOf(await readSource(timepad, address, { key }));
    expect(online).toMatchObject({ attendanceMode: "online", occurrences: [{}] });
    expect(online?.occurrences[0]).not.toHaveProperty("place");
    expect(free).toMatchObject({ isFree: true });
    expect(hidden).toMatchObject({ isFree: false });
    expect(hidden?.occurrences[0]).not.toHaveProperty("place");
  });

  it.each<[string, unknown, string]>([
    ["of business", record({ categories: [{ id: 217, name: "Бизнес" }] }), "3110001: other_category"],
    ["without a zone", record({ starts_at: "2026-12-05T19:00:00" }), "3110001: no_usable_date"],
    ["that is none", 7, "?: no_event"],
  ])("refuses a record %s, and says so", async (_, one, said) => {
    const { address } = await openApi([one]);
    expect(remarksOf(await readSource(timepad, address, { key }))).toEqual([said]);
  });

  it("says that a token is wanted", async () => {
    const { address } = await openApi([record()]);
    expect((await readSource(timepad, address)).error).toMatch(/wants another key/u);
  });
});

import { describe, expect, it } from "vitest";
import { arrange, countProgramme, type ProgrammeItem } from "../../bot/collections/arrange.ts";
import { namingOf } from "../../bot/collections/match-title.ts";
import { lengthOf, routeLink, routeOf } from "../../bot/collections/route.ts";
import { gatherShowings } from "../../bot/collections/showings.ts";

const now = new Date("2026-12-05T16:00:00Z");
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 11, 5, hour, minute));

const item = (occurrenceId: number, hour: number, more: Partial<ProgrammeItem> = {}): ProgrammeItem => ({
  ...{ occurrenceId, eventId: occurrenceId, section: "music", attendanceMode: "on_site", status: "scheduled" },
  ...{ startsAt: at(hour), endsAt: at(hour + 1), placeId: 1, place: "Музей", latitude: 55.79, longitude: 49.1 },
  ...{ position: null, isChosen: false, ...more },
});

const ids = (arranged: ReturnType<typeof arrange>) => arranged.map((each) => each.item.occurrenceId);

describe("a programme", () => {
  const programme = [
    item(1, 14),
    item(2, 18, { place: "Библиотека", placeId: 2, section: "literature" }),
    item(3, 17, { section: "theatre" }),
    item(4, 19, { attendanceMode: "online", placeId: null, place: null }),
    item(5, 16, { placeId: null, place: null }),
  ];

  it("stands by the hour, and what is over comes last", () => {
    expect(ids(arrange(programme, "hour", { now, isDated: true }))).toEqual([5, 3, 2, 4, 1]);
  });

  it("stands by place, what has none behind, what is seen from home last", () => {
    const arranged = arrange(programme, "place", { now, isDated: true });
    expect(ids(arranged)).toEqual([2, 3, 5, 4, 1]);
    expect(arranged.map(({ heading }) => heading?.kind)).toEqual(["place", "place", "somewhere", "online", "over"]);
  });

  it("stands by kind as the sections stand everywhere", () => {
    expect(ids(arrange(programme, "section", { now, isDated: true }))).toEqual([3, 5, 4, 2, 1]);
  });

  it("stands as staff laid it where it has no dates, and nothing of it is over", () => {
    const laid = [item(1, 14, { position: 1 }), item(2, 18, { position: 0 }), item(3, 10)];
    expect(ids(arrange(laid, "hour", { now, isDated: false }))).toEqual([2, 1, 3]);
  });

  it("counts events and places, but not what is seen from home", () => {
    expect(countProgramme(programme)).toEqual({ events: 5, places: 2 });
  });
});

describe("what begins several times", () => {
  const tour = { eventId: 9 };

  it("is one thing to go to, at the first date to come, with every hour that is", () => {
    const tours = [item(1, 14, tour), item(2, 18, tour), item(3, 20, tour), item(4, 19)];
    const showings = gatherShowings(tours, now, "Europe/Moscow");
    expect(showings.map(({ occurrenceId, starts }) => [occurrenceId, ...starts])).toEqual([
      [2, at(18), at(20)],
      [4, at(19)],
    ]);
    expect(countProgramme(showings)).toEqual({ events: 2, places: 1 });
  });

  it.each([
    ["on another day", { startsAt: new Date("2026-12-06T18:00:00Z"), endsAt: new Date("2026-12-06T19:00:00Z") }],
    ["at another place", { placeId: 2 }],
    ["called off", { status: "cancelled" }],
  ] as const)("stands by itself %s", (_, more) => {
    expect(gatherShowings([item(1, 18, tour), item(2, 20, { ...tour, ...more })], now, "Europe/Moscow")).toHaveLength(
      2,
    );
  });
});

describe("a route", () => {
  const far = { placeId: 2, place: "Кремль", latitude: 55.8, longitude: 49.11 };

  it("goes once to each place that can be reached in time", () => {
    const { stops, isChosen, leftOut } = routeOf([item(1, 17), item(2, 19, far), item(3, 20)], { now, dates: null });
    expect(stops.map(({ title, hours }) => [title, ...hours])).toEqual([
      ["Музей", at(17)],
      ["Кремль", at(19)],
    ]);
    expect(isChosen).toBe(false);
    expect(leftOut).toBe(0);
    expect(stops[1]?.distance).toBeCloseTo(1277, -1);
  });

  it("is a walk of what is near through a night on which all doors open at once, and says how much it leaves out", () => {
    const open = (placeId: number, metres: number) =>
      item(placeId, 18, { placeId, place: `${placeId}`, latitude: 55.79 + metres / 111_195, endsAt: at(24) });
    // Laid out along a street, named out of order; the last one is at the other end of the city.
    const { stops, leftOut } = routeOf([open(3, 1_200), open(1, 0), open(4, 9_000), open(2, 600)], {
      now,
      dates: { startsAt: at(18), endsAt: at(24) },
    });
    expect(stops.map(({ title, hours }) => [title, ...hours])).toEqual([
      ["3", at(18)],
      ["2", at(19)],
      ["1", at(20)],
    ]);
    expect(leftOut).toBe(1);
    expect(lengthOf(stops)).toBeCloseTo(1200, -1);
  });

  it("leads to more places rather than to what begins first", () => {
    const place = (placeId: number) => ({ placeId, place: `${placeId}`, latitude: 55.79 + placeId / 1_000 });
    // The first one lasts so long that both others are missed.
    const long = item(1, 18, { ...place(1), endsAt: at(20, 15) });
    const { stops, leftOut } = routeOf(
      [long, item(2, 18, place(2)), item(3, 19, { ...place(3), startsAt: at(19, 15) })],
      {
        now,
        dates: { startsAt: at(18), endsAt: at(24) },
      },
    );
    expect(stops.map(({ title }) => title)).toEqual(["2", "3"]);
    expect(leftOut).toBe(1);
  });

  it("begins now in a night that has begun, and comes to nothing that has", () => {
    const near = { placeId: 2, place: "Рядом", latitude: 55.791 };
    const begun = [item(1, 14, { endsAt: at(24) }), item(2, 15, { ...near, endsAt: at(17) }), item(3, 17, near)];
    const { stops } = routeOf(begun, { now, dates: { startsAt: at(14), endsAt: at(24) } });
    expect(stops.map(({ title, hours }) => [title, ...hours])).toEqual([
      ["Музей", now],
      ["Рядом", at(17)],
    ]);
  });

  it("goes through what was chosen in the order of its hours, and back where it leads back", () => {
    const chosen = { isChosen: true };
    const { stops } = routeOf(
      [item(1, 17, chosen), item(2, 18, { ...far, ...chosen }), item(3, 19, chosen), item(4, 20, chosen), item(5, 18)],
      { now, dates: null },
    );
    expect(stops.map(({ title, hours }) => [title, hours.length])).toEqual([
      ["Музей", 1],
      ["Кремль", 1],
      ["Музей", 2],
    ]);
    expect(routeLink(stops)).toBe("https://yandex.ru/maps/?rtext=55.79,49.1~55.8,49.11~55.79,49.1&rtt=pd");
  });

  it.each([
    ["is over", { endsAt: at(15) }],
    ["is called off", { status: "cancelled" }],
    ["is seen from home", { attendanceMode: "online" }],
    ["is not on the map", { latitude: null }],
  ] as const)("leaves out what %s", (_, more) => {
    expect(routeOf([item(1, 17, more)], { now, dates: null }).stops).toEqual([]);
  });
});

it.each([
  ["ночь музеев", "whole"],
  ["Ночь музея", "whole"],
  ["музейлар төне", "whole"],
  ["night of museums", "whole"],
  ["ночь", null],
  ["ночь музыки", null],
  ["ночь музеев в Казани", null],
] as const)("%s calls the Night: %s", (text, naming) => {
  expect(namingOf(text, ["Ночь музеев", "Музейлар төне", "Night of Museums"])).toBe(naming);
});

it.each([
  ["ночь музеев", "part"],
  ["музыка", null],
] as const)("%s calls the part of it: %s", (text, naming) => {
  expect(namingOf(text, ["Ночь музеев в Кремле"])).toBe(naming);
});

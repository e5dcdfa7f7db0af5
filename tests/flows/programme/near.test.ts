import { expect, it } from "vitest";
import { openCity } from "../../support/city.ts";
import { announce, labels } from "../drive.ts";

const city = openCity();
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
const titles = () => ivan().screen.match(/^.*?, \d\d:\d\d {2}(.*?) — /gm) ?? [];

it("answers a shared place with what is around it today, nearest first, the distance said", async () => {
  await ivan().sharesLocation(55.796, 49.108);
  ivan().sees("Рядом с вами · до 3 км");
  ivan().sees("Казанский Кремль, Манеж, онлайн, бесплатно · 390 м");
  // What is nearer on another day comes behind all of today.
  ivan().doesNotSee("Тихий час в Национальном музее");
  const metres = [...ivan().screen.matchAll(/· (\d+) м$/gm)].map(([, distance]) => Number(distance));
  expect(metres).toEqual(metres.toSorted((a, b) => a - b));
});

it("shows an event once, with its nearest date and the hour of that date", async () => {
  const seen = [...titles()];
  while (labels(ivan()).includes("Дальше")) {
    await ivan().taps("Дальше");
    seen.push(...titles());
  }
  const names = seen.map((row) => row.replace(/^.*?\d\d:\d\d {2}/, ""));
  expect(new Set(names).size).toBe(names.length);
  // On Saturday it begins at 18:00.
  expect(seen.filter((row) => row.includes("«Богема»"))).toEqual(["Пт, 20 ноября, 19:00  «Богема» — "]);
});

it("widens and narrows by one tap, the chosen radius marked", async () => {
  await ivan().taps("10 км");
  ivan().sees("до 10 км");
  expect(labels(ivan())).toContain("✓ 10 км");
  await ivan().taps("1 км");
  ivan().sees("до 1 км");
  expect(ivan().screen).not.toMatch(/· \d+,?\d* км$/m);
});

it("shows what is nearest, however far, where nothing is near", async () => {
  // Innopolis, some 25 km from the city.
  await ivan().sharesLocation(55.752, 48.745);
  ivan().sees("Рядом на этой неделе ничего нет. Вот ближайшее:");
  expect(ivan().screen).toMatch(/· 2\d(,\d)? км$/m);
});

it("does not keep where somebody is", async () => {
  const rows = await city.services.database.$queryRaw<{ column_name: string }[]>`
    SELECT column_name FROM information_schema.columns WHERE table_name IN ('Person', 'SearchQuery', 'UpdateReceipt')`;
  expect(rows.map((row) => row.column_name).filter((name) => /itude|location|place/i.test(name))).toEqual([]);
});

it.each([
  ["the Gulf of Guinea", 0, 0],
  ["the North Pole", 90, 0],
  ["the South Pole", -90, 180],
  ["the date line", 10, 180],
  ["the other side of the world", -55.796, -130.892],
])("says kindly that there is nothing around %s", async (_, latitude, longitude) => {
  await ivan().sharesLocation(latitude, longitude);
  ivan().sees("Рядом на этой неделе ничего нет. Увеличьте расстояние — кнопки ниже.");
  for (const radius of ["1 км", "✓ 3 км", "10 км"]) expect(labels(ivan())).toContain(radius);
});

it("sees across the date line", async () => {
  const place = { origin: "test:taveuni", latitude: -16.8, longitude: 179.999, texts: { ru: { title: "Таверна" } } };
  await announce(city, {
    attendanceMode: "on_site",
    texts: { ru: { title: "Хор на меридиане" } },
    occurrences: [{ startsAt: new Date("2026-11-21T15:00:00Z"), place }],
  });
  await ivan().sharesLocation(-16.8, -179.999);
  ivan().sees("Хор на меридиане");
});

it("asks for the place when the button comes as text, as from a computer", async () => {
  await ivan().says("Рядом со мной");
  ivan().sees("Пришлите своё место на карте");
});

it("takes a live location and a venue for a place too", async () => {
  const location = { latitude: 55.796, longitude: 49.108 };
  await ivan().sends({ location: { ...location, live_period: 900 } });
  ivan().sees("Рядом с вами");
  await ivan().says("/start");
  await ivan().sends({ location, venue: { location, title: "Дом", address: "ул. Баумана" } });
  ivan().sees("Рядом с вами");
});

import { IANAZone } from "luxon";
import { describe, expect, it } from "vitest";
import { zoneAt } from "../../bot/people/zone-at.ts";
import { zoneNames, zones } from "../../bot/people/zones.ts";

describe("the time zone of a place", () => {
  const cases: [where: string, latitude: number, longitude: number, zone: string | null][] = [
    ["Kazan", 55.796, 49.108, "Europe/Moscow"],
    ["Naberezhnye Chelny", 55.74, 52.4, "Europe/Moscow"],
    ["Izhevsk", 56.85, 53.2, "Europe/Samara"],
    ["Ufa", 54.73, 55.95, "Asia/Yekaterinburg"],
    ["Oktyabrsky, beyond the border of Tatarstan", 54.48, 53.47, "Asia/Yekaterinburg"],
    ["Volgograd", 48.71, 44.51, "Europe/Volgograd"],
    ["Chukotka, beyond the 180th meridian", 64.4, -173.2, "Asia/Anadyr"],
    ["the middle of the Atlantic", 40, -40, null],
    ["the South Pole", -90, 0, "Antarctica/McMurdo"],
  ];
  it.each(cases)("%s", (_, latitude, longitude, zone) => {
    expect(zoneAt(latitude, longitude)).toBe(zone);
  });

  it("is one that this system knows, wherever it is", () => {
    const found = new Set<string>();
    for (let latitude = -80; latitude <= 80; latitude += 2) {
      for (let longitude = -180; longitude <= 180; longitude += 2) found.add(zoneAt(latitude, longitude) ?? "UTC");
    }
    expect(found.size).toBeGreaterThan(40);
    expect([...found, ...zoneNames.map((name) => zones[name])].filter((zone) => !IANAZone.isValidZone(zone))).toEqual(
      [],
    );
  });
});

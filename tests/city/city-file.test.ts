import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CityFileError, demoCity, demoCityFile, readCityFile } from "../../bot/city/city-file.ts";
import { areas } from "../../bot/classes/areas.ts";
import { usualQuietHours } from "../../bot/people/quiet-hours.ts";
import { sections } from "../../bot/programme/event.ts";
import { languages } from "../../bot/words/language.ts";

/** What is said of the demo city's file with one text in place of another. */
async function refusal(from: string, to: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ishek-city-"));
  try {
    const source = await readFile(demoCityFile, "utf8");
    expect(source).toContain(from);
    const path = join(folder, "city.yaml");
    await writeFile(path, source.replace(from, to));
    readCityFile(path);
    return "";
  } catch (error) {
    if (error instanceof CityFileError) return error.message;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the file of a city", () => {
  it("of the demo city offers all that there is, with the usual nights", () => {
    expect(demoCity()).toMatchObject({ languages, sections, areas, quiet: usualQuietHours, zone: "Europe/Moscow" });
  });

  it.each([
    ["zone: Europe/Moscow", "zone: Europe/Kazan", /zone must be a time zone/],
    ["languages: [ru, tt, en]", "languages: []", /languages/],
    ["languages: [ru, tt, en]", "languages: [ru, ru]", /languages must name each one once/],
    ["languages: [ru, tt, en]", "languages: [ru, de]", /languages\.1/],
    ["  tt: { name: Казан,", "  en2: { name: Казан,", /texts/],
    ["clock: казанское,", "", /texts\.ru\.clock/],
    ["name: Казань", "name: '{Казань}'", /texts\.ru\.name must not have any of/],
    ["sections: [theatre,", "sections: [opera,", /sections\.0/],
    ['from: "22:00"', 'from: "25:00"', /quiet\.from must be a time/],
    ["links: []", "links: [{ url: 'http://a.example', label: { ru: А } }]", /links\.0\.url/],
    ["links: []", "links: [{ url: 'https://a.example', label: { ru: А } }]", /links\.0\.label\.tt is missing/],
    ["links: []", "links: [", /\.yaml: /],
    ["links: []", "links: []\npartners: []", /partners/],
  ])("%s → %s is refused with its place", async (from, to, expected) => {
    expect(await refusal(from, to)).toMatch(expected);
  });

  it("is refused where it is not there", () => {
    expect(() => readCityFile("/nowhere/city.yaml")).toThrow("/nowhere/city.yaml cannot be read.");
  });
});

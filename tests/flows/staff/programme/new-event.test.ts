import { describe, expect, it } from "vitest";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";

const city = openCity();

const said = {
  ru: { title: "Зимняя рапсодия", when: "каждую пятницу в 19:00 до 12 декабря", place: "оперы" },
  tt: { title: "Кышкы көйләр", when: "һәр җомга 19:00, 12 декабрьгә кадәр", place: "опера" },
  en: { title: "Winter Rhapsody", when: "every Friday 19:00 until 12 December", place: "opera" },
};

const eventsCalled = (title: string) =>
  city.services.database.event.findMany({
    where: { texts: { some: { title } } },
    include: { texts: true, links: true, occurrences: { orderBy: { startsAt: "asc" } } },
  });

describe.each(["ru", "tt", "en"] as const)("a new event in %s", (language) => {
  const t = words.for(language);
  const { title, when, place } = said[language];

  it("is asked for by one question at a time, shown as residents will see it, and published", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("programme.button.new"));
    admin.sees(t("programme.ask.title"));
    await admin.says(title);
    admin.sees(t("programme.ask.when"));
    await admin.says("???");
    admin.sees(t("programme.again.days"));
    await admin.says(`${when}, ансамбль`);
    admin.sees(t("step.unused", { words: "ансамбль" }));
    await admin.says(when);
    expect(admin.screen).not.toContain("ансамбль");
    expect(labels(admin)).toContain(t("programme.button.right"));
    await admin.taps(t("programme.button.right"));
    admin.sees(t("programme.ask.where"));
    await admin.says("Место, которого нет");
    await admin.says(place);
    await admin.taps(labels(admin)[0] ?? "");
    await admin.taps(t("section.music"));
    await admin.says("500–1200");
    admin.sees(t("programme.ask.age"));
    await admin.taps(t("button.back"));
    admin.sees(t("programme.ask.price"));
    await admin.taps(t("programme.button.free"));
    await admin.taps("12+");
    await admin.says("https://tickets.example.org/rhapsody");
    await admin.taps(t("programme.button.skip"));
    admin.sees(t("programme.ask.poster"));
    await admin.says("нет картинки");
    admin.sees(t("programme.ask.poster"));
    await admin.says("https://example.org/poster.jpg");
    admin.sees(t("programme.ask.poster_alt"));
    await admin.says("Скрипач");
    await admin.taps(t("programme.button.no_institution"));
    admin.sees(t("programme.saved"));
    admin.sees(title);
    admin.sees(capitalise(t("price.free")));
    const [draft] = await eventsCalled(title);
    expect(draft).toMatchObject({
      publishedAt: null,
      section: "music",
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 12,
      posterUrl: "https://example.org/poster.jpg",
      texts: [{ language, posterAlt: "Скрипач" }],
      links: [{ kind: "ticket" }],
    });
    expect(draft?.occurrences.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toEqual([
      "2026-11-20T16:00",
      "2026-11-27T16:00",
      "2026-12-04T16:00",
      "2026-12-11T16:00",
    ]);
    await admin.taps(t("programme.edit.publish"));
    admin.sees(t("programme.done"));
    admin.sees(t("programme.state.shown"));
    expect((await eventsCalled(title))[0]?.publishedAt).toEqual(city.clock.now());
  });

  it("may be left with little: a title, no date yet, a new place", async () => {
    const name = `${title} 2`;
    const editor = await colleague(city, language);
    const { id } = await city.services.database.institution.create({
      data: { texts: { create: { language, name: `Дом ${language}` } } },
    });
    const personId = await idOf(city.services.database, editor);
    await city.services.database.staffRole.create({
      data: roleRow(city.clock.now(), { personId, role: "editor", institutionId: id }),
    });
    await editor.says("/staff");
    await editor.taps(t("programme.title"));
    editor.sees(t("programme.empty"));
    await editor.taps(t("programme.button.new"));
    await editor.says(name);
    await editor.taps(t("programme.button.skip"));
    await editor.says("Флигель");
    await editor.taps(t("programme.button.new_place", { name: "Флигель" }));
    await editor.says("Садовая, 1");
    await editor.taps(t("section.shows"));
    await editor.taps(t("programme.button.skip"));
    await editor.taps(t("programme.button.skip"));
    await editor.taps(t("programme.button.skip"));
    await editor.taps(t("programme.button.skip"));
    await editor.taps(t("programme.button.skip"));
    editor.sees(t("programme.saved_without_dates"));
    const [draft] = await eventsCalled(name);
    expect(draft).toMatchObject({ institutionId: id, occurrences: [], publishedAt: null });

    await editor.taps(t("programme.button.change"));
    await editor.taps(t("programme.edit.publish"));
    editor.sees(t("programme.needs_dates"));
    await editor.taps(t("button.back"));
    editor.sees(t("programme.shelf.drafts"));
    await editor.taps(name);
    await editor.taps(t("programme.edit.add"));
    await editor.says("27.11 18:30");
    await editor.taps(t("programme.button.right"));
    await editor.says("Флигель");
    await editor.taps("Флигель");
    expect((await eventsCalled(name))[0]?.occurrences).toMatchObject([{ placeId: expect.any(Number) }]);
    await editor.taps(t("programme.edit.publish_at"));
    await editor.says("1.11 9:00");
    editor.sees(t("programme.again.move"));
    await editor.says("21.11 9:00");
    editor.sees(t("programme.state.scheduled", { when: "" }).slice(1, 8));
    await editor.taps(t("button.back"));
    editor.sees(t("programme.state.scheduled", { when: "" }).slice(0, 8));
  });
});

it("is in the language of its description where the title names a Tatar song", async () => {
  const t = words.for("ru");
  const admin = await colleague(city, "ru", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  await admin.taps(t("programme.button.new"));
  const name = "«Тальян моңы», вечер";
  await admin.says(name);
  await admin.taps(t("programme.button.skip"));
  await admin.taps(t("programme.button.online"));
  await admin.taps(t("section.music"));
  for (let count = 0; count < 3; count += 1) await admin.taps(t("programme.button.skip"));
  await admin.says("Играют старинные мелодии и рассказывают, откуда они пришли и кто их сочинил.");
  await admin.taps(t("programme.button.skip"));
  await admin.taps(t("programme.button.no_institution"));
  expect(await eventsCalled(name)).toMatchObject([{ texts: [{ language: "ru" }] }]);
});

it("is not made by whoever loses their role while they answer", async () => {
  const t = words.for("en");
  const admin = await colleague(city, "en", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  await admin.taps(t("programme.button.new"));
  await admin.says("Never shown");
  await admin.taps(t("programme.button.skip"));
  await admin.taps(t("programme.button.online"));
  await admin.taps(t("section.music"));
  for (let count = 0; count < 5; count += 1) await admin.taps(t("programme.button.skip"));
  await fire(city, admin);
  await admin.taps(t("programme.button.no_institution"));
  admin.sees(t("staff.not_open"));
  expect(await eventsCalled("Never shown")).toEqual([]);
});

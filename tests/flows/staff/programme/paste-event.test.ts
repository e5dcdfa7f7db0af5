import { describe, expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { colleague } from "../team.ts";

const city = openCity();

const posters = {
  ru: "Вечер Тукая\n\n27 ноября в 18:30\nМесто: Флигель, Садовая, 1\nБилеты: 500–1 200 ₽, 12+\nhttps://tickets.example.org/tukay\n\nЧитают стихи под скрипку.",
  tt: "Тукай кичәсе\n\n27 ноябрь, 18:30\nУрыны: Флигель, Бакча урамы, 1\nКерү түләүсез, 12+\nhttps://tickets.example.org/tukay\n\nСкрипка моңы белән шигырьләр укыла.",
  en: "An evening with Tukay\n\n27 November, 18:30\nVenue: Garden House, Sadovaya 1\nTickets: 500–1200 ₽, 12+\nhttps://tickets.example.org/tukay\n\nPoems read to a violin.",
};

describe.each(["ru", "tt", "en"] as const)("a text in %s", (language) => {
  const t = words.for(language);
  const poster = posters[language];
  const title = poster.split("\n")[0] ?? "";

  it("is read, corrected by a tap, and saved", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("programme.button.paste"));
    await admin.says("мало");
    admin.sees(t("programme.ask.paste"));
    await admin.says(poster);
    admin.sees(`${t("programme.field.title")}: ${title}`);
    admin.sees("18:30");
    admin.sees(language === "en" ? "Garden House" : "Флигель");
    admin.sees(`${t("programme.field.ageMin")}: 12+`);
    const lacking = admin.screen
      .split("\n")
      .find((line) => line.startsWith(t("programme.not_found_fields", { fields: "" })));
    expect(lacking).toContain(t("programme.field.posterUrl"));
    await admin.taps(t("programme.field.dates"));
    await admin.says("28.11 17:00");
    await admin.taps(t("programme.button.right"));
    // What was corrected is told, the rest is a tap away.
    admin.sees("17:00");
    admin.doesNotSee("12+");
    await admin.taps(t("programme.button.whole"));
    admin.sees("12+");
    await admin.taps(t("programme.field.section"));
    await admin.taps(t("button.back"));
    await admin.taps(t("programme.field.section"));
    await admin.taps(t("section.literature"));
    await admin.taps(t("programme.button.save"));
    admin.sees(t("programme.saved"));
    admin.sees(title);
    const event = await city.services.database.event.findFirstOrThrow({
      where: { texts: { some: { title } } },
      include: { occurrences: { include: { place: { include: { texts: true } } } }, texts: true, links: true },
    });
    expect(event).toMatchObject({
      section: "literature",
      ageMin: 12,
      isFree: language === "tt",
      publishedAt: null,
      texts: [{ language }],
      links: [{ kind: "ticket" }],
      occurrences: [{ startsAt: new Date("2026-11-28T14:00:00Z") }],
    });
    expect(event.occurrences[0]?.place?.texts[0]?.address).toContain("1");
    await admin.taps(t("programme.edit.publish"));
    admin.sees(t("programme.state.shown"));
  });
});

describe("a photo with a text under it is a poster", () => {
  const t = words.for("en");
  const pastes = async () => {
    const admin = await colleague(city, "en", "admin");
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("programme.button.paste"));
    await admin.sendsPhoto(posters.en);
    admin.sees(`${t("programme.field.posterUrl")}: ${t("programme.has_poster")}`);
    return admin;
  };

  it("as a photo where the bot has no web address, and the way back is words again", async () => {
    const admin = await pastes();
    await admin.taps(t("programme.field.posterUrl"));
    admin.sees(t("programme.ask.poster"));
    await admin.sendsPhoto();
    admin.sees(t("programme.ask.poster_alt"));
    await admin.says("A poet at a window");
    await admin.taps(t("programme.button.save"));
    await admin.taps(t("programme.similar.other"));
    await admin.taps(t("programme.edit.publish"));
    const { id, occurrences } = await city.services.database.event.findFirstOrThrow({
      where: { posterUrl: { not: null }, texts: { some: { posterAlt: "A poet at a window" } } },
      include: { occurrences: true },
    });
    const resident = await colleague(city, "en");
    await resident.says(`/start o_${(occurrences[0]?.id ?? 0).toString(36)}`);
    resident.sees("An evening with Tukay");
    expect(resident.latest?.photo).toBeDefined();
    const shown = resident.latest?.id;
    await resident.taps(t("button.menu"));
    resident.doesNotSee("An evening with Tukay");
    expect(resident.latest?.id).not.toBe(shown);
    await city.services.database.event.delete({ where: { id } });
  });

  it("as a large preview where it has one", async () => {
    city.services.publicUrl = "https://bot.example.org";
    const admin = await pastes();
    await admin.taps(t("programme.button.save"));
    await admin.taps(t("programme.similar.other"));
    await admin.taps(t("programme.button.change"));
    await admin.taps(t("programme.button.more"));
    await admin.taps(t("programme.button.preview"));
    expect(admin.latest?.linkPreview?.url ?? JSON.stringify(admin.latest)).toMatch(
      /https:\/\/bot\.example\.org\/poster\/[\w-]+\.[\w-]{22}/u,
    );
    city.services.publicUrl = undefined;
  });
});

it("nothing is saved of a text that is let be", async () => {
  const t = words.for("en");
  const before = await city.services.database.event.count();
  const admin = await colleague(city, "en", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  await admin.taps(t("programme.button.paste"));
  await admin.says(posters.en);
  await admin.taps(t("button.cancel"));
  admin.sees(t("programme.stopped"));
  expect(await city.services.database.event.count()).toBe(before);
});

import { describe, expect, it } from "vitest";
import { forgetUnfinished } from "../../../../bot/programme/editing/unfinished-store.ts";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity();

describe.each(["ru", "tt", "en"] as const)("a half-made event, in %s", (language) => {
  const t = words.for(language);
  const title = { ru: "Вечер памяти", tt: "Хәтер кичәсе", en: "Evening of memory" }[language];

  async function begins() {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    expect(labels(admin)).not.toContain(t("programme.resume.one", { title }));
    await admin.taps(t("programme.button.new"));
    await admin.says(title);
    await admin.says({ ru: "5 декабря 18:30", tt: "5 декабрь 18:30", en: "5 December 18:30" }[language]);
    await admin.taps(t("programme.button.right"));
    return admin;
  }

  it("survives a tap on the residents' keyboard, and is finished from where it was", async () => {
    const admin = await begins();
    const searches = await city.services.database.searchQuery.count();
    await admin.says(t("button.tomorrow"));
    await admin.taps(t("programme.resume.one", { title }));
    admin.sees(title);
    admin.sees("18:30");
    await admin.taps(t("programme.button.save"));
    admin.sees(t("programme.ask.where"));
    await admin.taps(labels(admin)[0] ?? "");
    admin.sees(t("programme.saved"));
    expect(admin.replyKeyboard).toBeDefined();
    expect(await city.services.database.unfinishedEvents.count()).toBe(0);
    expect(await city.services.database.searchQuery.count()).toBe(searches);
  });

  it("has the residents' buttons away meanwhile, and back when it is saved or left", async () => {
    const admin = await colleague(city, language, "admin");
    const usual = JSON.stringify(admin.replyKeyboard);
    for (const leave of [
      () => admin.taps(t("button.cancel")),
      () => admin.says("/tonight"),
      () => admin.says("/cancel"),
    ]) {
      await admin.says("/staff");
      await admin.taps(t("programme.title"));
      await admin.taps(t("programme.button.new"));
      expect(admin.replyKeyboard).toBeUndefined();
      await leave();
      expect(JSON.stringify(admin.replyKeyboard)).toBe(usual);
    }
    const busy = await begins();
    expect(busy.replyKeyboard).toBeUndefined();
    city.clock.advance({ seconds: 25 * 3_600 });
    await busy.says("Дом");
    expect(JSON.stringify(busy.replyKeyboard)).toBe(usual);
    await busy.taps(t("programme.resume.one", { title }));
    expect(busy.replyKeyboard).toBeUndefined();
    await busy.taps(t("button.cancel"));
    expect(JSON.stringify(busy.replyKeyboard)).toBe(usual);
  });

  it("survives a day, and is offered where the programme is", async () => {
    const admin = await begins();
    city.clock.advance({ seconds: 25 * 3_600 });
    await admin.says("Дом");
    admin.sees(t("programme.resume.late"));
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("programme.resume.one", { title }));
    await admin.taps(t("button.cancel"));
    admin.sees(t("programme.stopped"));
    expect(await city.services.database.unfinishedEvents.count()).toBe(0);
  });

  it("is forgotten after a week", async () => {
    const admin = await begins();
    await admin.says("/tonight");
    const { database } = city.services;
    const now = city.clock.now();
    expect(await forgetUnfinished(database, now)).toBe(0);
    expect(await forgetUnfinished(database, new Date(now.getTime() + 1))).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity();

const weeks = {
  ru: {
    titles: ["Золотой ключик", "Теремок", "Аленький цветочек"],
    text: "Афиша недели\n\n24 ноября, 11:00 — «Золотой ключик»\n25 ноября, 18:30 — «Теремок»\n26 ноября, 13:00 — «Аленький цветочек»\n\nБилеты 300 ₽",
  },
  tt: {
    titles: ["Айсылу җыры", "Гөлнара көе", "Илсөяр моңы"],
    text: "Атна афишасы\n\n24 ноябрь, 11:00 — «Айсылу җыры»\n25 ноябрь, 18:30 — «Гөлнара көе»\n26 ноябрь, 13:00 — «Илсөяр моңы»\n\nБилетлар 300 ₽",
  },
  en: {
    titles: ["The Snow Queen", "Aladdin", "Swan Lake"],
    text: "This week\n\n24 November, 11:00 — “The Snow Queen”\n25 November, 18:30 — “Aladdin”\n26 November, 13:00 — “Swan Lake”\n\nTickets 300 ₽",
  },
};

describe.each(["ru", "tt", "en"] as const)("a weekly list pasted outside of any dialogue, in %s", (language) => {
  const t = words.for(language);
  const { text, titles } = weeks[language];
  const saved = () =>
    city.services.database.event.findMany({
      where: { texts: { some: { OR: titles.map((title) => ({ title: { contains: title } })) } } },
      include: { occurrences: true, texts: true },
      orderBy: { id: "asc" },
    });

  it("is published in five taps, after one place was given to all that have none", async () => {
    const { database } = city.services;
    const admin = await colleague(city, language, "admin");
    const searches = await database.searchQuery.count();
    await admin.says(text);
    admin.sees(t("programme.offer.ask", { count: 3 }));
    await admin.taps(t("programme.offer.make", { count: 3 }));
    admin.sees(t("programme.list.found", { count: 3 }));
    for (const title of titles) admin.sees(title);
    admin.sees(t("programme.list.no_place"));
    expect(labels(admin)).not.toContain(t("programme.list.publish", { count: 3 }));
    await admin.taps(t("programme.list.place", { count: 3 }));
    await admin.taps(labels(admin)[0] ?? "");
    expect(labels(admin)).not.toContain(t("programme.list.place", { count: 3 }));
    admin.doesNotSee(t("programme.list.no_place"));
    await admin.taps(t("programme.list.publish", { count: 3 }));
    admin.sees(t("programme.list.published", { count: 3 }));
    const events = await saved();
    expect(events).toHaveLength(3);
    for (const { publishedAt, occurrences, attendanceMode } of events) {
      expect(publishedAt).not.toBeNull();
      expect(attendanceMode).toBe("on_site");
      expect(occurrences[0]?.placeId).not.toBeNull();
    }
    expect(await database.searchQuery.count()).toBe(searches);
    await database.event.deleteMany({ where: { id: { in: events.map(({ id }) => id) } } });
  });

  it("is saved as drafts, one of them corrected and one left out", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says(text);
    await admin.taps(t("programme.offer.make", { count: 3 }));
    await admin.taps(titles[0] ?? "");
    admin.sees("11:00");
    await admin.taps(t("programme.field.section"));
    await admin.taps(t("section.theatre"));
    await admin.taps(t("programme.list.keep"));
    await admin.taps(titles[1] ?? "");
    await admin.taps(t("programme.list.leave_out"));
    await admin.taps(t("programme.list.save", { count: 2 }));
    admin.sees(t("programme.list.kept", { count: 2 }));
    const events = await saved();
    expect(events).toHaveLength(2);
    expect(events[0]?.texts[0]?.title).toContain(titles[0]);
    expect(events[1]?.texts[0]?.title).toContain(titles[2]);
    expect(events[0]?.section).toBe("theatre");
    expect(events.map(({ publishedAt }) => publishedAt)).toEqual([null, null]);
    await admin.taps(titles[0] ?? "");
    await admin.taps(t("programme.edit.publish"));
    admin.sees(t("programme.ask.where"));
    await admin.taps(labels(admin)[0] ?? "");
    admin.sees(t("programme.state.shown"));
    await city.services.database.event.deleteMany({ where: { id: { in: events.map(({ id }) => id) } } });
  });
});

describe("what is offered", () => {
  const t = words.for("ru");
  const poster = "Вечер джаза\n28 ноября в 19:00\nВход свободный";

  it("is nothing to somebody who may not edit: it stays a search", async () => {
    const resident = await colleague(city, "ru");
    await resident.says(poster);
    resident.doesNotSee(t("programme.offer.ask", { count: 1 }));
    const teacher = await colleague(city, "ru", "teacher");
    await teacher.says(poster);
    teacher.doesNotSee(t("programme.offer.ask", { count: 1 }));
  });

  it("is nothing for a few words, or for a text without a day", async () => {
    const editor = await colleague(city, "ru", "admin");
    for (const said of ["джаз 28 ноября", "Всем привет!\nКак дела?"]) {
      await editor.says(said);
      editor.doesNotSee(t("programme.offer.make", { count: 1 }));
    }
  });

  it("takes a forwarded photo with its words, and lets go of whoever says something else", async () => {
    const editor = await colleague(city, "ru", "admin");
    await editor.sendsPhoto(poster);
    editor.sees(t("programme.offer.ask", { count: 1 }));
    await editor.taps(t("programme.offer.make", { count: 1 }));
    editor.sees(`${t("programme.field.title")}: Вечер джаза`);
    await editor.taps(t("button.cancel"));
    await editor.says(poster);
    await editor.says("/tonight");
    editor.doesNotSee(t("step.not_understood"));
    await editor.says(poster);
    await editor.says("джаз");
    editor.sees(t("list.search", { query: "джаз" }));
    await editor.says(poster);
    await editor.taps(t("programme.offer.leave"));
    editor.sees(t("programme.stopped"));
  });
});

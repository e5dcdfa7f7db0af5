import { describe, expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { announce, labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

const place = (title: string) =>
  city.services.database.place.create({ data: { texts: { create: { language: "ru", title } } } });

describe.each([
  { language: "ru", title: "Идегей", typed: "Спектакль «Идегәй»", when: "19 ноября 18:30" },
  { language: "tt", title: "Галиябану", typed: "«Галиябану» драмасы", when: "19 ноябрь 18:30" },
  { language: "en", title: "La Bohème", typed: "La Boheme", when: "19 December 18:30" },
] as const)("a second event that is like one of the programme, in $language", ({ language, title, typed, when }) => {
  const t = words.for(language);
  const poster = `${typed}\n${{ ru: "19 декабря 18:30", tt: "19 декабрь 18:30", en: when }[language]}\nЗал ${language}\n500 ₽`;

  it("is told before it is saved, and opened or made all the same", async () => {
    const { id: placeId } = await place(`Зал ${language}`);
    const { database } = city.services;
    const { eventId } = await announce(city, {
      texts: { ru: { title } },
      occurrences: [{ startsAt: new Date("2026-12-12T15:30:00Z") }],
    });
    await database.occurrence.updateMany({ where: { eventId }, data: { placeId } });
    const count = () => database.event.count();
    const before = await count();
    const admin = await colleague(city, language, "admin");
    await admin.says(poster);
    await admin.taps(t("programme.offer.make", { count: 1 }));
    await admin.taps(t("programme.button.save"));
    admin.sees(`${title},`);
    expect(labels(admin)).toContain(t("programme.similar.other"));
    await admin.taps(t("button.back"));
    await admin.taps(t("programme.button.save"));
    await admin.taps(t("programme.similar.open"));
    admin.sees(title);
    expect(labels(admin)).toContain(t("programme.edit.move"));
    expect(await count()).toBe(before);
    expect(await database.unfinishedEvents.count()).toBe(0);
    await admin.says(poster);
    await admin.taps(t("programme.offer.make", { count: 1 }));
    await admin.taps(t("programme.button.save"));
    await admin.taps(t("programme.similar.other"));
    admin.sees(t("programme.saved"));
    expect(await count()).toBe(before + 1);
  });
});

it("what a list holds a second time is left out of it, until it is taken", async () => {
  const t = words.for("ru");
  const { id: placeId } = await place("Дворец");
  const { eventId } = await announce(city, {
    texts: { ru: { title: "Колобок" } },
    occurrences: [{ startsAt: new Date("2026-12-01T07:30:00Z") }],
  });
  await city.services.database.occurrence.updateMany({ where: { eventId }, data: { placeId } });
  const admin = await colleague(city, "ru", "admin");
  await admin.says("АФИША\nДворец\n\n1 декабря, 10:30 «Колобок»\n3 декабря, 10:30 «Три поросёнка»\n");
  await admin.taps(t("programme.offer.make", { count: 2 }));
  admin.sees("уже есть: Колобок");
  expect(labels(admin)).toContain(t("programme.list.save", { count: 1 }));
});

it("somebody else's event is shown as residents see it", async () => {
  const t = words.for("en");
  const { database } = city.services;
  const { id: placeId } = await place("Common hall");
  const { eventId } = await announce(city, {
    texts: { ru: { title: "Their evening" } },
    occurrences: [{ startsAt: new Date("2026-12-12T15:30:00Z") }],
  });
  await database.occurrence.updateMany({ where: { eventId }, data: { placeId } });
  const { id } = await database.institution.create({ data: { texts: { create: { language: "en", name: "Own" } } } });
  const editor = await colleague(city, "en", "editor");
  await database.staffRole.updateMany({
    where: { role: "editor" },
    data: { institutionId: id },
  });
  await editor.says("Their evening\n12 December 19:00\nCommon hall\n500 ₽");
  await editor.taps(t("programme.offer.make", { count: 1 }));
  await editor.taps(t("programme.button.save"));
  await editor.taps(t("programme.similar.open"));
  editor.sees("kept by another institution");
  await editor.taps(t("remind.open"));
  editor.sees("Their evening");
});

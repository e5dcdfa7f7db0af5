import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { editOfferCallback, withdrawOfferCallback } from "../../../flows/staff/offers/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { forges, labels } from "../drive.ts";
import { colleague, fire } from "../staff/team.ts";
import { plantOffer } from "./rows.ts";

const city = openCity({ plant: false });
const house = async (name: string) => {
  const data = { texts: { create: { language: "ru" as const, name } } };
  return (await city.services.database.institution.create({ data })).id;
};

async function editorOf(institutionId: number, language: string): Promise<Person> {
  const editor = await colleague(city, language);
  const personId = await idOf(city.services.database, editor);
  await city.services.database.staffRole.create({
    data: roleRow(city.clock.now(), { personId, role: "editor", institutionId }),
  });
  return editor;
}

describe.each(languages)("staff and what has no date, in %s", (language) => {
  const t = words.for(language);
  const [second, third] = languages.filter((other) => other !== language);

  it("an editor makes an exhibition with its hours, as on the door; a word that was not understood is asked about", async () => {
    const name = `Музей камня ${language}`;
    const editor = await editorOf(await house(name), language);
    await editor.says("/staff");
    await editor.taps(t("always_edit.title"));
    await editor.taps(t("always_edit.button.new"));
    await editor.taps(name);
    await editor.taps(t("always.kind.exhibition"));
    await editor.says("Камни края");
    await editor.says("Сорок витрин.");
    await editor.taps(t("always_edit.button.same_place"));
    editor.sees(t("always_edit.ask.hours"));
    await editor.says("вт–вс 10–18, касса до 17:30");
    editor.sees("касса");
    await editor.says("вт–вс");
    editor.sees(t("always_edit.again.hours.hours"));
    await editor.says(
      { ru: "вт–вс 10–18, пн выходной", tt: "сш–яш 10–18, дш ял көне", en: "Tue–Sun 10am–6pm, closed Mondays" }[
        language
      ],
    );
    editor.sees({ ru: "вт–вс 10:00–18:00", tt: "сишәмбе–якшәмбе 10:00–18:00", en: "Tue–Sun 10:00–18:00" }[language]);
    await editor.taps(t("always_edit.button.right"));
    await editor.taps(t("programme.button.free"));
    await editor.says("Stones");
    await editor.taps(t("programme.button.without"));
    await editor.taps(t("programme.button.skip"));
    editor.sees(t("always_edit.ask.whole"));
    editor.sees("Камни края");
    await editor.taps(t("always_edit.button.publish"));
    editor.sees(t("always_edit.shown"));
    const made = await city.services.database.standingOffer.findFirstOrThrow({
      where: { institution: { texts: { some: { name } } } },
      include: { texts: true },
    });
    expect(made.texts.map((text) => text.language).toSorted()).toEqual([language, second].toSorted());
    expect(third).toBeDefined();

    const alsu = city.telegram.person(`Алсу ${language}`, { languageCode: language });
    await alsu.says(`/start s_${made.id.toString(36)}`);
    alsu.sees({ ru: "Открыто до 18:00", tt: "18:00гә кадәр ачык", en: "Open now until 18:00" }[language]);
    await alsu.says("камни края");
    alsu.sees(t("always.found"));

    await editor.taps(t("always_edit.field.price"));
    await editor.says("250");
    editor.sees(t("programme.done"));
    await editor.taps(t("always_edit.button.withdraw"));
    editor.sees(t("always_edit.ask_withdraw"));
    await editor.taps(t("always_edit.button.withdraw"));
    editor.sees(t("always_edit.withdrawn"));
    await alsu.says(`/start s_${made.id.toString(36)}`);
    alsu.sees(t("always.gone"));
    await editor.taps(t("always_edit.button.give_back"));
    editor.sees(t("always_edit.shown"));
    await alsu.says(`/start s_${made.id.toString(36)}`);
    alsu.sees("250");
    const log = await city.services.database.auditEntry.findMany({
      where: { subject: `standing_offer:${made.id}` },
      orderBy: { id: "asc" },
    });
    expect(log.map(({ action }) => action.replace("programme.edit.", ""))).toEqual([
      "create",
      "fields",
      "withdraw",
      "publish",
    ]);
    expect(log[1]).toMatchObject({ before: { priceMin: null, isFree: true }, after: { priceMin: 250, isFree: false } });
  });

  it("an admin makes a route by its stops, and names them in another language", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("always_edit.title"));
    await admin.taps(t("always_edit.button.new"));
    await admin.taps(t("programme.button.no_institution"));
    await admin.taps(t("always.kind.walking_route"));
    await admin.says(`Путь ${language}`);
    await admin.taps(t("programme.button.without"));
    await admin.says("Башня\nНаклонена на два метра.");
    await admin.sends({ location: { latitude: 55.8, longitude: 49.1 } });
    await admin.says("Озеро");
    await admin.taps(t("programme.button.skip"));
    await admin.taps(t("programme.button.ready"));
    await admin.taps(t("programme.button.free"));
    for (const _ of [second, third]) await admin.taps(t("programme.button.skip"));
    await admin.taps(t("always_edit.button.keep"));
    admin.sees(t("always_edit.made"));
    admin.sees(t("always_edit.state.draft"));
    await admin.taps(t(`always_edit.field.stops_${second ?? "tt"}`));
    await admin.says("Tower");
    admin.sees(t("always_edit.again.stops_in", { count: 2 }));
    await admin.says("1. Tower\n2. Lake");
    admin.sees(t("programme.done"));
    const { stops } = await city.services.database.standingOffer.findFirstOrThrow({
      where: { texts: { some: { title: `Путь ${language}` } } },
      include: { stops: { include: { texts: true }, orderBy: { position: "asc" } } },
    });
    expect(stops.map(({ latitude, texts }) => [latitude, texts.map(({ title }) => title).toSorted()])).toEqual([
      [55.8, ["Tower", "Башня"]],
      [null, ["Lake", "Озеро"]],
    ]);
  });

  it("an editor says when the house is open and what it is, which its page shows", async () => {
    const name = `Дом ремёсел ${language}`;
    const institutionId = await house(name);
    const editor = await editorOf(institutionId, language);
    await editor.says("/staff");
    await editor.taps(t("institution.title"));
    await editor.taps(name);
    await editor.taps(t("always_edit.button.house_hours"));
    await editor.says("ежедневно 10–19");
    await editor.taps(t("always_edit.button.right"));
    editor.sees("10:00–19:00");
    await editor.taps(t("always_edit.button.about", { language: t(`language.name.${language}`) }));
    await editor.says("Гончары и ткачи.");
    editor.sees("Гончары и ткачи.");
    const alsu = city.telegram.person(`Алсу ${language}`, { languageCode: language });
    await alsu.says(`/start h_${institutionId.toString(36)}`);
    alsu.sees({ ru: "Открыто до 19:00", tt: "19:00гә кадәр ачык", en: "Open now until 19:00" }[language]);
    alsu.sees("Гончары и ткачи.");
  });
});

describe("what is another house's", () => {
  const t = words.for("ru");

  it("is neither listed nor shown nor withdrawn", async () => {
    const editor = await editorOf(await house("Свой дом"), "ru");
    const id = await plantOffer(city, {
      institutionId: await house("Чужой дом"),
      texts: { ru: { title: "Чужое", body: null } },
    });
    await editor.says("/staff");
    await editor.taps(t("always_edit.title"));
    expect(labels(editor)).not.toContain("Чужое");
    for (const data of [editOfferCallback.data(id), withdrawOfferCallback.data(id)]) {
      await forges(editor, data);
      editor.sees(t("staff.not_open"));
    }
    const { withdrawnAt } = await city.services.database.standingOffer.findUniqueOrThrow({ where: { id } });
    expect(withdrawnAt).toBeNull();
  });

  it("is not written by somebody whose role was taken meanwhile", async () => {
    const editor = await editorOf(await house("Бывший дом"), "ru");
    await editor.says("/staff");
    await editor.taps(t("always_edit.title"));
    await editor.taps(t("always_edit.button.new"));
    await editor.taps("Бывший дом");
    await editor.taps(t("always.kind.e_library"));
    await editor.says("Книги дома");
    await editor.taps(t("programme.button.without"));
    await editor.says("library.example");
    await editor.taps(t("programme.button.free"));
    for (const _ of ["tt", "en"]) await editor.taps(t("programme.button.skip"));
    await fire(city, editor);
    await editor.taps(t("always_edit.button.publish"));
    editor.sees(t("staff.not_open"));
    expect(await city.services.database.standingOffer.count({ where: { kind: "e_library" } })).toBe(0);
  });
});

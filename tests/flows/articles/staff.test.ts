import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { editArticleCallback, withdrawArticleCallback } from "../../../flows/staff/articles/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { eventRow, occurrenceRow } from "../../support/factories/event.ts";
import { roleRow } from "../../support/factories/person.ts";
import { forges, labels } from "../drive.ts";
import { colleague, fire } from "../staff/team.ts";
import { plantArticle, wordsOf } from "./rows.ts";

const city = openCity({ plant: false });

const house = async (name: string) => {
  const data = { texts: { create: { language: "ru" as const, name } } };
  return (await city.services.database.institution.create({ data })).id;
};

/** An event of a house with a date tomorrow; resolves to its id. */
async function eventOf(institutionId: number, title: string): Promise<number> {
  const now = city.clock.now();
  const { id } = await city.services.database.event.create({
    data: {
      ...eventRow(now, { institutionId, audiences: [], accessibility: [] }),
      texts: { create: { language: "ru", title } },
      occurrences: { create: occurrenceRow(now, { startsAt: new Date(now.getTime() + 86_400_000) }) },
    },
  });
  return id;
}

async function editorOf(institutionId: number, language: string): Promise<Person> {
  const editor = await colleague(city, language);
  const personId = await idOf(city.services.database, editor);
  await city.services.database.staffRole.create({
    data: roleRow(city.clock.now(), { personId, role: "editor", institutionId }),
  });
  return editor;
}

describe.each(languages)("staff and what it writes, in %s", (language) => {
  const t = words.for(language);
  const [second, third] = languages.filter((other) => other !== language);

  it("an article is planned by a typed moment, seen from then on and not before, and may be shown at once", async () => {
    const institutionId = await house(`Театр завтра ${language}`);
    const editor = await editorOf(institutionId, language);
    const texts = { [language]: wordsOf(`Скоро ${language}`) };
    const id = await plantArticle(city, { institutionId, texts }, false);
    await editor.says("/staff");
    await editor.taps(t("article_edit.title"));
    await editor.taps(`Скоро ${language}`);
    await editor.taps(t("article_edit.button.later"));
    editor.sees(t("programme.ask.publish_at"));
    await editor.says({ ru: "через месяц", tt: "бер айдан", en: "in a month" }[language]);
    await editor.says("21.11.2026 10:00");
    editor.sees(t("article_edit.planned", { when: "" }).trim());
    const article = await city.services.database.article.findUniqueOrThrow({ where: { id } });
    expect(article.publishedAt?.toISOString()).toBe("2026-11-21T07:00:00.000Z");
    const reader = city.telegram.person(`Читатель ${language}`, { languageCode: language });
    await reader.says("/start");
    await reader.says(`/start n_${id.toString(36)}`);
    reader.sees(t("article.gone"));
    await editor.taps(t("always_edit.button.publish"));
    await reader.says(`/start n_${id.toString(36)}`);
    reader.sees(`Скоро ${language}`);
    await city.services.database.article.delete({ where: { id } });
  });

  it("an editor writes a review of an event of their house, which its card shows; withdraws it and gives it back", async () => {
    const name = `Театр ветра ${language}`;
    const institutionId = await house(name);
    const eventId = await eventOf(institutionId, `Буря ${language}`);
    await eventOf(await house(`Чужой театр ${language}`), `Буря чужая ${language}`);
    const editor = await editorOf(institutionId, language);
    await editor.says("/staff");
    await editor.taps(t("article_edit.title"));
    await editor.taps(t("article_edit.button.new"));
    await editor.taps(name);
    await editor.taps(t("article.kind.review"));
    editor.sees(t("article_edit.ask.find_reviewed"));
    await editor.says("Буря");
    expect(labels(editor).filter((label) => label.includes("чужая"))).toEqual([]);
    // A review is of something.
    expect(labels(editor)).not.toContain(t("programme.button.ready"));
    await editor.taps(`Буря ${language}`);
    await editor.taps(t("programme.button.ready"));
    await editor.says("Ветер <сильнее> слов");
    await editor.says("Первый абзац.\n\nВторой абзац.");
    await editor.says("Ринат Сафин");
    await editor.says("pictures.example/storm.jpg");
    await editor.says("Волна");
    await editor.says("Wind over words");
    await editor.says("A paragraph.");
    await editor.taps(t("programme.button.keep"));
    await editor.taps(t("programme.button.skip"));
    await editor.taps(t("programme.button.skip"));
    editor.sees(t("always_edit.ask.whole"));
    editor.sees("Ветер <сильнее> слов");
    await editor.taps(t("always_edit.button.publish"));
    editor.sees(t("always_edit.shown"));
    const made = await city.services.database.article.findFirstOrThrow({
      where: { institutionId },
      include: { texts: true, events: true },
    });
    expect(made).toMatchObject({ kind: "review", pictureUrl: "https://pictures.example/storm.jpg" });
    expect(made.events.map((link) => link.eventId)).toEqual([eventId]);
    expect(made.texts.map((text) => [text.language, text.byline]).toSorted()).toEqual(
      [
        [language, "Ринат Сафин"],
        [second, "Ринат Сафин"],
      ].toSorted(),
    );
    expect(third).toBeDefined();

    const alsu = city.telegram.person(`Алсу ${language}`, { languageCode: language });
    const card = `/start e_${eventId.toString(36)}`;
    await alsu.says(card);
    await alsu.taps(t("article.button.review", { name: "Ринат Сафин" }));
    alsu.sees("Второй абзац.");

    await editor.taps(t("always_edit.button.withdraw"));
    editor.sees(t("always_edit.ask_withdraw"));
    await editor.taps(t("always_edit.button.withdraw"));
    editor.sees(t("always_edit.withdrawn"));
    await alsu.says(card);
    expect(labels(alsu)).not.toContain(t("article.button.review", { name: "Ринат Сафин" }));
    await editor.taps(t("always_edit.button.give_back"));
    await editor.taps(t(`always_edit.field.words_${language}`));
    await editor.says("Ветер и слова");
    await editor.taps(t("programme.button.keep"));
    await editor.taps(t("programme.button.keep"));
    await editor.taps(t("programme.button.skip"));
    editor.sees(t("programme.done"));
    await alsu.says(`/start n_${made.id.toString(36)}`);
    alsu.sees("Ветер и слова");
    const log = await city.services.database.auditEntry.findMany({
      where: { subject: `article:${made.id}` },
      orderBy: { id: "asc" },
    });
    expect(log.map(({ action }) => action.replace("articles.edit.", ""))).toEqual([
      "create",
      "withdraw",
      "publish",
      "texts",
    ]);
  });

  it("an admin writes news of the city as a draft, and links it to a collection", async () => {
    const admin = await colleague(city, language, "admin");
    const now = city.clock.now();
    const { id: collectionId } = await city.services.database.collection.create({
      data: {
        ...{ kind: "festival", publishedAt: now, createdAt: now, updatedAt: now },
        texts: { create: { language: "ru", title: `Фестиваль ${language}` } },
      },
    });
    await admin.says("/staff");
    await admin.taps(t("article_edit.title"));
    await admin.taps(t("article_edit.button.new"));
    await admin.taps(t("programme.button.no_institution"));
    await admin.taps(t("article.kind.news"));
    await admin.says(`Автобусы ${language}`);
    await admin.says("До двух часов.");
    await admin.taps(t("programme.button.skip"));
    await admin.taps(t("article_edit.button.none"));
    for (const _ of [second, third]) await admin.taps(t("programme.button.skip"));
    await admin.taps(t("always_edit.button.keep"));
    admin.sees(t("always_edit.made"));
    admin.sees(t("always_edit.state.draft"));
    await admin.taps(t("article_edit.field.collections"));
    await admin.taps(`Фестиваль ${language}`);
    await admin.taps(t("programme.button.ready"));
    admin.sees(t("article_edit.about", { titles: `Фестиваль ${language}` }));
    const made = await city.services.database.article.findFirstOrThrow({
      where: { texts: { some: { title: `Автобусы ${language}` } } },
      include: { collections: true },
    });
    expect(made).toMatchObject({ publishedAt: null, collections: [{ collectionId }] });
    await admin.taps(t("article_edit.field.picture"));
    await admin.says("pictures.example/bus.jpg");
    await admin.says("Автобус");
    admin.sees(t("article.picture_alt", { what: "Автобус" }));
    await admin.taps(t("always_edit.button.publish"));
    const ivan = city.telegram.person(`Иван ${language}`, { languageCode: language });
    await ivan.says("/news");
    ivan.sees(`Автобусы ${language}`);
  });
});

describe("what is another house's", () => {
  const t = words.for("ru");

  it("is neither listed nor shown nor withdrawn", async () => {
    const editor = await editorOf(await house("Свой дом"), "ru");
    const id = await plantArticle(city, {
      institutionId: await house("Чужой дом"),
      texts: { ru: wordsOf("Чужое") },
    });
    await editor.says("/staff");
    await editor.taps(t("article_edit.title"));
    expect(labels(editor)).not.toContain("Чужое");
    for (const data of [editArticleCallback.data(id), withdrawArticleCallback.data(id)]) {
      await forges(editor, data);
      editor.sees(t("staff.not_open"));
    }
    const { withdrawnAt } = await city.services.database.article.findUniqueOrThrow({ where: { id } });
    expect(withdrawnAt).toBeNull();
  });

  it("is not written by somebody whose role was taken meanwhile", async () => {
    const editor = await editorOf(await house("Бывший дом"), "ru");
    await editor.says("/staff");
    await editor.taps(t("article_edit.title"));
    await editor.taps(t("article_edit.button.new"));
    await editor.taps("Бывший дом");
    await editor.taps(t("article.kind.news"));
    await editor.says("Прощание");
    await editor.says("Текст.");
    await editor.taps(t("programme.button.skip"));
    await editor.taps(t("article_edit.button.none"));
    for (const _ of ["tt", "en"]) await editor.taps(t("programme.button.skip"));
    await fire(city, editor);
    await editor.taps(t("always_edit.button.publish"));
    editor.sees(t("staff.not_open"));
    expect(await city.services.database.articleText.count({ where: { title: "Прощание" } })).toBe(0);
  });
});

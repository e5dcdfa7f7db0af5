import { expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { editorsOf, starts } from "./editors.ts";

const city = openCity({ plant: false });
const { concert, follower, opens, dateOf, passes } = editorsOf(city);

const language = "tt";
const t = words.for(language);

it("an event can be changed in everything, taken out, brought back and copied", async () => {
  const title = `Всё ${language}`;
  const { eventId } = await concert(title, starts);
  const editor = await colleague(city, language, "admin");
  await opens(editor, title, language);
  const changes = async (edit: string, ...steps: ({ tap: string } | { say: string })[]) => {
    const label = t(`programme.edit.${edit as "age"}`);
    if (!labels(editor).includes(label)) await editor.taps(t("programme.button.details"));
    await editor.taps(label);
    for (const step of steps) await ("tap" in step ? editor.taps(step.tap) : editor.says(step.say));
    editor.sees(t("programme.done"));
  };
  const writes = async (...steps: ({ tap: string } | { say: string })[]) => {
    for (const step of steps) await ("tap" in step ? editor.taps(step.tap) : editor.says(step.say));
    editor.sees(t("programme.done"));
  };
  await changes("who", { say: "Алсу" });
  await writes(
    { tap: t("language.name.tt") },
    { say: "Җыр кичәсе" },
    { say: "Алсу" },
    { tap: t("programme.button.skip") },
  );
  await writes(
    { tap: t("button.chosen", { label: t("language.name.ru") }) },
    { tap: t("programme.button.drop_language") },
    { tap: t("button.back") },
    { tap: t("programme.edit.title") },
    { say: "Вечер песни" },
  );
  await changes("title", { say: "Җырлар" });
  await writes({ tap: t("language.name.en") }, { say: "Song night" }, { say: "Alsu" }, { say: "Songs." });
  await writes(
    { tap: t("button.chosen", { label: t("language.name.en") }) },
    { tap: t("programme.button.drop_language") },
    { tap: t("programme.button.drop_language") },
  );
  await changes("links", { tap: t("programme.link.stream") }, { say: "https://video.example.org/1" });
  await changes("price", { say: "300–800 ₽" });
  await changes("age", { tap: "16+" });
  await changes("section", { tap: t("section.theatre") });
  await changes("poster", { say: "https://example.org/p.jpg" }, { tap: t("programme.button.skip") });
  await changes("access", { tap: t("accessibility.short.subtitles") }, { tap: t("programme.button.ready") });
  await changes("audience", { tap: t("audience.family") }, { tap: t("programme.button.ready") });
  await changes(
    "where",
    { say: `Сцена ${language}` },
    { tap: t("programme.button.new_place", { name: `Сцена ${language}` }) },
    { tap: t("programme.button.skip") },
    { tap: t("programme.yes.where") },
  );
  await changes("add", { say: "3.12 19:00" }, { tap: t("programme.button.right") });
  await changes(
    "move",
    { tap: t("programme.button.all_dates", { count: 3 }) },
    { say: "+1" },
    { tap: t("programme.yes.move") },
  );
  await changes("recording", { say: "https://video.example.org/2" }, { tap: t("programme.yes.recording") });
  await changes(
    "correct",
    { tap: labels(editor).find((label) => label.includes("26")) ?? "19:00" },
    { say: "18:30" },
    { tap: t("programme.yes.correct") },
  );
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.button.preview"));
  editor.sees(t("programme.as_residents"));
  await editor.taps(t("button.back"));
  const event = await city.services.database.event.findUniqueOrThrow({
    where: { id: eventId },
    include: { texts: true, links: true, occurrences: { orderBy: { startsAt: "asc" } } },
  });
  expect(event).toMatchObject({
    section: "theatre",
    attendanceMode: "mixed",
    priceMin: 300,
    priceMax: 800,
    ageMin: 16,
    accessibility: ["subtitles"],
    audiences: ["family"],
  });
  expect(event.texts.map(({ language: each }) => each).sort()).toEqual(["ru", "tt"]);
  expect(event.texts).toContainEqual(expect.objectContaining({ language: "tt", title: "Җырлар", who: "Алсу" }));
  expect(event.texts).toContainEqual(expect.objectContaining({ language: "ru", title: "Вечер песни", who: "Алсу" }));
  expect(event.links.map(({ kind }) => kind).sort()).toEqual(["recording", "stream"]);
  expect(event.occurrences.map(({ startsAt }) => startsAt.toISOString().slice(5, 10))).toEqual([
    "11-26",
    "12-03",
    "12-04",
  ]);
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.unpublish"));
  await editor.taps(t("programme.edit.unpublish"));
  editor.sees(t("programme.state.draft"));
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.withdraw"));
  await editor.taps(t("programme.yes.withdraw"));
  editor.sees(t("programme.state.withdrawn"));
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.bring_back"));
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.copy"));
  editor.sees(t("programme.copied"));
  const events = await city.services.database.event.count();
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.delete"));
  expect(await city.services.database.event.count()).toBe(events);
  await editor.taps(t("programme.yes.delete"));
  editor.sees(t("programme.deleted"));
  expect(await city.services.database.event.count()).toBe(events - 1);
});

it("a slip of the pen takes three taps from the menu, and the old text is a tap from the clipboard", async () => {
  const { eventId } = await concert("Опечатка");
  await city.services.database.eventText.updateMany({ where: { eventId }, data: { body: "Вечер с апечаткой." } });
  const editor = await colleague(city, "ru", "admin");
  const ru = words.for("ru");
  const taps = await opens(editor, "Опечатка", "ru");
  await editor.taps(ru("programme.edit.body"));
  editor.sees("Вечер с апечаткой.");
  expect(JSON.stringify(editor.latest?.keyboard)).toContain('"copy_text":{"text":"Вечер с апечаткой."}');
  await editor.says("Вечер с опечаткой.");
  editor.sees(ru("programme.done"));
  expect(taps + 1).toBeLessThanOrEqual(3);
  await editor.taps(ru("language.name.tt"));
  editor.sees("Опечатка");
  await editor.says("Хата");
  editor.sees("Вечер с опечаткой.");
  await editor.says("Хаталы кичә.");
  editor.sees(ru("programme.done"));
  const texts = await city.services.database.eventText.findMany({ where: { eventId }, orderBy: { language: "asc" } });
  expect(texts).toMatchObject([
    { language: "ru", title: "Опечатка", body: "Вечер с опечаткой." },
    { language: "tt", title: "Хата", body: "Хаталы кичә." },
  ]);
});

it("what is shown can be shared, printed and carried to other networks", async () => {
  await concert("Для всех");
  const editor = await colleague(city, "ru", "admin");
  const ru = words.for("ru");
  await opens(editor, "Для всех", "ru");
  expect(JSON.stringify(editor.latest?.keyboard)).toContain("t.me/share/url");
  await editor.taps(ru("programme.button.qr"));
  expect(editor.latest?.photo).toBeDefined();
  await opens(editor, "Для всех", "ru");
  await editor.taps(ru("programme.button.more"));
  await editor.taps(ru("programme.button.post_text"));
  editor.sees("start=e_");
});

it("a correction is told to nobody, and the date has not moved", async () => {
  const { occurrenceIds } = await concert("Молча");
  const resident = await follower("ru", occurrenceIds[0]);
  const editor = await colleague(city, "ru", "admin");
  const ru = words.for("ru");
  await opens(editor, "Молча", "ru");
  await editor.taps(ru("programme.button.details"));
  await editor.taps(ru("programme.edit.correct"));
  await editor.says("18:30");
  await editor.taps(ru("programme.yes.correct"));
  editor.sees(ru("programme.done"));
  await passes(600);
  resident.doesNotSee(ru("change.moved"));
  expect(await dateOf(occurrenceIds[0])).toMatchObject({
    status: "scheduled",
    startsAt: new Date("2026-11-25T15:30:00Z"),
    previousStartsAt: null,
  });
});

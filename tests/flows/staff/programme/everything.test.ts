import { expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { editorsOf, starts } from "./editors.ts";

const city = openCity({ plant: false });
const { concert, opens } = editorsOf(city);

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
  await changes(
    "words",
    { tap: t("language.name.tt") },
    { say: "Җыр кичәсе" },
    { say: "Алсу" },
    { tap: t("programme.button.without") },
  );
  await changes("words", { tap: t("button.drop", { label: t("language.name.tt") }) });
  await changes(
    "words",
    { tap: t("language.name.en") },
    { say: "Song night" },
    { tap: t("programme.button.without") },
    { say: "Songs." },
  );
  await changes("links", { tap: t("programme.link.stream") }, { say: "https://video.example.org/1" });
  await changes("price", { say: "300–800 ₽" });
  await changes("age", { tap: "16+" });
  await changes("section", { tap: t("section.theatre") });
  await changes("poster", { say: "https://example.org/p.jpg" });
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
  expect(event.texts.map(({ language: each }) => each).sort()).toEqual(["en", "ru"]);
  expect(event.links.map(({ kind }) => kind).sort()).toEqual(["recording", "stream"]);
  expect(event.occurrences.map(({ startsAt }) => startsAt.toISOString().slice(5, 10))).toEqual([
    "11-26",
    "12-03",
    "12-04",
  ]);
  await editor.taps(t("programme.edit.unpublish"));
  await editor.taps(t("programme.edit.unpublish"));
  editor.sees(t("programme.state.draft"));
  await editor.taps(t("programme.edit.withdraw"));
  await editor.taps(t("programme.yes.withdraw"));
  editor.sees(t("programme.state.withdrawn"));
  await editor.taps(t("programme.edit.bring_back"));
  await editor.taps(t("programme.edit.copy"));
  editor.sees(t("programme.copied"));
});

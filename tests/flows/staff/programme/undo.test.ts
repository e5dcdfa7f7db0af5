import { expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { dataOf, forges, labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { editorsOf } from "./editors.ts";

const city = openCity({ plant: false });
const { concert, opens } = editorsOf(city);
const t = words.for("en");
const linksOf = (eventId: number) =>
  city.services.database.link.findMany({
    where: { eventId },
    select: { kind: true, url: true },
    orderBy: { url: "asc" },
  });

it("a link is told apart by its path, removed when that is agreed to, and comes back", async () => {
  const { eventId } = await concert("Two tickets");
  const urls = ["https://www.kamalteatr.example/tickets/4", "https://www.kamalteatr.example/tickets/5"];
  const addedAt = city.clock.now();
  await city.services.database.link.createMany({
    data: urls.map((url) => ({ eventId, kind: "ticket" as const, url, addedAt })),
  });
  const before = await linksOf(eventId);
  const editor = await colleague(city, "en", "admin");
  await opens(editor, "Two tickets", "en");
  await editor.taps(t("programme.button.details"));
  await editor.taps(t("programme.edit.links"));
  const fifth = labels(editor).find((label) => label.endsWith("/tickets/5")) ?? "";
  await editor.taps(fifth);
  editor.sees(urls[1] ?? "");
  await editor.taps(t("button.back"));
  await editor.taps(fifth);
  await editor.taps(t("programme.button.without"));
  expect((await linksOf(eventId)).map(({ url }) => url)).toEqual([urls[0]]);
  await editor.taps(t("programme.button.undo"));
  editor.sees(t("programme.undone"));
  expect(await linksOf(eventId)).toEqual(before);
});

it("a language that was removed comes back whole, and a withdrawn event to where it was", async () => {
  const { eventId } = await concert("Both tongues");
  const { database } = city.services;
  await database.eventText.create({
    data: { eventId, language: "en", title: "Both tongues", body: "A body", who: "Somebody" },
  });
  const editor = await colleague(city, "en", "admin");
  await opens(editor, "Both tongues", "en");
  const texts = () => database.eventText.findMany({ where: { eventId }, orderBy: { language: "asc" } });
  const before = await texts();
  await editor.taps(labels(editor).find((label) => label.includes(t("language.name.ru"))) ?? "");
  await editor.taps(t("programme.button.drop_language"));
  await editor.taps(t("programme.button.drop_language"));
  expect(await texts()).toHaveLength(1);
  await editor.taps(t("programme.button.undo"));
  expect(await texts()).toEqual(before);
  await editor.taps(t("programme.button.more"));
  await editor.taps(t("programme.edit.withdraw"));
  await editor.taps(t("programme.yes.withdraw"));
  editor.sees(t("programme.state.withdrawn"));
  await editor.taps(t("programme.button.undo"));
  editor.sees(t("programme.state.shown"));
});

it("nothing is taken back that somebody changed since, or after a day", async () => {
  const { eventId } = await concert("Much changed");
  const editor = await colleague(city, "en", "admin");
  const changesAge = async (age: string) => {
    await opens(editor, "Much changed", "en");
    await editor.taps(t("programme.button.details"));
    await editor.taps(t("programme.edit.age"));
    await editor.taps(age);
  };
  const age = async () => (await city.services.database.event.findUniqueOrThrow({ where: { id: eventId } })).ageMin;
  await changesAge("12+");
  const data = dataOf(editor, t("programme.button.undo"));
  await changesAge("16+");
  await forges(editor, data);
  editor.sees(t("programme.not_undone"));
  expect(await age()).toBe(16);
  await changesAge("18+");
  city.clock.advance({ seconds: 25 * 3600 });
  await editor.taps(t("programme.button.undo"));
  editor.sees(t("programme.not_undone"));
  expect(await age()).toBe(18);
});

import { describe, expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { courseRow } from "../../../support/factories/course.ts";
import { eventRow } from "../../../support/factories/event.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { begins, empties, goesOnToNumber, latest, residents } from "./hall.ts";

const city = openCity({ plant: false });
const clock = () => city.clock.now();
const t = words.for("en");

async function skipsLanguages(author: Awaited<ReturnType<typeof colleague>>): Promise<void> {
  await author.taps(t("announce.content.skip"));
  await author.taps(t("announce.content.skip"));
}

describe("what is sent", () => {
  it("can be an album, without buttons and said so", async () => {
    await empties(city);
    const author = await colleague(city, "en", "admin");
    const [reader] = await residents(city, ["en"]);
    await begins(author, "en");
    await author.sendsAlbum([{ kind: "photo", caption: "The fair" }, { kind: "photo" }, { kind: "photo" }]);
    author.sees(t("step.content.album"));
    await author.taps(t("step.content.album_done"));
    await skipsLanguages(author);
    author.sees(t("announce.preview.album"));
    expect(labels(author)).not.toContain(t("announce.preview.buttons"));
    await goesOnToNumber(author, "en", 2);
    await author.says("2");
    await city.deliver();
    const album = reader?.chat.filter(({ albumId }) => albumId !== undefined) ?? [];
    expect(album.map(({ text }) => text)).toEqual(["The fair\n\nStop announcements: /mute", "", ""]);
    expect(await latest(city)).toMatchObject({ state: "done", sent: 2 });
  });

  it("is no sticker", async () => {
    const author = await colleague(city, "en", "admin");
    await begins(author, "en");
    await author.sendsSticker("🎉");
    author.sees(t("step.content.again"));
  });

  it.each(["photo", "voice"] as const)("can be: %s", async (kind) => {
    await empties(city);
    const author = await colleague(city, "en", "admin");
    const [reader] = await residents(city, ["en"]);
    await begins(author, "en");
    const entities = [{ type: "italic", offset: 0, length: 3 }] as const;
    await author.sendsFile({ kind, caption: "Ars longa", entities });
    await skipsLanguages(author);
    await author.taps(t("announce.buttons.without"));
    await goesOnToNumber(author, "en", 2);
    await author.says("2");
    await city.deliver();
    expect(reader?.latest?.text).toBe("Ars longa");
    expect(reader?.latest?.entities).toEqual([...entities]);
  });

  it("leads to an event and a course, found by a part of their names", async () => {
    await empties(city);
    const { database } = city.services;
    const author = await colleague(city, "en", "admin");
    const event = await database.event.create({
      data: eventRow(clock(), { texts: { create: { language: "en", title: "La Bohème" } } }),
    });
    const course = await database.course.create({
      data: courseRow(clock(), { texts: { create: { language: "en", title: "First steps online" } } }),
    });
    await begins(author, "en");
    await author.says("Come");
    await skipsLanguages(author);
    await author.taps(t("announce.buttons.event"));
    await author.says("nothing like it");
    author.sees("Nothing found");
    await author.says("bohème");
    await author.taps("La Bohème");
    await author.taps(t("announce.buttons.as_called"));
    await author.taps(t("announce.buttons.course"));
    await author.taps("First steps online");
    await author.says("To the course");
    await author.taps(t("announce.go_on"));
    expect((await latest(city)).buttons).toEqual([
      [{ label: { en: "La Bohème" }, eventId: event.id }],
      [{ label: { en: "To the course" }, courseId: course.id }],
    ]);
  });
});

describe("what Telegram refuses", () => {
  it("is told in plain words, and can be mended but not sent", async () => {
    await empties(city);
    const author = await colleague(city, "en", "admin");
    await begins(author, "en");
    await author.says("Look here");
    await skipsLanguages(author);
    await author.taps(t("announce.buttons.address"));
    await author.says("http://localhost/page");
    author.sees(t("announce.buttons.address_again"));
    await author.says("kitap.tatar");
    await author.says("Open");
    const mend = city.telegram.fail({
      method: "sendMessage",
      when: (_, { reply_markup }) => JSON.stringify(reply_markup ?? "").includes("kitap.tatar"),
      with: { code: 400, description: "Bad Request: inline keyboard button URL 'https://kitap.tatar/' is invalid" },
    });
    await author.taps(t("announce.go_on"));
    author.sees(t("announce.refused.head"));
    author.sees(t("announce.refused.url"));
    expect(labels(author)).not.toContain(t("announce.preview.good"));
    await author.taps(t("announce.preview.buttons"));
    await author.taps(t("announce.buttons.none_of_them"));
    await author.taps(t("announce.buttons.without"));
    mend();
    author.sees(t("announce.preview.ask"));
    await author.taps(t("announce.preview.good"));
    expect((await latest(city)).state).toBe("draft");
  });
});

describe("when it is sent", () => {
  it("can be at a time, within hours, every week", async () => {
    await empties(city);
    const author = await colleague(city, "en", "admin");
    await begins(author, "en");
    await author.says("Every Saturday");
    await skipsLanguages(author);
    await author.taps(t("announce.buttons.without"));
    await author.taps(t("announce.preview.good"));
    await author.taps(t("announce.go_on"));
    await author.says("yesterday-ish");
    author.sees(t("announce.start.again"));
    await author.says("tomorrow at 10:30");
    await author.taps(t("announce.start.any_hours"));
    await author.says("9–21");
    expect(labels(author)).toContain(t("announce.start.chosen_hours", { from: "09:00", until: "21:00" }));
    await author.taps(t("announce.start.every_week"));
    await author.says("yesterday evening");
    author.sees("I did not understand the day");
    await author.says("31 December");
    author.sees(
      "Begins: Sat 21 November, 10:30; only from 09:00 to 21:00 by everybody’s own clock; every week, until the end of Thu 31 December",
    );
    await author.taps(t("announce.go_on"));
    await author.taps(t("announce.confirm.send_to", { count: 1 }));
    await author.says("1");
    author.sees(t("announce.confirm.scheduled"));
    expect(await latest(city)).toMatchObject({
      state: "scheduled",
      startAt: new Date("2026-11-21T07:30:00Z"),
      windowFrom: 540,
      windowUntil: 1_260,
      isWeekly: true,
      repeatUntil: new Date("2026-12-31T20:59:59.999Z"),
    });
  });
});

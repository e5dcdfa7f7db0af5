import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { announcedCallback } from "../../../../bot/announcements/callbacks.ts";
import { openCity, words } from "../../../support/city.ts";
import { eventRow, occurrenceRow } from "../../../support/factories/event.ts";
import { forges } from "../../drive.ts";
import { colleague } from "../team.ts";
import { begins, boardOf, empties, goesOnToNumber, latest, residents } from "./hall.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

/** An event that residents see. */
async function shownEvent(title: string): Promise<number> {
  const now = city.clock.now();
  const startsAt = new Date(now.getTime() + 86_400_000);
  const { id } = await city.services.database.event.create({
    data: eventRow(now, {
      publishedAt: now,
      ...{ audiences: [], accessibility: [] },
      texts: { create: { language: "ru", title } },
      occurrences: { create: occurrenceRow(now, { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }) },
    }),
  });
  return id;
}

describe("what people do with an announcement", () => {
  it("is counted: presses of its buttons by those who got it, and who wanted none after it", async () => {
    await empties(city);
    const author = await colleague(city, "ru", "owner");
    const [alsu, ivan] = await residents(city, ["ru", "ru"]);
    const eventId = await shownEvent("Ёлка");
    await begins(author, "ru");
    await author.says("Приходите на ёлку");
    await author.taps(t("announce.content.skip"));
    await author.taps(t("announce.content.skip"));
    await author.taps(t("announce.buttons.address"));
    await author.says("kitap.tatar");
    // One step back leads to the address, and not out of the button.
    await author.taps(t("button.back"));
    author.sees(t("announce.buttons.ask_address"));
    await author.says("ekiyat.ru");
    await author.says("Сайт");
    await author.taps(t("announce.buttons.event"));
    await author.says("Ёлка");
    await author.says("Билеты");
    await author.taps(t("announce.go_on"));
    await goesOnToNumber(author, "ru", 3);
    await author.says("3");
    await city.deliver();

    await alsu?.taps("Билеты");
    alsu?.sees("Ёлка");
    await ivan?.taps("Билеты");
    await ivan?.taps("Билеты");
    await ivan?.taps(t("announcement.mute"));
    ivan?.sees(t("announcement.muted"));
    const { id } = await latest(city);
    const [stranger] = await residents(city, ["ru"]);
    if (stranger)
      await forges(
        stranger,
        announcedCallback.data({ announcementId: id, place: 1, opens: { kind: "event", id: eventId } }),
      );
    stranger?.sees("Ёлка");

    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
    await author.says("/staff");
    await author.taps(t("announce.title"));
    await author.taps("Приходите");
    author.sees("Нажатий на кнопки: «Билеты» — 3");
    author.sees(t("announce.result.addresses"));
    author.sees("После этого отключили объявления: 1");

    await author.taps(t("announce.button.report"));
    const { document } = author.latest ?? {};
    expect(document?.fileName).toBe("Объявление – Приходите на ёлку – 2026-11-20.xlsx");
    const rows = await readSheet(Buffer.from(document?.bytes ?? []), "Итог");
    const cellOf = (label: string) => rows.find(([first]) => first === label)?.[1];
    expect(cellOf("Текст: Русский")).toBe("Приходите на ёлку");
    expect(cellOf("Автор")).toMatch(/^Коллега/);
    expect(cellOf("Кому")).toBe("Всем");
    expect(cellOf("Нажатий: Билеты")).toBe(3);
    expect(cellOf("Отключили объявления после этого")).toBe(1);
    expect(cellOf("Начато")).toBeInstanceOf(Date);
  });
});

describe("an announcement that is still to come", () => {
  it("is looked at, put to another time, and changed, which makes it a draft again", async () => {
    await empties(city);
    const author = await colleague(city, "ru", "admin");
    const other = await colleague(city, "ru", "owner");
    await begins(author, "ru");
    await author.says("Завтра ярмарка");
    await author.taps(t("announce.content.skip"));
    await author.taps(t("announce.content.skip"));
    await author.taps(t("announce.buttons.without"));
    await author.taps(t("announce.preview.good"));
    await author.taps(t("announce.audience.except"));
    await author.taps(t("announce.audience.kind.roles"));
    await author.taps(t("role.button.owner"));
    await author.taps(t("announce.audience.done"));
    await author.taps(t("announce.go_on"));
    await author.says("завтра в 10:00");
    await author.taps(t("announce.go_on"));
    await author.taps(t("announce.confirm.send_to", { count: 1 }));
    await author.says("1");

    await other.says("/staff");
    await other.taps(t("announce.title"));
    await other.taps("Завтра ярмарка");
    other.sees("Начнётся: сб, 21 ноября, 10:00");
    other.sees("кроме: роль: Владелец");
    await other.taps(t("announce.button.look"));
    expect(other.chat.some(({ text }) => text === "Завтра ярмарка")).toBe(true);
    await other.taps(t("announce.button.reschedule"));
    await other.says("завтра в 12:00");
    await other.taps(t("announce.go_on"));
    other.sees(t("announce.start.moved"));
    expect(await latest(city)).toMatchObject({ state: "scheduled", startAt: new Date("2026-11-21T09:00:00Z") });

    await other.taps(t("announce.title"));
    await other.taps("Завтра ярмарка");
    await other.taps(t("announce.button.rewrite"));
    other.sees(t("announce.preview.ask"));
    expect(await latest(city)).toMatchObject({ state: "draft", confirmedBy: null });
    city.clock.advance({ seconds: 24 * 3_600 });
    await city.deliver();
    expect(await latest(city)).toMatchObject({ state: "draft", sent: 0 });
  });
});

import { describe, expect, it } from "vitest";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { begins, boardOf, empties, goesOnToNumber, latest, residents, sendsToAll } from "./hall.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

describe("an announcement", () => {
  it("goes in three languages to a segment, through a pause and a restart, and its account adds up", async () => {
    await empties(city);
    const { database, clock } = city.services;
    const author = await colleague(city, "ru", "admin");
    const [ru, muted, blocked, tt, en, far] = await residents(city, ["ru", "ru", "ru", "tt", "en", "tt"]);
    await muted?.says("/mute");
    await blocked?.blocksBot();
    await database.person.update({
      where: { id: await idOf(city.services.database, far) },
      data: { timeZone: "Asia/Vladivostok" },
    });

    await begins(author, "ru");
    const entities = [
      { type: "bold", offset: 0, length: 4 },
      { type: "text_link", offset: 5, length: 6, url: "https://kitap.tatar/" },
    ] as const;
    await author.saysFormatted("Ночь музеев", entities);
    await author.says("Музейлар төне");
    await author.says("Night of Museums");
    await author.taps(t("announce.buttons.address"));
    await author.says("kitap.tatar");
    await author.says("Подробнее");
    await author.says("Тулырак");
    await author.taps(t("announce.buttons.same_label"));
    await author.taps(t("announce.go_on"));
    author.sees(t("announce.preview.ask"));
    expect(author.chat.filter(({ text }) => text === "Музейлар төне" || text === "Night of Museums")).toHaveLength(4);

    await author.taps(t("announce.preview.good"));
    author.sees("5 человек; 1 отключил объявления, 1 заблокировал бота");
    await author.taps(t("announce.audience.except"));
    await author.taps(t("announce.audience.kind.roles"));
    await author.taps(t("role.button.admin"));
    author.sees("4 человека; 1 отключил объявления, 1 заблокировал бота");
    await author.taps(t("announce.audience.done"));
    author.sees("кроме: роль: Администратор");
    await author.taps(t("announce.go_on"));
    await author.taps(t("announce.start.any_hours"));
    await author.taps("10:00–20:00");
    author.sees("только с 10:00 до 20:00");
    await author.taps(t("announce.go_on"));
    author.sees("Русский 1, Татарча 2, English 1");
    await author.taps(t("announce.confirm.test"));
    author.sees(t("announce.confirm.tested"));
    // In each language: once while it was written, once at the preview and once as the test.
    expect(author.chat.filter(({ text }) => text === "Музейлар төне")).toHaveLength(3);
    await author.taps(t("announce.confirm.send_to", { count: 4 }));
    await author.says("5");
    author.sees("Это другое число");
    await author.says("4");
    author.sees(t("announce.confirm.begins"));

    await city.deliver();
    const said = (person: typeof ru) => person?.latest?.text;
    expect([said(ru), said(tt), said(en)]).toEqual(["Ночь музеев", "Музейлар төне", "Night of Museums"]);
    expect(ru?.latest?.entities).toEqual([...entities]);
    expect(labels(tt as NonNullable<typeof tt>)).toEqual(["Тулырак", "Белдерүләрне туктату"]);
    for (const person of [muted, blocked]) expect(said(person)).not.toBe("Ночь музеев");
    expect(said(far)).not.toBe("Музейлар төне");

    await boardOf(city).refresh(clock.now());
    author.sees("Рассылка «Ночь музеев»: идёт");
    author.sees("████████████░░░░  3 из 4");
    const message = author.latest?.id;
    await author.taps(t("announce.button.pause"));
    author.sees("на паузе");
    city.clock.advance({ seconds: 10 * 3_600 });
    await city.deliver();
    expect(said(far)).not.toBe("Музейлар төне");

    // Another instance, which knows nothing, goes on with the same message.
    const afterRestart = boardOf(city);
    await afterRestart.refresh(clock.now());
    author.sees("на паузе");
    expect(author.latest?.id).toBe(message);
    await author.taps(t("announce.button.resume"));
    await city.deliver();
    expect(said(far)).toBe("Музейлар төне");
    city.clock.advance({ seconds: 3 });
    expect(await afterRestart.refresh(clock.now())).toBe(false);
    expect(author.latest?.id).toBe(message);
    author.sees("Рассылка «Ночь музеев»: готово");
    author.sees("Доставлено 4");
    author.sees("Всего: 4 человека");
    expect(labels(author)).toEqual([
      t("announce.button.correct"),
      t("announce.button.delete_all"),
      t("announce.button.report"),
      t("announce.button.repeat"),
    ]);
    expect(await latest(city)).toMatchObject({ state: "done", audienceSize: 4, sent: 4, blocked: 0, cancelled: 0 });
  });

  it("keeps what was written when its author leaves, and goes on at the preview", async () => {
    await empties(city);
    const author = await colleague(city, "ru", "admin");
    await begins(author, "ru");
    await author.says("Черновик живёт");
    await author.says("/menu");
    await author.says("/staff");
    await author.taps(t("announce.title"));
    author.sees("«Черновик живёт» — черновик");
    await author.taps("Черновик живёт");
    await author.taps(t("announce.button.continue"));
    author.sees(t("announce.preview.ask"));
    await goesOnToNumber(author, "ru", 1);
    await author.says("1");
    await city.deliver();
    expect(author.chat.some(({ text }) => text === "Черновик живёт" && text.length > 0)).toBe(true);
    expect(await latest(city)).toMatchObject({ state: "done", sent: 1 });
  });

  it("is stopped by whoever is sure, and the other who pressed is told", async () => {
    await empties(city);
    const author = await colleague(city, "ru", "admin");
    const other = await colleague(city, "ru", "owner");
    await sendsToAll(author, "ru", "Отменим", 2);
    for (const person of [author, other]) {
      await person.says("/staff");
      await person.taps(t("announce.title"));
      await person.taps("Отменим");
      await person.taps(t("announce.button.stop"));
      person.sees("Остановить рассылку «Отменим»?");
    }
    await Promise.all([author.taps(t("announce.button.yes_stop")), other.taps(t("announce.button.yes_stop"))]);
    const told = [author, other].filter(({ screen }) => screen.includes(t("announce.elsewhere")));
    expect(told).toHaveLength(1);
    for (const person of [author, other]) person.sees("остановлено");
    expect(await latest(city)).toMatchObject({ state: "cancelled" });
  });
});

import { describe, expect, it } from "vitest";
import { announcedEventCallback, muteAnnouncementsCallback } from "../../../bot/announcements/callbacks.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";

const city = openCity();

const mutes = async (id: number) =>
  (await city.services.database.person.findUniqueOrThrow({ where: { id: BigInt(id) } })).mutesAnnouncements;

describe("whoever wants no announcements", () => {
  it("says so with one tap or /mute, and takes it back with another", async () => {
    const alsu = city.telegram.person("Алсу");
    await alsu.says("/start");
    await alsu.says("/mute");
    alsu.sees("объявлений больше не будет");
    expect(await mutes(await idOf(city.services.database, alsu))).toBe(true);
    await alsu.taps("Вернуть объявления");
    alsu.sees("снова приходят");
    expect(await mutes(await idOf(city.services.database, alsu))).toBe(false);
  });

  it("sees in the settings whether they come, and switches them there", async () => {
    const rim = city.telegram.person("Рим");
    await rim.says("/start");
    await rim.says("/settings");
    rim.sees("Объявления: приходят");
    await rim.taps("Объявления");
    await rim.taps("Не присылать объявления");
    rim.sees("Объявления: отключены");
    expect(await mutes(await idOf(city.services.database, rim))).toBe(true);
    await rim.says("/settings");
    await rim.taps("Объявления");
    await rim.taps("Вернуть объявления");
    rim.sees("Объявления: приходят");
    expect(await mutes(await idOf(city.services.database, rim))).toBe(false);
  });

  it("keeps the announcement, and what it leads to comes beside it", async () => {
    const ivan = city.telegram.person("Иван");
    await ivan.says("/start");
    const event = await city.services.database.event.findFirstOrThrow();
    const keyboard = [
      [button("Событие", announcedEventCallback.data(event.id))],
      [button("Не присылать объявления", muteAnnouncementsCallback.data(null))],
    ];
    const { token, apiRoot } = city.telegram;
    await fetch(`${apiRoot}/bot${token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: ivan.user.id, text: "Объявление", reply_markup: { inline_keyboard: keyboard } }),
    });
    await ivan.taps("Событие");
    ivan.sees("[Меню]");
    expect(ivan.chat.some(({ text }) => text === "Объявление")).toBe(true);
    await ivan.taps("Не присылать объявления");
    expect(await mutes(await idOf(city.services.database, ivan))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity({ plant: false });

const keys = (person: Person) =>
  person.replyKeyboard?.keyboard.flat().map((key) => (typeof key === "string" ? key : key.text));

describe("the language", () => {
  const sasha = () => city.telegram.person("Саша", { languageCode: "ru" });

  it("changes in two taps, the keyboard below with it", async () => {
    await sasha().says("/start");
    await sasha().says("/language");
    await sasha().taps("Татарча");
    sasha().sees(words.for("tt")("language.set"));
    expect(keys(sasha())?.[0]).toBe(words.for("tt")("key.tonight"));
  });

  it("is remembered, whatever Telegram says", async () => {
    await sasha().says("/tonight");
    sasha().sees("Бүген кич");
  });

  it("marks the one that is spoken", async () => {
    await sasha().says("/settings");
    expect(labels(sasha()).slice(0, 3)).toEqual(["Русский", "✓ Татарча", "English"]);
  });

  it.each([
    ["Сегодня вечером", "Бүген кич шәһәрдә ·"],
    ["Tomorrow", "Иртәгә ·"],
    ["выходные", "Ял көннәре ·"],
    ["Menu", words.for("tt")("button.settings")],
    ["Search", words.for("tt")("search.ask")],
    ["Near me", words.for("tt")("near.ask")],
  ])("may be that of an older keyboard: “%s” is understood", async (label, answer) => {
    await sasha().says(label);
    sasha().sees(answer);
  });
});

describe.each(["ru", "tt", "en"] as const)("in %s", (languageCode) => {
  const t = words.for(languageCode);
  const person = () => city.telegram.person(`who speaks ${languageCode}`, { languageCode });

  it("/help says what the bot can do and leads to the menu", async () => {
    await person().says("/help");
    person().sees(`@${city.telegram.bot.username}`);
    await person().taps(t("button.menu"));
    person().sees(t("button.tonight"));
  });

  it("/privacy shows what is kept", async () => {
    await person().says("/privacy");
    person().sees(`who speaks ${languageCode}`);
    person().sees(t(`language.name.${languageCode}`));
    person().sees("20");
    expect(labels(person())).toContain(t("button.erase"));
  });

  it("/settings, the menu and back are all within buttons", async () => {
    await person().says(t("button.menu"));
    await person().taps(t("button.settings"));
    person().sees(t("settings.title"));
    await person().taps(t("button.privacy"));
    await person().taps(t("button.menu"));
    await person().taps(t("button.help"));
    await person().taps(t("button.menu"));
    expect(labels(person())).toContain(t("button.live"));
  });

  it("an unknown command and /cancel out of nothing get a kind answer", async () => {
    await person().says("/nonsense");
    person().sees(t("said.unknown_command"));
    await person().says("/cancel");
    person().sees(t("said.nothing_to_cancel"));
  });

  it("a sticker, a photo, a voice, a contact and a forward get one too", async () => {
    const said = [
      () => person().sendsSticker("🙂"),
      () => person().sendsPhoto("джаз"),
      () => person().sharesContact(),
      () => person().sends({ voice: { file_id: "v", file_unique_id: "v", duration: 3 } }),
      () => person().sends({ dice: { emoji: "🎲", value: 6 } }),
    ];
    for (const say of said) {
      const before = person().chat.length;
      await say();
      expect(person().chat.length).toBe(before + 2);
    }
    expect(labels(person()).length).toBeGreaterThan(1);
  });
});

it("a name made of markup stays a name", async () => {
  const bobby = city.telegram.person('<b>Bobby & "Tables"</b>', { languageCode: "en" });
  await bobby.says("/start");
  expect(bobby.chat.some(({ text }) => text.startsWith('Hello, <b>Bobby & "Tables"</b>!'))).toBe(true);
  await bobby.says("/privacy");
  bobby.sees('<b>Bobby & "Tables"</b>');
});

it("a second tap on the switch of announcements does not turn it back", async () => {
  const person = city.telegram.person("Двойной", { languageCode: "ru" });
  const t = words.for("ru");
  await person.says("/settings");
  await person.taps(t("announcement.title"));
  const { id = 0, keyboard = [] } = person.latest ?? {};
  const [key] = keyboard.flat();
  await person.taps(t("announcement.mute"));
  if (key && "callback_data" in key) await person.tapsData(id, key.callback_data);
  person.sees(t("announcement.are_off"));
  expect(person.latest?.keyboard.flat().map(({ text }) => text)).not.toContain(t("announcement.unmute"));
});

import { describe, expect, it } from "vitest";
import { everybody } from "../../../bot/announcements/audience/audience.ts";
import { countRecipients } from "../../../bot/announcements/audience/count-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { findIdOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, dataOf, forges, opensCard } from "../drive.ts";

/** Whom the bot makes known: whoever writes to it, and nobody else. */
const city = openCity({ plant: false });
const t = words.for("ru");
const named = (command: string) => `${command}@${city.telegram.bot.username}`;

const countOf = async (person: Person) => ((await findIdOf(city.services.database, person)) === undefined ? 0 : 1);
const countEverybody = () => countRecipients(city.services.database, everybody, city.clock.now());

async function erased(name: string): Promise<Person> {
  const person = city.telegram.person(name, { languageCode: "ru" });
  await person.says("/start");
  await person.says("/privacy");
  await person.taps(t("button.erase"));
  await person.says(t("privacy.word"));
  expect(await countOf(person)).toBe(0);
  return person;
}

describe("nobody is made known", () => {
  it("by typing the bot's name in any chat, and “everybody” of an announcement does not grow", async () => {
    await announce(city, { texts: { ru: { title: "Джаз у озера" } } });
    const known = city.telegram.person("Знакомый", { languageCode: "ru" });
    await known.says("/start");
    const before = await countEverybody();
    expect(before).toBeGreaterThan(0);
    const stranger = city.telegram.person("Чужой", { languageCode: "ru" });
    for (const query of ["", "д", "джаз"]) await stranger.asksInline(query);
    const { results } = await stranger.asksInline("джаз");
    expect(JSON.stringify(results)).toContain("Джаз у озера");
    expect(await countOf(stranger)).toBe(0);
    expect(await countEverybody()).toBe(before);
    expect(await city.services.database.searchQuery.count()).toBe(0);
  });

  it.each(["start", "tonight", "today", "search", "search джаз", "my", "settings", "language", "privacy", "help"])(
    "by /%s in a group, which is answered like anybody's",
    async (command) => {
      const stranger = city.telegram.person(`В группе ${command}`, { languageCode: "ru" });
      const group = city.telegram.group("Двор", [stranger]);
      const [name = "", ...rest] = command.split(" ");
      await group.says(stranger, [named(`/${name}`), ...rest].join(" "));
      expect(group.screen).not.toContain("сломалось");
      expect(group.chat.some(({ isFromBot }) => isFromBot)).toBe(true);
      expect(await countOf(stranger)).toBe(0);
    },
  );

  it.each(["classes", "staff", "mute", "digest", "calendar", "cancel"])("by /%s in a group either", async (command) => {
    const stranger = city.telegram.person(`В группе ${command}`, { languageCode: "ru" });
    const group = city.telegram.group("Двор", [stranger]);
    await group.says(stranger, named(`/${command}`));
    expect(group.screen).not.toContain("сломалось");
    expect(await countOf(stranger)).toBe(0);
  });

  it("by a button of a card in a group: they read it, and are invited to what would be theirs", async () => {
    const { occurrenceIds } = await announce(city, { texts: { ru: { title: "Хор на площади" } } });
    const ivan = city.telegram.person("Иван", { languageCode: "ru" });
    await ivan.says("/start");
    const stranger = city.telegram.person("Прохожий", { languageCode: "ru" });
    const group = city.telegram.group("Площадь", [ivan, stranger]);
    await group.says(ivan, `${named("/start")} o_${(occurrenceIds[0] ?? 0).toString(36)}`);
    expect(group.screen).toContain("Хор на площади");
    await group.taps(stranger, t("button.menu"));
    expect(group.screen).toContain(t("button.tonight"));
    await group.says(ivan, named("/language"));
    const { alert } = await group.taps(stranger, "English");
    expect(alert).toBe(t("stranger.in_group", { bot: `@${city.telegram.bot.username}` }));
    expect(await countOf(stranger)).toBe(0);
  });
});

describe("who was erased", () => {
  it("stays erased whatever old button they press, and is invited to begin", async () => {
    const { occurrenceIds } = await announce(city, { texts: { ru: { title: "Вечер романса" } } });
    const person = city.telegram.person("Забытая", { languageCode: "ru" });
    await person.says("/start");
    await opensCard(person, occurrenceIds[0]);
    const remind = dataOf(person, t("remind.button"));
    await person.says("/privacy");
    await person.taps(t("button.erase"));
    await person.says(t("privacy.word"));
    await forges(person, remind);
    person.sees(t("stranger.begin"));
    for (const data of ["g:", "k:", "rz:", "ln:en", "nm:", "rh:", "em:", "pv:", "j:", "er:", "x:", "qm:", "eb:1"]) {
      await forges(person, data);
      person.sees(t("stranger.begin"));
    }
    await forges(person, "l:t~~0");
    person.sees("Вечер романса");
    expect(await countOf(person)).toBe(0);
    expect(await city.services.database.reminder.count()).toBe(0);
  });

  it("stays erased by inline mode, groups, blocking, and what Telegram notes by itself", async () => {
    const person = await erased("Ушедшая");
    await person.asksInline("джаз");
    const group = city.telegram.group("Дом", [person]);
    await group.says(person, named("/tonight"));
    await person.blocksBot();
    await person.unblocksBot();
    await person.sends({ message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } });
    expect(await countOf(person)).toBe(0);
  });

  it("begins anew with a message of their own", async () => {
    const person = await erased("Вернувшаяся");
    await person.sendsSticker("👋");
    expect(await countOf(person)).toBe(1);
  });
});

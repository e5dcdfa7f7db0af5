import { describe, expect, it, onTestFinished } from "vitest";
import { chatKey } from "../../../bot/doors/telegram/door.ts";
import type { Person } from "../../../playground/people/person.ts";
import { findIdOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { anotherBot } from "../drive.ts";

const city = openCity({ plant: false });
const t = words.for("ru");
const ask = t("privacy.ask", { word: t("privacy.word") });
const again = t("privacy.not_the_word", { word: t("privacy.word") });

let count = 0;

/** Somebody new who has just been asked for the word. */
async function asked(languageCode = "ru"): Promise<Person> {
  count += 1;
  const person = city.telegram.person(`Гость ${count}`, { languageCode });
  await person.says("/start");
  await person.says("/privacy");
  await person.taps(words.for(languageCode === "tt" ? "tt" : "ru")("button.erase"));
  return person;
}

const isKnown = async (person: Person) => (await findIdOf(city.services.database, person)) !== undefined;

const isInDialogue = async (person: Person) =>
  (await city.services.database.dialogue.count({ where: { key: chatKey(person.user) } })) > 0;

describe("whoever wants to be forgotten", () => {
  it("is asked for a word, and with it nothing is left of them", async () => {
    const person = await asked();
    person.sees(ask);
    await person.says(" Удалить ");
    person.sees(t("privacy.erased"));
    expect(person.replyKeyboard).toBeUndefined();
    expect(await isKnown(person)).toBe(false);
    expect(await isInDialogue(person)).toBe(false);
  });

  it("writes the word of their own language", async () => {
    const person = await asked("tt");
    await person.says(words.for("tt")("privacy.word"));
    person.sees(words.for("tt")("privacy.erased"));
    expect(await isKnown(person)).toBe(false);
  });

  it("stays unknown even when they block the bot then", async () => {
    const person = await asked();
    await person.says("удалить");
    await person.blocksBot();
    expect(await isKnown(person)).toBe(false);
  });

  it("begins anew when they come back", async () => {
    const person = await asked();
    await person.says("удалить");
    await person.says("/start");
    expect(person.chat.some(({ text }) => text.startsWith("Здравствуйте"))).toBe(true);
    expect(await isKnown(person)).toBe(true);
  });
});

describe("the question", () => {
  it("comes again after a wrong word, a sticker or a place, as often as it takes", async () => {
    const person = await asked();
    for (const answer of ["да", "удалить всё", "delete"]) {
      await person.says(answer);
      person.sees(again);
    }
    await person.sendsSticker("👍");
    person.sees(again);
    await person.sharesLocation(55.8, 49.1);
    person.sees(again);
    await person.says("удалить");
    expect(await isKnown(person)).toBe(false);
  });

  it("is left by its button", async () => {
    const person = await asked();
    await person.taps(t("button.cancel"));
    person.sees(t("privacy.kept"));
    expect(await isInDialogue(person)).toBe(false);
    await person.says("удалить");
    expect(await isKnown(person)).toBe(true);
  });

  it("is left by /cancel, which says so", async () => {
    const person = await asked();
    await person.says("/cancel");
    person.sees(t("said.cancelled"));
    await person.says("удалить");
    expect(await isKnown(person)).toBe(true);
  });

  it("is left by any other command, which does its work", async () => {
    const person = await asked();
    await person.says("/start");
    expect(person.chat.some(({ text }) => text.startsWith("Здравствуйте"))).toBe(true);
    await person.says("удалить");
    expect(await isKnown(person)).toBe(true);
  });

  it("is left by a button of another screen, which does its work", async () => {
    const person = await asked();
    await person.taps(t("button.menu"));
    expect(person.chat.at(-2)?.text).toContain("Что показать?");
    expect(await isInDialogue(person)).toBe(false);
  });

  it("is asked only once when asked for twice", async () => {
    const person = await asked();
    await person.taps(t("button.erase"));
    person.sees(ask);
    await person.says("удалить");
    expect(await isKnown(person)).toBe(false);
  });

  it("is not answered by what its asker says in a group", async () => {
    const person = await asked();
    const group = city.telegram.group("Класс", [person]);
    const at = `@${city.telegram.bot.username}`;
    await group.says(person, `удалить /это${at}`);
    await group.says(person, `/tonight${at}`);
    expect(group.screen).not.toContain(t("privacy.word"));
    expect(await isKnown(person)).toBe(true);
    await person.says("удалить");
    person.sees(t("privacy.erased"));
  });

  it("is still open after a restart of the program", async () => {
    const person = await asked();
    const { handler } = anotherBot(city);
    await handler.handle({
      update_id: 10_000 + count,
      message: { message_id: 999, date: 0, chat: { ...privateChat(person) }, from: person.user, text: "удалить" },
    });
    person.sees(t("privacy.erased"));
    expect(await isKnown(person)).toBe(false);
  });

  it("is over after a day of silence, and a late answer is told so", async () => {
    const person = await asked();
    const row = { where: { key: chatKey(person.user) }, select: { updatedAt: true } };
    expect(await city.services.database.dialogue.findUnique(row)).toEqual({ updatedAt: city.clock.now() });
    city.clock.advance({ seconds: 25 * 3_600 });
    onTestFinished(() => city.clock.advance({ seconds: -25 * 3_600 }));
    await person.says("удалить");
    expect(await isKnown(person)).toBe(true);
    person.sees("больше суток");
  });

  it.each([
    ["this dialogue otherwise", /"forget-me@\d+"/, '"forget-me@0"'],
    ["all of them otherwise", /"version":\[(\d+),\d+\]/, '"version":[$1,0]'],
  ])("is over when a new version of the program asks %s", async (_, now, then) => {
    const person = await asked();
    const key = chatKey(person.user);
    const { state } = await city.services.database.dialogue.findUniqueOrThrow({ where: { key } });
    const old = JSON.stringify(state).replace(now, then);
    expect(old).not.toBe(JSON.stringify(state));
    await city.services.database.dialogue.update({ where: { key }, data: { state: JSON.parse(old) } });
    await person.says("удалить");
    expect(await isKnown(person)).toBe(true);
    person.sees("больше суток");
    expect(await isInDialogue(person)).toBe(false);
    // The dialogue is over for good: the next message is read for itself.
    await person.says("удалить");
    person.doesNotSee("больше суток");
  });

  it("does no harm to somebody who blocks the bot in the middle", async () => {
    const person = await asked();
    await person.blocksBot();
    await person.unblocksBot();
    await person.says("/start");
    expect(person.chat.some(({ text }) => text.startsWith("Здравствуйте"))).toBe(true);
  });
});

const privateChat = ({ user: { id, first_name } }: Person) => ({ id, first_name, type: "private" as const });

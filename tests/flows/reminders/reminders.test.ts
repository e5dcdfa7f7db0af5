import { describe, expect, it } from "vitest";
import { openCity } from "../../support/city.ts";
import { buttonsOf, labels, opensCard } from "../drive.ts";
import { concertsIn } from "../programme/concerts.ts";

const city = openCity({ plant: false });
const { concert, owner, resident, hears } = concertsIn(city);

describe("a reminder", () => {
  it("is three taps away: the list, the card, the reminder", async () => {
    const stream = await concert(120);
    const person = await resident();
    await person.taps("Сегодня вечером");
    await person.taps(stream.title);
    await person.taps("Напомнить");
    person.sees("Напомню за 1 час.");
    expect(labels(person)).toContain("Другое время…");
    expect(labels(person)).toContain("Не напоминать");
  });

  it("of a stream that begins in 16 minutes arrives a minute later", async () => {
    const stream = await concert(16, { links: [{ kind: "stream", url: "https://example.org/live" }] });
    const person = await owner(stream.id);
    person.sees("Напомню за 15 минут.");
    expect(await hears(person, 0)).toEqual([]);
    const [text] = await hears(person, 1);
    expect(text).toContain(stream.title);
    expect(text).toContain("Через 15 мин, в ");
    expect(labels(person)).toEqual(["Смотреть", "Открыть", "Ещё через 10 мин", "Больше не напоминать"]);
    expect(await hears(person, 1)).toEqual([]);
  });

  it("may come several times, each switched by one tap", async () => {
    const stream = await concert(200);
    const person = await owner(stream.id);
    await person.taps("Другое время…");
    expect(labels(person)).toContain("✓ За 1 час");
    expect(labels(person)).not.toContain("За 1 день");
    await person.taps("В начале");
    await person.taps("✓ За 1 час");
    await person.taps("За 15 минут");
    person.sees("Напомню за 15 минут, в начале.");
    expect(await hears(person, 184)).toEqual([]);
    expect((await hears(person, 1))[0]).toContain("Через 15 мин");
    expect((await hears(person, 15))[0]).toContain("Начинается в ");
  });

  it("is not offered when it is too late, nor in a group", async () => {
    const begun = await concert(-5);
    const person = await resident();
    await opensCard(person, begun.id);
    expect(labels(person)).not.toContain("Напомнить");

    const stream = await concert(60);
    const group = city.telegram.group("Соседи", [person]);
    await group.says(person, `/start@${city.telegram.bot.username} o_${stream.id.toString(36)}`);
    expect(group.screen).toContain(stream.title);
    expect(group.screen).not.toContain("Напомнить");
  });

  it("is put off, and not beyond the start", async () => {
    const stream = await concert(76);
    const person = await owner(stream.id);
    expect(await hears(person, 16)).toHaveLength(1);
    expect(labels(person)).not.toContain("Ещё через 1 час");
    await person.taps("Ещё через 10 мин");
    person.sees("Хорошо, напомню в ");
    expect((await hears(person, 10))[0]).toContain("Через 50 мин");
  });

  it("is muted in one tap and brought back by another", async () => {
    const stream = await concert(76);
    const person = await owner(stream.id);
    await opensCard(person, stream.id);
    await person.taps("Другое время…");
    await person.taps("За 15 минут");
    await hears(person, 16);
    await person.taps("Больше не напоминать");
    person.sees("об этом больше не напомню");
    expect(await hears(person, 10)).toEqual([]);
    await person.taps("Вернуть");
    person.sees("Напомню за 15 минут.");
    expect((await hears(person, 35))[0]).toContain("Через 15 мин");
  });

  it("speaks the language of the moment it is sent", async () => {
    const stream = await concert(61);
    const person = await owner(stream.id);
    await person.says("/language");
    await person.taps("Татарча");
    expect((await hears(person, 1))[0]).toContain("1 сәгатьтән");
  });

  it("that could not be sent in time says so, and is not sent after the start", async () => {
    const [late, missed] = [await concert(70), await concert(70)];
    const person = await owner(late.id);
    expect((await hears(person, 30))[0]).toContain("позже, чем обещал");
    await opensCard(person, missed.id);
    await person.taps("Напомнить");
    expect(await hears(person, 60)).toEqual([]);
  });

  it("is kept for those who block the bot, without a word to them", async () => {
    const stream = await concert(61);
    const person = await owner(stream.id);
    await person.blocksBot();
    expect(await hears(person, 1)).toEqual([]);
    await person.unblocksBot();
  });
});

describe("/my", () => {
  it("lists what is coming; each opens its card, leaves with one tap and comes back with another", async () => {
    const [later, sooner] = [await concert(600), await concert(300)];
    const person = await owner(later.id);
    await opensCard(person, sooner.id);
    await person.taps("Напомнить");
    await person.says("/my");
    const text = person.latest?.text ?? "";
    expect(text.indexOf(sooner.title)).toBeLessThan(text.indexOf(later.title));
    await person.taps(sooner.title);
    person.sees("Напомню за 1 час.");
    await person.taps("Назад");
    person.sees("Мои напоминания");
    await person.taps("Убрать");
    person.sees("Убрано");
    expect(person.latest?.text).not.toContain(sooner.title);
    await person.taps("Вернуть");
    expect(person.latest?.text).toContain(sooner.title);
  });

  it("is empty at first and says how to begin, and is reached from the menu", async () => {
    const person = await resident();
    await person.taps("Меню");
    await person.taps("Мои напоминания");
    person.sees("нажмите «Напомнить»");
  });

  it("goes on over pages", async () => {
    const person = await resident();
    for (let index = 0; index < 8; index += 1) {
      await opensCard(person, (await concert(900 + index)).id);
      await person.taps("Напомнить");
    }
    await person.says("/my");
    await person.taps("Дальше");
    expect(labels(person).filter((label) => label === "Убрать")).toHaveLength(2);
    await person.taps("Раньше");
    expect(labels(person).filter((label) => label === "Убрать")).toHaveLength(6);
  });
});

describe("buttons", () => {
  it("under reminders lead back to the card and home, however old", async () => {
    const stream = await concert(61);
    const person = await owner(stream.id);
    await hears(person, 1);
    const [open] = buttonsOf(person).filter(({ text }) => text === "Открыть");
    await person.taps(open?.text ?? "");
    person.sees(stream.title);
  });
});

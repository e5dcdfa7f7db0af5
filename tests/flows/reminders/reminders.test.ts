import { describe, expect, it } from "vitest";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { buttonsOf, labels, opensCard } from "../drive.ts";
import { concertsIn } from "../programme/concerts.ts";

const city = openCity({ plant: false });
const { concert, owner, resident, hears } = concertsIn(city);

describe("a reminder", () => {
  it("is three taps away: the list, the card, the reminder", async () => {
    const stream = await concert(120);
    const person = await resident();
    await person.taps("Сегодня");
    await person.taps(stream.title);
    await person.taps("Напомнить");
    person.sees("Напомню за 1 час.");
    expect(labels(person)).toContain("✓ Напомню");
  });

  it("stays when it is asked for twice, three times, four times in the same place", async () => {
    const stream = await concert(120);
    const person = await resident();
    await opensCard(person, stream.id);
    const place = (label: string) => person.latest?.keyboard.findIndex((row) => row.some(({ text }) => text === label));
    const first = place("Напомнить");
    await person.taps("Напомнить");
    expect(place("✓ Напомню")).toBe(first);
    await person.taps("✓ Напомню");
    await person.taps("✓ За 1 час");
    await person.taps("✓ За 1 час");
    person.sees("Напомню за 1 час.");
    expect(await hears(person, 60)).toHaveLength(1);
  });

  it("is taken away a step further, where a second tap only leads back", async () => {
    const stream = await concert(200);
    const person = await owner(stream.id);
    await person.taps("✓ Напомню");
    await person.taps("Убрать напоминание…");
    await person.taps("Не напоминать за 1 час");
    person.sees("за 1 час не напомню");
    expect(person.latest?.keyboard[0]?.[0]?.text).toBe("Назад");
    await person.taps("Вернуть");
    person.sees("Напомню за 1 час.");
    await person.taps("✓ Напомню");
    await person.taps("Убрать напоминание…");
    await person.taps("Не напоминать");
    person.sees("об этом не напомню");
    expect(await hears(person, 200)).toEqual([]);
  });

  it("says when it will really come where quiet hours move it", async () => {
    const person = await resident();
    // Until eight in the morning there are quiet hours.
    const hour = new Date(city.clock.now());
    const untilMorning = ((24 + 8 - ((hour.getUTCHours() + 3) % 24)) % 24) * 60 - hour.getUTCMinutes() + 24 * 60;
    const stream = await concert(untilMorning);
    await opensCard(person, stream.id);
    await person.taps("Напомнить");
    person.sees(/в 21:55: в 07:00 у вас тихие часы/.exec(person.screen)?.[0] ?? "when it comes");
    person.doesNotSee("за 1 час");
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
    await person.taps("✓ Напомню");
    expect(labels(person)).toContain("✓ За 1 час");
    expect(labels(person)).not.toContain("За 1 день");
    await person.taps("В начале");
    await person.taps("За 15 минут");
    person.sees("Напомню за 1 час, за 15 минут, в начале.");
    await person.taps("Убрать напоминание…");
    await person.taps("Не напоминать за 1 час");
    expect(await hears(person, 184)).toEqual([]);
    expect((await hears(person, 1))[0]).toContain("Через 15 мин");
    expect((await hears(person, 15))[0]).toContain("Началось в ");
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
    expect(group.screen).not.toContain("Напомнить\n");
  });

  it("is set by a link from a group, which opens the private chat; a second press changes nothing", async () => {
    const stream = await concert(90);
    const person = await resident();
    const group = city.telegram.group("Подъезд", [person]);
    await group.says(person, `/start@${city.telegram.bot.username} o_${stream.id.toString(36)}`);
    const [said] = city.telegram.calls.filter(({ chatId }) => chatId === group.id).slice(-1);
    const payload = /start=(r_\w+)/.exec(JSON.stringify(said?.payload))?.[1] ?? "";
    for (let press = 0; press < 2; press += 1) {
      await person.says(`/start ${payload}`);
      person.sees(words.for("ru")("remind.taken"));
    }
    const personId = BigInt(await idOf(city.services.database, person));
    expect(await city.services.database.reminder.count({ where: { personId } })).toBeGreaterThan(0);
  });

  it("is put off, and not beyond the start", async () => {
    const stream = await concert(76);
    const person = await owner(stream.id);
    expect(await hears(person, 16)).toHaveLength(1);
    expect(labels(person)).not.toContain("Ещё через 1 час");
    await person.taps("Ещё через 10 мин");
    person.sees(stream.title);
    person.sees("Хорошо, напомню ещё раз в ");
    expect((await hears(person, 10))[0]).toContain("Через 50 мин");
  });

  it("is muted in one tap and brought back by another", async () => {
    const stream = await concert(76);
    const person = await owner(stream.id);
    await opensCard(person, stream.id);
    await person.taps("✓ Напомню");
    await person.taps("За 15 минут");
    await hears(person, 16);
    await person.taps("Больше не напоминать");
    person.sees("об этом больше не напомню");
    expect(await hears(person, 10)).toEqual([]);
    await person.taps("Вернуть");
    person.sees("Напомню за 15 минут");
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
    expect((await hears(person, 30))[0]).toContain("напоминание опоздало");
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
  it("lists what is coming; each opens its card, and leaves from there", async () => {
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
    person.sees("Мои планы");
    await person.taps(sooner.title);
    await person.taps("✓ Напомню");
    await person.taps("Убрать напоминание…");
    await person.taps("Не напоминать");
    await person.says("/my");
    expect(person.latest?.text).not.toContain(sooner.title);
  });

  it("is empty at first and says how to begin, and is reached from the menu", async () => {
    const person = await resident();
    await person.taps("Меню");
    await person.taps("Мои планы");
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
    expect(labels(person).filter((label) => label.includes("Концерт"))).toHaveLength(2);
    await person.taps("Раньше");
    expect(labels(person).filter((label) => label.includes("Концерт"))).toHaveLength(6);
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

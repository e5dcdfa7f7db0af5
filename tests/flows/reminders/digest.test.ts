import { expect, it } from "vitest";
import { digestJob } from "../../../bot/digests/digest-job.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity } from "../../support/city.ts";
import { dataOf, forges, labels } from "../drive.ts";

const city = openCity();

/** Friday, 17:30 in Kazan, is where the clock stands at first. */
async function nextMorning(): Promise<void> {
  const morning = new Date("2026-11-21T07:00:00Z");
  city.clock.advance({ seconds: Math.max(0, (morning.getTime() - city.clock.now().getTime()) / 1_000) });
  await digestJob(city.services).run(city.clock.now());
  await city.deliver();
}

const person = (name: string, languageCode = "ru") => city.telegram.person(name, { languageCode });

async function opensDigest(someone: Person): Promise<void> {
  await someone.says("/settings");
  await someone.taps("Дайджест");
}

it("is set in two taps from the settings", async () => {
  const ivan = person("Иван");
  await opensDigest(ivan);
  ivan.sees("не больше десяти строк");
  await ivan.taps("Каждый день в 10:00");
  ivan.sees("Присылаю каждый день в 10:00.");
  ivan.sees("Разделы: все.");
  ivan.sees("Следующий: сб, 21 ноября, 10:00.");
});

it("is weekly, on another day, at another hour and of some sections, each with a tap or two", async () => {
  const roza = person("Роза");
  await opensDigest(roza);
  await roza.taps("По пятницам в 10:00");
  roza.sees("Следующий: пт, 27 ноября, 10:00.");
  await roza.taps("День: Пт");
  await roza.taps("Чт");
  roza.sees("раз в неделю, в четверг в 10:00");
  await roza.taps("Время: 10:00");
  expect(labels(roza)).toContain("✓ 10:00");
  await roza.taps("18:00");
  roza.sees("Следующий: чт, 26 ноября, 18:00.");
  await roza.taps("Разделы…");
  expect(labels(roza)).toContain("✓ Все разделы");
  await roza.taps("Музыка");
  await roza.taps("Театр");
  expect(labels(roza)).toEqual(expect.arrayContaining(["✓ Музыка", "✓ Театр", "Все разделы"]));
  await roza.taps("Готово");
  roza.sees("Разделы: Театр, Музыка.");
  await roza.taps("Каждый день");
  roza.sees("Присылаю каждый день в 18:00.");
  await roza.taps("Выключить");
  roza.sees("больше не присылаю");
});

it.each([
  ["Алсу", "tt", "Көйләүләр", "Көн саен 10:00дә", "Көн саен 10:00дә җибәрәм."],
  ["Kate", "en", "Settings", "Every day at 10:00", "I send it every day at 10:00."],
])("is set by %s in her language", async (name, language, settings, choice, said) => {
  const someone = person(name, language);
  await someone.says("/settings");
  someone.sees(settings);
  await someone.taps(language === "en" ? "Digest" : "Дайджест");
  await someone.taps(choice);
  someone.sees(said);
});

it("comes in the morning, in each one's language, with the way to its events and to less of it", async () => {
  await nextMorning();
  const [ivan, alsu] = [person("Иван"), person("Алсу")];
  ivan.sees("Что нового и что идёт · сб, 21 ноября");
  alsu.sees("Нәрсә яңа, нәрсә бара · 21 ноябрь, шимбә");
  person("Роза").doesNotSee("Что нового и что идёт");
  expect(labels(ivan).slice(-4)).toEqual(["Сегодня вечером", "Выходные", "Настроить", "Больше не присылать"]);
  expect(ivan.screen.split("\n").filter((line) => line !== "").length).toBeGreaterThan(4);
  const title = labels(ivan)[0] ?? "";
  await ivan.taps(title);
  expect(labels(ivan)).toContain("Меню");
});

it("leads to tonight and to the weekend", async () => {
  const alsu = person("Алсу");
  await alsu.taps("Бүген кич");
  alsu.sees("Бүген кич өйдән · 21 ноябрь, шимбә");
});

it("is stopped with one tap from the message, and comes back with one", async () => {
  const kate = person("Kate");
  kate.sees("What’s new and what’s on · Sat 21 November");
  const readers = await city.services.database.digest.count();
  await kate.taps("Send no more");
  kate.sees("no more digests");
  expect(await city.services.database.digest.count()).toBe(readers - 1);
  await kate.taps("Undo");
  kate.sees("I send it every day at 10:00.");
});

it("does not come twice when the bell rings again", async () => {
  const ivan = person("Иван");
  const before = ivan.chat.length;
  await nextMorning();
  expect(ivan.chat).toHaveLength(before);
});

it("takes no forged settings", async () => {
  const ivan = person("Иван");
  await opensDigest(ivan);
  dataOf(ivan, "Выключить");
  for (const data of ["gs:d99.5.0", "gs:x10.5.0", "gs:d10.9.0", "gs:", "gp:name", "gl:ongoing", "gt:d10.5.-1"]) {
    await forges(ivan, data);
    ivan.sees("Эта кнопка устарела");
    await opensDigest(ivan);
  }
  ivan.sees("Присылаю каждый день в 10:00.");
});

it.each([
  ["Гөлназ", "tt", "Ял көннәре", "Сезнең ял көннәре · 28–29 ноябрь"],
  ["Пётр", "ru", "О выходных", "Ваши выходные · 5–6 декабря"],
  ["Ann", "en", "Weekend", "Your weekend · 12–13 December"],
])("tells %s on Thursday of the weekend alone", async (name, language, choice, heading) => {
  const { clock, services } = city;
  const someone = person(name, language);
  await someone.says("/settings");
  await someone.taps(language === "en" ? "Digest" : "Дайджест");
  await someone.taps(choice);
  const { id } = await services.database.person.findFirstOrThrow({ where: { firstName: name } });
  const { nextAt } = await services.database.digest.findUniqueOrThrow({ where: { personId: id } });
  expect(nextAt.getUTCDay()).toBe(4);
  clock.advance({ seconds: Math.max(0, (nextAt.getTime() - clock.now().getTime()) / 1_000) });
  await digestJob(services).run(clock.now());
  await city.deliver();
  const digest = someone.chat.findLast(({ text }) => text?.includes(heading))?.text ?? "";
  // News may be of any day; what is on is of these two.
  const [onAir = ""] = digest.split(/\n(?:Афишада яңа|Новое в афише|New in the programme)\n/);
  const days = onAir.match(/^.*(?= {2})/gmu) ?? [];
  expect(days.length).toBeGreaterThan(1);
  for (const day of days) expect(day).toMatch(/^(?:(?:Сб|Вс|Sat|Sun)\P{L}|.*(?:шимбә|якшәмбе))/u);
  expect(days.join()).not.toMatch(/дүшәмбе|сишәмбе|чәршәмбе|пәнҗешәмбе|җомга/u);
});

import { expect, it } from "vitest";
import { calendarFeed } from "../../../bot/web/calendar-feed.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity } from "../../support/city.ts";
import { buttonsOf } from "../drive.ts";

const city = openCity({ plant: false });

async function opensCalendar(someone: Person): Promise<void> {
  await someone.says("/settings");
  await someone.taps("Мой календарь");
}

const addressOf = (someone: Person) =>
  /https:\/\/ishek\.example\/calendar\/[\w-]+\.ics/.exec(someone.screen)?.[0] ?? "";

/** What the bot answers at an address. */
const statusOf = async (address: string) =>
  (await calendarFeed(city.services, "ishek_bot").request(new URL(address).pathname)).status;

it("says kindly that there is none where the bot has no address, and what to do instead", async () => {
  const ivan = city.telegram.person("Иван", { languageCode: "ru" });
  await opensCalendar(ivan);
  ivan.sees("Личный календарь пока не работает");
  ivan.sees("«В календарь»");
  await ivan.taps("Назад");
  ivan.sees("Настройки");
});

it("shows an address that works, for everybody and for Apple, with a button to copy it", async () => {
  city.services.publicUrl = "https://ishek.example";
  const ivan = city.telegram.person("Иван");
  await opensCalendar(ivan);
  const address = addressOf(ivan);
  ivan.sees(address.replace("https:", "webcal:"));
  expect(await statusOf(address)).toBe(200);
  expect(buttonsOf(ivan)[0]).toMatchObject({ text: "Скопировать адрес", copy_text: { text: address } });
  await opensCalendar(ivan);
  expect(addressOf(ivan)).toBe(address);
});

it.each([
  ["iPhone", "На iPhone и iPad", "webcal:"],
  ["Android", "На Android", "https:"],
  ["Компьютер", "На компьютере", "https:"],
])("tells how it gets into: %s", async (device, heading, scheme) => {
  const ivan = city.telegram.person("Иван");
  await opensCalendar(ivan);
  await ivan.taps(device);
  ivan.sees(heading);
  const [copy] = buttonsOf(ivan);
  expect(copy && "copy_text" in copy ? copy.copy_text.text : "").toMatch(new RegExp(`^${scheme}`));
  await ivan.taps("Назад");
  ivan.sees("Календарь");
});

it("replaces the address after a second tap; the old one is nobody's at once", async () => {
  const ivan = city.telegram.person("Иван");
  await opensCalendar(ivan);
  const old = addressOf(ivan);
  await ivan.taps("Заменить адрес");
  ivan.sees("Старый сразу перестанет работать");
  expect(await statusOf(old)).toBe(200);
  await ivan.taps("Да, заменить");
  ivan.sees("Готово. Старый адрес больше не работает");
  expect(addressOf(ivan)).not.toBe(old);
  expect(await statusOf(old)).toBe(404);
  expect(await statusOf(addressOf(ivan))).toBe(200);
});

it.each([
  ["Алсу", "tt", "Календарем", "Бу адрес сезнеке генә"],
  ["Kate", "en", "My calendar", "The address is yours alone"],
])("is told to %s in her language", async (name, languageCode, label, said) => {
  const someone = city.telegram.person(name, { languageCode });
  await someone.says("/settings");
  await someone.taps(label);
  someone.sees(said);
});

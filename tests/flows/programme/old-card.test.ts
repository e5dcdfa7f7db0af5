import { describe, expect, it } from "vitest";
import { openCity, words } from "../../support/city.ts";
import { announce, anotherBot, dataOf, forges, labels, opensCard } from "../drive.ts";

const city = openCity();
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });

const startsAt = new Date("2026-11-21T16:00:00Z");
const opera = {
  origin: "test:opera",
  latitude: 55.7964,
  longitude: 49.1242,
  texts: { ru: { title: "Театр оперы", address: "пл. Свободы, 2" } },
};

describe("an event that is gone meanwhile", () => {
  const gone = () => words.for("ru")("card.gone");

  it("is said so when it was withdrawn, whatever is pressed", async () => {
    const { eventId, occurrenceIds } = await announce(city, {
      attendanceMode: "on_site",
      occurrences: [{ startsAt, place: opera }, { startsAt: new Date("2026-12-21T16:00:00Z") }],
    });
    await opensCard(ivan(), occurrenceIds[0]);
    const buttons = ["В календарь", "На карте", "Другие даты"].map((label) => dataOf(ivan(), label));
    await city.services.database.event.update({ where: { id: eventId }, data: { withdrawnAt: city.clock.now() } });
    for (const data of buttons) {
      await forges(ivan(), data);
      ivan().sees(gone());
      expect(labels(ivan())).toContain("Сегодня вечером");
    }
  });

  it("is said so when it was deleted, and in the list it is no more", async () => {
    const { eventId, occurrenceIds } = await announce(city, { texts: { ru: { title: "Мимолётное" } } });
    await opensCard(ivan(), occurrenceIds[0]);
    await city.services.database.event.delete({ where: { id: eventId } });
    await opensCard(ivan(), occurrenceIds[0]);
    ivan().sees(gone());
    await ivan().says(`/start e_${eventId.toString(36)}`);
    ivan().sees(gone());
  });

  it("is not shown before it is published", async () => {
    const { eventId, occurrenceIds } = await announce(city);
    const publishedAt = new Date(city.clock.now().getTime() + 60_000);
    await city.services.database.event.update({ where: { id: eventId }, data: { publishedAt } });
    await opensCard(ivan(), occurrenceIds[0]);
    ivan().sees(gone());
  });
});

it("opens a card from a list of last month", async () => {
  const marat = city.telegram.person("Марат", { languageCode: "ru" });
  await marat.says("/tonight");
  const list = marat.latest?.id ?? 0;
  const data = dataOf(marat, "Джаз в Кремле");
  city.clock.advance({ seconds: 31 * 86_400 });
  await marat.tapsData(list, data);
  marat.sees("Джаз в Кремле");
  marat.sees("уже закончилось");
  await marat.taps("Назад");
  marat.sees("Сегодня из дома · пн, 21 декабря");
  city.clock.advance({ seconds: -31 * 86_400 });
});

it("edits the message of a card after a restart of the program", async () => {
  await ivan().says("/tonight");
  const data = dataOf(ivan(), "Моабитские тетради");
  const { handler } = anotherBot(city);
  const message = ivan().latest?.raw;
  if (message === undefined) throw new Error("there is a list");
  // The query is unknown to Telegram, as a tap is that waited out a long restart: the screen comes all the same.
  await handler.handle({
    update_id: 1,
    callback_query: {
      id: "1",
      from: ivan().user,
      chat_instance: "1",
      data,
      message: message as never,
    },
  });
  ivan().sees("Моабитские тетради\nМузеи");
});

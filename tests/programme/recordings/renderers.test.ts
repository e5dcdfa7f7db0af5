import { expect, it } from "vitest";
import { tellOfRecordings } from "../../../bot/programme/recordings/tell-store.ts";
import { announce } from "../../flows/drive.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity } from "../../support/city.ts";

const city = openCity({ plant: false });

it("tells whoever wanted to come of the recording, with a way to it; of one taken back it is silent", async () => {
  const { database } = city.services;
  const { clock } = city;
  const { eventId, occurrenceIds } = await announce(city);
  const rubin = city.telegram.person("Рубин", { languageCode: "ru" });
  await rubin.says("/start");
  const occurrenceId = occurrenceIds[0] ?? 0;
  await database.reminder.create({
    data: { personId: await idOf(city.services.database, rubin), occurrenceId, minutes: 60, createdAt: clock.now() },
  });
  clock.advance({ seconds: 24 * 3_600 });
  await database.link.create({
    data: { eventId, kind: "recording", url: "https://video.example/1", addedAt: clock.now() },
  });
  await tellOfRecordings(database, eventId, ["https://video.example/1"], clock.now());
  await city.deliver();
  rubin.sees("Пробный концерт");
  rubin.sees("Появилась запись");
  expect(rubin.latest?.keyboard.flat()).toMatchObject([{ text: "Запись", url: "https://video.example/1" }, {}]);

  await database.delivery.deleteMany();
  await database.link.deleteMany();
  await tellOfRecordings(database, eventId, ["https://video.example/1"], clock.now());
  await city.deliver();
  expect(await database.delivery.findFirst()).toMatchObject({ reason: "the recording was taken back" });
});

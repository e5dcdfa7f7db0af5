import { expect, it } from "vitest";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { eventFile } from "../../../bot/web/event-file.ts";
import { words } from "../../support/city.ts";
import { openMaxCity } from "../../support/max/max-city.ts";

const publicUrl = "https://city.example";
const city = openMaxCity({ plant: false, publicUrl });
const t = words.for("ru");

/** Somebody before the card of a concert of tomorrow. */
async function beforeCard(name: string) {
  const { database, clock } = city.services;
  const startsAt = new Date(clock.now().getTime() + 24 * 3_600_000);
  const occurrences = [{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }];
  const { eventId } = await saveEvent(
    database,
    {
      section: "music",
      attendanceMode: "online",
      isFree: true,
      texts: { ru: { title: `Концерт ${name}` } },
      occurrences,
    },
    { source: "test", recordId: name, fingerprint: name },
    { now: clock.now(), timeZone: "Europe/Moscow" },
  );
  const { id } = await database.occurrence.findFirstOrThrow({ where: { eventId } });
  const person = city.max.person(name, { languageCode: "ru" });
  await person.starts(`o_${id.toString(36)}`);
  return { person, id };
}

it("a date comes as a file and as an address, where nobody knows whether MAX takes the file", async () => {
  const { person, id } = await beforeCard("Алсу");
  await person.taps(t("button.calendar"));
  const address = `${publicUrl}/calendar-file/event-${id.toString(36)}.ics`;
  expect(await person.taps(t("card.calendar_open"))).toEqual({ url: address });
  expect(person.latest?.attachments.map(({ type }) => type)).toEqual(["file"]);

  const page = eventFile(city.services);
  const file = await (await page.request(new URL(address).pathname)).text();
  expect(file).toContain("SUMMARY:Концерт Алсу");
  expect(file).toContain(`URL:https://max.ru/`);
  for (const name of ["event-zzzz.ics", "event-.ics", "lesson-1.ics"])
    expect((await page.request(`/calendar-file/${name}`)).status).toBe(404);
});

it("where MAX refuses the file, the address is enough", async () => {
  const { person } = await beforeCard("Иван");
  city.max.uploadRefusal = { status: 415, error: "ext" };
  await person.taps(t("button.calendar"));
  city.max.uploadRefusal = undefined;
  person.sees(t("card.calendar_page"));
});

import { beforeEach, describe, expect, it } from "vitest";
import { exportPerson } from "../../../bot/privacy/export-store.ts";
import { mostRecordingWishes } from "../../../bot/programme/recordings/wish-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, buttonsOf, dataOf, forges, labels, opensCard } from "../drive.ts";

const city = openCity({ plant: false });
const day = 86_400_000;
let nth = 0;

const somebody = (languageCode = "ru"): Person => {
  nth += 1;
  return city.telegram.person(`Слушатель ${nth}`, { languageCode });
};

/** A concert of yesterday as a source has it, with these recordings; saved again it is the same. */
async function concert(recordId: string, recordings: readonly string[] = []) {
  const evening = new Date("2026-11-19T16:00:00Z");
  const { eventId, occurrenceIds } = await announce(
    city,
    {
      texts: { ru: { title: `Концерт ${recordId}` } },
      occurrences: [{ startsAt: evening, endsAt: new Date(evening.getTime() + 7_200_000) }],
      links: recordings.map((url) => ({ kind: "recording", url })),
    },
    recordId,
  );
  return { eventId, occurrenceId: occurrenceIds[0] ?? 0 };
}

const told = (person: Person, recordId: string) =>
  person.chat.filter(({ from, text }) => from?.is_bot && text.includes(recordId) && text.includes("Появилась запись"));

beforeEach(async () => {
  await city.services.database.event.deleteMany();
});

describe.each(["ru", "tt", "en"] as const)("a recording that somebody waits for, in %s", (language) => {
  const t = words.for(language);

  it("is asked for on the card, where what is set stands in the same place and is undone a step further", async () => {
    const { occurrenceId } = await concert(`A${language}`);
    const alsu = somebody(language);
    await opensCard(alsu, occurrenceId);
    const place = (label: string) => alsu.latest?.keyboard.findIndex((row) => row.some(({ text }) => text === label));
    const first = place(t("recording.button"));
    await alsu.taps(t("recording.button"));
    expect(place(t("recording.taken"))).toBe(first);
    await alsu.taps(t("recording.taken"));
    alsu.sees(t("recording.waits", { title: `Концерт A${language}` }));
    expect(labels(alsu)[0]).toBe(t("button.back"));
    await alsu.taps(t("recording.forget"));
    alsu.sees(t("recording.dropped"));
    await alsu.taps(t("my.undo"));
    expect(labels(alsu)).toContain(t("recording.taken"));

    await alsu.says("/my");
    await alsu.taps(t("wish.button.list"));
    alsu.sees(t("recording.of", { title: `Концерт A${language}` }));
    alsu.sees(t("recording.at_once"));
    alsu.doesNotSee(t("wish.budget"));
    await alsu.taps(t("button.drop", { label: t("recording.of", { title: `Концерт A${language}` }) }));
    alsu.sees(t("wish.dropped"));
    alsu.sees(t("wish.none"));
  });
});

describe("a recording that somebody waits for", () => {
  it("is told once when an import brings it, and the next one again, long after reminders are forgotten", async () => {
    const { occurrenceId } = await concert("И");
    const [ivan, other] = [somebody(), somebody()];
    await other.says("/start");
    await opensCard(ivan, occurrenceId);
    await ivan.taps("Сообщить о записи");
    await ivan.taps("✓ Сообщу о записи");
    await city.clock.advance({ seconds: (60 * day) / 1_000 });
    await city.services.database.reminder.deleteMany();

    await concert("И", ["https://video.example/1"]);
    await city.deliver();
    expect(told(ivan, "И")).toHaveLength(1);
    expect(buttonsOf(ivan)[0]).toMatchObject({ text: "Запись", url: "https://video.example/1" });
    await concert("И", ["https://video.example/1"]);
    await city.deliver();
    expect(told(ivan, "И")).toHaveLength(1);
    await concert("И", ["https://video.example/1", "https://video.example/2"]);
    await city.deliver();
    expect(told(ivan, "И")).toHaveLength(2);
    expect(buttonsOf(ivan)[0]).toMatchObject({ text: "Запись", url: "https://video.example/2" });
    expect(told(other, "И")).toHaveLength(0);
  });

  it("is told once to whoever had a reminder as well", async () => {
    const { occurrenceId } = await concert("Р");
    const ivan = somebody();
    await opensCard(ivan, occurrenceId);
    await ivan.taps("Сообщить о записи");
    const personId = await idOf(city.services.database, ivan);
    await city.services.database.reminder.create({
      data: { personId, occurrenceId, minutes: 60, createdAt: city.clock.now() },
    });
    await concert("Р", ["https://video.example/1"]);
    await city.deliver();
    expect(told(ivan, "Р")).toHaveLength(1);
  });

  it("is not told to whoever took the wish back before it was sent, nor of an event that is gone", async () => {
    const { database } = city.services;
    const [one, two] = [await concert("Т"), await concert("У")];
    const ivan = somebody();
    for (const { occurrenceId } of [one, two]) {
      await opensCard(ivan, occurrenceId);
      await ivan.taps("Сообщить о записи");
    }
    await concert("Т", ["https://video.example/1"]);
    await opensCard(ivan, one.occurrenceId);
    await ivan.says("/my");
    await ivan.taps("О чём сообщу");
    await ivan.taps("× Запись: Концерт Т");
    await database.event.update({ where: { id: two.eventId }, data: { withdrawnAt: city.clock.now() } });
    await concert("У", ["https://video.example/1"]);
    await city.deliver();
    expect([...told(ivan, "Т"), ...told(ivan, "У")]).toEqual([]);
  });

  it("is offered for what has begun and has none, and for nothing else", async () => {
    const ivan = somebody();
    const offered = async (occurrenceId: number) => {
      await opensCard(ivan, occurrenceId);
      return labels(ivan).includes("Сообщить о записи");
    };
    const now = city.clock.now().getTime();
    const dated = async (from: number, until: number) => {
      const occurrences = [{ startsAt: new Date(now + from), endsAt: new Date(now + until) }];
      return (await announce(city, { occurrences })).occurrenceIds[0] ?? 0;
    };
    expect(await offered(await dated(-3_600_000, 3_600_000))).toBe(true);
    expect(await offered(await dated(3_600_000, 7_200_000))).toBe(false);
    expect(await offered(await dated(-10 * day, 10 * day))).toBe(false);
    expect(await offered((await concert("Есть", ["https://video.example/1"])).occurrenceId)).toBe(false);
    const off = await dated(-3_600_000, 3_600_000);
    await city.services.database.occurrence.update({ where: { id: off }, data: { status: "cancelled" } });
    expect(await offered(off)).toBe(false);
  });

  it("is one of forty at most, and buttons of a card that is gone say so", async () => {
    const { database } = city.services;
    const { eventId, occurrenceId } = await concert("Ф");
    const ivan = somebody();
    await opensCard(ivan, occurrenceId);
    const data = dataOf(ivan, "Сообщить о записи");
    const personId = BigInt(await idOf(database, ivan));
    const createdAt = city.clock.now();
    for (let count = 0; count < mostRecordingWishes; count += 1) {
      const { eventId: another } = await concert(`Ф${count}`);
      await database.recordingWish.create({ data: { personId, eventId: another, createdAt } });
    }
    await ivan.taps("Сообщить о записи");
    ivan.sees("Больше 40 записей");
    await database.event.delete({ where: { id: eventId } });
    for (const name of ["yv", "yo", "yz"]) {
      await forges(ivan, data.replace("yv:", `${name}:`));
      ivan.sees("Этого события больше нет в афише");
    }
    await forges(ivan, "yp:1");
    ivan.sees("Убрано");
  });

  it("is in what a person takes along, and is gone with them", async () => {
    const { database } = city.services;
    const { eventId, occurrenceId } = await concert("Х");
    const ivan = somebody();
    await opensCard(ivan, occurrenceId);
    await ivan.taps("Сообщить о записи");
    const personId = await idOf(database, ivan);
    expect(JSON.parse((await exportPerson(database, personId)) ?? "{}")).toMatchObject({
      person: { recordingWishes: [{ event: { id: eventId } }] },
    });
    await database.person.delete({ where: { id: BigInt(personId) } });
    expect(await database.recordingWish.count()).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { forges, labels, opensCard } from "../drive.ts";

const city = openCity({ plant: false });
let nth = 0;

const day = 86_400_000;
/** Noon by the city's clock, so many days from today. */
const noon = (days: number) => {
  const now = city.clock.now();
  return new Date(Math.floor(now.getTime() / day) * day + days * day + 9 * 3_600_000);
};

/** An exhibition, as a source has it; saved again under the same name it is changed. */
async function exhibition(name: string, from: Date, until: Date, endless = false) {
  const { eventId } = await saveEvent(
    city.services.database,
    {
      section: "museums",
      attendanceMode: "on_site",
      isFree: true,
      texts: { ru: { title: name }, tt: { title: name }, en: { title: name } },
      occurrences: [{ startsAt: from, ...(endless ? {} : { endsAt: until }), hasStartTime: false }],
    },
    { source: "test", recordId: name, fingerprint: `${from.toISOString()}${until.toISOString()}` },
    { now: city.clock.now(), timeZone: "Europe/Moscow" },
  );
  const date = await city.services.database.occurrence.findFirstOrThrow({ where: { eventId } });
  return date.id;
}

const somebody = (languageCode = "ru") => {
  nth += 1;
  return city.telegram.person(`Зритель ${nth}`, { languageCode });
};

/** Moves the clock to a moment and sends what is due. */
async function goesOnTo(moment: Date): Promise<void> {
  await city.clock.advance({ seconds: (moment.getTime() - city.clock.now().getTime()) / 1_000 });
  await city.deliver();
}

describe.each(["ru", "tt", "en"] as const)("the last days of an exhibition in %s", (language) => {
  const t = words.for(language);

  it("are promised with their day, told once, and end there", async () => {
    const title = `Фарфор ${language}`;
    const id = await exhibition(title, noon(-5), noon(9));
    const zoya = somebody(language);
    await opensCard(zoya, id);
    await zoya.taps(t("remind.button"));
    const promised = zoya.latest?.text ?? "";
    expect(promised).toContain(t("remind.last", { when: "|" }).split("|")[0]);
    expect(labels(zoya)).toContain(t("remind.taken"));
    await zoya.taps(t("remind.taken"));
    zoya.sees(t("remind.lead.last").slice(1));
    await zoya.says("/my");
    zoya.sees(title);

    await goesOnTo(noon(6));
    zoya.sees(t("remind.last_days", { date: "|", count: 3 }).split("|")[1] ?? "");
    expect(labels(zoya)).toEqual([t("remind.open")]);
    await goesOnTo(noon(5));
    const told = t("remind.last_days", { date: "|", count: 3 }).split("|")[0] ?? "";
    expect(zoya.chat.filter(({ text }) => text.includes(told))).toHaveLength(1);
  });
});

describe("the last days of an exhibition", () => {
  it("follow an end that moves, and are told of the new one alone", async () => {
    const ivan = somebody();
    const id = await exhibition("Стекло", noon(-5), noon(9));
    await opensCard(ivan, id);
    await ivan.taps("Напомнить");
    expect(await exhibition("Стекло", noon(-5), noon(16))).toBe(id);
    await goesOnTo(noon(6));
    ivan.doesNotSee("Последние дни");
    await goesOnTo(noon(7));
    ivan.sees("Последние дни");
  });

  it("are not told of what was cancelled or withdrawn, nor to whoever took them back", async () => {
    const { database } = city.services;
    const [ivan, zoya, timur] = [somebody(), somebody(), somebody()];
    const withdrawn = await exhibition("Бронза", noon(-5), noon(9));
    const kept = await exhibition("Глина", noon(-5), noon(9));
    await opensCard(ivan, withdrawn);
    await ivan.taps("Напомнить");
    for (const person of [zoya, timur]) {
      await opensCard(person, kept);
      await person.taps("Напомнить");
    }
    await zoya.taps("✓ Напомню");
    await zoya.taps("Убрать напоминание…");
    await zoya.taps("Не напоминать за 3 дня");
    zoya.sees("за 3 дня до конца не напомню");
    const date = await database.occurrence.findUniqueOrThrow({ where: { id: withdrawn } });
    await database.event.update({ where: { id: date.eventId }, data: { withdrawnAt: city.clock.now() } });
    await goesOnTo(noon(6));
    for (const person of [ivan, zoya]) person.doesNotSee("Последние дни");
    timur.sees("Глина");
    timur.sees("Последние дни");
  });

  it("are not offered for an evening, nor for what closes sooner, whatever a button says", async () => {
    const ivan = somebody();
    const soon = await exhibition("Скоро закроется", noon(-5), noon(2));
    await opensCard(ivan, soon);
    expect(labels(ivan)).not.toContain("Напомнить");
    await forges(ivan, `rt:${soon.toString(36)}.l+~`);
    ivan.sees("Напомнить уже не успею");
    const personId = BigInt(await idOf(city.services.database, ivan));
    expect(await city.services.database.delivery.count({ where: { personId, kind: "reminder" } })).toBe(0);
  });

  it("stand beside the day before for what has not begun", async () => {
    const ivan = somebody();
    await opensCard(ivan, await exhibition("Впереди", noon(4), noon(20)));
    await ivan.taps("Напомнить");
    ivan.sees("Напомню за 1 день. Напомню за 3 дня до конца:");
  });
});

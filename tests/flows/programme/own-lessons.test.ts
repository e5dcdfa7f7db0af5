import { describe, expect, it } from "vitest";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { schoolIn } from "../classes/school.ts";

const city = openCity();
const school = schoolIn(city);

/** Somebody whose lesson is in so many hours: the clock stands at 17:30 of a Friday. */
async function enrolled(language: "ru" | "tt" | "en", hours: number) {
  const { groupId, title } = await school.opens({ lessonsIn: [hours] });
  const person = await school.newcomer(language);
  const { database, clock } = city.services;
  const row = { groupId, personId: BigInt(await idOf(database, person)), state: "enrolled", ticket: 1 } as const;
  await database.enrolment.create({ data: { ...row, createdAt: clock.now(), changedAt: clock.now() } });
  return { person, title };
}

describe("a list of the day", () => {
  it.each(["ru", "tt", "en"] as const)("begins with the own lesson of tonight, in %s", async (language) => {
    const { person, title } = await enrolled(language, 1);
    const t = words.for(language);
    await person.taps(t("key.tonight"));
    person.sees(t("list.own_lesson", { time: "18:30", title }));
    await person.taps(`18:30 ${title}`);
    person.sees(t("classes.course"));
  });

  it("has that of tomorrow in tomorrow's list and in the week's, with its day, and not in tonight's", async () => {
    const { person, title } = await enrolled("ru", 24);
    const t = words.for("ru");
    await person.taps(t("key.tonight"));
    expect(person.latest?.text).not.toContain(title);
    await person.taps(t("button.tomorrow"));
    person.sees(t("list.own_lesson", { time: "17:30", title }));
    await person.says("/week");
    person.sees(`17:30–18:30 — ваше занятие: ${title}`);
  });

  it("has none where something of the programme was asked for, nor for anybody else", async () => {
    const { person, title } = await enrolled("ru", 1);
    const t = words.for("ru");
    await person.taps(t("key.tonight"));
    await person.taps(t("button.filters"));
    await person.taps(t("filter.free"));
    await person.taps(t("button.show", { count: 0 }).replace(/ *\(?0\)?.*$/, ""));
    expect(person.latest?.text).not.toContain(title);
    const other = await school.newcomer();
    await other.taps(t("key.tonight"));
    expect(other.latest?.text).not.toContain(title);
  });
});

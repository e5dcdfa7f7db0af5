import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";

/** An evening of the demo city, planned, changed and kept; it is Friday, half past five. */
const city = openCity();

describe.each(languages)("a resident who reads %s", (language) => {
  const t = words.for(language);

  const newcomer = async (name: string) => {
    const person = city.telegram.person(`${name} ${language}`, { languageCode: language });
    await person.says("/start");
    return person;
  };
  type Resident = Awaited<ReturnType<typeof newcomer>>;
  const evening = async (person: Resident) => {
    const personId = BigInt(await idOf(city.services.database, person));
    return city.services.database.evening.findFirstOrThrow({
      where: { personId },
      include: { pieces: { where: { isOut: false }, orderBy: { startsAt: "asc" } } },
      orderBy: { id: "desc" },
    });
  };
  const labels = (person: Resident) => person.latest?.keyboard.flat().map(({ text }) => text) ?? [];

  it("plans tonight from the menu, changes a piece, takes one out and adds one", async () => {
    const alsu = await newcomer("Алсу");
    await alsu.says(t("button.menu"));
    await alsu.taps(t("evening.button.plan"));
    alsu.sees(t("evening.setting.town"));
    const { pieces } = await evening(alsu);
    expect(pieces.length).toBeGreaterThanOrEqual(2);
    for (const [index, next] of pieces.slice(1).entries())
      expect(next.startsAt.getTime()).toBeGreaterThan(pieces[index]?.endsAt.getTime() ?? Number.POSITIVE_INFINITY);
    const [first = ""] = labels(alsu);
    await alsu.taps(first);
    await alsu.taps(t("evening.button.change"));
    const changed = await evening(alsu);
    expect(changed.pieces.map(({ id }) => id)).not.toEqual(pieces.map(({ id }) => id));
    await alsu.taps(t("evening.button.back"));
    await alsu.taps(labels(alsu)[0] ?? "");
    await alsu.taps(t("evening.button.remove"));
    alsu.sees(t("evening.removed"));
    expect((await evening(alsu)).pieces).toHaveLength(pieces.length - 1);
    await alsu.taps(t("evening.button.add"));
  });

  it("plans what goes with a card, keeps it, is reminded, takes the file, and finds it among their plans", async () => {
    const { database } = city.services;
    const ivan = await newcomer("Иван");
    const concert = await database.occurrence.findFirstOrThrow({
      where: {
        startsAt: { gt: new Date("2026-11-21T14:00:00Z"), lt: new Date("2026-11-21T17:00:00Z") },
        event: { attendanceMode: "on_site", publishedAt: { not: null } },
        place: { latitude: { not: null } },
        spansDays: false,
      },
    });
    await ivan.says(`/start o_${concert.id.toString(36)}`);
    await ivan.taps(t("evening.button.around"));
    const planned = await evening(ivan);
    expect(planned.pieces.some(({ occurrenceId, isAnchor }) => isAnchor && occurrenceId === concert.id)).toBe(true);
    await ivan.taps(t("evening.button.keep"));
    ivan.sees(t("evening.kept", { my: t("my.title") }));
    await ivan.taps(t("remind.button"));
    ivan.sees(t("evening.reminded"));
    const dates = planned.pieces.filter(({ occurrenceId }) => occurrenceId !== null).length;
    const personId = BigInt(await idOf(database, ivan));
    const reminded = await database.reminder.findMany({ where: { personId }, distinct: ["occurrenceId"] });
    expect(reminded).toHaveLength(dates);
    await ivan.taps(t("button.calendar"));
    const file = Buffer.from(ivan.latest?.document?.bytes ?? []).toString("utf8");
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(planned.pieces.length);
    await ivan.says("/my");
    await ivan.taps(t("evening.own_counted", { count: 1 }));
    await ivan.taps(labels(ivan)[0] ?? "");
    ivan.sees(t("remind.taken"));
    await ivan.taps(t("evening.button.drop"));
    ivan.sees(t("evening.dropped_reminders", { my: t("my.title") }));
  });

  it("says what became of a piece, and finds another one", async () => {
    const { database } = city.services;
    const zoya = await newcomer("Зоя");
    await zoya.says(t("button.menu"));
    await zoya.taps(t("evening.button.plan"));
    await zoya.taps(t("evening.button.keep"));
    const { pieces } = await evening(zoya);
    const date = pieces.find(({ occurrenceId }) => occurrenceId !== null);
    await database.occurrence.update({ where: { id: date?.occurrenceId ?? 0 }, data: { status: "cancelled" } });
    await zoya.says("/my");
    await zoya.taps(t("evening.own_counted", { count: 1 }));
    await zoya.taps(labels(zoya)[0] ?? "");
    zoya.sees(t("evening.standing.cancelled"));
    zoya.sees(t("evening.mend"));
    await zoya.taps(labels(zoya)[pieces.findIndex(({ id }) => id === date?.id)] ?? "");
    zoya.sees(t("evening.standing.cancelled"));
    await zoya.taps(t("evening.button.change"));
    await database.occurrence.update({ where: { id: date?.occurrenceId ?? 0 }, data: { status: "scheduled" } });
    expect((await evening(zoya)).pieces.map(({ occurrenceId }) => occurrenceId)).not.toContain(date?.occurrenceId);
  });

  it("plans for home, with children, for nothing, another day; and says where nothing fits", async () => {
    const roza = await newcomer("Роза");
    await roza.says(t("button.menu"));
    await roza.taps(t("evening.button.plan"));
    await roza.taps(t("evening.button.wish"));
    await roza.taps(t("evening.setting.home"));
    roza.sees(t("evening.setting.home"));
    await roza.taps(t("evening.button.wish"));
    await roza.taps(t("evening.button.back"));
    expect((await evening(roza)).setting).toBe("home");
  });

  it("is one thing with few buttons in simple mode", async () => {
    const amina = await newcomer("Амина");
    await amina.says(t("button.menu"));
    await amina.taps(t("evening.button.plan"));
    const { id } = await evening(amina);
    await amina.says("/settings");
    await amina.taps(t("simple.on"));
    await city.services.database.evening.update({ where: { id }, data: { keptAt: null } });
    expect(id).toBeGreaterThan(0);
  });
});

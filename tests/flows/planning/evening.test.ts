import { describe, expect, it } from "vitest";
import { capitalise } from "../../../bot/words/capitalise.ts";
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
    await ivan.taps(t("my.undo"));
    ivan.sees(t("evening.kept", { my: t("my.title") }));
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

  it("plans for home, with children, for nothing, on another day, and says where nothing fits", async () => {
    const { database } = city.services;
    const roza = await newcomer("Роза");
    await roza.says(t("button.menu"));
    await roza.taps(t("evening.button.plan"));
    await roza.taps(t("evening.button.wish"));
    await roza.taps(t("evening.setting.home"));
    const { pieces } = await evening(roza);
    const events = await database.event.findMany({
      where: { occurrences: { some: { id: { in: pieces.flatMap(({ occurrenceId }) => occurrenceId ?? []) } } } },
    });
    expect(pieces.length).toBeGreaterThan(0);
    expect(events.filter(({ attendanceMode }) => attendanceMode === "on_site")).toEqual([]);
    await roza.taps(t("evening.button.wish"));
    await roza.taps(capitalise(t("evening.company.children")));
    roza.sees(t("evening.company.children"));
    await roza.taps(t("evening.button.wish"));
    await roza.taps(capitalise(t("price.free")));
    await roza.taps(t("evening.button.wish"));
    const days = labels(roza).filter((label) => /2[0-9]$/u.test(label));
    await roza.taps(days.at(-1) ?? "");
    expect(await evening(roza)).toMatchObject({ setting: "home", company: "children", priceLimit: 0 });
    const hidden = { data: { publishedAt: null } };
    const { id } = await evening(roza);
    await database.$transaction(async (tx) => {
      await tx.event.updateMany({ where: { publishedAt: { not: null } }, ...hidden });
      await tx.standingOffer.updateMany({ where: {}, ...hidden });
    });
    await roza.tapsData(roza.latest?.id ?? 0, `plg:${id.toString(36)}.a`);
    roza.sees(t("evening.none"));
    const shown = { data: { publishedAt: new Date("2026-11-01T00:00:00Z") } };
    await database.event.updateMany({ where: {}, ...shown });
    await database.standingOffer.updateMany({ where: {}, ...shown });
  });

  it("is asked for in words; what cannot be planned by is asked about", async () => {
    const said = {
      ru: ["спланируй вечер в субботу с детьми", "спланируй вечер джаза с детьми"],
      tt: ["шимбә кичен балалар белән планлаштыр", "джаз кичен балалар белән планлаштыр"],
      en: ["plan my Saturday evening with kids", "plan an evening of jazz with kids"],
    }[language];
    const ildar = await newcomer("Ильдар");
    await ildar.says(said[0] ?? "");
    expect(await evening(ildar)).toMatchObject({ day: "2026-11-21", company: "children" });
    await ildar.says(said[1] ?? "");
    ildar.sees({ ru: "джаза", tt: "джаз", en: "jazz" }[language]);
    await ildar.taps(t("evening.button.without"));
    expect(await evening(ildar)).toMatchObject({ day: "2026-11-20", company: "children" });
  });

  it("is one thing with few buttons in simple mode", async () => {
    const amina = await newcomer("Амина");
    await amina.says("/settings");
    await amina.taps(t("simple.on"));
    await amina.says({ ru: "спланируй вечер", tt: "кичне планлаштыр", en: "plan an evening" }[language]);
    expect(labels(amina)).toEqual([t("evening.button.keep"), t("simple.home_button"), t("simple.help")]);
    await amina.taps(t("evening.button.keep"));
    amina.sees(t("evening.kept", { my: t("my.title") }));
    await amina.taps(t("remind.button"));
    amina.sees(t("evening.reminded"));
  });
});

it("is nobody else's, and changes once however often its button is pressed", async () => {
  const t = words.for("ru");
  const alsu = city.telegram.person("Хозяйка", { languageCode: "ru" });
  const stranger = city.telegram.person("Прохожий", { languageCode: "ru" });
  for (const person of [alsu, stranger]) await person.says("/start");
  await alsu.says("спланируй вечер");
  const { database } = city.services;
  const find = async () =>
    database.evening.findFirstOrThrow({
      where: { personId: BigInt(await idOf(database, alsu)) },
      include: { pieces: { orderBy: { id: "asc" } } },
    });
  const before = await find();
  const piece = before.pieces[0]?.id.toString(36) ?? "";
  for (const data of [
    `plo:${piece}`,
    `plx:${piece}`,
    `ple:${before.id.toString(36)}`,
    `plw:${before.id.toString(36)}.h`,
  ]) {
    await stranger.tapsData(stranger.latest?.id ?? 0, data);
    expect(await find()).toEqual(before);
  }
  stranger.sees(t("evening.gone"));
  await alsu.tapsData(alsu.latest?.id ?? 0, `plo:${piece}`);
  const changed = await find();
  expect(changed.pieces.filter(({ isOut }) => isOut)).toHaveLength(1);
  await alsu.tapsData(alsu.latest?.id ?? 0, `plo:${piece}`);
  expect(await find()).toEqual(changed);
});

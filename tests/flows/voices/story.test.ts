import { describe, expect, it } from "vitest";
import { commentsJob } from "../../../bot/voices/comments/comments-job.ts";
import { type Language, languages } from "../../../bot/words/language.ts";
import type { MaxPerson } from "../../../playground/max/people/max-person.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { announce } from "../drive.ts";
import { colleague } from "../staff/team.ts";

/** What people say of an event that is over, from the stars to the answer of the house, at both messengers. */
const city = openBothDoors();

const hour = 3_600_000;
const titles = { ru: "Орган ночью", tt: "Төнге орган", en: "Organ at night" };

/** A concert that ended an hour ago; resolves to its date. */
async function concert(institution?: string): Promise<number> {
  const now = city.clock.now().getTime();
  const occurrences = [{ startsAt: new Date(now - 3 * hour), endsAt: new Date(now - hour) }];
  const texts = { ru: { title: titles.ru }, tt: { title: titles.tt }, en: { title: titles.en } };
  const { eventId, occurrenceIds } = await announce(city, { texts, occurrences });
  if (institution !== undefined)
    await city.services.database.event.update({
      where: { id: eventId },
      data: { institution: { create: { texts: { create: { language: "ru", name: institution } } } } },
    });
  return occurrenceIds[0] ?? 0;
}

type Guest = Person | MaxPerson;

const opens = (person: Guest, date: number) => person.says(`/start o_${date.toString(36)}`);
const labelsOf = (person: Guest): string[] => person.latest?.keyboard.flat().map(({ text }) => text) ?? [];

async function guest(door: "telegram" | "max", name: string, language: Language): Promise<Guest> {
  const person = city[door].person(name, { languageCode: language });
  await person.says("/start");
  return person;
}

/** Opens the card, gives stars and writes, signed as `name`. */
async function writes(
  person: Guest,
  language: Language,
  { date, text, name }: { date: number; text: string; name?: string },
): Promise<void> {
  const t = words.for(language);
  await opens(person, date);
  await person.taps(t("comment.button.rate"));
  await person.taps(t("feedback.stars", { count: 2 }));
  await person.taps(t("comment.button.write"));
  await person.says(text);
  await (name === undefined ? person.taps(t("comment.resident")) : person.says(name));
  person.sees(text);
  await person.taps(t("comment.button.send"));
}

/** Opens what waits longest, of that text. */
async function opensInQueue(moderator: Person, language: Language, author: string): Promise<void> {
  const t = words.for(language);
  await moderator.says("/staff");
  await moderator.taps(t("comment.title"));
  const label = labelsOf(moderator).find((each) => each.startsWith(`${author}:`));
  if (label === undefined) throw new Error(`nothing by ${author} waits:\n${moderator.screen}`);
  await moderator.taps(label);
}

describe.each(
  languages.map((language) => ({ language, door: language === "tt" ? ("max" as const) : ("telegram" as const) })),
)("a comment in $language at $door", ({ language, door }) => {
  const t = words.for(language);

  it("is rejected, appealed once, approved, shown, and answered by the house", async () => {
    const { database } = city.services;
    const date = await concert("Органный зал");
    const author = await guest(door, `Алсу ${language}`, language);
    const moderator = await colleague(city, language, "moderator");
    const text = "Билет дорогой, а органа почти не было слышно";
    await writes(author, language, { date, text, name: `Алсу ${language}` });
    author.sees(t("comment.said.waiting"));
    author.sees(t("comment.none"));

    await opensInQueue(moderator, language, `Алсу ${language}`);
    moderator.sees(text);
    moderator.sees(t("comment.newcomer"));
    await moderator.taps(t("comment.button.reject"));
    moderator.sees(t("comment.ask.reason"));
    await moderator.taps(t("comment.reason.off_topic"));
    moderator.sees(t("comment.said.rejected"));
    await city.deliver();
    author.sees(t("comment.reason.off_topic"));

    await author.taps(t("comment.button.appeal"));
    await author.says("Это о концерте, я там была");
    author.sees(t("comment.said.appealed"));

    city.clock.advance({ seconds: 600 });
    const second = await colleague(city, language, "moderator");
    await opensInQueue(second, language, `Алсу ${language}`);
    second.sees("Это о концерте, я там была");
    await second.taps(t("comment.button.approve"));
    second.sees(t("comment.said.approved"));
    await city.deliver();
    author.sees(t("comment.told.published", { title: titles[language] }));

    const reader = await guest("telegram", `Иван ${language}`, language);
    await opens(reader, date);
    await reader.taps(t("comment.button.counted", { count: 1 }));
    reader.sees(text);
    reader.sees(`Алсу ${language}`);

    const { id } = await database.comment.findFirstOrThrow({
      where: { state: "published", text },
      orderBy: { id: "desc" },
    });
    const { event } = await database.comment.findUniqueOrThrow({ where: { id }, include: { event: true } });
    const editor = await colleague(city, language);
    const personId = await idOf(database, editor);
    const role = { personId, role: "editor", institutionId: event?.institutionId ?? null } as const;
    await database.staffRole.create({ data: roleRow(city.clock.now(), role) });
    await editor.says("/staff");
    await editor.taps(t("comment.title"));
    await editor.taps(labelsOf(editor)[0] ?? "");
    await editor.taps(t("comment.button.answer"));
    await editor.says("Добавим громкости. Приходите ещё!");
    editor.sees(t("comment.said.answered"));
    await city.deliver();
    author.sees(t("comment.told.answered", { name: "Органный зал", title: titles[language] }));
    author.sees("Добавим громкости");

    const verbs = await database.auditEntry.findMany({ where: { subject: `comment:${id}` }, orderBy: { id: "asc" } });
    expect(verbs.map(({ action }) => action)).toEqual([
      "comments.moderate.reject",
      "comments.moderate.approve",
      "comments.answer.answer",
    ]);
  });
});

describe("a comment", () => {
  const t = words.for("ru");

  it("rejected a second time is final, in the words of whoever rejects", async () => {
    const date = await concert();
    const author = await guest("telegram", "Роза", "ru");
    const moderator = await colleague(city, "ru", "moderator");
    await writes(author, "ru", { date, text: "Всё было не так, как обещали", name: "Роза" });
    await opensInQueue(moderator, "ru", "Роза");
    await moderator.taps(t("comment.button.reject"));
    await moderator.taps(t("comment.reason.own"));
    await moderator.says("Назовите, что именно обещали");
    await city.deliver();
    author.sees("Назовите, что именно обещали");
    await author.taps(t("comment.button.appeal"));
    await author.says("Обещали буфет");
    city.clock.advance({ seconds: 600 });
    await opensInQueue(moderator, "ru", "Роза");
    moderator.sees(t("comment.own_decision"));
    await moderator.taps(t("comment.button.reject"));
    await moderator.taps(t("comment.reason.unclear"));
    await city.deliver();
    expect(labelsOf(author)).not.toContain(t("comment.button.appeal"));
    expect(labelsOf(author)).toContain(t("comment.button.anew"));
  });

  it("is hidden by three readers until a human has looked, and its author may take it back", async () => {
    const { database } = city.services;
    const date = await concert();
    const author = await guest("telegram", "Марат", "ru");
    const moderator = await colleague(city, "ru", "moderator");
    await writes(author, "ru", { date, text: "Мне не понравилось совсем" });
    await opensInQueue(moderator, "ru", t("comment.resident"));
    await moderator.taps(t("comment.button.approve"));
    const shown = async () => database.comment.findFirstOrThrow({ where: { text: "Мне не понравилось совсем" } });
    for (const name of ["Аня", "Боря", "Вера"]) {
      expect((await shown()).state).toBe("published");
      const reader = await guest("telegram", name, "ru");
      await opens(reader, date);
      await reader.taps(t("comment.button.counted", { count: 1 }));
      await reader.taps(labelsOf(reader)[0] ?? "");
      await reader.taps(t("comment.button.flag"));
      reader.sees(t("comment.ask.flag"));
      await reader.taps(t("comment.button.flag_now"));
      reader.sees(t(name === "Вера" ? "comment.said.hidden" : "comment.said.flagged"));
    }
    expect((await shown()).state).toBe("hidden");
    await opensInQueue(moderator, "ru", t("comment.resident"));
    moderator.sees(t("comment.hold.flags", { count: 3 }).slice(1));
    await moderator.taps(t("comment.button.keep"));
    expect((await shown()).state).toBe("published");

    await opens(author, date);
    await author.taps(t("comment.button.counted", { count: 1 }));
    await author.taps(t("comment.button.own"));
    await author.taps(t("comment.button.withdraw"));
    await author.taps(t("comment.button.withdraw_now"));
    author.sees(t("comment.said.withdrawn"));
    expect(await database.comment.count({ where: { text: "Мне не понравилось совсем" } })).toBe(0);
  });

  it("that shouts is asked for again, and one with a word of the city's list waits although the city looks afterwards", async () => {
    const date = await concert();
    const moderator = await colleague(city, "ru", "moderator");
    await moderator.says("/staff");
    await moderator.taps(t("comment.title"));
    await moderator.taps(t("comment.button.rules"));
    moderator.sees(t("comment.rules.before"));
    await moderator.taps(t("comment.button.after"));
    moderator.sees(t("comment.rules.after"));
    await moderator.taps(t("comment.button.words"));
    await moderator.says("дур*, жулики");
    moderator.sees("дур*, жулики");
    const [kind, rude] = [await guest("telegram", "Нина", "ru"), await guest("telegram", "Петя", "ru")];
    await writes(kind, "ru", { date, text: "Очень хороший вечер" });
    kind.sees(t("comment.said.published"));
    await opens(rude, date);
    await rude.taps(t("comment.button.rate"));
    await rude.taps(t("comment.button.write"));
    await rude.says("ЭТО БЫЛО ПРОСТО УЖАСНО И ДОЛГО");
    rude.sees(t("comment.again.shouting"));
    await rude.says("Смотрите на www.example.com");
    rude.sees(t("comment.again.link"));
    await rude.says("Дурацкий концерт, ЖУЛИКИ!");
    await rude.taps(t("comment.resident"));
    await rude.taps(t("comment.button.send"));
    rude.sees(t("comment.said.waiting"));
    await opensInQueue(moderator, "ru", t("comment.resident"));
    await moderator.taps(t("comment.button.ban"));
    await moderator.taps(t("comment.button.ban_days", { count: 7 }));
    await moderator.taps(t("comment.button.reject"));
    await moderator.taps(t("comment.reason.insult"));
    await writes(rude, "ru", { date, text: "И ещё я хочу сказать" });
    expect(rude.screen).toContain(t("comment.said.banned", { when: "" }).slice(0, 20));
  });

  it("that has waited for a day is told to whoever moderates, once a day", async () => {
    const date = await concert();
    const author = await guest("max", "Зиля", "tt");
    await writes(author, "tt", { date, text: "Бик ошады, рәхмәт" });
    const { database } = city.services;
    await database.staffRole.deleteMany();
    await database.comment.updateMany({
      where: { text: { not: "Бик ошады, рәхмәт" } },
      data: { waitingSince: null, hold: null },
    });
    const monday = new Date("2026-11-23T08:11:00Z");
    await database.comment.updateMany({
      where: { text: "Бик ошады, рәхмәт" },
      data: { state: "waiting", waitingSince: new Date(monday.getTime() - 24 * hour + 1), hold: "first" },
    });
    const moderator = await colleague(city, "ru", "moderator");
    const told = () => database.delivery.count({ where: { kind: "comments-wait" } });
    const job = commentsJob(city.services);
    await job.run(monday);
    expect(await told()).toBe(0);
    await job.run(new Date(monday.getTime() + hour));
    await job.run(new Date(monday.getTime() + 2 * hour));
    expect(await told()).toBe(1);
    city.clock.advance({ seconds: (monday.getTime() + 2 * hour - city.clock.now().getTime()) / 1000 });
    await city.deliver();
    moderator.sees(t("comment.told.waiting", { count: 1, time: t("duration.hours", { hours: 26 }) }).slice(0, 30));
    await moderator.taps(t("comment.button.queue"));
    moderator.sees(t("comment.queue.counts", { first: 1, word: 0, flags: 0, appeal: 0 }));
  });
});

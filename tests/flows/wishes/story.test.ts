import { describe, expect, it } from "vitest";
import { wishesJob } from "../../../bot/wishes/wishes-job.ts";
import { languages } from "../../../bot/words/language.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, forges, labels } from "../drive.ts";
import { colleague } from "../staff/team.ts";

/** "Tell me when there is", from the search that found nothing to the card of what came. */
const city = openCity({ plant: false });

/** The job and what it sends; the clock stands on a Friday afternoon. */
async function looks(): Promise<void> {
  await wishesJob(city.services).run(city.clock.now());
  await city.deliver();
}

const newsFor = (person: Person) =>
  person.chat.filter(({ text }) => languages.some((each) => text.includes(words.for(each)("wish.news"))));
const comes = (title: string, draft: Parameters<typeof announce>[1] = {}) =>
  announce(city, {
    texts: { ru: { title } },
    occurrences: [{ startsAt: new Date("2026-12-19T16:00:00Z"), endsAt: new Date("2026-12-19T18:00:00Z") }],
    ...draft,
  });

const sought = { ru: "кукольные бега", tt: "курчак ярышы", en: "puppet races" };

describe.each(languages)("in %s", (language) => {
  const t = words.for(language);

  it("what is not there is wished for with one tap, told when it comes, and taken off in /my", async () => {
    const person = await colleague(city, language);
    const text = sought[language];
    await person.says(text);
    await person.taps(t("wish.button.make"));
    person.sees(t("wish.done", { text }));
    await looks();
    expect(newsFor(person)).toEqual([]);

    await comes(`${text} 2026`);
    await looks();
    person.sees(t("wish.news"));
    person.sees(t("wish.wished", { text }));
    await person.taps(`${text} 2026`);
    person.sees(t("remind.button"));

    await person.says("/my");
    await person.taps(t("wish.button.list"));
    person.sees(t("wish.row", { text }));
    await person.taps(t("button.drop", { label: text }));
    person.sees(t("wish.dropped"));
    person.sees(t("wish.none"));
    city.clock.advance({ seconds: 2 * 86_400 });
    await comes(`${text} снова`);
    await looks();
    person.sees(t("wish.none"));
  });
});

const t = words.for("ru");

/** Somebody searches in vain, and wants to be told. */
async function wishes(text: string): Promise<Person> {
  const person = await colleague(city, "ru");
  await person.says(text);
  await person.taps(t("wish.button.make"));
  return person;
}

describe("one message a day", () => {
  it("whatever it is about, and the rest comes with the next", async () => {
    const person = await wishes("фестиваль мыльных пузырей");
    await person.says("гонки улиток");
    await person.taps(t("wish.button.make"));
    await comes("Фестиваль мыльных пузырей");
    await comes("Гонки улиток");
    await looks();
    expect(newsFor(person)).toHaveLength(1);
    person.sees("«фестиваль мыльных пузырей»");
    person.sees("«гонки улиток»");
    await comes("Большие гонки улиток");
    city.clock.advance({ seconds: 3_600 });
    await looks();
    expect(newsFor(person)).toHaveLength(1);
    // An event that was told is not told again.
    city.clock.advance({ seconds: 24 * 3_600 });
    await looks();
    expect(newsFor(person)).toHaveLength(2);
    person.sees("Большие гонки улиток");
    person.doesNotSee("мыльных");
  });

  it("and not at night: it waits until the quiet hours are over", async () => {
    const person = await wishes("ночь шарманщиков");
    const until = 8 * 3_600 + 24 * 3_600 - ((city.clock.now().getTime() / 1_000 + 3 * 3_600) % 86_400);
    await comes("Ночь шарманщиков");
    city.clock.advance({ seconds: until - 60 });
    await looks();
    expect(newsFor(person)).toEqual([]);
    city.clock.advance({ seconds: 60 });
    await looks();
    expect(newsFor(person)).toHaveLength(1);
  });
});

it("a draft meets nobody's wish until it is published, and what is over never does", async () => {
  const person = await wishes("съезд звездочётов");
  const { eventId } = await comes("Съезд звездочётов");
  const { database } = city.services;
  await database.event.update({ where: { id: eventId }, data: { publishedAt: null } });
  await comes("Съезд звездочётов 2020", {
    occurrences: [{ startsAt: new Date("2020-12-19T16:00:00Z"), endsAt: new Date("2020-12-19T18:00:00Z") }],
  });
  await looks();
  expect(newsFor(person)).toEqual([]);
  await database.event.update({ where: { id: eventId }, data: { publishedAt: city.clock.now() } });
  await looks();
  expect(newsFor(person)).toHaveLength(1);
});

it("a time alone is no wish, twenty are the most, and a second press is the same wish", async () => {
  const person = await wishes("парад самоваров");
  const { database } = city.services;
  const personId = await idOf(database, person);
  const query = await database.searchQuery.findFirstOrThrow({ where: { personId }, orderBy: { askedAt: "desc" } });
  await forges(person, `yw:${query.id}~0`);
  person.sees(t("wish.done", { text: "парад самоваров" }));
  expect(await database.wish.count({ where: { personId } })).toBe(1);
  for (let count = 2; count <= 20; count += 1) {
    await database.$executeRaw`
      INSERT INTO "Wish" ("personId", "kind", "text", "isTimed", "query", "anchors", "createdAt")
      VALUES (${BigInt(personId)}, 'search', ${`ещё ${count}`}, false, ''::tsquery, '{}', ${city.clock.now()})`;
  }
  await person.says("турнир по лаптизму");
  await person.taps(t("wish.button.make"));
  person.sees(t("wish.too_many"));
});

describe("the work list of staff", () => {
  it("has what three people asked for, and an answer reaches those who wait, once", async () => {
    const editor = await colleague(city, "ru", "editor");
    const people = [await wishes("каток на крыше"), await wishes("Каток на крыше")];
    await editor.says("/staff");
    await editor.taps(t("wish.asked.title"));
    editor.doesNotSee("каток на крыше");
    const third = await colleague(city, "ru");
    await third.says("каток на крыше");
    await editor.says("/staff");
    await editor.taps(t("wish.asked.title"));
    editor.sees("каток на крыше");
    await editor.taps("каток на крыше");
    editor.sees(t("wish.asked.counts", { wishing: 2, searching: 3 }));
    await editor.taps(t("wish.asked.button.answer"));
    await editor.says("Откроется в январе");
    editor.sees(t("wish.asked.told", { count: 2 }));
    await looks();
    for (const person of people) {
      person.sees("Откроется в январе");
      expect(newsFor(person)).toHaveLength(1);
    }
    expect(newsFor(third)).toEqual([]);
  });

  it("is for nobody else", async () => {
    const teacher = await colleague(city, "ru", "teacher");
    await forges(teacher, "yq:0");
    teacher.sees(t("staff.not_open"));
    expect(labels(teacher)).not.toContain(t("wish.asked.button.answer"));
  });
});

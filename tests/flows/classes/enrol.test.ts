import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetDrafts, forgetLearners } from "../../../bot/classes/learners/forget-store.ts";
import { consentDocument } from "../../../bot/classes/learners/learner.ts";
import type { Language } from "../../../bot/programme/event.ts";
import { enrolCallback } from "../../../flows/classes/callbacks.ts";
import type { Person } from "../../../playground/person.ts";
import { openGroup } from "../../classes/places/school.ts";
import { openCity, words } from "../../support/city.ts";
import { anotherBot, forges } from "../drive.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

let count = 0;

/** Somebody new, who opened the list of courses. */
async function learner(languageCode: Language = "ru", name = "Алсу Галиева"): Promise<Person> {
  count += 1;
  const person = city.telegram.person(`${name} ${String.fromCodePoint(0x430 + count)}`, { languageCode });
  await person.says("/start");
  await person.says("/classes");
  return person;
}

const school = (draft: { capacity?: number; lessonsIn?: number[] } = {}) =>
  openGroup(city.services.database, { capacity: 5, now: city.clock.now(), ...draft });

/** Begins to enrol, as the button on a course's card does. */
const begins = (person: Person, groupId: number) => forges(person, enrolCallback.data(groupId));

async function agreesAndShares(person: Person): Promise<void> {
  await person.taps(t("enrol.agree"));
  await person.sharesContact();
}

async function enrolled(person: Person, groupId: number): Promise<void> {
  await begins(person, groupId);
  await agreesAndShares(person);
  await person.taps(t("enrol.name_as_is"));
  await person.taps(t("enrol.confirm"));
}

const rowsOf = async (person: Person) => {
  const personId = BigInt(person.user.id);
  const { database } = city.services;
  return {
    learner: await database.learner.findUnique({ where: { personId } }),
    enrolments: await database.enrolment.findMany({ where: { personId } }),
    consents: await database.consent.findMany({ where: { personId } }),
    draft: await database.enrolmentDraft.findUnique({ where: { personId } }),
  };
};

afterEach(() => {
  vi.useRealTimers();
});

describe("whoever enrols", () => {
  it.each(["ru", "tt", "en"] as const)(
    "needs five taps and a contact from the list of courses, in %s",
    async (language) => {
      const say = words.for(language);
      const { title } = await school();
      const person = await learner(language);
      const taps = [title, say("group.enrol"), say("enrol.agree"), say("enrol.name_as_is"), say("enrol.confirm")];
      await person.taps(taps[0] ?? "");
      await person.taps(taps[1] ?? "");
      person.sees(title);
      await person.taps(taps[2] ?? "");
      await person.sharesContact();
      person.sees("Алсу Галиева");
      await person.taps(taps[3] ?? "");
      await person.taps(taps[4] ?? "");
      person.sees(String(say.html("enrol.done", { about: "", first: "" })).match(/<b>(.*?)<\/b>/)?.[1] ?? "?");
      expect(taps).toHaveLength(5);
      expect((await rowsOf(person)).enrolments).toMatchObject([{ state: "enrolled" }]);
    },
  );

  it("is written into the journal with what they gave, and when they agreed to what", async () => {
    const { groupId } = await school();
    const person = await learner();
    await enrolled(person, groupId);
    const { learner: written, consents, draft } = await rowsOf(person);
    expect(written).toMatchObject({ name: person.name, phone: expect.stringMatching(/^\+\d+$/) });
    expect(consents).toMatchObject([{ ...consentDocument, givenAt: city.clock.now(), withdrawnAt: null }]);
    expect(draft).toBeNull();
  });

  it("gets the usual keyboard back after the contact", async () => {
    const { groupId } = await school();
    const person = await learner();
    const usual = JSON.stringify(person.replyKeyboard);
    await begins(person, groupId);
    await person.taps(t("enrol.agree"));
    expect(JSON.stringify(person.replyKeyboard)).toContain(t("step.share_phone"));
    await person.taps(t("step.without_phone"));
    expect(JSON.stringify(person.replyKeyboard)).toBe(usual);
    person.sees("Как вас записать");
  });

  it("may go without a phone and choose another name", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.taps(t("step.without_phone"));
    await person.taps(t("enrol.name_other"));
    await person.says("12");
    person.sees(t("enrol.name_again"));
    await person.says("Гөлнара <Җәмилева>");
    person.sees("Гөлнара Җәмилева");
    person.sees(t("enrol.no_phone"));
    await person.taps(t("enrol.confirm"));
    expect((await rowsOf(person)).learner).toMatchObject({ name: "Гөлнара Җәмилева", phone: null });
  });

  it("is not taken at somebody else's number, nor at a typed one", async () => {
    const { groupId } = await school();
    const person = await learner();
    const other = await learner();
    await begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.sharesContact(other);
    person.sees(t("enrol.phone_again"));
    await person.says("+7 917 000-00-00");
    person.sees(t("enrol.phone_again"));
    await person.sharesContact();
    person.sees("Как вас записать");
  });

  it("goes back a question at a time, and meets the answers again", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await person.taps(t("enrol.read"));
    person.sees("Согласие на обработку");
    await person.taps(t("button.back"));
    person.sees("Запись на занятия");
    await agreesAndShares(person);
    await person.taps(t("button.back"));
    person.sees("Нажмите кнопку внизу");
    await person.taps(t("button.back"));
    person.sees("Запись на занятия");
    await agreesAndShares(person);
    await person.taps(t("enrol.name_other"));
    await person.taps(t("button.back"));
    await person.taps(t("enrol.name_as_is"));
    person.sees("Всё верно?");
    await person.taps(t("button.back"));
    person.sees("Как вас записать");
    await person.taps(t("enrol.name_as_is"));
    await person.taps(t("enrol.confirm"));
    person.sees("Вы записаны!");
  });

  it("is asked only what is not known the second time", async () => {
    const person = await learner();
    await enrolled(person, (await school()).groupId);
    await begins(person, (await school({ lessonsIn: [96] })).groupId);
    person.sees("Всё верно?");
    await person.taps(t("enrol.confirm"));
    person.sees("Вы записаны!");
  });

  it("is warned of own lessons at the same time", async () => {
    const person = await learner();
    const first = await school();
    await enrolled(person, first.groupId);
    await begins(person, (await school()).groupId);
    person.sees(t("enrol.overlap"));
    person.sees(first.title);
  });

  it("stands in line where there is no place, and is told so before", async () => {
    const { groupId } = await school({ capacity: 1 });
    await enrolled(await learner(), groupId);
    const second = await learner();
    await begins(second, groupId);
    await agreesAndShares(second);
    await second.taps(t("enrol.name_as_is"));
    second.sees("вы встанете в очередь, 1-м");
    await second.taps(t("enrol.queue"));
    second.sees("Вы в очереди: 1-е место.");
  });

  it("learns it when the last place goes while they answer", async () => {
    const { groupId } = await school({ capacity: 1 });
    const slow = await learner();
    await begins(slow, groupId);
    await agreesAndShares(slow);
    await slow.taps(t("enrol.name_as_is"));
    await enrolled(await learner(), groupId);
    await slow.taps(t("enrol.confirm"));
    slow.sees("Вы в очереди: 1-е место.");
  });

  it("is told when they are in it already, or the group takes nobody", async () => {
    const { groupId } = await school();
    const person = await learner();
    await enrolled(person, groupId);
    await begins(person, groupId);
    person.sees(t("enrol.already"));
    await begins(person, 999_999);
    person.sees(t("enrol.closed"));
  });
});

describe("whoever does not want to", () => {
  it("ends kindly without consent, and nothing is kept", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await person.taps(t("enrol.refuse"));
    person.sees("Понимаю.");
    expect(await rowsOf(person)).toEqual({ learner: null, enrolments: [], consents: [], draft: null });
  });

  it.each([
    ["the button", (person: Person) => person.taps(t("button.cancel"))],
    ["the button below the text field", (person: Person) => person.taps(t("button.cancel"))],
  ])("cancels by %s", async (where, cancels) => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    if (where.includes("below")) await person.taps(t("enrol.agree"));
    await cancels(person);
    person.sees(t("enrol.stopped"));
    expect((await rowsOf(person)).draft).toBeNull();
  });

  it("cancels by command, which brings the keyboard back", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.says("/cancel");
    person.sees(t("said.cancelled"));
    expect(JSON.stringify(person.replyKeyboard)).not.toContain(t("step.share_phone"));
  });
});

describe("whoever is called away", () => {
  it("goes on where they stopped", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await agreesAndShares(person);
    await person.says("/tonight");
    expect(person.chat.some(({ text }) => text === t("enrol.aside"))).toBe(true);
    await begins(person, groupId);
    person.sees("Как вас записать");
  });

  it("is answered by a program that was started anew", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await agreesAndShares(person);
    await anotherBot(city);
    await person.taps(t("enrol.name_as_is"));
    person.sees("Всё верно?");
  });

  it("hears after a day that the question is closed, and goes on with a tap", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await agreesAndShares(person);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3_600_000 });
    await person.says("Алсу");
    person.sees(t("enrol.late"));
    await person.taps(t("enrol.go_on"));
    person.sees("Как вас записать");
  });

  it("finds an old question answering nothing", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    const old = person.latest?.id ?? 0;
    await agreesAndShares(person);
    expect(await person.tapsData(old, "a:0")).toMatchObject({ toast: t("step.answered") });
    person.sees("Как вас записать");
  });

  it("is forgotten: drafts after a week, names and phones thirty days after the last lesson", async () => {
    const { groupId } = await school();
    const person = await learner();
    await begins(person, groupId);
    await agreesAndShares(person);
    const { database } = city.services;
    const in8Days = new Date(city.clock.now().getTime() + 8 * 86_400_000);
    expect(await forgetDrafts(database, city.clock.now())).toBe(0);
    await forgetDrafts(database, in8Days);
    expect((await rowsOf(person)).draft).toBeNull();
    await begins(person, groupId);
    await person.sharesContact();
    await person.taps(t("enrol.name_as_is"));
    await person.taps(t("enrol.confirm"));
    await forgetLearners(database, city.clock.now());
    expect((await rowsOf(person)).learner).not.toBeNull();
    await forgetLearners(database, in8Days);
    const { learner: written, enrolments } = await rowsOf(person);
    expect(written).toBeNull();
    expect(enrolments).toHaveLength(1);
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import { forgetDrafts, forgetLearners } from "../../../bot/classes/learners/forget-store.ts";
import { giveConsent } from "../../../bot/classes/learners/learner-store.ts";
import { forget } from "../../../bot/privacy/erase-store.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { anotherBot } from "../drive.ts";
import { schoolIn } from "./school.ts";

const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("ru");

describe("whoever does not want to", () => {
  it("ends kindly without consent, and nothing is kept", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await person.taps(t("enrol.refuse"));
    person.sees("Понимаю.");
    expect(await school.rowsOf(person)).toEqual({ learner: null, enrolments: [], consents: [], draft: null });
  });

  it("may agree, come back and refuse after all: that counts", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.taps(t("button.back"));
    await person.taps(t("enrol.refuse"));
    expect((await school.rowsOf(person)).consents).toMatchObject([{ withdrawnAt: city.clock.now() }]);
    await school.begins(person, groupId);
    person.sees(t("enrol.agree"));
  });

  it("who types the word for back where there is nothing before is asked again", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await giveConsent(city.services.database, await idOf(city.services.database, person), city.clock.now());
    await school.begins(person, groupId);
    person.sees("Нажмите кнопку внизу");
    await person.says(t("button.back"));
    person.sees(t("enrol.phone_again"));
    await person.taps(t("step.without_phone"));
    person.sees("Всё верно?");
  });

  it("goes back and out by typing what the buttons say", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    await person.taps(t("enrol.name_other"));
    await person.says(t("button.back").toLowerCase());
    person.sees(t("enrol.confirm"));
    await person.says(t("button.cancel"));
    person.sees(t("enrol.stopped"));
  });

  it.each([
    ["the button", (person: Person) => person.taps(t("button.cancel"))],
    ["the button below the text field", (person: Person) => person.taps(t("button.cancel"))],
  ])("cancels by %s", async (where, cancels) => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    if (where.includes("below")) await person.taps(t("enrol.agree"));
    await cancels(person);
    person.sees(t("enrol.stopped"));
    expect((await school.rowsOf(person)).draft).toBeNull();
  });

  it("cancels by command, which brings the keyboard back", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.says("/cancel");
    person.sees(t("said.cancelled"));
    expect(JSON.stringify(person.replyKeyboard)).not.toContain(t("step.share_phone"));
  });
});

describe("whoever is called away", () => {
  it("goes on where they stopped, and is told where that is", async () => {
    const { groupId, title } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    await person.says("/tonight");
    expect(person.chat.some(({ text }) => text === t("enrol.aside"))).toBe(true);
    await school.begins(person, groupId);
    person.sees("Всё верно?");
    person.sees(title);
  });

  it("is answered by a program that was started anew", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    await anotherBot(city);
    await person.taps(t("enrol.confirm"));
    person.sees("Вы записаны!");
  });

  it("hears after a day that the question is closed, and goes on with a tap", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    city.clock.advance({ seconds: 25 * 3_600 });
    onTestFinished(() => city.clock.advance({ seconds: -25 * 3_600 }));
    await person.says("Алсу");
    person.sees(t("enrol.late"));
    await person.taps(t("enrol.go_on"));
    person.sees("Всё верно?");
  });

  it("finds an old question answering nothing", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    const old = person.latest?.id ?? 0;
    await school.agreesAndShares(person);
    expect(await person.tapsData(old, "a:0")).toMatchObject({ toast: t("step.answered") });
    person.sees("Всё верно?");
  });

  it("finds it so too where Telegram's answer to that got lost and the tap comes again", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    const old = person.latest?.id ?? 0;
    await school.agreesAndShares(person);
    city.telegram.fail({ method: "answerCallbackQuery", times: 1, with: "reset after accepting" });
    await person.tapsData(old, "a:0");
    person.sees("Всё верно?");
  });

  it("is forgotten: drafts after a week, names and phones thirty days after the last lesson", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    const { database } = city.services;
    const in8Days = new Date(city.clock.now().getTime() + 8 * 86_400_000);
    expect(await forgetDrafts(database, city.clock.now())).toBe(0);
    await forgetDrafts(database, in8Days);
    expect((await school.rowsOf(person)).draft).toBeNull();
    await school.begins(person, groupId);
    await person.sharesContact();
    await person.taps(t("enrol.confirm"));
    await forgetLearners(database, city.clock.now());
    expect((await school.rowsOf(person)).learner).not.toBeNull();
    await forgetLearners(database, in8Days);
    const { learner: written, enrolments } = await school.rowsOf(person);
    expect(written).toBeNull();
    expect(enrolments).toHaveLength(1);
  });
});

it("a group that is gone in the middle is said to be closed", async () => {
  const { groupId, courseId } = await school.opens();
  const person = await school.learner();
  await school.begins(person, groupId);
  await person.taps(t("enrol.agree"));
  await city.services.database.course.delete({ where: { id: courseId } });
  await person.sharesContact();
  await person.taps(t("enrol.confirm"));
  person.sees(t("enrol.closed"));
});

it("the longest title fits, in the dialogue and in an offer", async () => {
  const { groupId, courseId } = await school.opens({ capacity: 1 });
  await city.services.database.courseText.updateMany({
    where: { courseId },
    data: { title: "Өйрәнергә ".repeat(400) },
  });
  const [owner, next] = [await school.learner(), await school.learner()];
  for (const person of [owner, next]) {
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    await person.taps(person === owner ? t("enrol.confirm") : t("enrol.queue"));
  }
  const { database, clock } = city.services;
  await forget(database, await idOf(database, owner), clock.now());
  await city.deliver();
  await next.taps(t("offer.accept"));
  next.sees("Вы записаны");
});

import { describe, expect, it } from "vitest";
import { consentDocument } from "../../../bot/classes/learners/learner.ts";
import { withdrawConsent } from "../../../bot/classes/learners/learner-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { schoolIn } from "./school.ts";

const city = openCity({ plant: false });
const school = schoolIn(city);
const t = words.for("ru");

describe("whoever enrols", () => {
  it.each(["ru", "tt", "en"] as const)(
    "needs five taps and a contact from the main screen, in %s",
    async (language) => {
      const say = words.for(language);
      const { title } = await school.opens();
      const person = await school.newcomer(language);
      const taps = ["classes.button", title, "group.enrol", "enrol.agree", "enrol.confirm"];
      for (const key of taps) {
        await person.taps(key === title ? title : say(key as "enrol.agree"));
        if (key === "enrol.agree") await person.sharesContact();
      }
      person.sees(
        String(say.html("enrol.done", { about: "", first: "", reminders: "" })).match(/<b>(.*?)<\/b>/)?.[1] ?? "?",
      );
      expect(taps).toHaveLength(5);
      const { enrolments, learner } = await school.rowsOf(person);
      expect(enrolments).toMatchObject([{ state: "enrolled" }]);
      expect(learner).toMatchObject({ name: person.name });
    },
  );

  it.each(["Да", "согласна", "да, согласен", "ризамын", "I agree"])("gives consent in words: %s", async (said) => {
    const person = await school.learner();
    await school.begins(person, (await school.opens()).groupId);
    await person.says(said);
    person.sees("Нажмите кнопку внизу");
    expect((await school.rowsOf(person)).consents).toMatchObject([{ withdrawnAt: null }]);
  });

  it.each(["не согласна", "да ну", "может быть", "хорошо бы позже"])("gives none by: %s", async (said) => {
    const person = await school.learner();
    await school.begins(person, (await school.opens()).groupId);
    await person.says(said);
    person.sees(t("enrol.again", { label: t("enrol.agree") }));
    expect((await school.rowsOf(person)).consents).toEqual([]);
  });

  it("says no in words", async () => {
    const person = await school.learner();
    await school.begins(person, (await school.opens()).groupId);
    await person.says("Нет");
    person.sees("Понимаю.");
  });

  it("is told before the last tap that a certificate needs a last name, and has a name in capitals", async () => {
    const person = await school.learner("ru", "Фарид");
    await school.begins(person, (await school.opens()).groupId);
    await school.agreesAndShares(person);
    const hint = t("enrol.full_name", { label: t("enrol.name_other") });
    person.sees(hint);
    await person.taps(t("enrol.name_other"));
    await person.says("фарид галиев-ахметзянов");
    person.sees("Фарид Галиев-Ахметзянов");
    expect(person.latest?.text).not.toContain(hint);
    await person.says("да");
    person.sees("Вы записаны!");
  });

  it("is written into the journal with what they gave, and when they agreed to what", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.enrols(person, groupId);
    const { learner: written, consents, draft } = await school.rowsOf(person);
    expect(written).toMatchObject({ name: person.name, phone: expect.stringMatching(/^\+\d+$/) });
    expect(consents).toMatchObject([{ ...consentDocument, givenAt: city.clock.now(), withdrawnAt: null }]);
    expect(draft).toBeNull();
  });

  it("who took the consent back meanwhile, is neither in the journal nor in the group", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    await withdrawConsent(city.services.database, await idOf(city.services.database, person), city.clock.now());
    await person.taps(t("enrol.confirm"));
    person.sees(t("enrol.no_consent"));
    const { learner: written, enrolments, draft } = await school.rowsOf(person);
    expect([written, enrolments, draft]).toEqual([null, [], null]);
    const { database } = city.services;
    expect(await database.group.findUnique({ where: { id: groupId } })).toMatchObject({ taken: 0, waiting: 0 });
  });

  it.each(["ru", "tt", "en"] as const)(
    "is told in %s where the name goes: Zoom, and a certificate's page",
    (language) => {
      const document = String(
        words.for(language).html("enrol.document", { operator: "МБУ «Культура», Казань, ул. Баумана, 1" }),
      );
      expect(document).toContain("ул. Баумана, 1");
      expect(document).toContain("Zoom Communications");
      expect(document).toMatch(/сертификат|таныклык|certificate/i);
      expect(document.length).toBeLessThan(4_096);
    },
  );

  it("sees before the last tap whom the group is for", async () => {
    const { groupId } = await school.opens();
    const { database } = city.services;
    await database.group.update({ where: { id: groupId }, data: { audiences: ["family", "seniors"], ageMin: 50 } });
    const person = await school.learner();
    await school.begins(person, groupId);
    await school.agreesAndShares(person);
    person.sees("Для начинающих · на русском · всей семьёй · тем, кому за 55 · от 50 лет");
  });

  it("gets the usual keyboard back after the contact", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    const usual = JSON.stringify(person.replyKeyboard);
    await school.begins(person, groupId);
    await person.taps(t("enrol.agree"));
    expect(JSON.stringify(person.replyKeyboard)).toContain(t("step.share_phone"));
    await person.taps(t("step.without_phone"));
    expect(JSON.stringify(person.replyKeyboard)).toBe(usual);
    person.sees("Всё верно?");
  });

  it("may go without a phone and choose another name", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.taps(t("step.without_phone"));
    await person.taps(t("enrol.name_other"));
    await person.says("12");
    person.sees(t("enrol.name_again"));
    await person.says("Гөлнара <Җәмилева>");
    person.sees("Гөлнара Җәмилева");
    person.sees(t("enrol.no_phone"));
    await person.taps(t("enrol.confirm"));
    expect((await school.rowsOf(person)).learner).toMatchObject({ name: "Гөлнара Җәмилева", phone: null });
  });

  it("is not taken at somebody else's number, nor at a typed one", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    const other = await school.learner();
    await school.begins(person, groupId);
    await person.taps(t("enrol.agree"));
    await person.sharesContact(other);
    person.sees(t("enrol.phone_again"));
    await person.says("+7 917 000-00-00");
    person.sees(t("enrol.phone_again"));
    await person.sharesContact();
    person.sees("Всё верно?");
  });

  it("goes back a question at a time, and meets the answers again", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.begins(person, groupId);
    await person.taps(t("enrol.read"));
    person.sees("Согласие на обработку");
    await person.taps(t("button.back"));
    person.sees("Запись на занятия");
    await school.agreesAndShares(person);
    await person.taps(t("button.back"));
    person.sees("Нажмите кнопку внизу");
    await person.taps(t("button.back"));
    person.sees("Запись на занятия");
    await school.agreesAndShares(person);
    await person.taps(t("enrol.name_other"));
    person.sees(t("enrol.name_write"));
    await person.taps(t("button.back"));
    person.sees("Всё верно?");
    await person.taps(t("button.back"));
    person.sees("Нажмите кнопку внизу");
    await person.sharesContact();
    await person.taps(t("enrol.confirm"));
    person.sees("Вы записаны!");
  });

  it("is asked only what is not known the second time", async () => {
    const person = await school.learner();
    await school.enrols(person, (await school.opens()).groupId);
    await school.begins(person, (await school.opens({ lessonsIn: [96] })).groupId);
    person.sees("Всё верно?");
    await person.taps(t("enrol.confirm"));
    person.sees("Вы записаны!");
  });

  it("is warned of own lessons at the same time", async () => {
    const person = await school.learner();
    const first = await school.opens();
    await school.enrols(person, first.groupId);
    await school.begins(person, (await school.opens()).groupId);
    person.sees(t("enrol.overlap"));
    person.sees(first.title);
  });

  it("stands in line where there is no place, and is told so before", async () => {
    const { groupId } = await school.opens({ capacity: 1 });
    await school.enrols(await school.learner(), groupId);
    const second = await school.learner();
    await school.begins(second, groupId);
    await school.agreesAndShares(second);
    second.sees("вы встанете в очередь, ваш номер — 1");
    await second.taps(t("enrol.queue"));
    second.sees("Вы в очереди, ваш номер — 1.");
  });

  it("learns it when the last place goes while they answer", async () => {
    const { groupId } = await school.opens({ capacity: 1 });
    const slow = await school.learner();
    await school.begins(slow, groupId);
    await school.agreesAndShares(slow);
    await school.enrols(await school.learner(), groupId);
    await slow.taps(t("enrol.confirm"));
    slow.sees("Вы в очереди, ваш номер — 1.");
  });

  it("is told when they are in it already, or the group takes nobody", async () => {
    const { groupId } = await school.opens();
    const person = await school.learner();
    await school.enrols(person, groupId);
    await school.begins(person, groupId);
    person.sees(t("enrol.already"));
    await school.begins(person, 999_999);
    person.sees(t("enrol.closed"));
  });
});

import type { Language } from "../../../bot/words/language.ts";
import { enrolCallback } from "../../../flows/classes/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openGroup } from "../../classes/enrolments/school.ts";
import { idOf } from "../../support/addresses.ts";
import { type TestCity, words } from "../../support/city.ts";
import { forges } from "../drive.ts";

/** What those who enrol do, and what is written about them. */
export function schoolIn(city: TestCity) {
  const t = words.for("ru");
  let count = 0;

  const school = {
    /** A group of five in a course of its own, unless told otherwise. */
    opens: (draft: { capacity?: number; lessonsIn?: number[] } = {}) =>
      openGroup(city.services.database, { capacity: 5, now: city.clock.now(), ...draft }),

    /** Somebody new, who sees the main screen. */
    async newcomer(languageCode: Language = "ru", name?: string): Promise<Person> {
      count += 1;
      const person = city.telegram.person(name ?? `Алсу Галиева ${String.fromCodePoint(0x430 + count)}`, {
        languageCode,
      });
      await person.says("/start");
      return person;
    },

    /** Somebody new, who opened the list of courses. */
    async learner(languageCode: Language = "ru", name?: string): Promise<Person> {
      const person = await school.newcomer(languageCode, name);
      await person.says("/classes");
      return person;
    },

    /** Begins to enrol, as the button on a course's card does. */
    begins: (person: Person, groupId: number) => forges(person, enrolCallback.data(groupId)),

    async agreesAndShares(person: Person): Promise<void> {
      await person.taps(t("enrol.agree"));
      await person.sharesContact();
    },

    async enrols(person: Person, groupId: number): Promise<void> {
      await school.begins(person, groupId);
      await school.agreesAndShares(person);
      await person.taps(t("enrol.confirm"));
    },

    async rowsOf(person: Person) {
      const personId = await idOf(city.services.database, person);
      const { database } = city.services;
      return {
        learner: await database.learner.findUnique({ where: { personId } }),
        enrolments: await database.enrolment.findMany({ where: { personId } }),
        consents: await database.consent.findMany({ where: { personId } }),
        draft: await database.enrolmentDraft.findUnique({ where: { personId } }),
      };
    },
  };
  return school;
}

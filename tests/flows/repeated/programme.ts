import { startImportCallback } from "../../../flows/staff/importing/callbacks.ts";
import {
  findInstitutionCallback,
  institutionPlaceCallback,
  institutionWordsCallback,
  newInstitutionCallback,
} from "../../../flows/staff/institutions/callbacks.ts";
import {
  editCallback,
  newEventCallback,
  pasteEventCallback,
  resumeCallback,
  searchProgrammeCallback,
} from "../../../flows/staff/programme/callbacks.ts";
import type { TestCity } from "../../support/city.ts";
import { announce, forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, nothing, type Row, t } from "./scene.ts";

let number = 0;
const named = (name: string): string => `${name} ${++number}`;

const titled = ({ services: { database } }: TestCity, title: string) =>
  database.event.count({ where: { texts: { some: { title } } } });

const house = ({ services: { database } }: TestCity) =>
  database.institution.create({ data: { texts: { create: { language: "ru", name: named("Дом") } } } });

const admin = (city: TestCity) => colleague(city, "ru", "admin");

export const programmeRows = {
  "new-event": {
    // The first one is found to be like it.
    withoutKey: "denied",
    async prepare(city) {
      const [person, title] = [await admin(city), named("Рапсодия")];
      await forges(person, newEventCallback.data(null));
      await person.says(title);
      await person.says("5 декабря 19:00");
      await person.taps(t("programme.button.right"));
      await person.taps(t("programme.button.online"));
      await person.taps(t("section.music"));
      await person.taps(t("programme.button.free"));
      await person.taps("12+");
      for (let skipped = 1; skipped <= 3; skipped += 1) await person.taps(t("programme.button.skip"));
      return {
        person,
        last: () => person.taps(t("programme.button.no_institution")),
        says: t("programme.saved"),
        count: async () => [await titled(city, title), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "paste-event": {
    // The first one is found to be like it.
    withoutKey: "denied",
    async prepare(city) {
      const [person, title] = [await admin(city), named("Вечер Тукая")];
      await forges(person, pasteEventCallback.data(null));
      await person.says(`${title}\n\n27 ноября в 18:30\nБилеты: 500 ₽, 12+\n\nЧитают стихи под скрипку.`);
      await person.taps(t("programme.button.save"));
      return {
        person,
        last: () => person.taps(t("programme.button.online")),
        says: t("programme.saved"),
        count: async () => [await titled(city, title)],
        makes: [1],
      };
    },
  },
  "resume-event": {
    withoutKey: "twice",
    async prepare(city) {
      const [person, title] = [await admin(city), named("Вечер Хәсән Туфана")];
      await forges(person, newEventCallback.data(null));
      await person.says(title);
      await person.says("/tonight");
      await forges(person, resumeCallback.data(null));
      await person.taps(t("programme.button.save"));
      return {
        person,
        last: () => person.taps(t("programme.button.online")),
        says: t("programme.saved_without_dates"),
        count: async () => [await titled(city, title)],
        makes: [1],
      };
    },
  },
  "change-event": {
    withoutKey: "denied",
    async prepare(city) {
      const person = await admin(city);
      const startsAt = new Date("2026-11-25T16:00:00Z");
      const { eventId } = await announce(city, { occurrences: [{ startsAt }] });
      await forges(person, editCallback.data({ edit: "move", eventId }));
      await person.says("27 ноября 18:30");
      return {
        person,
        last: () => person.taps(t("programme.yes.move")),
        says: t("programme.done"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "search-programme": {
    withoutKey: "same",
    async prepare(city) {
      const [person, title] = [await admin(city), named("Концерт")];
      await announce(city, { texts: { ru: { title } } });
      await forges(person, searchProgrammeCallback.data(null));
      return { person, last: () => person.says(title), says: t("programme.found"), count: nothing, makes: [] };
    },
  },
  "import-file": {
    // Rows have names of their own, so nothing becomes two; what is told is looked at in presses.test.ts.
    withoutKey: "same",
    async prepare(city) {
      const [person, title] = [await admin(city), named("Выставка")];
      await forges(person, startImportCallback.data(null));
      await person.sendsDocument("table.csv", `Название;Начало;Цена\r\n${title};07.12.2026;бесплатно`);
      return {
        person,
        last: () => person.taps(t("importing.confirm", { count: 1 })),
        says: t("importing.done"),
        count: async () => [await titled(city, title)],
        makes: [1],
      };
    },
  },
  "new-institution": {
    withoutKey: "twice",
    async prepare(city) {
      const [person, name] = [await admin(city), named("Дом музыки")];
      await forges(person, newInstitutionCallback.data(null));
      await person.says(name);
      for (let skipped = 1; skipped <= 3; skipped += 1) await person.taps(t("programme.button.skip"));
      const where = { texts: { some: { name } } };
      return {
        person,
        last: () => person.sends({ location: { latitude: 55.79, longitude: 49.11 } }),
        says: t("institution.made"),
        count: async () => [await city.services.database.institution.count({ where })],
        makes: [1],
      };
    },
  },
  "institution-words": {
    withoutKey: "twice",
    async prepare(city) {
      const [person, { id: institutionId }, name] = [await admin(city), await house(city), named("House")];
      await forges(person, institutionWordsCallback.data({ institutionId, language: "en" }));
      await person.says(name);
      return {
        person,
        last: () => person.says("5 Bauman Street"),
        says: t("programme.done"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "institution-place": {
    withoutKey: "twice",
    async prepare(city) {
      const [person, { id }] = [await admin(city), await house(city)];
      await forges(person, institutionPlaceCallback.data(id));
      return {
        person,
        last: () => person.sends({ location: { latitude: 55.8, longitude: 49.2 } }),
        says: t("programme.done"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "find-institution": {
    withoutKey: "same",
    async prepare(city) {
      const person = await admin(city);
      await house(city);
      await forges(person, findInstitutionCallback.data(null));
      return { person, last: () => person.says("Дом"), says: t("programme.found"), count: nothing, makes: [] };
    },
  },
} satisfies Record<string, Row>;

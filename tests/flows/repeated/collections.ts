import {
  addToCollectionCallback,
  collectionDatesCallback,
  collectionParentCallback,
  collectionRuleCallback,
  collectionWordsCallback,
  newCollectionCallback,
} from "../../../bot/collections/callbacks.ts";
import type { TestCity } from "../../support/city.ts";
import { announce, forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

/** A draft of the city's. */
async function drafted({ services: { database, clock } }: TestCity): Promise<number> {
  const now = clock.now();
  const texts = { create: { language: "ru" as const, title: "Ночь" } };
  const { id } = await database.collection.create({
    data: { kind: "collection", sections: [], audiences: [], createdAt: now, updatedAt: now, texts },
  });
  return id;
}

export const collectionRows = {
  "new-collection": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, newCollectionCallback.data(null));
      await person.taps(t("collection.kind.night"));
      await person.taps(t("programme.button.no_institution"));
      await person.says("Ночь чтения");
      for (const _ of ["summary", "tt", "en"]) await person.taps(t("programme.button.skip"));
      return {
        person,
        last: () => person.says("5 декабря 18:00–23:00"),
        says: t("collection.edit.said.made"),
        count: async () => [await city.services.database.collection.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "collection-words": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, collectionWordsCallback.data({ collectionId: await drafted(city), language: "en" }));
      await person.says("Night of reading");
      return {
        person,
        last: () => person.taps(t("programme.button.skip")),
        says: t("collection.edit.said.words"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "collection-dates": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, collectionDatesCallback.data(await drafted(city)));
      return {
        person,
        last: () => person.says("1–10 декабря"),
        says: t("collection.edit.said.dates"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "collection-parent": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, collectionParentCallback.data(await drafted(city)));
      return {
        person,
        last: () => person.taps(t("collection.edit.button.top")),
        says: t("collection.edit.said.parent"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "collection-rule": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, collectionRuleCallback.data(await drafted(city)));
      for (const _ of ["sections", "audiences"]) await person.taps(t("collection.edit.button.ready"));
      await person.says("орган");
      return {
        person,
        last: () => person.taps(t("collection.edit.button.save")),
        says: t("collection.edit.said.rule"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "collection-members": {
    withoutKey: "denied",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await announce(city, { texts: { ru: { title: "Ночной хор" } } });
      await forges(person, addToCollectionCallback.data({ collectionId: await drafted(city), what: "events" }));
      await person.says("Ночной хор");
      await person.taps("Ночной хор");
      return {
        person,
        last: () => person.taps(t("collection.edit.button.take", { count: 1 })),
        says: t("collection.edit.said.taken", { count: 1, out: 0 }),
        count: async () => [await city.services.database.collectionMember.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
} satisfies Record<string, Row>;

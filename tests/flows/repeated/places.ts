import {
  findPlaceCallback,
  placeMergeCallback,
  placePinCallback,
  placeWordsCallback,
} from "../../../flows/staff/places/callbacks.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, nothing, type Row, t } from "./scene.ts";

let number = 0;

/** A place, and an admin who is to change it. */
async function placeIn(city: TestCity) {
  const name = `Дворец номер ${++number}`;
  const data = { texts: { create: { language: "ru", title: name } } } as const;
  const { id: placeId } = await city.services.database.place.create({ data });
  const person = await colleague(city, "ru", "admin");
  return { placeId, name, person, audited: async () => [await auditedBy(city, person)] };
}

export const placeRows = {
  "find-place": {
    withoutKey: "same",
    async prepare(city) {
      const { name, person } = await placeIn(city);
      await forges(person, findPlaceCallback.data(null));
      return { person, last: () => person.says(name), says: t("programme.found"), count: nothing, makes: [] };
    },
  },
  "place-words": {
    withoutKey: "twice",
    async prepare(city) {
      const { placeId, person, audited: count } = await placeIn(city);
      await forges(person, placeWordsCallback.data({ placeId, language: "en" }));
      await person.says("Palace");
      const last = () => person.says("5 Bauman Street");
      return { person, last, says: t("programme.done"), count, makes: [1] };
    },
  },
  "place-pin": {
    withoutKey: "twice",
    async prepare(city) {
      const { placeId, person, audited: count } = await placeIn(city);
      await forges(person, placePinCallback.data(placeId));
      const last = () => person.sharesLocation(55.79, 49.11);
      return { person, last, says: t("programme.done"), count, makes: [1] };
    },
  },
  "place-merge": {
    withoutKey: "denied",
    async prepare(city) {
      const { name } = await placeIn(city);
      const { placeId, person } = await placeIn(city);
      await forges(person, placeMergeCallback.data(placeId));
      await person.says(name);
      await person.taps(name);
      return {
        person,
        last: () => person.taps(t("place.button.merge_yes")),
        says: t("place.merged", { count: 0 }),
        count: async () => [
          await city.services.database.placeMerge.count({ where: { intoId: placeId } }),
          await auditedBy(city, person),
        ],
        makes: [1, 1],
      };
    },
  },
} satisfies Record<string, Row>;

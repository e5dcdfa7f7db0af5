import {
  institutionAboutCallback,
  institutionHoursCallback,
  newOfferCallback,
  offerFieldCallback,
} from "../../../flows/staff/offers/callbacks.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { plantOffer } from "../offers/rows.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

/** A house, and an admin who is to say something of it. */
async function houseIn(city: TestCity) {
  const data = { texts: { create: { language: "ru", name: "Дом" } } } as const;
  const { id: institutionId } = await city.services.database.institution.create({ data });
  const person = await colleague(city, "ru", "admin");
  return { institutionId, person, count: async () => [await auditedBy(city, person)] };
}

export const offerRows = {
  "new-offer": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, newOfferCallback.data(null));
      await person.taps(t("programme.button.no_institution"));
      await person.taps(t("always.kind.e_library"));
      await person.says("Книги");
      for (const _ of ["text", "address"]) await person.taps(t("programme.button.without"));
      await person.taps(t("programme.button.free"));
      for (const _ of ["tt", "en"]) await person.taps(t("programme.button.skip"));
      return {
        person,
        last: () => person.taps(t("always_edit.button.publish")),
        says: t("always_edit.shown"),
        count: async () => [await city.services.database.standingOffer.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "change-offer": {
    withoutKey: "twice",
    async prepare(city) {
      const { person, count } = await houseIn(city);
      await forges(person, offerFieldCallback.data({ offerId: await plantOffer(city), field: "url" }));
      return { person, last: () => person.says("tour.example/2"), says: t("programme.done"), count, makes: [1] };
    },
  },
  "institution-hours": {
    withoutKey: "twice",
    async prepare(city) {
      const { institutionId, person, count } = await houseIn(city);
      await forges(person, institutionHoursCallback.data(institutionId));
      await person.says("вт–вс 10–18");
      const last = () => person.taps(t("always_edit.button.right"));
      return { person, last, says: t("programme.done"), count, makes: [1] };
    },
  },
  "institution-about": {
    withoutKey: "twice",
    async prepare(city) {
      const { institutionId, person, count } = await houseIn(city);
      await forges(person, institutionAboutCallback.data({ institutionId, language: "en" }));
      return { person, last: () => person.says("A house of craft."), says: t("programme.done"), count, makes: [1] };
    },
  },
} satisfies Record<string, Row>;

import { accountOf } from "../../../bot/doors/telegram/door.ts";
import { formatRole } from "../../../bot/staff/words.ts";
import { eraseCallback, zoneByPlaceCallback } from "../../../flows/account/callbacks.ts";
import { auditSearchCallback, houseCallback, inviteCallback } from "../../../flows/staff/callbacks.ts";
import { idOf } from "../../support/addresses.ts";
import { schoolIn } from "../classes/school.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, deliveries, headOf, nothing, type Row, t } from "./scene.ts";

export const peopleRows = {
  enrol: {
    withoutKey: "denied",
    async prepare(city) {
      const school = schoolIn(city);
      const { groupId } = await school.opens();
      const person = await colleague(city, "ru");
      await school.begins(person, groupId);
      await school.agreesAndShares(person);
      return {
        person,
        last: () => person.taps(t("enrol.confirm")),
        says: headOf(t.html("enrol.done", { about: "", first: "", reminders: "" })),
        count: async () => [
          await city.services.database.enrolment.count({ where: { groupId } }),
          (await city.services.database.group.findUniqueOrThrow({ where: { id: groupId } })).taken,
        ],
        makes: [1, 1],
      };
    },
  },
  "forget-me": {
    withoutKey: "denied",
    async prepare(city) {
      const person = await colleague(city, "ru");
      await forges(person, eraseCallback.data(null));
      return {
        person,
        last: () => person.says(t("privacy.word")),
        says: t("privacy.erased"),
        count: async () => [await city.services.database.address.count({ where: accountOf(person.user) })],
        makes: [-1],
      };
    },
  },
  invite: {
    withoutKey: "twice",
    async prepare(city) {
      const owner = await colleague(city, "ru", "owner");
      await forges(owner, inviteCallback.data(null));
      await owner.taps(t("role.button.moderator"));
      return {
        person: owner,
        last: () => owner.taps(t("staff.invite.for_days", { days: 7 })),
        says: "https://t.me/",
        count: async () => [await city.services.database.invitation.count(), await auditedBy(city, owner)],
        makes: [1, 1],
      };
    },
  },
  "change-house": {
    withoutKey: "denied",
    async prepare(city) {
      const { database } = city.services;
      const [owner, editor] = [await colleague(city, "ru", "owner"), await colleague(city, "ru", "editor")];
      const name = `Дом ${owner.name}`;
      await database.institution.create({ data: { texts: { create: { language: "ru", name } } } });
      const personId = await idOf(database, editor);
      const { id } = await database.staffRole.findFirstOrThrow({ where: { personId } });
      await forges(owner, houseCallback.data(id));
      await owner.says(owner.name);
      return {
        person: owner,
        last: () => owner.taps(name),
        says: t("staff.house.moved", { role: formatRole({ role: "editor", institution: name }, t) }),
        count: async () => [await auditedBy(city, owner), await deliveries(city)],
        makes: [1, 1],
      };
    },
  },
  "search-audit": {
    withoutKey: "same",
    async prepare(city) {
      const owner = await colleague(city, "ru", "owner");
      await forges(owner, auditSearchCallback.data(null));
      return {
        person: owner,
        last: () => owner.says(owner.name),
        says: t("audit.nothing_found"),
        count: nothing,
        makes: [],
      };
    },
  },
  "zone-by-place": {
    withoutKey: "same",
    async prepare(city) {
      const person = await colleague(city, "ru");
      await forges(person, zoneByPlaceCallback.data(null));
      const id = await idOf(city.services.database, person);
      return {
        person,
        last: () => person.sharesLocation(52.52, 13.405),
        says: "Готово. У вас сейчас: Берлин",
        count: async () => [await city.services.database.person.count({ where: { id, timeZone: "Europe/Berlin" } })],
        makes: [1],
      };
    },
  },
} satisfies Record<string, Row>;

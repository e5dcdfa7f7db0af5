import { enrolByHand } from "../../../bot/classes/by-hand/enrol-store.ts";
import { findPlacesCallback } from "../../../flows/classes/callbacks.ts";
import { enrolCallerCallback, removeLearnerCallback } from "../../../flows/staff/teach/callbacks.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, deliveries, type Row, t } from "./scene.ts";

async function groupIn(city: TestCity) {
  const teacher = await colleague(city, "ru", "teacher");
  const { groupId } = await openTaughtGroup(city, { teacher, lessonsIn: [1440, 2880] });
  const taken = async () => (await city.services.database.group.findUniqueOrThrow({ where: { id: groupId } })).taken;
  return { teacher, groupId, taken };
}

/** What the playground gives to whoever has no number of their own. */
const numberOf = (id: number) => `+7900${String(id % 10_000_000).padStart(7, "0")}`;

export const rosterRows = {
  "enrol-caller": {
    withoutKey: "twice",
    async prepare(city) {
      const { teacher, groupId, taken } = await groupIn(city);
      await forges(teacher, enrolCallerCallback.data(groupId));
      await teacher.says("Зоя Петрова");
      await teacher.taps(t("step.without_phone"));
      return {
        person: teacher,
        last: () => teacher.taps(t("by_hand.button.agreed")),
        says: t("by_hand.enrolled", { name: "Зоя Петрова" }),
        count: async () => [await taken(), await auditedBy(city, teacher)],
        makes: [1, 1],
      };
    },
  },
  "remove-learner": {
    withoutKey: "denied",
    async prepare(city) {
      const { teacher, groupId, taken } = await groupIn(city);
      const { enrolmentId } = await learnerOf(city, groupId, "Алсу Галиева");
      await forges(teacher, removeLearnerCallback.data(enrolmentId));
      return {
        person: teacher,
        last: () => teacher.says("Вам будет интереснее в другой группе"),
        says: t("by_hand.removed_told", { name: "Алсу Галиева" }),
        count: async () => [await taken(), await auditedBy(city, teacher), await deliveries(city, "group-removed")],
        makes: [-1, 1, 1],
      };
    },
  },
  "find-own-places": {
    withoutKey: "denied",
    async prepare(city) {
      const { database, clock } = city.services;
      const { teacher, groupId } = await groupIn(city);
      const person = await colleague(city, "ru");
      const caller = { name: "Роза Галиева", phone: numberOf(person.user.id), language: "ru" } as const;
      const by = await idOf(database, teacher);
      await enrolByHand(database, { by, now: clock.now() }, { groupId, caller });
      await forges(person, findPlacesCallback.data(null));
      const personId = await idOf(database, person);
      return {
        person,
        last: () => person.sharesContact(),
        says: t("by_hand.find.found"),
        count: async () => [await database.enrolment.count({ where: { personId } }), await database.person.count()],
        makes: [1, -1],
      };
    },
  },
} satisfies Record<string, Row>;

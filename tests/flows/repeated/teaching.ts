import {
  addMaterialCallback,
  findGroupsCallback,
  giveRecordingCallback,
  tellGroupCallback,
} from "../../../flows/staff/teach/callbacks.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";
import { deliveries, nothing, type Row, t } from "./scene.ts";

async function classOf(city: TestCity) {
  const teacher = await colleague(city, "ru", "teacher");
  const group = await openTaughtGroup(city, { teacher, lessonsIn: [-120, 1440] });
  for (const name of ["Алсу", "Иван"]) await learnerOf(city, group.groupId, name);
  return { teacher, ...group };
}

export const teachingRows = {
  "add-material": {
    withoutKey: "twice",
    async prepare(city) {
      const { teacher, groupId } = await classOf(city);
      await forges(teacher, addMaterialCallback.data(groupId));
      await teacher.says("Конспект первого занятия");
      await teacher.says("Конспект");
      await teacher.taps(t("teach.material.whole_class"));
      return {
        person: teacher,
        last: () => teacher.taps(t("teach.tell.send", { count: 2 })),
        says: t("teach.material.added", { count: 2 }),
        count: async () => [
          await city.services.database.material.count({ where: { groupId } }),
          await deliveries(city, "material"),
        ],
        makes: [1, 2],
      };
    },
  },
  "tell-class": {
    withoutKey: "twice",
    async prepare(city) {
      const { teacher, groupId } = await classOf(city);
      await forges(teacher, tellGroupCallback.data(groupId));
      await teacher.says("Завтра берём тетради");
      return {
        person: teacher,
        last: () => teacher.taps(t("teach.tell.send", { count: 2 })),
        says: t("teach.tell.sent", { count: 2 }),
        count: async () => [await deliveries(city, "class-message")],
        makes: [2],
      };
    },
  },
  "give-recording": {
    withoutKey: "twice",
    async prepare(city) {
      const { teacher, lessonIds } = await classOf(city);
      await forges(teacher, giveRecordingCallback.data(lessonIds[0] ?? 0));
      return {
        person: teacher,
        last: () => teacher.says("https://video.example.org/1"),
        says: t("teach.recording.saved", { count: 2 }),
        count: async () => [await deliveries(city)],
        makes: [2],
      };
    },
  },
  "find-groups": {
    withoutKey: "same",
    async prepare(city) {
      const { teacher, title } = await classOf(city);
      await forges(teacher, findGroupsCallback.data(null));
      return { person: teacher, last: () => teacher.says(title), says: t("teach.found"), count: nothing, makes: [] };
    },
  },
} satisfies Record<string, Row>;

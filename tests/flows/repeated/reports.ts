import { auditDaysCallback } from "../../../flows/staff/callbacks.ts";
import { chooseDaysCallback } from "../../../flows/staff/reports/callbacks.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { nothing, type Row, t } from "./scene.ts";

export const reportRows = {
  "audit-days": {
    withoutKey: "same",
    async prepare(city) {
      const person = await colleague(city, "ru", "owner");
      await forges(person, auditDaysCallback.data(null));
      const last = () => person.taps(t("numbers.days.last_month"));
      return { person, last, says: t("audit.file"), count: nothing, makes: [] };
    },
  },
  "choose-days": {
    withoutKey: "same",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, chooseDaysCallback.data({ subject: "people", period: "year", by: null }));
      const last = () => person.says("сентябрь 2026");
      return { person, last, says: t("numbers.subject.people"), count: nothing, makes: [] };
    },
  },
} satisfies Record<string, Row>;

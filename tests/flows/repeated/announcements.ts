import { everybody } from "../../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../../bot/announcements/audience/audience-store.ts";
import {
  correctAnnouncementCallback,
  refuseCallback,
  rescheduleAnnouncementCallback,
} from "../../../bot/announcements/callbacks.ts";
import { createDraft } from "../../../bot/announcements/draft/draft-store.ts";
import { formatNumber } from "../../../bot/words/numbers.ts";
import { asDraft, empty } from "../../../flows/staff/announcements/draft.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { begins, goesOnToNumber, latest } from "../staff/announcements/hall.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, deliveries, type Row, t } from "./scene.ts";

/** Up to the number that sends it to everybody. */
async function writes(city: TestCity, text: string) {
  const author = await colleague(city, "ru", "admin");
  await begins(author, "ru");
  await author.says(text);
  await author.taps(t("announce.content.skip"));
  await author.taps(t("announce.content.skip"));
  await author.taps(t("announce.buttons.without"));
  const { count } = await countAudience(city.services.database, everybody, city.clock.now());
  await goesOnToNumber(author, "ru", count);
  return { author, count };
}

/** One that is still to come. */
async function comes({ services: { database, clock } }: TestCity, author: Person, state: "proposed" | "scheduled") {
  const by = await idOf(database, author);
  const draft = asDraft({ ...empty, texts: { ru: { kind: "text", text: "Ярмарка", entities: [] } } });
  const made = await createDraft(database, { by, now: clock.now() }, draft);
  const id = made.kind === "done" ? made.value : 0;
  const startAt = new Date(clock.now().getTime() + 86_400_000);
  await database.announcement.update({ where: { id }, data: { state, startAt, confirmedBy: by } });
  return id;
}

export const announcementRows = {
  announce: {
    withoutKey: "denied",
    async prepare(city) {
      const { author, count } = await writes(city, "Ярмарка в пятницу");
      return {
        person: author,
        last: () => author.says(formatNumber(count, "ru")),
        says: t("announce.confirm.begins"),
        count: async () => [
          await city.services.database.announcement.count({ where: { state: { not: "draft" } } }),
          await auditedBy(city, author),
        ],
        makes: [1, 1],
      };
    },
  },
  "correct-announcement": {
    withoutKey: "twice",
    async prepare(city) {
      const { author, count } = await writes(city, "Ярмарка в субботу");
      await author.says(formatNumber(count, "ru"));
      await city.deliver();
      const { id } = await latest(city);
      await forges(author, correctAnnouncementCallback.data(id));
      await author.says("Ярмарка в воскресенье");
      await author.taps(t("announce.correct.yes_edit", { count }));
      const where = { parentId: id };
      return {
        person: author,
        last: () => author.says(formatNumber(count, "ru")),
        says: t("announce.confirm.begins"),
        count: async () => [await city.services.database.announcement.count({ where })],
        makes: [1],
      };
    },
  },
  "refuse-announcement": {
    withoutKey: "denied",
    async prepare(city) {
      const [author, person] = [await colleague(city, "ru", "admin"), await colleague(city, "ru", "admin")];
      await forges(person, refuseCallback.data(await comes(city, author, "proposed")));
      return {
        person,
        last: () => person.says("Дата не та"),
        says: t("announce.proposal.you_refused"),
        count: async () => [await auditedBy(city, person), await deliveries(city, "announcement-answered")],
        makes: [1, 1],
      };
    },
  },
  "reschedule-announcement": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, rescheduleAnnouncementCallback.data(await comes(city, person, "scheduled")));
      await person.says("5 декабря 19:00");
      return {
        person,
        last: () => person.taps(t("announce.go_on")),
        says: t("announce.start.moved"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
} satisfies Record<string, Row>;

import { everybody } from "../../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../../bot/announcements/audience/audience-store.ts";
import { correctAnnouncementCallback } from "../../../bot/announcements/callbacks.ts";
import { formatNumber } from "../../../bot/words/numbers.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { begins, goesOnToNumber, latest } from "../staff/announcements/hall.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

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
} satisfies Record<string, Row>;

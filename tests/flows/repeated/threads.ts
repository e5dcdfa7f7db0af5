import { answerCallback, writeCallback } from "../../../bot/threads/callbacks.ts";
import { writeToStaff } from "../../../bot/threads/write-store.ts";
import { newVoteCallback } from "../../../bot/votes/callbacks.ts";
import { findAsked } from "../../../bot/wishes/asked-store.ts";
import { answerWishCallback } from "../../../bot/wishes/callbacks.ts";
import { wish } from "../../../bot/wishes/wish-store.ts";
import { idOf } from "../../support/addresses.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, deliveries, type Row, t } from "./scene.ts";

export const threadRows = {
  "write-to-human": {
    withoutKey: "twice",
    async prepare(city) {
      await city.services.database.staffRole.deleteMany({ where: { role: { not: "owner" } } });
      await colleague(city, "ru", "moderator");
      const person = await colleague(city, "ru");
      await forges(person, writeCallback.data({ kind: "question" }));
      return {
        person,
        last: () => person.says("Не могу зайти"),
        says: t("thread.button.done"),
        count: async () => [
          await city.services.database.threadMessage.count(),
          await deliveries(city, "thread-waiting"),
        ],
        makes: [1, 1],
      };
    },
  },
  "answer-resident": {
    withoutKey: "twice",
    async prepare(city) {
      const { database } = city.services;
      const resident = await colleague(city, "ru");
      const person = await colleague(city, "ru", "moderator");
      const written = await writeToStaff(database, {
        personId: await idOf(database, resident),
        about: { kind: "question" },
        content: { kind: "text", text: "Не могу зайти", entities: [] },
        now: city.clock.now(),
      });
      if (written.kind !== "written") throw new Error(written.kind);
      await forges(person, answerCallback.data(written.threadId));
      return {
        person,
        last: () => person.says("Нажмите синюю кнопку"),
        says: t("thread.answered"),
        count: async () => [
          await database.threadMessage.count({ where: { isFromStaff: true } }),
          await deliveries(city, "thread-answer"),
          await auditedBy(city, person),
        ],
        makes: [1, 1, 1],
      };
    },
  },
  "answer-wish": {
    withoutKey: "twice",
    async prepare(city) {
      const { database } = city.services;
      const text = `каток ${await database.wish.count()}`;
      for (let count = 0; count < 3; count += 1) {
        const personId = await idOf(database, await colleague(city, "ru"));
        await wish(database, { personId, text, dropped: 0, now: city.clock.now(), zone: "Europe/Moscow" });
      }
      const person = await colleague(city, "ru", "editor");
      const asked = await findAsked(database, city.clock.now(), 0);
      await forges(person, answerWishCallback.data(asked.rows.find((row) => row.text === text)?.key ?? ""));
      return {
        person,
        last: () => person.says("В январе"),
        says: t("wish.asked.told", { count: 3 }),
        count: async () => [await database.wishNews.count(), await auditedBy(city, person)],
        makes: [3, 1],
      };
    },
  },
  "new-vote": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "moderator");
      await forges(person, newVoteCallback.data(true));
      await person.says("Что поставить?\nКомедию\nТрагедию");
      for (const _ of ["tt", "en"]) await person.taps(t("announce.content.skip"));
      await person.taps(t("announce.go_on"));
      await person.taps(t("vote.end.week"));
      await person.taps(t("vote.results.voted"));
      return {
        person,
        last: () => person.taps(t("vote.button.begin")),
        says: t("vote.made"),
        count: async () => [await city.services.database.vote.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
} satisfies Record<string, Row>;

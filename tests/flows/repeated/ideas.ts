import {
  acceptIdeaCallback,
  declineCallback,
  finishCallback,
  mergeCallback,
  newIdeaCallback,
} from "../../../bot/ideas/callbacks.ts";
import { propose } from "../../../bot/ideas/propose-store.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

/** An idea of somebody, under a title that no other has. */
async function proposed(city: TestCity, about: string): Promise<{ id: number; title: string }> {
  const { database } = city.services;
  const title = `${about} ${await database.idea.count()}`;
  const authorId = await idOf(database, await colleague(city, "ru"));
  const idea = { title, body: "Очень нужно", language: "ru", authorId } as const;
  const made = await propose(database, idea, city.clock.now());
  if (made.kind !== "proposed") throw new Error(made.kind);
  return { id: made.id, title };
}

const inState = (city: TestCity, state: "declined" | "done" | "merged") =>
  city.services.database.idea.count({ where: { state } });

export const ideaRows = {
  "new-idea": {
    withoutKey: "denied",
    async prepare(city) {
      const { database } = city.services;
      const person = await colleague(city, "ru");
      await forges(person, newIdeaCallback.data(null));
      await person.says(`Площадка ${["для собак", "для книг", "для кино"][(await database.idea.count()) % 3]} у дома`);
      if (person.screen.includes(t("idea.ask.similar"))) await person.taps(t("idea.button.mine_differs"));
      await person.says("Чтобы было куда пойти");
      return {
        person,
        last: () => person.taps(t("idea.button.send")),
        says: t("idea.said.proposed"),
        count: async () => [await database.idea.count(), await database.ideaVoice.count()],
        makes: [1, 1],
      };
    },
  },
  "decline-idea": {
    withoutKey: "denied",
    async prepare(city) {
      const { id } = await proposed(city, "Тир");
      const person = await colleague(city, "ru", "moderator");
      await forges(person, declineCallback.data(id));
      return {
        person,
        last: () => person.says("Негде"),
        says: t("idea.staff.said.declined"),
        count: async () => [await inState(city, "declined"), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "finish-idea": {
    withoutKey: "denied",
    async prepare(city) {
      const { id } = await proposed(city, "Лодки");
      const person = await colleague(city, "ru", "moderator");
      await forges(person, acceptIdeaCallback.data(id));
      await forges(person, finishCallback.data(id));
      return {
        person,
        last: () => person.taps(t("idea.staff.without")),
        says: t("idea.staff.said.done"),
        count: async () => [await inState(city, "done"), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "merge-idea": {
    withoutKey: "denied",
    async prepare(city) {
      const [one, other] = [await proposed(city, "Оркестр"), await proposed(city, "Оркестры")];
      const person = await colleague(city, "ru", "moderator");
      await forges(person, mergeCallback.data(one.id));
      await person.taps(other.title);
      return {
        person,
        last: () => person.taps(t("idea.staff.merge_yes")),
        says: t("idea.staff.said.merged"),
        count: async () => [await inState(city, "merged"), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
} satisfies Record<string, Row>;

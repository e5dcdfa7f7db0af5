import {
  articleFieldCallback,
  newArticleCallback,
  planArticleCallback,
} from "../../../flows/staff/articles/callbacks.ts";
import { plantArticle } from "../articles/rows.ts";
import { forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";
import { auditedBy, type Row, t } from "./scene.ts";

export const articleRows = {
  "new-article": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, newArticleCallback.data(null));
      await person.taps(t("programme.button.no_institution"));
      await person.taps(t("article.kind.news"));
      await person.says("Открылась касса");
      await person.says("С десяти до семи.");
      await person.taps(t("programme.button.skip"));
      await person.taps(t("article_edit.button.none"));
      for (const _ of ["tt", "en"]) await person.taps(t("programme.button.skip"));
      return {
        person,
        last: () => person.taps(t("always_edit.button.publish")),
        says: t("always_edit.shown"),
        count: async () => [await city.services.database.article.count(), await auditedBy(city, person)],
        makes: [1, 1],
      };
    },
  },
  "change-article": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, articleFieldCallback.data({ articleId: await plantArticle(city), field: "picture" }));
      await person.says("pictures.example/hall.jpg");
      return {
        person,
        last: () => person.taps(t("programme.button.skip")),
        says: t("programme.done"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
  "plan-article": {
    withoutKey: "twice",
    async prepare(city) {
      const person = await colleague(city, "ru", "admin");
      await forges(person, planArticleCallback.data(await plantArticle(city)));
      return {
        person,
        last: () => person.says("завтра в 18:00"),
        says: t("programme.done"),
        count: async () => [await auditedBy(city, person)],
        makes: [1],
      };
    },
  },
} satisfies Record<string, Row>;

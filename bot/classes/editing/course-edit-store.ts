import type { Database } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { differenceOf, type Edition, type Revised } from "../../staff/revision.ts";
import { type Language, languages, type Texts } from "../../words/language.ts";
import type { Area } from "../areas.ts";
import { offerPlaces } from "../enrolments/enrolment-store.ts";
import { type CourseText, fieldsOfCourse } from "./editable.ts";
import { findEditableCourse } from "./find-store.ts";
import { reviseCourse } from "./revise-store.ts";

export interface NewCourse {
  area: Area;
  texts: Texts<CourseText>;
  /** Residents see it at once; else it is a draft. */
  isPublished: boolean;
}

/** Makes a course and resolves to its id. */
export function createCourse(
  database: Database,
  actor: Actor,
  { area, texts, isPublished }: NewCourse,
): Promise<Acted<number>> {
  return actAs(database, actor, { action: "classes.edit" }, async (tx, audit) => {
    const words = languages.flatMap((language) => {
      const text = texts[language];
      return text === undefined ? [] : [{ language, ...text }];
    });
    const { id } = await tx.course.create({
      data: { area, publishedAt: isPublished ? actor.now : null, createdAt: actor.now, texts: { create: words } },
      select: { id: true },
    });
    const course = await findEditableCourse(tx, id);
    const after = course ? differenceOf({}, fieldsOfCourse(course)).after : {};
    await audit({ subject: `course:${id}`, verb: "create", after: { ...after, revision: 0 } });
    return id;
  });
}

/** A course needs a title in every language that it has, and one language. */
export type TextRefusal = { kind: "last language" } | { kind: "no title" };

/** Changes a course's words in a language, those left out staying; null takes the language away. */
export function setCourseText(
  database: Database,
  actor: Actor,
  edition: Edition,
  { language, text }: { language: Language; text: Partial<CourseText> | null },
): Promise<Revised<TextRefusal>> {
  return reviseCourse<TextRefusal>(database, actor, edition, "edit", async (tx, { texts }) => {
    const courseId = edition.id;
    if (text === null) {
      if (texts.every((own) => own.language === language)) return { kind: "last language" };
      await tx.courseText.deleteMany({ where: { courseId, language } });
      return undefined;
    }
    const title = text.title ?? texts.find((own) => own.language === language)?.title;
    if (title === undefined) return { kind: "no title" };
    const key = { courseId_language: { courseId, language } };
    await tx.courseText.upsert({ where: key, create: { courseId, language, ...text, title }, update: text });
    return undefined;
  });
}

/** Puts a course under another subject. */
export const setArea = (database: Database, actor: Actor, edition: Edition, area: Area): Promise<Revised> =>
  reviseCourse(database, actor, edition, "edit", async (tx) => {
    await tx.course.update({ where: { id: edition.id }, data: { area } });
    return undefined;
  });

/** "publish" ends a draft, "draft" makes one of it again, "withdraw" takes it from residents, "restore" gives it back. */
export const courseMoves = ["publish", "draft", "withdraw", "restore"] as const;
export type CourseMove = (typeof courseMoves)[number];

/** Shows a course to residents, or hides it; a draft cannot have people in its groups. */
export function moveCourse(
  database: Database,
  actor: Actor,
  edition: Edition,
  move: CourseMove,
): Promise<Revised<{ kind: "has people"; people: number }>> {
  const verb = move === "draft" ? "edit" : move;
  return reviseCourse<{ kind: "has people"; people: number }>(database, actor, edition, verb, async (tx, course) => {
    const groups = await tx.group.findMany({ where: { courseId: course.id }, orderBy: { id: "asc" } });
    const people = groups.reduce((sum, { taken, waiting }) => sum + taken + waiting, 0);
    if (move === "draft" && people > 0) return { kind: "has people", people };
    const data = {
      publish: { publishedAt: course.publishedAt ?? actor.now },
      draft: { publishedAt: null },
      withdraw: { withdrawnAt: actor.now },
      restore: { withdrawnAt: null },
    }[move];
    await tx.course.update({ where: { id: course.id }, data });
    // Who stood in a line while the course was hidden comes first now.
    if (move === "publish" || move === "restore") {
      for (const { id } of groups) await offerPlaces(tx, id, actor.now);
    }
    return undefined;
  });
}

import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Actor } from "../../staff/act-store.ts";
import { type Revisable, type Revision, revise } from "../../staff/revise-store.ts";
import type { Edition, Revised } from "../../staff/revision.ts";
import { type EditableCourse, type EditableGroup, fieldsOfCourse, fieldsOfGroup } from "./editable.ts";
import { findEditableCourse, findEditableGroup } from "./find-store.ts";

/** How courses and groups are held and kept: in their table, by whoever may edit classes. */
const keptIn = (table: Prisma.Sql): Pick<Revisable<Edition>, "action" | "hold" | "keep"> => ({
  action: "classes.edit",
  hold: async (tx, id) => {
    const held = await tx.$executeRaw`SELECT 1 FROM ${table} WHERE "id" = ${id} FOR NO KEY UPDATE`;
    return held === 0 ? null : {};
  },
  keep: (tx, { id }, { revision }) => tx.$executeRaw`UPDATE ${table} SET "revision" = ${revision} WHERE "id" = ${id}`,
});

const courses: Revisable<EditableCourse> = {
  name: "course",
  ...keptIn(Prisma.sql`"Course"`),
  find: findEditableCourse,
  fieldsOf: fieldsOfCourse,
};

const groups: Revisable<EditableGroup> = {
  name: "group",
  ...keptIn(Prisma.sql`"Group"`),
  find: findEditableGroup,
  fieldsOf: fieldsOfGroup,
};

/** Changes a course as staff; see `revise`. */
export const reviseCourse = <Refusal = never>(
  database: Database,
  actor: Actor,
  edition: Edition,
  verb: string,
  work: Revision<EditableCourse, Refusal>["work"],
): Promise<Revised<Refusal>> => revise<EditableCourse, Refusal>(database, actor, courses, { edition, verb, work });

/** Changes a group as staff; see `revise`. */
export const reviseGroup = <Refusal = never>(
  database: Database,
  actor: Actor,
  edition: Edition,
  verb: string,
  work: Revision<EditableGroup, Refusal>["work"],
): Promise<Revised<Refusal>> => revise<EditableGroup, Refusal>(database, actor, groups, { edition, verb, work });

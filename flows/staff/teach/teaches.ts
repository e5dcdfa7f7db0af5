import type { BotContext } from "../../../bot/context.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { rightsOf } from "../authorize.ts";

/** Whether the reader teaches this group, or all of them. A group that is not there is nobody's. */
export async function teaches<T extends { teacherId: number | null }>(
  ctx: BotContext,
  group: T | null,
): Promise<boolean> {
  return group !== null && may(await rightsOf(ctx), "classes.teach", { teacherId: group.teacherId });
}

/** Whose groups the reader sees: null, everybody's. */
export async function teacherIdOf(ctx: BotContext): Promise<number | null> {
  return may(await rightsOf(ctx), "classes.teach", { teacherId: null }) ? null : ctx.reader.person.id;
}

import { findTaughtGroups, groupsPerPage, type TaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import { formatListedGroup } from "../../../bot/classes/teaching/words.ts";
import type { BotContext } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { findGroupsCallback, groupsCallback } from "./callbacks.ts";
import { findGroups } from "./find-groups.ts";
import { taughtGroupView } from "./group.ts";
import { groupRows, meetsToday } from "./group-rows.ts";

/** Whose groups the reader sees: null, everybody's. */
async function teacherIdOf(ctx: BotContext): Promise<number | null> {
  return may(await rightsOf(ctx), "classes.teach", { teacherId: null }) ? null : ctx.reader.person.id;
}

/** The groups of the reader, the next lesson first. Who comes today is one tap away. */
async function groupsView(ctx: BotContext, page: number): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const teacherId = await teacherIdOf(ctx);
  const { groups, total } = await findTaughtGroups(
    services.database,
    { teacherId, page },
    { language: t.language, now: reader.now },
  );
  return {
    text: joinLines(
      html`<b>${t(teacherId === null ? "teach.all_groups" : "teach.my_groups")}</b>`,
      groups.length === 0 ? t("teach.no_groups") : null,
      groups.some((group) => meetsToday(group, reader)) ? t("teach.today_hint") : null,
      ...groups.map((group) => html`\n${formatListedGroup(group, reader)}`),
    ),
    keyboard: [
      ...groupRows(groups, reader),
      turnRow(t, { page, hasMore: (page + 1) * groupsPerPage < total }, groupsCallback.data),
      teacherId === null ? [button(t("teach.button.find"), findGroupsCallback.data(null))] : [],
      [toStaffMenu(t)],
    ],
  };
}

/** The group of a teacher who has just one: there is nothing to choose. */
async function findOnlyGroup(ctx: BotContext): Promise<TaughtGroup | null> {
  const { services, reader } = ctx;
  const teacherId = await teacherIdOf(ctx);
  if (teacherId === null) return null;
  const when = { language: reader.t.language, now: reader.now };
  const { groups, total } = await findTaughtGroups(services.database, { teacherId, page: 0 }, when);
  return total === 1 ? (groups[0] ?? null) : null;
}

export const groupsScreen = new Screen();

onStaffCallback(groupsScreen, groupsCallback, "classes.teach", async (ctx, page) => {
  const only = page === 0 ? await findOnlyGroup(ctx) : null;
  await show(ctx, only === null ? await groupsView(ctx, page) : taughtGroupView(ctx, only));
});
onStaffCallback(groupsScreen, findGroupsCallback, "classes.teach", (ctx) => enter(ctx, findGroups));

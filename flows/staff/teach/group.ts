import { InputFile } from "grammy";
import { comersPerPage, findComers } from "../../../bot/classes/teaching/attendees-store.ts";
import { findTaughtGroup, type TaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import { takeRoster } from "../../../bot/classes/teaching/roster-store.ts";
import { formatRoster } from "../../../bot/classes/teaching/roster-words.ts";
import { formatComers, formatTaughtGroup, formatWeekdayTime } from "../../../bot/classes/teaching/words.ts";
import type { BotContext } from "../../../bot/context.ts";
import { button, type Row, rows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { fileName } from "../../../bot/words/file-name.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, teaches } from "../authorize.ts";
import { lessonsCallback } from "../classes/callbacks.ts";
import { toStaffMenu } from "../menu.ts";
import {
  comersCallback,
  groupsCallback,
  peopleCallback,
  rosterCallback,
  taughtGroupCallback,
  taughtMaterialsCallback,
  tellGroupCallback,
  tickSheetCallback,
} from "./callbacks.ts";
import { tellClassOf } from "./tell-class.ts";

const load = ({ services, reader }: BotContext, groupId: number): Promise<TaughtGroup | null> =>
  findTaughtGroup(services.database, groupId, { language: reader.t.language, now: reader.now });

/** A group and all that its teacher does with it. */
export function taughtGroupView({ reader }: Pick<BotContext, "reader">, group: TaughtGroup): View {
  const { t } = reader;
  const { groupId } = group;
  const actions = [
    button(t("teach.button.comers"), comersCallback.data({ id: groupId, page: 0 })),
    ...tickButton(group, reader.t),
    button(t("by_hand.button.people"), peopleCallback.data({ id: groupId, page: 0 })),
    button(t("teach.button.tell"), tellGroupCallback.data(groupId)),
    button(t("material.button"), taughtMaterialsCallback.data({ id: groupId, page: 0 })),
    button(t("teach.button.roster"), rosterCallback.data(groupId)),
    button(t("teach.button.lessons"), lessonsCallback.data({ id: groupId, of: 0 })),
  ];
  return {
    text: formatTaughtGroup(group, reader),
    keyboard: [...rows(actions, 2), [button(t("button.back"), groupsCallback.data(0)), toStaffMenu(t)]],
  };
}

/** The lesson that has begun last is the one to tick. */
const tickButton = ({ last }: TaughtGroup, t: BotContext["reader"]["t"]): Row =>
  last === null
    ? []
    : [button(t("attendance.button.tick"), tickSheetCallback.data({ lessonId: last.lessonId, page: 0 }))];

/** Who comes to the next lesson. New is who came to the group since the one before. */
async function comersView({ services, reader }: BotContext, group: TaughtGroup, page: number): Promise<View> {
  const { t, now } = reader;
  const { groupId, next, last } = group;
  const isOn = next !== null && next.startsAt <= now;
  const since = isOn ? null : (last?.startsAt ?? null);
  const comers = await findComers(services.database, { groupId, page, since });
  return {
    text: formatComers(group, comers, reader),
    keyboard: [
      turnRow(t, { page, hasMore: (page + 1) * comersPerPage < comers.total }, (to) =>
        comersCallback.data({ id: groupId, page: to }),
      ),
      [...(isOn ? tickButton(group, t) : []), button(t("teach.button.tell"), tellGroupCallback.data(groupId))],
      [button(t("teach.button.group"), taughtGroupCallback.data(groupId)), toStaffMenu(t)],
    ],
  };
}

export const taughtGroupScreen = new Screen();

onStaffCallback(taughtGroupScreen, taughtGroupCallback, "classes.teach", async (ctx, groupId) => {
  const group = await load(ctx, groupId);
  if (group === null || !(await teaches(ctx, group))) return refuse(ctx);
  await show(ctx, taughtGroupView(ctx, group));
});

onStaffCallback(taughtGroupScreen, comersCallback, "classes.teach", async (ctx, { id, page }) => {
  const group = await load(ctx, id);
  if (group === null || !(await teaches(ctx, group))) return refuse(ctx);
  await show(ctx, await comersView(ctx, group, page));
});

onStaffCallback(taughtGroupScreen, tellGroupCallback, "classes.teach", async (ctx, groupId) => {
  if (!(await teaches(ctx, await load(ctx, groupId)))) return refuse(ctx);
  await enter(ctx, tellClassOf, groupId);
});

onStaffCallback(taughtGroupScreen, rosterCallback, "classes.teach", async (ctx, groupId) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  // Not once: it is handed out each time that the update comes, and the log says so.
  const taken = await takeRoster(services.database, { by: person.id, now }, { groupId, language: t.language });
  if (taken.kind === "forbidden") return refuse(ctx);
  const bytes = await formatRoster(taken.value, t, now);
  await answerTap(ctx);
  const { title, timeZone, lessons } = taken.value;
  const next = lessons.find(({ startsAt }) => startsAt > now) ?? lessons.at(-1);
  const when = next === undefined ? "" : formatWeekdayTime(next.startsAt, t, timeZone);
  const name = fileName([t("teach.roster.sheet"), title, when], "xlsx");
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    caption: t("teach.roster.caption", { title: taken.value.title, count: taken.value.people.length }),
    protect_content: true,
  });
});

import { moveByHand, seatByHand } from "../../../bot/classes/by-hand/change-store.ts";
import {
  findOtherGroups,
  findRosterPage,
  findRosterPerson,
  type RosterPerson,
  rosterPerPage,
} from "../../../bot/classes/by-hand/roster-store.ts";
import { formatMovedByHand, formatRosterLine, formatRosterPerson } from "../../../bot/classes/by-hand/words.ts";
import { formatEnrolLabel } from "../../../bot/classes/courses/group-words.ts";
import { findTaughtGroup, type TaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, listRows, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf, teaches } from "../authorize.ts";
import {
  chooseGroupCallback,
  enrolCallerCallback,
  learnerCallback,
  moveLearnerCallback,
  peopleCallback,
  removeLearnerCallback,
  seatLearnerCallback,
  taughtGroupCallback,
} from "../teach/callbacks.ts";
import { enrolCaller } from "./enrol-caller.ts";
import { removeLearner } from "./remove-learner.ts";

/** Who is in a group: enrolled, moved and taken out by hand, for those who telephone. */
export const rosterScreen = new Screen();

const findGroup = ({ services, reader }: BotContext, groupId: number): Promise<TaughtGroup | null> =>
  findTaughtGroup(services.database, groupId, { language: reader.t.language, now: reader.now });

async function peopleView(ctx: BotContext, group: TaughtGroup, page: number, said?: Html): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const { groupId, title, enrolled, capacity, waiting } = group;
  const { rows, total } = await findRosterPage(services.database, groupId, page);
  // The list has become shorter than the button remembers.
  if (rows.length === 0 && page > 0) return peopleView(ctx, group, 0, said);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${cutAtWord(title, 100)}</b>`,
      t("teach.people", { enrolled, capacity, waiting }),
      rows.length === 0 ? html`\n${t("by_hand.nobody")}` : "",
      ...rows.map((person) => formatRosterLine(person, t)),
    ),
    keyboard: [
      ...listRows(
        rows,
        ({ name }) => name,
        ({ enrolmentId }) => learnerCallback.data(enrolmentId),
      ),
      turnRow(t, { page, hasMore: (page + 1) * rosterPerPage < total }, (to) =>
        peopleCallback.data({ id: groupId, page: to }),
      ),
      [button(t("by_hand.button.enrol"), enrolCallerCallback.data(groupId))],
      [button(t("teach.button.group"), taughtGroupCallback.data(groupId))],
    ],
  };
}

/** Somebody of a group whom the reader may do this to; undefined: not theirs, or gone. */
async function findPerson(ctx: BotContext, enrolmentId: number) {
  const person = await findRosterPerson(ctx.services.database, enrolmentId);
  const group = person && (await findGroup(ctx, person.groupId));
  return person && group && (await teaches(ctx, group)) ? { person, group } : undefined;
}

function personView({ reader }: BotContext, person: RosterPerson, group: TaughtGroup, said?: Html): View {
  const { t } = reader;
  const { enrolmentId, state } = person;
  const isFree = group.enrolled < group.capacity;
  return {
    text: joinLines(said === undefined ? null : html`${said}\n`, formatRosterPerson(person, group.title, t)),
    keyboard: [
      state === "waiting" && isFree ? [button(t("by_hand.button.seat"), seatLearnerCallback.data(enrolmentId))] : [],
      [button(t("by_hand.button.move"), chooseGroupCallback.data(enrolmentId))],
      [button(t("by_hand.button.remove"), removeLearnerCallback.data(enrolmentId))],
      [button(t("button.back"), peopleCallback.data({ id: person.groupId, page: 0 }))],
    ],
  };
}

onStaffCallback(rosterScreen, peopleCallback, "classes.teach", async (ctx, { id, page }) => {
  const group = await findGroup(ctx, id);
  if (group === null || !(await teaches(ctx, group))) return refuse(ctx);
  await show(ctx, await peopleView(ctx, group, page));
});

onStaffCallback(rosterScreen, learnerCallback, "classes.teach", async (ctx, enrolmentId) => {
  const found = await findPerson(ctx, enrolmentId);
  await (found ? show(ctx, personView(ctx, found.person, found.group)) : refuse(ctx));
});

onStaffCallback(rosterScreen, chooseGroupCallback, "classes.teach", async (ctx, enrolmentId) => {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const found = await findPerson(ctx, enrolmentId);
  if (found === undefined) return refuse(ctx);
  const { person } = found;
  const isEverywhere = may(await rightsOf(ctx), "classes.teach", { teacherId: null });
  const teacherId = isEverywhere ? null : reader.person.id;
  const groups = await findOtherGroups(services.database, { groupId: person.groupId, teacherId, now });
  await show(ctx, {
    text: html`${groups.length === 0 ? t("by_hand.no_other") : t("by_hand.move_where", { name: person.name })}`,
    keyboard: [
      ...groups.map((group) => [
        wideButton(
          `${formatEnrolLabel(group, t, now)} · ${group.teacherName}`,
          moveLearnerCallback.data({ enrolmentId, groupId: group.groupId }),
        ),
      ]),
      [button(t("button.back"), learnerCallback.data(enrolmentId))],
    ],
  });
});

onStaffCallback(rosterScreen, moveLearnerCallback, "classes.teach", async (ctx, { enrolmentId, groupId }) => {
  const { t, person, now } = ctx.reader;
  const found = await findPerson(ctx, enrolmentId);
  const actor = { by: person.id, now };
  const moved = await once(ctx, "move-learner", (database) => moveByHand(database, actor, { enrolmentId, groupId }));
  if (moved.kind === "forbidden") return refuse(ctx);
  const group = await findGroup(ctx, groupId);
  if (group === null) return refuse(ctx);
  await show(ctx, await peopleView(ctx, group, 0, formatMovedByHand(moved.value, found?.person, t)));
});

onStaffCallback(rosterScreen, seatLearnerCallback, "classes.teach", async (ctx, enrolmentId) => {
  const { t, person, now } = ctx.reader;
  const seated = await once(ctx, "seat-learner", (database) =>
    seatByHand(database, { by: person.id, now }, { enrolmentId }),
  );
  if (seated.kind === "forbidden") return refuse(ctx);
  const found = await findPerson(ctx, enrolmentId);
  if (found === undefined) return refuse(ctx);
  const { kind } = seated.value;
  const said = kind === "seated" ? (seated.value.isTold ? "seated_told" : "seated") : kind === "full" ? "full" : "gone";
  await show(ctx, personView(ctx, found.person, found.group, html`${t(`by_hand.${said}`)}`));
});

onStaffCallback(rosterScreen, enrolCallerCallback, "classes.teach", async (ctx, groupId) => {
  if (!(await teaches(ctx, await findGroup(ctx, groupId)))) return refuse(ctx);
  await enter(ctx, enrolCaller, groupId);
});

onStaffCallback(rosterScreen, removeLearnerCallback, "classes.teach", async (ctx, enrolmentId) => {
  if ((await findPerson(ctx, enrolmentId)) === undefined) return refuse(ctx);
  await enter(ctx, removeLearner, enrolmentId);
});

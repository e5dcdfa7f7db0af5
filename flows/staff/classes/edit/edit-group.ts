import { findEditableGroup } from "../../../../bot/classes/editing/find-store.ts";
import {
  addLessons,
  type GroupValues,
  setCapacity,
  setGroup,
} from "../../../../bot/classes/editing/group-edit-store.ts";
import type { Dialogue } from "../../../../bot/context.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import type { Audience } from "../../../../bot/programme/event.ts";
import { expandRecurrence } from "../../../../bot/when/expand.ts";
import { type Html, html } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../../menu.ts";
import { askAge, askAudiences } from "../ask/ask-audience.ts";
import { askCapacity, askHeldIn, askLevel, askLink, askTeacher } from "../ask/ask-group.ts";
import { askGroupPlace, askIssuer } from "../ask/ask-group-place.ts";
import { askLessons } from "../ask/ask-lessons.ts";
import { editGroupCallback, type GroupPart } from "../callbacks.ts";
import { whenOf } from "../dates.ts";
import { formatSaved } from "../said.ts";
import { save } from "./save.ts";

/** Changes one thing about a group. */
export const editGroup = defineDialogue(
  "edit-group",
  { version: 2 },
  async (conversation: Conversation, groupId: number, part: GroupPart): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const found = await findSeen(conversation.dialogue, groupId);
    if (found === null) return end(conversation, groupId, html`${t("class_edit.gone")}`);
    const { revision, taken } = found;
    if (part === "capacity") {
      const asked = await askCapacity(conversation, { taken, canGoBack: false });
      if (asked.kind !== "answer") return end(conversation, groupId, html`${t("class_edit.left_as_is")}`);
      const saved = await save<{ kind: "too few"; taken: number }>(conversation, revision, (database, actor, seen) =>
        setCapacity(database, actor, { id: groupId, revision: seen }, asked.value),
      );
      const said =
        saved.kind === "too few" ? html`${t("class_edit.too_few", { taken: saved.taken })}` : formatSaved(saved, t);
      return end(conversation, groupId, said);
    }
    const asked = await askPart(conversation, part, found.audiences);
    if (asked.kind !== "answer") return end(conversation, groupId, html`${t("class_edit.left_as_is")}`);
    const saved = await save(conversation, revision, (database, actor, seen) =>
      setGroup(database, actor, { id: groupId, revision: seen }, asked.value),
    );
    return end(conversation, groupId, formatSaved(saved, t));
  },
);

/** Adds lessons to a group, as free text again. */
export const addMoreLessons = defineDialogue(
  "add-lessons",
  { version: 2 },
  async (conversation: Conversation, groupId: number): Promise<void> => {
    const { t, now } = conversation.ctx.reader;
    const found = await findSeen(conversation.dialogue, groupId);
    if (found === null) return end(conversation, groupId, html`${t("class_edit.gone")}`);
    const { revision, zone } = found;
    const asked = await askLessons(conversation, { zone, canGoBack: false });
    if (asked.kind !== "answer") return end(conversation, groupId, html`${t("class_edit.left_as_is")}`);
    const saved = await save<{ kind: "clash"; at: string }>(conversation, revision, (database, actor, seen) =>
      addLessons(database, actor, { id: groupId, revision: seen }, expandRecurrence(asked.value, zone)),
    );
    if (saved.kind === "clash") {
      const at = new Date(saved.at);
      const when = whenOf({ startsAt: at, endsAt: at }, zone, t, now);
      return end(conversation, groupId, html`${t("class_edit.clash_at", { when })}`);
    }
    const done = saved.kind === "done" ? html`${t("class_edit.lessons_added")}` : formatSaved(saved, t);
    return end(conversation, groupId, done);
  },
);

async function askPart(
  conversation: Conversation,
  part: Exclude<GroupPart, "capacity">,
  before: readonly Audience[],
): Promise<Answer<Partial<GroupValues>>> {
  switch (part) {
    case "teacher":
      return as(await askTeacher(conversation, false), ({ id, name }) => ({ teacherId: id, teacherName: name }));
    case "level":
      return as(await askLevel(conversation, false), (level) => ({ level }));
    case "language":
      return as(await askHeldIn(conversation, false), (heldIn) => ({ heldIn }));
    case "audience":
      return as(await askAudiences(conversation, { before, canGoBack: false }), (audiences) => ({ audiences }));
    case "age":
      return as(await askAge(conversation, false), (ageMin) => ({ ageMin }));
    case "link":
      return as(await askLink(conversation, false), (typedLink) => ({ typedLink }));
    case "place":
      return as(await askGroupPlace(conversation, false), (placeId) => ({ placeId }));
    case "issuer":
      return as(await askIssuer(conversation), (institutionId) => ({ institutionId }));
  }
}

const as = <T>(answer: Answer<T>, values: (value: T) => Partial<GroupValues>): Answer<Partial<GroupValues>> =>
  answer.kind === "answer" ? answered(values(answer.value)) : answer;

/** What the person saw of it when they began. */
const findSeen = (dialogue: Dialogue, groupId: number) =>
  dialogue.external(async ({ services }) => {
    const group = await findEditableGroup(services.database, groupId);
    if (group === null) return null;
    const { revision, taken, timeZone, audiences } = group;
    return { revision, taken, zone: timeZone, audiences };
  });

async function end(conversation: Conversation, groupId: number, text: Html): Promise<void> {
  const { t } = conversation.ctx.reader;
  const back = button(t("class_edit.to_group"), editGroupCallback.data(groupId));
  await say(conversation, { text, keyboard: [[back, toStaffMenu(t)]] });
}

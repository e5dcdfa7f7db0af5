import { createConversation } from "@grammyjs/conversations";
import { Composer, type MiddlewareFn } from "grammy";
import type { BotContext, Dialogue, FlowContext } from "../bot/context.ts";
import { hadDialogue } from "../bot/doors/telegram/dialogue/dialogue-store.ts";
import { answerTap } from "../bot/doors/telegram/screen/show.ts";
import { forgetMe } from "./account/forget-me.ts";
import { zoneByPlace } from "./account/zone-by-place.ts";
import { enrol } from "./classes/enrol.ts";
import { announce } from "./staff/announcements/announce.ts";
import { correctAnnouncement } from "./staff/announcements/correct.ts";
import { searchAudit } from "./staff/audit/search-audit.ts";
import { editCourseArea, editCourseText } from "./staff/classes/edit/edit-course.ts";
import { addMoreLessons, editGroup } from "./staff/classes/edit/edit-group.ts";
import { moveOneLesson } from "./staff/classes/edit/move-lesson.ts";
import { moveWholeSeries } from "./staff/classes/edit/move-series.ts";
import { newCourse } from "./staff/classes/edit/new-course.ts";
import { newGroup } from "./staff/classes/edit/new-group.ts";
import { searchClasses } from "./staff/classes/search.ts";
import { importFile } from "./staff/importing/import-file.ts";
import { askInstitutionPlace, editInstitutionWords } from "./staff/institutions/edit-institution.ts";
import { searchInstitutions } from "./staff/institutions/find-institution.ts";
import { newInstitution } from "./staff/institutions/new-institution.ts";
import { inviteToStaff } from "./staff/people/invite.ts";
import { changeEvent } from "./staff/programme/edit/change-event.ts";
import { newEvent } from "./staff/programme/make/new-event.ts";
import { pasteEvent } from "./staff/programme/make/paste-event.ts";
import { searchProgramme } from "./staff/programme/search.ts";
import { addMaterialTo } from "./staff/teach/add-material.ts";
import { findGroups } from "./staff/teach/find-groups.ts";
import { giveRecording } from "./staff/teach/give-recording.ts";
import { tellClassOf } from "./staff/teach/tell-class.ts";

/**
 * Every dialogue by its name. A change of one that alters the order of its questions must raise `dialogueVersion`:
 * a running dialogue is replayed from its beginning, and an old record does not fit new questions.
 */
const dialogues = {
  "add-material": addMaterialTo,
  announce,
  "correct-announcement": correctAnnouncement,
  "add-lessons": addMoreLessons,
  "edit-course-area": editCourseArea,
  "edit-course-text": editCourseText,
  "edit-group": editGroup,
  "move-lesson": moveOneLesson,
  "move-series": moveWholeSeries,
  "new-course": newCourse,
  "new-group": newGroup,
  "search-classes": searchClasses,
  enrol,
  "change-event": changeEvent,
  "find-groups": findGroups,
  "find-institution": searchInstitutions,
  "forget-me": forgetMe,
  "give-recording": giveRecording,
  "import-file": importFile,
  "institution-place": askInstitutionPlace,
  "institution-words": editInstitutionWords,
  invite: inviteToStaff,
  "new-event": newEvent,
  "new-institution": newInstitution,
  "paste-event": pasteEvent,
  "search-audit": searchAudit,
  "search-programme": searchProgramme,
  "tell-class": tellClassOf,
  "zone-by-place": zoneByPlace,
};

export const dialogueVersion = 5;

type Dialogues = typeof dialogues;
export type DialogueName = keyof Dialogues;
export const dialogueNames: readonly string[] = Object.keys(dialogues);

/** What a dialogue takes besides the two that all of them get; plain JSON. */
type Arguments<Name extends DialogueName> =
  Parameters<Dialogues[Name]> extends [Dialogue, FlowContext, ...infer Rest] ? Rest : never;

/**
 * Enters a dialogue by a press of a button, with a name and arguments that the compiler knows; one that still runs is left
 * first.
 */
export async function enterDialogue<Name extends DialogueName>(
  ctx: BotContext,
  name: Name,
  ...args: Arguments<Name>
): Promise<void> {
  await answerTap(ctx);
  await ctx.conversation.exitAll();
  // With none running this goes through all of them, which makes them known to the plugin.
  if (!hadDialogue(ctx)) await everyDialogue.middleware()(ctx, async () => {});
  await ctx.conversation.enter(name, ...args);
}

const everyDialogue = new Composer<BotContext>(
  ...Object.entries(dialogues).map(([id, dialogue]) => createConversation<BotContext, FlowContext>(dialogue, { id })),
);

/** Goes on with the dialogue that runs in this chat. Most updates find none, and are spared the layer of each. */
export const runningDialogues: MiddlewareFn<BotContext> = (ctx, next) =>
  hadDialogue(ctx) ? everyDialogue.middleware()(ctx, next) : next();

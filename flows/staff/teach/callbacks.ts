import { defineCallback, packId, plainCallback, unpackId } from "../../../bot/doors/telegram/screen/callback.ts";

/** Buttons of teachers. The names share one space with flows/callbacks.ts. */

export { tickSheetCallback } from "../../../bot/classes/attendance/callbacks.ts";

const readPage = (text = ""): number | undefined =>
  /^[0-9a-z]{1,3}$/.test(text) ? Number.parseInt(text, 36) : undefined;

/** Something by its id, by pages. */
const paged = (name: string) =>
  defineCallback<{ id: number; page: number }>(
    name,
    ({ id, page }) => `${packId(id)}.${packId(page)}`,
    (text) => {
      const [idText = "", pageText] = text.split(".");
      const [id, page] = [unpackId(idText), readPage(pageText)];
      return id === undefined || page === undefined ? undefined : { id, page };
    },
  );

/** Something by its id, to be withdrawn or given again: pressed twice it is still that. */
const withdrawing = (name: string) =>
  defineCallback<{ id: number; isWithdrawn: boolean }>(
    name,
    ({ id, isWithdrawn }) => `${packId(id)}${isWithdrawn ? "-" : "+"}`,
    (text) => {
      const id = unpackId(text.slice(0, -1));
      return id === undefined || !/[+-]$/.test(text) ? undefined : { id, isWithdrawn: text.endsWith("-") };
    },
  );

/** A page of one's groups; of all groups for whoever teaches them all. */
export const groupsCallback = defineCallback<number>("tg", packId, readPage);

/** Asks for a title to find groups by. */
export const findGroupsCallback = plainCallback("tf");

export const taughtGroupCallback = defineCallback<number>("tr", packId, unpackId);

/** Who comes to the next lesson of a group. */
export const comersCallback = paged("tw");

/** One learner came to a lesson or did not: pressed twice it is still that. */
export const tickCallback = defineCallback<{
  lessonId: number;
  enrolmentId: number;
  isPresent: boolean;
  page: number;
}>(
  "tk",
  ({ lessonId, enrolmentId, isPresent, page }) =>
    `${packId(lessonId)}.${packId(enrolmentId)}${isPresent ? "+" : "-"}${packId(page)}`,
  (text) => {
    const parts = /^([0-9a-z]+)\.([0-9a-z]+)([+-])([0-9a-z]{1,3})$/.exec(text);
    const [lessonId, enrolmentId] = [unpackId(parts?.[1] ?? ""), unpackId(parts?.[2] ?? "")];
    const page = readPage(parts?.[4]);
    if (lessonId === undefined || enrolmentId === undefined || page === undefined) return undefined;
    return { lessonId, enrolmentId, isPresent: parts?.[3] === "+", page };
  },
);

/** Everybody came to a lesson. */
export const tickAllCallback = defineCallback<number>("ta", packId, unpackId);

/** Begins a message to a group. */
export const tellGroupCallback = defineCallback<number>("tm", packId, unpackId);

/** A group's journal as a workbook. */
export const rosterCallback = defineCallback<number>("ts", packId, unpackId);

/** What a group was given. */
export const taughtMaterialsCallback = paged("tl");
export const taughtMaterialCallback = defineCallback<number>("to", packId, unpackId);
export const addMaterialCallback = defineCallback<number>("tn", packId, unpackId);
export const withdrawMaterialCallback = withdrawing("tx");

/** The recording of a lesson. */
export const recordingCallback = defineCallback<number>("tv", packId, unpackId);
export const giveRecordingCallback = defineCallback<number>("td", packId, unpackId);
export const withdrawRecordingCallback = withdrawing("tz");

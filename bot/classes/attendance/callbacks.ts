import { defineCallback, packId, unpackId } from "../../doors/telegram/screen/callback.ts";

/** A lesson's class to be ticked, by pages; it also stands under the question who came. */
export const tickSheetCallback = defineCallback<{ lessonId: number; page: number }>(
  "tt",
  ({ lessonId, page }) => `${packId(lessonId)}.${packId(page)}`,
  (text) => {
    const parts = /^([0-9a-z]+)\.([0-9a-z]{1,3})$/.exec(text);
    const lessonId = unpackId(parts?.[1] ?? "");
    return lessonId === undefined ? undefined : { lessonId, page: Number.parseInt(parts?.[2] ?? "0", 36) };
  },
);

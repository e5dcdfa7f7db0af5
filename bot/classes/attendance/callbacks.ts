import { defineCallback } from "../../doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../doors/telegram/screen/codec.ts";

/** A lesson's class to be ticked, by pages; it also stands under the question who came. */
export const tickSheetCallback = defineCallback("tt", fields("{lessonId}.{page}", { lessonId: id, page }));

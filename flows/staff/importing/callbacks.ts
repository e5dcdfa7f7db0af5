import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";

/** What files may be imported, and a template of one. */
export const importCallback = plainCallback("ii");
export const startImportCallback = plainCallback("is");
export const templateCallback = plainCallback("it");

/** A page of the loads of the last weeks. */
export const loadsCallback = defineCallback("il", fields("{page}", { page }));
/** A page of what one load made and changed. */
export const loadCallback = defineCallback("io", fields("{loadId}~{page}", { loadId: id, page }));
/** Asks whether to undo a load, and does. */
export const askUndoCallback = idCallback("iu");
export const undoCallback = idCallback("iy");
/** What the file of a load no longer had; asks whether to withdraw all of it, and does. */
export const missingCallback = idCallback("im");
export const askWithdrawCallback = idCallback("iw");
export const withdrawCallback = idCallback("ix");

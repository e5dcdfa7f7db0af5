import { plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";

/** What files may be imported, and a template of one. */
export const importCallback = plainCallback("ii");
export const startImportCallback = plainCallback("is");
export const templateCallback = plainCallback("it");

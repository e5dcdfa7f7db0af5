import { fileURLToPath } from "node:url";
import { demoCity } from "../../bot/city/city-file.ts";
import { loadWords } from "../../bot/words/messages/translator.ts";

/** The locale files of the repository. */
export const localesDirectory = fileURLToPath(new URL("../../locales", import.meta.url));

/** The words of the demo city. */
export const words = loadWords(localesDirectory, demoCity().texts);

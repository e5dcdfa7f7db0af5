import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Logger } from "../../../log.ts";
import { languages } from "../../../words/language.ts";
import type { Translate, Words } from "../../../words/messages/translator.ts";

const commands = [
  "tonight",
  "today",
  "tomorrow",
  "weekend",
  "classes",
  "search",
  "my",
  "archive",
  "ideas",
  "language",
  "settings",
  "privacy",
  "help",
  "cancel",
] as const;

/** The commands that everybody sees. */
export const residentCommands = (t: Translate): BotCommand[] =>
  commands.map((command) => ({ command, description: t(`command.${command}`) }));

/** Tells Telegram the menu of commands and what the bot is, in every language; the city's language for all others. */
export async function introduce(
  api: Api,
  words: Words,
  fallback: (typeof languages)[number],
  log: Logger,
): Promise<void> {
  for (const code of [undefined, ...languages]) {
    const t = words.for(code ?? fallback);
    const language = code === undefined ? {} : { language_code: code };
    try {
      await api.setMyCommands(residentCommands(t), language);
      await api.setMyDescription(t("introduce.description"), language);
      await api.setMyShortDescription(t("introduce.short"), language);
    } catch (error) {
      // Cosmetics: the bot answers all the same.
      log.warn({ error, language: code }, "introduction not taken");
    }
  }
}

import type { BotCommand, BotCommandScope, MenuButton, User } from "@grammyjs/types";

/** What the bot has set about itself: commands by scope and language, name and descriptions by language. */
export class BotProfile {
  readonly names = new Map<string, string>();
  readonly descriptions = new Map<string, string>();
  readonly shortDescriptions = new Map<string, string>();
  readonly menuButtons = new Map<number | undefined, MenuButton>();
  readonly #commands = new Map<string, BotCommand[]>();

  constructor(name: string) {
    this.names.set("", name);
  }

  setCommands(scope: BotCommandScope, languageCode: string, commands: BotCommand[]): void {
    this.#commands.set(keyOf(scope, languageCode), commands);
  }

  commands(scope: BotCommandScope, languageCode: string): BotCommand[] {
    return this.#commands.get(keyOf(scope, languageCode)) ?? [];
  }

  /** The commands in the menu of `user`'s private chat: the first list set, from the narrowest scope outwards. */
  commandsInPrivate(user: User): BotCommand[] {
    const scopes: BotCommandScope[] = [
      { type: "chat", chat_id: user.id },
      { type: "all_private_chats" },
      { type: "default" },
    ];
    for (const scope of scopes) {
      for (const language of [user.language_code ?? "", ""]) {
        const commands = this.commands(scope, language);
        if (commands.length > 0) return commands;
      }
    }
    return [];
  }

  /** Name and descriptions in a language, the default ones where that language has none. */
  in(languageCode: string): { name: string; description: string; shortDescription: string } {
    const pick = (texts: Map<string, string>) => texts.get(languageCode) || texts.get("") || "";
    return {
      name: pick(this.names),
      description: pick(this.descriptions),
      shortDescription: pick(this.shortDescriptions),
    };
  }
}

function keyOf(scope: BotCommandScope, languageCode: string): string {
  const chat = "chat_id" in scope ? scope.chat_id : "";
  const user = "user_id" in scope ? scope.user_id : "";
  return `${scope.type} ${chat} ${user} ${languageCode}`;
}

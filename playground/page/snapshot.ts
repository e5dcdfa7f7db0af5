import type { BotCommand, Message, ReplyKeyboardMarkup } from "@grammyjs/types";
import type { Person } from "../people/person.ts";
import type { Telegram } from "../telegram.ts";

/** Everything the page draws for one person, as of `version`. */
export type Snapshot = {
  version: number;
  me: number;
  people: { id: number; name: string; language: string }[];
  bot: { id: number; username: string; name: string; description: string; commands: BotCommand[] };
  messages: Message[];
  /** The options that this person chose, by poll. */
  votes: Record<string, readonly number[]>;
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  hasBlockedBot: boolean;
  /** True while the bot has not confirmed something that this person did. */
  isWaiting: boolean;
};

/** Takes a snapshot of what `person` sees now. */
export function takeSnapshot(telegram: Telegram, person: Person, version: number, isWaiting: boolean): Snapshot {
  const messages = person.chat.map((message) => message.raw);
  const { name, description } = telegram.profileIn(languageOf(person));
  return {
    version,
    me: person.user.id,
    people: telegram.people.map((each) => ({ id: each.user.id, name: each.name, language: languageOf(each) })),
    bot: {
      id: telegram.bot.id,
      username: telegram.bot.username,
      name,
      description,
      commands: telegram.commandsOf(person),
    },
    messages,
    votes: Object.fromEntries(messages.flatMap(({ poll }) => (poll ? [[poll.id, person.votesOf(poll.id)]] : []))),
    replyKeyboard: person.replyKeyboard,
    hasBlockedBot: person.hasBlockedBot,
    isWaiting,
  };
}

function languageOf(person: Person): string {
  return person.user.language_code ?? "en";
}

import type { Person } from "../people/person.ts";
import type { Telegram } from "../telegram.ts";
import { idOf } from "../world/account.ts";
import type { Deed, PageDoor, Sight, Visitor } from "./door.ts";
import { ownChannels } from "./own-channels.ts";
import { prepareUpload } from "./uploads.ts";

/** The playground's Telegram, as the page needs it. */
export function telegramDoor(telegram: Telegram): PageDoor {
  const post = ownChannels<Person>((title) => telegram.channel(title));
  const visit = (person: Person): Visitor => ({
    id: person.user.id,
    name: person.name,
    language: languageOf(person),
    see: () => see(telegram, person),
    act: (deed) => (deed.kind === "post" ? post(person, deed.text) : act(person, deed)),
    tap: (messageId, data) => person.tapsData(messageId, data),
    asksInline: (query) => person.asksInline(query),
    choosesInline: (result) => person.choosesInline(result),
    prepare: (upload) => prepareUpload(person, upload),
  });
  return {
    name: "telegram",
    botUsername: telegram.bot.username,
    get visitors() {
      return telegram.people.map(visit);
    },
    add: (name, languageCode) =>
      visit(
        telegram.people.find((each) => each.name === name) ?? telegram.person(name, { id: idOf(name), languageCode }),
      ),
    file: (id) => telegram.file(id),
    subscribe(listener) {
      telegram.subscribe(({ kind }) => {
        if (kind !== "call") listener();
      });
    },
  };
}

const languageOf = ({ user }: Person): string => user.language_code ?? "en";

function see(telegram: Telegram, person: Person): Sight {
  const messages = person.chat.map((message) => message.raw);
  const { name, description } = telegram.profileIn(languageOf(person));
  return {
    bot: { id: telegram.bot.id, name, description, commands: telegram.commandsOf(person) },
    messages,
    votes: Object.fromEntries(messages.flatMap(({ poll }) => (poll ? [[poll.id, person.votesOf(poll.id)]] : []))),
    replyKeyboard: person.replyKeyboard,
    hasBlockedBot: person.hasBlockedBot,
    isMuted: undefined,
  };
}

function act(person: Person, deed: Exclude<Deed, { kind: "post" }>): Promise<void> {
  switch (deed.kind) {
    case "start":
      return person.says(deed.payload ? `/start ${deed.payload}` : "/start");
    case "say":
      return person.says(deed.text);
    case "location":
      return person.sharesLocation(deed.latitude, deed.longitude);
    case "contact":
      return person.sharesContact();
    case "poll":
      return person.sendsPoll(deed.question, deed.options, {
        is_anonymous: deed.isAnonymous,
        allows_multiple_answers: deed.allowsMultipleAnswers,
      });
    case "vote":
      return person.votesIn(deed.messageId, deed.chosen);
    case "sticker":
      return person.sendsSticker("👋");
    case "block":
      return person.blocksBot();
    case "unblock":
      return person.unblocksBot();
    case "mute":
    case "unmute":
      throw new Error("Telegram tells no bot of it.");
  }
}

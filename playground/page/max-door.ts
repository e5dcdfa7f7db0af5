import type { Max } from "../max/max.ts";
import type { MaxPerson } from "../max/people/max-person.ts";
import type { UploadedFile } from "../max/world/uploads.ts";
import { idOf } from "../world/account.ts";
import type { Deed, PageDoor, Sight, Visitor } from "./door.ts";
import { drawMessage } from "./max-messages.ts";
import { ownChannels } from "./own-channels.ts";
import type { Upload } from "./uploads.ts";

/** What lies between ids at Telegram and at MAX: whoever takes one for the other finds nobody. */
const aside = 1_000_000_000;

/** The playground's MAX, as the page needs it. */
export function maxDoor(max: Max): PageDoor {
  const numbers = new Numbers();
  const post = ownChannels<MaxPerson>((title) => max.channel(title));
  const visit = (person: MaxPerson): Visitor => ({
    id: person.user.id,
    name: person.name,
    language: languageOf(person),
    see: () => see(max, person, numbers),
    act: (deed) => (deed.kind === "post" ? post(person, deed.text) : act(person, deed)),
    tap: (messageId, data) => person.tapsData(numbers.nameOf(messageId), data),
    asksInline: () => refuse("cards in any chat"),
    choosesInline: () => refuse("cards in any chat"),
    prepare: (upload) => prepare(person, upload),
  });
  return {
    name: "max",
    botUsername: max.bot.username ?? "",
    get visitors() {
      return max.people.map(visit);
    },
    add: (name, languageCode) => visit(max.person(name, { id: idOf(name) + aside, languageCode })),
    file: (token) => {
      const file = max.file(token);
      return file && { ...file, url: undefined };
    },
    subscribe(listener) {
      max.subscribe(listener);
    },
  };
}

/** MAX names messages by texts, the page by numbers. */
class Numbers {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  readonly of = (name: string): number => {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name);
    this.#numbers.set(name, number);
    return number;
  };

  nameOf(number: number): string {
    return this.#names[number - 1] ?? "";
  }
}

const refuse = async (what: string): Promise<never> => {
  throw new Error(`MAX has no ${what}.`);
};

const languageOf = ({ language }: MaxPerson): string => language.slice(0, 2);

function see(max: Max, person: MaxPerson, numbers: Numbers): Sight {
  const { bot, commands } = max;
  const who = { id: bot.user_id, name: bot.first_name };
  const drawing = {
    me: { id: person.user.id, name: person.name },
    bot: who,
    numberOf: numbers.of,
    file: (token: string) => max.file(token),
  };
  return {
    bot: {
      ...who,
      description: "",
      commands: commands.map(({ name: command, description }) => ({ command, description: description ?? "" })),
    },
    messages: person.chat.flatMap((message) => drawMessage(message, drawing)),
    votes: {},
    replyKeyboard: undefined,
    hasBlockedBot: person.hasStopped,
    isMuted: person.isMuted,
  };
}

function act(person: MaxPerson, deed: Exclude<Deed, { kind: "post" }>): Promise<void> {
  switch (deed.kind) {
    case "start":
      return person.starts(deed.payload || undefined);
    case "say":
      return person.says(deed.text);
    case "location":
      return person.sharesLocation(deed.latitude, deed.longitude);
    case "contact":
      return person.sharesContact();
    case "sticker":
      return person.sendsSticker("👋");
    case "block":
      return person.stops();
    case "unblock":
      return person.starts();
    case "mute":
      return person.mutes();
    case "unmute":
      return person.unmutes();
    case "poll":
    case "vote":
      throw new Error("MAX has no polls.");
  }
}

/** MAX shows pictures and films together, each other file in a message of its own. The words stand with the first. */
async function prepare(person: MaxPerson, { files, caption, asDocuments }: Upload): Promise<() => Promise<void>> {
  const read = await Promise.all(files.map((file) => readFile(file, asDocuments)));
  const [together, alone] = [read.filter(isShown), read.filter((file) => !isShown(file))];
  const messages = [...(together.length > 0 ? [together] : []), ...alone.map((file) => [file])];
  return async () => {
    await Promise.all(messages.map((each, index) => person.sendsFiles(each, index === 0 && caption ? caption : null)));
  };
}

const isShown = ({ type }: UploadedFile): boolean => type === "image" || type === "video";

async function readFile(file: File, asDocument: boolean): Promise<UploadedFile> {
  const [kind] = file.type.split("/");
  const isKnown = kind === "image" || kind === "video" || kind === "audio";
  return {
    type: isKnown && !asDocument ? kind : "file",
    fileName: file.name,
    mimeType: file.type || "application/octet-stream",
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

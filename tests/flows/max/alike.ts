import { plain } from "../../../bot/doors/max/writing/text.ts";
import { menuCallback } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { type Language, languages } from "../../../bot/words/language.ts";
import type { MaxPerson } from "../../../playground/max/people/max-person.ts";
import type { Person } from "../../../playground/people/person.ts";
import { words } from "../../support/city.ts";

/** What is said and pressed, without what each door writes in its own way: its own links, and the layout of rows. */
export interface Seen {
  text: string;
  callbacks: string[];
  links: number;
}

/** A text without its layout, the bot's own links, what somebody is called at their messenger, and invitations, which are random. */
const common = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/https:\/\/(?:t\.me|max\.ru)\/\w+/g, "(the bot)")
    .replace(/\b(?:telegram|max):\d+/g, "(an account)")
    .replace(/start=i_[\w-]+/g, "(an invitation)")
    .trim();

/** What is said along with the buttons below the text field, which MAX has none of. */
const aboutKeyboard = new Set(languages.map((language) => words.for(language)("staff.keyboard.back")));

export function seenAtTelegram({ chat, latest: last }: Person): Seen {
  const latest = last !== undefined && aboutKeyboard.has(last.text) ? chat.at(-2) : last;
  const keys = latest?.keyboard.flat() ?? [];
  return {
    text: common(latest?.text ?? ""),
    callbacks: keys.flatMap((key) => ("callback_data" in key ? [`${key.text} ${key.callback_data}`] : [])),
    links: keys.filter((key) => "url" in key).length,
  };
}

export function seenAtMax({ latest }: MaxPerson): Seen {
  const keys = latest?.keyboard.flat() ?? [];
  return {
    text: common(plain(latest?.text ?? "")),
    callbacks: keys.flatMap((key) => (key.type === "callback" ? [`${key.text} ${key.payload}`] : [])),
    links: keys.filter((key) => key.type === "link").length,
  };
}

/** A list has at MAX the way to the menu that at Telegram stands below the text field. */
export const withMenu = (data: string, seen: Seen, language: Language): Seen =>
  kindOf(data) === "l"
    ? { ...seen, callbacks: [...seen.callbacks, `${words.for(language)("button.menu")} ${menuCallback.data(null)}`] }
    : seen;

/** The data of a button as `Seen` tells it. */
export const dataOf = (label: string): string => label.slice(label.lastIndexOf(" ") + 1);

/** The name of a kind of buttons: what stands before the colon of its data. */
export const kindOf = (data: string): string => data.slice(0, data.indexOf(":"));

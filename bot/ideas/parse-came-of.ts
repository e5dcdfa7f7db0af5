import { type DeepLink, parseDeepLink } from "../doors/telegram/screen/deep-links.ts";

/** What staff wrote of what came of an idea: a link into the bot, and the sentence around it. */
export interface CameOf {
  /** "unknown": one that this bot never made; null: there is none. */
  link: DeepLink | "unknown" | null;
  /** "" for a link alone. */
  sentence: string;
}

/** A link into the bot, with the payload behind "?start=" or "/open/". */
const linkPattern = /\S{1,200}?(?:[?&]start=|\/open\/)(?<payload>[\w-]{1,64})\S{0,200}/u;

/** Reads what came of an idea. */
export function parseCameOf(text: string): CameOf {
  const found = linkPattern.exec(text.slice(0, 4_096));
  const sentence = found === null ? text : text.replace(found[0], " ");
  const link = found === null ? null : (parseDeepLink(found.groups?.["payload"] ?? "") ?? "unknown");
  return { link, sentence: sentence.replace(/\s+/gu, " ").trim() };
}

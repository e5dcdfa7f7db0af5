import { linkCodePattern } from "../../../linking/code.ts";
import type { BotNames } from "../../../people/address.ts";
import { invitationCodePattern } from "../../../staff/invitation.ts";
import { after, type Codec, id, text } from "./codec.ts";

/** A link to the bot, by the thing that it opens. A certificate's code is as somebody may have typed it. */
export type DeepLink =
  | {
      kind:
        | "occurrence"
        | "event"
        | "course"
        | "group"
        | "reminder"
        | "institution"
        | "offer"
        | "collection"
        | "article"
        | "idea"
        | "vote";
      id: number;
    }
  | { kind: "certificate" | "invitation" | "account"; code: string };

type Numbered = Extract<DeepLink, { id: number }>["kind"];
type Coded = Extract<DeepLink, { code: string }>["kind"];

/** Each kind by its letter, which is never given to another: links stay in chats, calendars and on posters. */
const numbered: Readonly<Record<Numbered, Codec<number>>> = {
  occurrence: after("o_", id),
  event: after("e_", id),
  course: after("k_", id),
  group: after("g_", id),
  // An occurrence with a reminder set by following the link.
  reminder: after("r_", id),
  institution: after("h_", id),
  // What is there without a date.
  offer: after("s_", id),
  collection: after("kc_", id),
  article: after("n_", id),
  idea: after("d_", id),
  vote: after("v_", id),
};

const coded: Readonly<Record<Coded, Codec<string>>> = {
  certificate: after("c_", text("[\\w-]*")),
  invitation: after("i_", text(invitationCodePattern)),
  account: after("a_", text(linkCodePattern)),
};

const isNumbered = (link: DeepLink): link is Extract<DeepLink, { id: number }> => "id" in link;

/*
 * A bot is called by its name at Telegram, "ishek_bot", or by the address of its page at another messenger, "max.ru/ishek_bot".
 */

/** The address of a bot's page. */
const pageOf = (bot: string): string => `https://${bot.includes("/") ? bot : `t.me/${bot}`}`;

/** The address at which somebody begins with the bot. */
export const startLink = (bot: string, payload: string): string => `${pageOf(bot)}?start=${payload}`;

/** The name of a bot in words: "@ishek_bot", or the address of its page. */
export const botName = (bot: string): string => (bot.includes("/") ? bot : `@${bot}`);

/** Opens the messenger's own list of chats with a link and some words to send; in the messenger that the bot lives in. */
export function shareLink(bot: string, { url, text }: { url: string; text: string }): string {
  // MAX has one text, in which the link stands as well.
  if (bot.startsWith("max.ru/")) return `https://max.ru/:share?${new URLSearchParams({ text: `${text}\n${url}` })}`;
  return `https://t.me/share/url?${new URLSearchParams({ url, text })}`;
}

/** What may stand on a poster: it names a thing that everybody may see. */
export type PublicLink = Exclude<DeepLink, { kind: "invitation" | "account" }>;

/** Whether a link may be shown to anybody; the others are secrets of whoever was given them. */
export const isPublicLink = (link: DeepLink): link is PublicLink =>
  link.kind !== "invitation" && link.kind !== "account";

/**
 * The address of a link that is opened nobody knows where, such as from a poster: a page of ours that offers every messenger,
 * where there are several (web/open-page.ts), or else the one into this bot.
 */
export function outsideLink(
  { publicUrl, botNames = {} }: { publicUrl: string | undefined; botNames?: BotNames },
  bot: string,
  link: PublicLink,
): string {
  if (publicUrl === undefined || Object.keys(botNames).length < 2) return deepLink(bot, link);
  return `${publicUrl}/open/${payloadOf(link)}`;
}

/** The address of a link into the bot; its payload has the 64 characters A–Z, a–z, 0–9, _ and - that Telegram allows. */
export const deepLink = (botUsername: string, link: DeepLink): string => startLink(botUsername, payloadOf(link));

const payloadOf = (link: DeepLink): string =>
  isNumbered(link) ? numbered[link.kind].encode(link.id) : coded[link.kind].encode(link.code);

/** Parses the payload that follows /start; undefined when it is no link of ours. */
export function parseDeepLink(payload: string): DeepLink | undefined {
  for (const kind of [
    "occurrence",
    "event",
    "course",
    "group",
    "reminder",
    "institution",
    "offer",
    "collection",
    "article",
    "idea",
    "vote",
  ] as const) {
    const found = numbered[kind].decode(payload);
    if (found !== undefined) return { kind, id: found };
  }
  for (const kind of ["certificate", "invitation", "account"] as const) {
    const code = coded[kind].decode(payload);
    if (code !== undefined) return { kind, code };
  }
  return undefined;
}

/** Where everybody can read a post of a channel; null: the channel has no public name. */
export const publicPost = ({
  chat,
  message_id,
}: {
  chat: { username?: string | undefined };
  message_id: number;
}): string | null => (chat.username === undefined ? null : `https://t.me/${chat.username}/${message_id}`);

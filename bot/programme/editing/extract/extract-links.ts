import { isWebAddress } from "../../../net/web-address.ts";
import type { Found } from "../../../when/span.ts";
import type { LinkKind } from "../../event.ts";
import { type MarkedText, spanOf } from "./extracted.ts";

const hosts: readonly (readonly [LinkKind, RegExp])[] = [
  ["ticket", /ticket|bilet|kassa|kassir|timepad|radario|qtickets|eventbrite|afisha\.yandex|quicktickets|ponominalu/u],
  [
    "stream",
    /^(?:www\.|m\.)?(?:youtube\.com|youtu\.be|rutube\.ru|twitch\.tv|vkvideo\.ru|vimeo\.com)$|(?:^|\.)zoom\.us$|telemost/u,
  ],
];
/** What the words of a link say outweighs its host: a recording lies where streams are shown. */
const linkWords: readonly (readonly [LinkKind, RegExp])[] = [
  [
    "recording",
    /(?<!\p{L})(?:видео)?запис(?:ь|и)\s(?:концерт|спектакл|трансляц|лекци|эфир|встреч|вечер)|смотреть запись|(?<!\p{L})язма(?:сы|да)?(?!\p{L})|recording/iu,
  ],
  [
    "ticket",
    /(?<!возврат\p{L}{0,3} )билет|купить|заброниров|регистрац|записаться|запись(?: по|\s?[:—–-]|\sобязательн)|записывай|теркәл|язылу|язылырга|tickets?|buy|book|register|registration|rsvp|sign.?up|enrol/iu,
  ],
  [
    "stream",
    /трансляц|прямой эфир|эфир|онлайн(?!-?\s?(?:билет|касс|запис|регистр))|online(?! tickets)|stream|watch|смотреть|карарга/iu,
  ],
  [
    "site",
    /(?<!\p{L})(?:возврат|вернуть билет|refund|кайтару|сайт|подробн|страниц|программа|website|details|more info|сайты)/iu,
  ],
];
const onSite =
  /(?<!\p{L})(?:на (?:нашем |официальном )?сайте|сайт(?:ында|тан)|(?:on|at) (?:the|our) (?:web)?site)[\s\p{L}]{0,10}$/iu;
/** With or without "https://"; without, its ending is one that sites here have. */
const address =
  /(?<![\p{L}\d@./_-])(?:(?:https?:\/\/|www\.)[^\s<>"«»()]+[^\s<>"«»().,;:!?]|(?:[\p{L}\d](?:[\p{L}\d-]{0,60}[\p{L}\d])?\.){1,4}(?:ru|рф|com|org|net|info|online|art|tatar|su|pro|me|tv|live|club|events|museum|moscow|site|example|io|co|eu|de|uk)(?:\/[^\s<>"«»()]*[^\s<>"«»().,;:!?])?(?![\p{L}\d@-]|\.[\p{L}\d]))/giu;
const mostLinks = 10;

/** An address, and what it is for. */
export interface FoundLink {
  kind: LinkKind;
  url: string;
}

/** What an address is for by the words about it, nearest first; null for one that leads nowhere. */
export function linkOf(raw: string, said: readonly string[]): FoundLink | null {
  const url = readAddress(raw);
  return url === null ? null : { kind: kindOf(url.hostname, said), url: url.href };
}

/** Finds web addresses in a text and its marking, and what each is for. Those of channels (t.me) are signatures, not links. */
export function guessLinks({ text, entities = [] }: MarkedText): Found<FoundLink>[] {
  const marked = entities
    .filter(({ type, url }) => type === "url" || (type === "text_link" && url !== undefined))
    .map(({ type, offset, length, url }) => {
      const at = { start: offset, end: offset + length };
      const words = text.slice(at.start, at.end);
      return type === "url" ? { raw: words, own: [], at } : { raw: url ?? "", own: [words], at };
    });
  const bare = [...text.matchAll(address)].map((match) => ({ raw: match[0], own: [], at: spanOf(match) }));
  const found = new Map<string, Found<FoundLink>>();
  // The line is read only for an address that counts: a text of nothing but addresses would be read once for each.
  for (const { raw, own, at } of [...marked, ...bare].sort((one, other) => one.at.start - other.at.start)) {
    const url = readAddress(raw);
    if (url === null || found.has(url.href)) continue;
    const kind = kindOf(url.hostname, [...own, lineBefore(text, at.start)]);
    found.set(url.href, { value: { kind, url: url.href }, at });
    if (found.size === mostLinks) break;
  }
  return [...found.values()];
}

/** The address that somebody wrote, if it leads to a site of the web other than a channel. */
function readAddress(raw: string): URL | null {
  const url = URL.parse(/^[a-z]+:/iu.test(raw) ? raw.trim() : `https://${raw.trim()}`);
  if (url === null || !isWebAddress(url) || url.href.length > 2000) return null;
  return /^(?:t\.me|telegram\.me)$/u.test(url.hostname) ? null : url;
}

/** What leads to an address: the words before it on its line, behind the address before it; else the line above. */
function lineBefore(text: string, at: number): string {
  const [line = "", above = ""] = text.slice(0, at).split("\n").toReversed();
  const own = line.split(address).at(-1) ?? "";
  return /\p{L}/u.test(own) ? own.slice(-120) : own === line && /[:👇⬇↓]\s*$/u.test(above) ? above.slice(-120) : "";
}

/** The kind whose word stands nearest before the address. */
function nearest(said: string): LinkKind | undefined {
  const found = linkWords.flatMap(([kind, pattern]): { kind: LinkKind; at: number }[] => {
    const all = [...said.matchAll(new RegExp(pattern, "giu"))].map(({ index }) => index);
    return all.length > 0 ? [{ kind, at: Math.max(...all) }] : [];
  });
  const [last, before] = found.sort((one, other) => other.at - one.at);
  // "Билеты на сайте …": the site is where the tickets are.
  return last?.kind === "site" && onSite.test(said.slice(0, last.at + 12)) ? (before ?? last).kind : last?.kind;
}

/** By its own words, else by those before it, else by its host. */
function kindOf(host: string, said: readonly string[]): LinkKind {
  const bySaid = said.flatMap((each) => nearest(each) ?? []);
  return bySaid[0] ?? hosts.find(([, pattern]) => pattern.test(host))?.[0] ?? "site";
}

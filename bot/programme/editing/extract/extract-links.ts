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
    /билет|купить|заброниров|регистрац|записаться|запись по|теркәл|tickets?|buy|book|register|registration|rsvp/iu,
  ],
  [
    "stream",
    /трансляц|прямой эфир|эфир|онлайн(?!-?\s?(?:билет|касс|запис|регистр))|online(?! tickets)|stream|watch|смотреть|карарга/iu,
  ],
  ["site", /(?<!\p{L})(?:сайт|подробн|страниц|программа|website|details|more info|сайты)/iu],
];
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
  const url = URL.parse(/^[a-z]+:/iu.test(raw) ? raw.trim() : `https://${raw.trim()}`);
  if (url === null || !isWebAddress(url) || url.href.length > 2000) return null;
  if (/^(?:t\.me|telegram\.me)$/u.test(url.hostname)) return null;
  return { kind: kindOf(url.hostname, said), url: url.href };
}

/** Finds web addresses in a text and its marking, and what each is for. Those of channels (t.me) are signatures, not links. */
export function guessLinks({ text, entities = [] }: MarkedText): Found<FoundLink>[] {
  const marked = entities.flatMap(({ type, offset, length, url }) => {
    const at = { start: offset, end: offset + length };
    const said = text.slice(at.start, at.end);
    if (type === "text_link" && url !== undefined) return [{ raw: url, said: [said, lineBefore(text, at.start)], at }];
    return type === "url" ? [{ raw: said, said: [lineBefore(text, at.start)], at }] : [];
  });
  const bare = [...text.matchAll(address)].map((match) => ({
    raw: match[0],
    said: [lineBefore(text, match.index)],
    at: spanOf(match),
  }));
  const seen = new Set<string>();
  return [...marked, ...bare]
    .flatMap(({ raw, said, at }) => {
      const link = linkOf(raw, said);
      if (link === null || seen.has(link.url)) return [];
      seen.add(link.url);
      return [{ value: link, at }];
    })
    .sort((a, b) => a.at.start - b.at.start)
    .slice(0, mostLinks);
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
  return found.sort((one, other) => other.at - one.at)[0]?.kind;
}

/** By its own words, else by those before it, else by its host. */
function kindOf(host: string, said: readonly string[]): LinkKind {
  const bySaid = said.flatMap((each) => nearest(each) ?? []);
  return bySaid[0] ?? hosts.find(([, pattern]) => pattern.test(host))?.[0] ?? "site";
}

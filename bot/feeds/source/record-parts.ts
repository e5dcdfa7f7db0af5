import { createHash } from "node:crypto";
import { webAddress } from "../../net/web-address.ts";
import type { EventDraft, InstitutionDraft, LinkKind, PlaceDraft } from "../../programme/event.ts";
import { fold } from "../../text/fold.ts";
import { capitalise, cleanLine, shorten } from "../text/clean-text.ts";
import { htmlToText } from "../text/html-to-text.ts";

/** A title in one line, markup undone. */
export const lineOf = (text: string | null | undefined, limit: number): string =>
  shorten(cleanLine(htmlToText(text ?? "").replaceAll(/\s+/gu, " ")), limit);

/** Title, summary and body of an event as sources write them, which may be HTML. */
export function wordsOf(title: string, summary: string | null | undefined, body: string | null | undefined) {
  const short = htmlToText(summary ?? "", 1000);
  const long = htmlToText(body ?? "");
  return { title, ...(short && { summary: short }), ...(long && long !== short && { body: long }) };
}

/** Links whose address may be shown; the others are left out. */
export function linksOf(said: readonly (readonly [LinkKind, string | null | undefined])[]): EventDraft["links"] {
  const links = said.flatMap(([kind, raw]) => {
    const url = webAddress(raw);
    return url === undefined ? [] : [{ kind, url }];
  });
  const known = new Map(links.map((link) => [link.url, link]));
  return [...known.values()];
}

/** A name as a part of an origin: the same however it is written, and never too long for an index. */
export const keyOf = (...names: readonly string[]): string => {
  const key = fold(names.filter((name) => name !== "").join(" "));
  return key.length <= 100 ? key : createHash("sha256").update(key).digest("hex").slice(0, 32);
};

/** A place by its number at the source, else by its name and address. */
export function placeOf(
  source: string,
  said: {
    id?: string | undefined;
    title: string;
    address: string;
    latitude?: number | undefined;
    longitude?: number | undefined;
  },
): PlaceDraft | undefined {
  const title = capitalise(lineOf(said.title || said.address, 200));
  const address = said.title === "" ? "" : lineOf(said.address, 300);
  if (title === "") return undefined;
  const { latitude = 0, longitude = 0 } = said;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return {
    origin: `${source}:${said.id ?? keyOf(title, address)}`,
    texts: { ru: { title, ...(address && { address }) } },
    // 0, 0 lies in the ocean: it stands for "unknown".
    ...(isOnEarth && (latitude !== 0 || longitude !== 0) && { latitude, longitude }),
  };
}

export function institutionOf(source: string, id: string | undefined, name: string): InstitutionDraft | undefined {
  const line = lineOf(name, 200);
  return line === "" ? undefined : { origin: `${source}:${id ?? keyOf(line)}`, names: { ru: line } };
}

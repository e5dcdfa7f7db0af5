import type { Reader, Services } from "../../bot/context.ts";
import { findOfferIds } from "../../bot/offers/index-store.ts";
import type { StandingOffer } from "../../bot/offers/offer.ts";
import { findOffersByIds } from "../../bot/offers/offer-store.ts";
import { formatOfferRow } from "../../bot/offers/words.ts";
import { isOfSection } from "../../bot/programme/search/query/understanding.ts";
import type { SearchOutcome } from "../../bot/programme/search/search-store.ts";
import { fold } from "../../bot/text/fold.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";

/** So many stand beside events that were found; more where there were none. */
const most = { found: 2, nearest: 3, nothing: 5 } as const satisfies Record<SearchOutcome["kind"], number>;

/** What is there without a date and has all words of a search, with those that name a section: no day bounds it. */
export async function findOffersMeant(
  { database }: Pick<Services, "database">,
  { now }: Reader,
  { kind, understanding: { words, terms, said } }: SearchOutcome,
): Promise<StandingOffer[]> {
  const asked = [...words, ...terms.filter(isOfSection).flatMap((term) => term.words)];
  // "Kazan in two hours" is a title: nobody asks for what begins then.
  const ways = asked.length === 0 || asked.length === said.length ? [said] : [said, asked];
  const found = await Promise.all(ways.map((way) => findOfferIds(database, way, { now, limit: most[kind] })));
  const ids = [...new Set(found.flat())].slice(0, most[kind]);
  return ids.length === 0 ? [] : findOffersByIds(database, ids);
}

/** Whether the title of one of them in any language begins with what was typed. */
export function isCalledSo(offers: readonly StandingOffer[], text: string): boolean {
  const typed = fold(text);
  const titles = offers.flatMap(({ texts }) => Object.values(texts).map(({ title }) => fold(title)));
  return typed !== "" && titles.some((title) => title === typed || title.startsWith(`${typed} `));
}

/** The section of a search for what is there without a date; null without any. */
export function formatFound(offers: readonly StandingOffer[], reader: Reader): Html | null {
  if (offers.length === 0) return null;
  return joinLines(
    html`\n<i>${reader.t("always.found")}</i>`,
    ...offers.map((offer) => formatOfferRow(offer, reader)),
    "",
  );
}

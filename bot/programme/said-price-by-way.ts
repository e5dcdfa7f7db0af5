import { parsePrice, type SaidPrice } from "./said-price.ts";

const fromHome =
  /(?<!\p{L})(?:онлайн|он-лайн|трансляци|прям(?:ой|ого) эфир|туры эфир|из дома|дистанционн|өйдән|online|stream|from home|broadcast)/iu;
const free = /бесплатн|свободн|түләүсез|бушлай|free|(?<!\d)0\s?(?:₽|руб|сум)/iu;
/** Where one thought ends and the next begins; a decimal point and a range are inside of one. */
const clauses = /[\n;!?]|[.,](?=\s|$)|\s[–—]\s(?=(?:в |зал|на месте|очно|залда|hall|in ))|\s(?:а|но|ә|but|and|и)\s/iu;

/**
 * Adds to a price what its text says of watching from home: "онлайн бесплатно, в зале 300–1200 ₽". Where nothing but that is
 * free, and people come to a hall as well (`hasHall`), the hall's price is not known to be nothing.
 */
export function priceByWay(price: SaidPrice, text: string, hasHall = false): SaidPrice {
  const said = text.slice(0, 20_000).split(clauses);
  const gifts = said.filter((clause) => free.test(clause));
  const isFreeFromHome = gifts.some(
    (clause) => fromHome.test(clause) && !/[1-9]\d*\s?(?:₽|руб|сум|р\.)/iu.test(clause),
  );
  if (!isFreeFromHome) return price;
  // "Online 0 ₽, hall 500 ₽": the nothing is no price of the hall.
  const paid = said.filter((clause) => !gifts.includes(clause)).join("; ");
  if (!price.isFree) return { ...(price.priceMin === 0 ? parsePrice(paid, false) : price), isFreeOnline: true };
  const isOnlyThat = gifts.every((clause) => fromHome.test(clause));
  return hasHall && isOnlyThat ? { isFree: false, isFreeOnline: true } : price;
}

import { formatHours, formatOpenNow } from "../opening/words.ts";
import { formatAge } from "../words/age.ts";
import { capitalise, lowerFirst } from "../words/capitalise.ts";
import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import { chooseFields, textIn } from "../words/language.ts";
import { languageLine } from "../words/language-line.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatPrice } from "../words/price.ts";
import { formatWhere } from "../words/where.ts";
import { type RouteStop, type StandingOffer, townKinds } from "./offer.ts";

/** Whom a standing offer is told, and when; `zone` is the city's. */
export interface OfferReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** Characters of a text that are shown at first, and at most. */
const shortBody = 200;
const longestBody = 3_000;

const wordsOf = ({ texts }: Pick<StandingOffer, "texts">, t: Translate) => chooseFields(texts, t.language);

/** The title in the reader's language or the next one. */
export const offerTitle = (offer: Pick<StandingOffer, "texts">, t: Translate): string =>
  wordsOf(offer, t)?.fields.title || t("always.untitled");

/** Whether there is more text than the card shows at first. */
export const hasMoreText = (offer: StandingOffer, t: Translate): boolean =>
  (wordsOf(offer, t)?.fields.body ?? "").length > shortBody;

/** The card: what it is, whose, where, whether it is open, what it costs, what it says. */
export function formatOffer(offer: StandingOffer, reader: OfferReader, whole: boolean): Html {
  const { t } = reader;
  const words = wordsOf(offer, t);
  const body = words?.fields.body ?? "";
  return joinLines(
    html`<b>${offerTitle(offer, t)}</b>`,
    [
      t(`always.kind.${offer.kind}`),
      ...(offer.ageMin === null ? [] : [formatAge(offer.ageMin, t)]),
      ...offer.audiences.map((audience) => lowerFirst(t(`audience.${audience}`))),
    ].join(" · "),
    "",
    textIn(offer.institution, t.language) ?? null,
    whereLine(offer, t),
    offer.hours === null ? null : html`<b>${formatOpenNow(offer.hours, reader)}</b>`,
    offer.hours === null ? null : capitalise(formatHours(offer.hours, reader)),
    priceLine(offer, t),
    body === "" ? null : html`\n${cutAtWord(body, whole ? longestBody : shortBody)}`,
    words && languageLine({ title: words.languages.title, text: words.languages.body }, t),
  );
}

/** The place with its address, unless it is called as the institution is. */
function whereLine({ place, institution }: StandingOffer, t: Translate): string | null {
  const words = place && chooseFields(place.texts, t.language)?.fields;
  if (!words) return null;
  const isHouse = words.title === textIn(institution, t.language);
  return isHouse ? words.address : formatWhere(words, t);
}

const priceLine = (offer: StandingOffer, t: Translate): string | null => {
  const price = formatPrice(offer, t);
  return price === null ? null : capitalise(price);
};

/** A row of a list: the title, and below it what it is, whether it is open, what it costs. */
export function formatOfferRow(offer: StandingOffer, reader: OfferReader): Html {
  const { t } = reader;
  const facts = [
    t(`always.kind.${offer.kind}`),
    offer.hours === null ? (townKinds.includes(offer.kind) ? null : t("always.from_home")) : open(offer, reader),
    formatPrice(offer, t),
  ];
  return joinLines(
    html`<b>${cutAtWord(offerTitle(offer, t), 80)}</b>`,
    facts.filter((fact) => fact !== null).join(" · "),
  );
}

const open = ({ hours }: StandingOffer, reader: OfferReader): string | null => {
  if (hours === null) return null;
  // Within the row it is no beginning of a sentence; a Tatar one begins with its figures.
  return lowerFirst(formatOpenNow(hours, reader));
};

/** The title of a stop in the reader's language or the next one. */
export const stopTitle = ({ texts }: Pick<RouteStop, "texts">, t: Translate): string =>
  textIn(texts, t.language)?.title ?? "";

/** A stop with its number: title, and what there is to know. */
export function formatStop(stop: RouteStop, number: number, t: Translate): Html {
  const words = chooseFields(stop.texts, t.language)?.fields;
  return joinLines(
    html`<b>${t("always.stop", { number: String(number), title: words?.title ?? "" })}</b>`,
    words?.body ? words.body : null,
  );
}

import { intlLocales } from "./intl.ts";
import type { Language } from "./language.ts";
import type { Translate } from "./messages/translator.ts";
import { formatNumber } from "./numbers.ts";

export interface Price {
  isFree: boolean;
  /** Whole units of `currency`; null or left out when nobody said. */
  priceMin?: number | null;
  priceMax?: number | null;
  /** ISO 4217, default RUB. */
  currency?: string | null;
}

/** A price as it stands inside a sentence: "от 350 ₽", "350–800 ₽", "бесплатно"; null when it is not known. */
export function formatPrice(price: Price, t: Translate): string | null {
  if (price.isFree || (price.priceMin === 0 && price.priceMax === 0)) return t("price.free");
  // "From 0" of what is not free tells nothing.
  const min = price.priceMin || null;
  const max = price.priceMax || null;
  const currency = price.currency ?? "RUB";
  return currency === "RUB" ? formatRoubles(min, max, t) : formatOther(min, max, currency, t);
}

/** A price by each way of taking part: what is free from home may cost something in the hall. */
export interface Prices extends Price {
  attendanceMode: "online" | "on_site" | "mixed";
  isFreeOnline: boolean;
}

/** What somebody said of prices, as it will be shown: a price from home is one of two. */
export const pricesOf = ({ isFreeOnline = false, ...price }: Price & { isFreeOnline?: boolean }): Prices => ({
  ...price,
  isFreeOnline,
  attendanceMode: isFreeOnline ? "mixed" : "on_site",
});

/** Both prices where they differ: "онлайн бесплатно, в зале 300–1 200 ₽"; one of them for who goes, or stays at home. */
export function formatPrices(price: Prices, t: Translate, way: "home" | "town" | "both" = "both"): string | null {
  const hall = formatPrice(price, t);
  if (price.attendanceMode !== "mixed" || !price.isFreeOnline || price.isFree || way === "town") return hall;
  if (way === "home") return t("price.free");
  const online = t("price.online_free");
  return hall === null ? online : t("price.by_way", { online, hall });
}

/** Roubles have their own messages: in Tatar they are a word that takes endings, "350 сумнан". */
function formatRoubles(min: number | null, max: number | null, t: Translate): string | null {
  const number = (value: number) => formatNumber(value, t.language);
  if (min !== null && max !== null && max > min) return t("price.roubles", { amount: `${number(min)}–${number(max)}` });
  if (min !== null) return t(min === max ? "price.roubles" : "price.from_roubles", { amount: number(min) });
  return max === null ? null : t("price.up_to_roubles", { amount: number(max) });
}

function formatOther(min: number | null, max: number | null, currency: string, t: Translate): string | null {
  const format = currencyFormat(currency, t.language);
  // Intl puts spaces or a hyphen between the ends in some languages.
  if (min !== null && max !== null && max > min) return format.formatRange(min, max).replace(/\s?[-–]\s?/u, "–");
  if (min !== null) return min === max ? format.format(min) : t("price.from", { amount: format.format(min) });
  return max === null ? null : t("price.up_to", { amount: format.format(max) });
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

function currencyFormat(currency: string, language: Language): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const format =
    currencyFormats.get(key) ??
    new Intl.NumberFormat(intlLocales[language], {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      maximumFractionDigits: 0,
    });
  currencyFormats.set(key, format);
  return format;
}

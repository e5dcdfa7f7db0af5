import { parseTypedAddress, webAddress } from "../../../net/web-address.ts";
import { guessPrice } from "../../../programme/editing/extract/extract-price.ts";
import { guessAccessibility, guessAudiences } from "../../../programme/editing/extract/extract-traits.ts";
import {
  type Accessibility,
  type AgeRating,
  type Audience,
  type LinkKind,
  type Section,
  sections,
} from "../../../programme/event.ts";
import { parsePrice, type SaidPrice } from "../../../programme/said-price.ts";
import { priceByWay } from "../../../programme/said-price-by-way.ts";
import { lookUp } from "../../../programme/search/lexicon/lexicon.ts";
import { sectionOfTitle } from "../../../programme/section-of-title.ts";
import { fold } from "../../../text/fold.ts";
import { parseAge } from "../../kudago/age.ts";
import type { RecordProblem } from "../../problem.ts";
import { shorten } from "../../text/clean-text.ts";
import type { Cell, Cells } from "../record.ts";
import { isPlaceholder, lineOf, textOf } from "./cells.ts";

/** Each reads an optional cell: what it does not understand becomes a remark and costs nothing else. */
type Warnings = RecordProblem[];

/** By its own name, else by any word for it; without any by the title. */
export function sectionOf(cells: Cells, title: string, warnings: Warnings): Section {
  const said = lineOf(cells.section, 100);
  const guessed = sectionOfTitle(title);
  if (!said) {
    if (!guessed) warnings.push({ code: "guessed_section", section: "shows" });
    return guessed ?? "shows";
  }
  const named = sections.find((section) => section === said.toLowerCase());
  const section = named ?? sectionNamed(fold(said).split(" ")) ?? sectionOfTitle(said);
  if (section) return section;
  const taken = guessed ?? "shows";
  warnings.push({ code: "other_section", said: shorten(said, 40), section: taken });
  return taken;
}

function sectionNamed(words: readonly string[]): Section | undefined {
  const found = lookUp(words, 0);
  if (found?.length !== words.length) return undefined;
  return found.meaning.kind === "exhibition"
    ? "museums"
    : found.meaning.kind === "section"
      ? found.meaning.value
      : undefined;
}

const everybody = /для всех|без ограничен|любой|барысы|бар яшь|all ages|everyone|any age/iu;

export function ageOf(cells: Cells, warnings: Warnings): AgeRating | undefined {
  const said = textOf(cells.age).trim();
  if (said === "") return undefined;
  const age = said === "0" || everybody.test(said) ? 0 : parseAge(said);
  if (age === undefined) warnings.push({ code: "bad_age_left_out", said: shorten(said, 40) });
  return age;
}

/** Reads the price from its column, else from that of tickets, where many write it. */
export function priceOf(cells: Cells, warnings: Warnings): SaidPrice {
  const said = textOf(cells.price);
  const price = said === "" ? ticketPrice(cells.ticket) : priceByWay(parsePrice(said, false), said);
  const isUnderstood = price.isFree || price.priceMin !== undefined || price.priceMax !== undefined;
  if (said !== "" && !isUnderstood) warnings.push({ code: "bad_price", said: shorten(said, 40) });
  return price;
}

/** A price among the tickets has its currency, or says "free". */
function ticketPrice(cell: Cell | undefined): SaidPrice {
  const said = textOf(cell);
  return guessPrice(said)?.value ?? { isFree: false };
}

const addressOf = (cell: Cell | undefined): string | undefined => {
  const said = textOf(cell).trim();
  return /[^\s.]\.[^\s.]/u.test(said) ? webAddress(parseTypedAddress(said)) : undefined;
};

export function linksOf(cells: Cells, warnings: Warnings): { kind: LinkKind; url: string }[] {
  return (["ticket", "stream", "recording", "site"] as const).flatMap((kind) => {
    const said = textOf(cells[kind]).trim();
    if (said === "") return [];
    const url = addressOf(said);
    if (url !== undefined) return [{ kind, url }];
    const isPrice = kind === "ticket" && isPlaceholder(cells.price) && guessPrice(said) !== null;
    if (!isPrice) warnings.push({ code: "bad_address_left_out", said: shorten(said, 40) });
    return [];
  });
}

export function posterOf(cells: Cells, warnings: Warnings): string | undefined {
  const said = textOf(cells.poster).trim();
  const url = said === "" ? undefined : addressOf(said);
  if (said !== "" && url === undefined) warnings.push({ code: "bad_address_left_out", said: shorten(said, 40) });
  return url;
}

const audienceWords: readonly (readonly [Audience, RegExp])[] = [
  ["children", /дет|школьник|дошкол|балалар|kids|child/iu],
  ["family", /сем|гаил|famil/iu],
  ["seniors", /пенсион|старш|пожил|55\+|60\+|өлкән|senior/iu],
];

export function audiencesOf(cells: Cells, warnings: Warnings): Audience[] {
  const said = textOf(cells.audience);
  const found = new Set([
    ...guessAudiences(said),
    ...audienceWords.filter(([, pattern]) => pattern.test(said)).map(([audience]) => audience),
  ]);
  if (said !== "" && found.size === 0 && !everybody.test(said))
    warnings.push({ code: "bad_value", said: shorten(said, 40) });
  return [...found];
}

/** In a column of its own a word is enough. */
const accessWords: readonly (readonly [Accessibility, RegExp])[] = [
  ["sign_language", /жест|ишар|sign/iu],
  ["subtitles", /субтитр|subtitle|caption/iu],
  ["wheelchair", /коляс|пандус|wheelchair|step-free/iu],
  ["quiet_hour", /тих|тыныч|quiet|relaxed/iu],
];

export function accessOf(cells: Cells, warnings: Warnings): Accessibility[] {
  const said = textOf(cells.access);
  const found = [
    ...new Set([
      ...guessAccessibility(said),
      ...accessWords.filter(([, pattern]) => pattern.test(said)).map(([access]) => access),
    ]),
  ];
  if (said !== "" && found.length === 0) warnings.push({ code: "bad_value", said: shorten(said, 40) });
  return found;
}

/** BCP 47 tag of the language that an event is held in. */
export function heldInOf(cells: Cells, warnings: Warnings): string | undefined {
  const said = textOf(cells.language).trim().toLowerCase();
  if (said === "") return undefined;
  const known = (
    [
      ["tt", /^тат|^tat|^tt$/u],
      ["ru", /^рус|^rus|^ru$|^урыс/u],
      ["en", /^англ|^eng|^en$|^инглиз/u],
    ] as const
  ).filter(([, pattern]) => said.split(/[\s,;/+]+/u).some((word) => pattern.test(word)));
  const [only, ...others] = known;
  if (only && others.length === 0) return only[0];
  warnings.push({ code: "bad_value", said: shorten(said, 40) });
  return undefined;
}

/** "55.79, 49.12": degrees, WGS 84. */
export function positionOf(cells: Cells, warnings: Warnings): { latitude: number; longitude: number } | undefined {
  const said = textOf(cells.coordinates).trim();
  if (said === "") return undefined;
  const [, latitude = "", longitude = ""] = /^(-?\d{1,2}[.,]\d{1,9})[\s;,]+(-?\d{1,3}[.,]\d{1,9})$/u.exec(said) ?? [];
  if (latitude !== "" && Math.abs(Number(latitude.replace(",", "."))) <= 90)
    return { latitude: Number(latitude.replace(",", ".")), longitude: Number(longitude.replace(",", ".")) };
  warnings.push({ code: "bad_value", said: shorten(said, 40) });
  return undefined;
}

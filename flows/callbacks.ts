import type { Language } from "../bot/programme/event.ts";
import { languages } from "../bot/programme/event.ts";
import type { FilterGroup, Filters, Listing } from "../bot/programme/listing/listing.ts";
import { filterGroups } from "../bot/programme/listing/listing.ts";
import { defineCallback, packId, plainCallback, unpackId } from "../bot/telegram/callback.ts";
import { packFilters, packListing, unpackFilters, unpackListing } from "./listing-code.ts";

/** Every button of the bot by its screen: one or two letters and the state. Never give a letter to another screen. */

export const menuCallback = plainCallback("m");
export const helpCallback = plainCallback("h");
export const settingsCallback = plainCallback("st");
export const privacyCallback = plainCallback("pv");
export const eraseCallback = plainCallback("er");
export const searchAskCallback = plainCallback("sa");

/** Ends the running dialogue; the one button that dialogues share. */
export const cancelCallback = plainCallback("x");

export const languageCallback = defineCallback<Language>(
  "ln",
  (language) => language,
  (text) => languages.find((language) => language === text),
);

export const listCallback = defineCallback<Listing>("l", packListing, unpackListing);

/** The panel of filters over a list. */
export const filtersCallback = defineCallback<Listing>("f", packListing, unpackListing);

/** The choices of one group of filters. */
export const filterCallback = defineCallback<{ group: FilterGroup; listing: Listing }>(
  "fg",
  ({ group, listing }) => `${filterGroups.indexOf(group)}~${packListing(listing)}`,
  (text) => {
    const group = filterGroups[Number(text[0])];
    const listing = text[1] === "~" ? unpackListing(text.slice(2)) : undefined;
    return group && listing && { group, listing };
  },
);

/** A month to pick a day from, "2026-11"; null is the current one. */
export const datesCallback = defineCallback<{ month: string | null; filters: Filters }>(
  "d",
  ({ month, filters }) => `${month ?? ""}~${packFilters(filters)}`,
  (text) => {
    const parts = /^(\d{4}-(?:0[1-9]|1[0-2]))?~(.*)$/.exec(text);
    const filters = unpackFilters(parts?.[2] ?? "-");
    return filters && { month: parts?.[1] ?? null, filters };
  },
);

/** Where a card was opened from: the data of that screen's button, "" for nowhere. */
type From = string;

export interface CardState {
  occurrenceId: number;
  /** With its whole text. */
  whole: boolean;
  from: From;
}

export const cardCallback = defineCallback<CardState>(
  "c",
  ({ occurrenceId, whole, from }) => `${packId(occurrenceId)}${whole ? "!" : ""}~${from}`,
  (text) => {
    const parts = /^([0-9a-z]+)(!?)~(.*)$/.exec(text);
    const occurrenceId = unpackId(parts?.[1] ?? "");
    return occurrenceId === undefined ? undefined : { occurrenceId, whole: parts?.[2] === "!", from: parts?.[3] ?? "" };
  },
);

/** The other dates of an event, and the card to go back to. */
export const otherDatesCallback = defineCallback<{ occurrenceId: number; page: number; from: From }>(
  "o",
  ({ occurrenceId, page, from }) => `${packId(occurrenceId)}.${page.toString(36)}~${from}`,
  (text) => {
    const parts = /^([0-9a-z]+)\.([0-9a-z]{1,2})~(.*)$/.exec(text);
    const occurrenceId = unpackId(parts?.[1] ?? "");
    return occurrenceId === undefined
      ? undefined
      : { occurrenceId, page: Number.parseInt(parts?.[2] ?? "0", 36), from: parts?.[3] ?? "" };
  },
);

const byOccurrence = (name: string) => defineCallback<number>(name, packId, unpackId);

/** Buttons of a card that send something beside it. */
export const calendarCallback = byOccurrence("ic");
export const mapCallback = byOccurrence("mp");

export interface SearchState {
  queryId: number;
  /** A bit for each recognised term that the person dropped. */
  dropped: number;
  page: number;
}

export const searchCallback = defineCallback<SearchState>(
  "s",
  ({ queryId, dropped, page }) => [queryId, dropped, page].map(packId).join("~"),
  (text) => {
    const parts = /^([0-9a-z]{1,6})~([0-9a-z]{1,6})~([0-9a-z]{1,3})$/.exec(text);
    const [queryId, dropped, page] = [parts?.[1], parts?.[2], parts?.[3]].map((part) =>
      Number.parseInt(part ?? "", 36),
    );
    const isWhole = queryId !== undefined && queryId > 0 && queryId <= 2_147_483_647;
    return isWhole && dropped !== undefined && page !== undefined ? { queryId, dropped, page } : undefined;
  },
);

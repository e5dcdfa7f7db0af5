import { defineCallback, packId, plainCallback, unpackId } from "../bot/doors/telegram/screen/callback.ts";
import {
  defineCardCallback,
  defineOtherDatesCallback,
  type From,
  menuCallback,
  muteCallback,
  rateCallback,
  snoozeCallback,
} from "../bot/doors/telegram/screen/callbacks.ts";
import type { FilterGroup, Filters, Listing } from "../bot/programme/listing/list-query.ts";
import { filterGroups } from "../bot/programme/listing/list-query.ts";
import { type LeadTime, leadTimes, packLeads, unpackLeads } from "../bot/reminders/lead-times.ts";
import type { Language } from "../bot/words/language.ts";
import { languages } from "../bot/words/language.ts";
import { packFilters, packListing, unpackFilters, unpackListing } from "./programme/list-callback.ts";

/** Every button of the bot by its screen: one or two letters and the state. Never give a letter to another screen. */

export type { CardState } from "../bot/doors/telegram/screen/callbacks.ts";
export { menuCallback, muteCallback, rateCallback, snoozeCallback };

export const helpCallback = plainCallback("h");
export const settingsCallback = plainCallback("st");
export const privacyCallback = plainCallback("pv");
export const eraseCallback = plainCallback("er");
export const downloadCallback = plainCallback("j");
export const searchAskCallback = plainCallback("sa");

/** The buttons that all dialogues share: out of it, a question back, and the answers by their number. */
export const cancelCallback = plainCallback("x");
export const backCallback = plainCallback("ab");
export const choiceCallback = defineCallback<number>("a", packId, (text) =>
  /^[0-9a-z]{1,3}$/.test(text) ? Number.parseInt(text, 36) : undefined,
);

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

/** Forged data may name anything; whatever is not a list or a search leads nowhere. */
const readFrom = (text: string): From =>
  [listCallback, searchCallback, myCallback].some(({ read }) => read(text) !== undefined) ? text : "";

export const cardCallback = defineCardCallback(readFrom);

export const otherDatesCallback = defineOtherDatesCallback(readFrom);

const byOccurrence = (name: string) => defineCallback<number>(name, packId, unpackId);

/** Buttons of a card that send something beside it. */
export const calendarCallback = byOccurrence("ic");
export const mapCallback = byOccurrence("mp");

export interface SearchState {
  /** 64 random bits in base64url. */
  queryId: string;
  /** A bit for each recognised term that the person dropped. */
  dropped: number;
  page: number;
}

export const searchCallback = defineCallback<SearchState>(
  "s",
  ({ queryId, dropped, page }) => [queryId, packId(dropped), packId(page)].join("~"),
  (text) => {
    const [, queryId, dropped, page] = /^([\w-]{11})~([0-9a-z]{1,6})~([0-9a-z]{1,3})$/.exec(text) ?? [];
    if (queryId === undefined || dropped === undefined || page === undefined) return undefined;
    return { queryId, dropped: Number.parseInt(dropped, 36), page: Number.parseInt(page, 36) };
  },
);

// ── reminders ───────────────────────────────────────────────────────────────

/** A date, and where its card was opened from. */
export interface RemindState {
  occurrenceId: number;
  from: From;
}

const ofCard = (name: string) =>
  defineCallback<RemindState>(
    name,
    ({ occurrenceId, from }) => `${packId(occurrenceId)}~${from}`,
    (text) => {
      const parts = /^([0-9a-z]+)~(.*)$/.exec(text);
      const occurrenceId = unpackId(parts?.[1] ?? "");
      return occurrenceId === undefined ? undefined : { occurrenceId, from: readFrom(parts?.[2] ?? "") };
    },
  );

/** On a card: the usual reminder, in one tap. */
export const remindCallback = ofCard("rm");

/** On a card: which reminders there are to choose from. */
export const leadsCallback = ofCard("rc");

/** On a card: no reminder any more. */
export const forgetCallback = ofCard("rx");

/** One lead time to be on or off: pressed twice it is still that. */
export const leadCallback = defineCallback<RemindState & { lead: LeadTime; on: boolean }>(
  "rt",
  ({ occurrenceId, lead, on, from }) => `${packId(occurrenceId)}.${leadTimes.indexOf(lead)}${on ? "+" : "-"}~${from}`,
  (text) => {
    const parts = /^([0-9a-z]+)\.(\d)([+-])~(.*)$/.exec(text);
    const occurrenceId = unpackId(parts?.[1] ?? "");
    const lead = leadTimes[Number(parts?.[2])];
    if (occurrenceId === undefined || lead === undefined) return undefined;
    return { occurrenceId, lead, on: parts?.[3] === "+", from: readFrom(parts?.[4] ?? "") };
  },
);

const readPage = (text: string): number | undefined =>
  /^[0-9a-z]{1,3}$/.test(text) ? Number.parseInt(text, 36) : undefined;

/** A page of what a person wants to be reminded of. */
export const myCallback = defineCallback<number>("rl", packId, readPage);

/** Takes a date off that list. */
export const removeCallback = defineCallback<{ occurrenceId: number; page: number }>(
  "rd",
  ({ occurrenceId, page }) => `${packId(occurrenceId)}.${packId(page)}`,
  (text) => {
    const [id = "", pageText = ""] = text.split(".");
    const [occurrenceId, page] = [unpackId(id), readPage(pageText)];
    return occurrenceId === undefined || page === undefined ? undefined : { occurrenceId, page };
  },
);

/** Brings back what was taken off: onto a page of the list, or with null on a card. */
export const undoCallback = defineCallback<{ occurrenceId: number; leads: LeadTime[]; page: number | null }>(
  "ru",
  ({ occurrenceId, leads, page }) =>
    [packId(occurrenceId), packLeads(leads), page === null ? "" : packId(page)].join("."),
  (text) => {
    const parts = /^([0-9a-z]+)\.(\d{1,2})\.([0-9a-z]*)$/.exec(text);
    const occurrenceId = unpackId(parts?.[1] ?? "");
    if (occurrenceId === undefined) return undefined;
    return { occurrenceId, leads: unpackLeads(Number(parts?.[2])), page: readPage(parts?.[3] ?? "") ?? null };
  },
);

/** What is asked or set about quiet hours: an hour is one of the wall clock. */
export type QuietState =
  | { kind: "show" | "off" | "on" | "ask from" | "ask until" }
  | { kind: "from" | "until"; hour: number };

const quietLetters = { show: "", off: "0", on: "1", "ask from": "f", "ask until": "u" } as const;

export const quietCallback = defineCallback<QuietState>(
  "rh",
  (state) => ("hour" in state ? `${state.kind === "from" ? "f" : "u"}${state.hour}` : quietLetters[state.kind]),
  (text) => {
    for (const kind of ["show", "off", "on", "ask from", "ask until"] as const) {
      if (quietLetters[kind] === text) return { kind };
    }
    const parts = /^([fu])(\d|1\d|2[0-3])$/.exec(text);
    return parts ? { kind: parts[1] === "f" ? "from" : "until", hour: Number(parts[2]) } : undefined;
  },
);

/** The list of time zones with null, or one to be set by its place in the list. */
export const zoneCallback = defineCallback<number | null>(
  "rz",
  (index) => (index === null ? "" : String(index)),
  (text) => (text === "" ? null : /^\d{1,2}$/.test(text) ? Number(text) : undefined),
);

/** Asks for a shared location to find the zone by. */
export const zoneByPlaceCallback = plainCallback("rp");

export {
  digestCallback,
  digestListCallback,
  digestPanelCallback,
  digestSectionsCallback,
  setDigestCallback,
  stopDigestCallback,
} from "../bot/digests/callbacks.ts";

export const personalCalendarCallback = plainCallback("k");
export const askReplaceCalendarCallback = plainCallback("kr");
export const replaceCalendarCallback = plainCallback("ky");

export const devices = ["iphone", "android", "computer"] as const;

/** How the personal calendar gets into a device. */
export const calendarHelpCallback = defineCallback<(typeof devices)[number]>(
  "kh",
  (device) => device,
  (text) => devices.find((device) => device === text),
);

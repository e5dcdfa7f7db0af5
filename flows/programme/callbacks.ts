import {
  defineCallback,
  from,
  idCallback,
  plainCallback,
  type StateOf,
} from "../../bot/doors/telegram/screen/callback.ts";
import { after, count, fields, id, optional, page, text } from "../../bot/doors/telegram/screen/codec.ts";
import { letterOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { filterGroups } from "../../bot/programme/listing/list-query.ts";
import { filtersCodec, listingCodec, longestCarried, scopeCodec, searchFiltersCodec } from "./list-codec.ts";

/** Buttons of lists, of the panels over them, of searches, and of a card. */

export const listCallback = defineCallback("l", listingCodec, { isOrigin: true });

/** The panel of filters over a list. */
export const filtersCallback = defineCallback("f", listingCodec);

/** A group of filters. */
const group = letterOf(
  filterGroups,
  {
    ...{ section: "s", kind: "k", free: "f", age: "a", audience: "u", accessibility: "x" },
    ...{ heldIn: "l", price: "p", part: "d", institution: "i", year: "y" },
  },
  ["section", "kind", "free", "age", "audience", "accessibility"],
);

/** The choices of one group of filters. */
export const filterCallback = defineCallback("fg", fields("{group}~{listing}", { group, listing: listingCodec }));

/** A month to pick a day from, "2026-11"; null is the current one. `back` is the list that the picker was opened from. */
export const datesCallback = defineCallback(
  "d",
  fields("{month}~{filters}{back}", {
    month: optional(text("\\d{4}-(?:0[1-9]|1[0-2])")),
    filters: filtersCodec,
    back: optional(after("~", scopeCodec)),
  }),
);

/** Asks for the words of a search. */
export const searchAskCallback = plainCallback("sa");

/** Searches for the message that stands above this button. */
export const searchThisCallback = plainCallback("vq");

/**
 * A page of what a search found. `queryId` is 64 random bits in base64url; `dropped` has a bit for each recognised term that
 * the person dropped.
 */
const searchCodec = fields("{queryId}~{dropped}~{page}{filters}", {
  queryId: text("[\\w-]{11}"),
  dropped: count,
  page,
  filters: searchFiltersCodec,
});

export const searchCallback = defineCallback("s", searchCodec, { isOrigin: true });

export type SearchState = StateOf<typeof searchCallback>;

/** The panel of filters over what a search found, and the choices of one of its groups. */
export const searchFiltersCallback = defineCallback("sf", searchCodec);
export const searchFilterCallback = defineCallback("sg", fields("{group}~{search}", { group, search: searchCodec }));

/** Whether a card can carry a search, whatever page it is on. */
export const isSearchCarried = (state: SearchState): boolean =>
  Buffer.byteLength(searchCallback.data({ ...state, page: 36 ** 3 - 1 })) <= longestCarried;

/** A page of what is like the event of a date, whose card it leads back to. */
const similarCodec = fields("{occurrenceId}~{page}{filters}", { occurrenceId: id, page, filters: searchFiltersCodec });

export const similarCallback = defineCallback("cs", similarCodec, { isOrigin: true });

export type SimilarState = StateOf<typeof similarCallback>;

/** The panel of filters over what is like an event, and the choices of one of its groups. */
export const similarFiltersCallback = defineCallback("cf", similarCodec);
export const similarFilterCallback = defineCallback(
  "cg",
  fields("{group}~{similar}", { group, similar: similarCodec }),
);

/** Whether a card can carry what is like another one, whatever page it is on. */
export const isSimilarCarried = (state: SimilarState): boolean =>
  Buffer.byteLength(similarCallback.data({ ...state, page: 36 ** 3 - 1 })) <= longestCarried;

/** The page of an institution, and the date whose card or the article that it was opened from, for the way back. */
export const institutionCallback = defineCallback(
  "hi",
  fields("{institutionId}{occurrenceId}{articleId}", {
    institutionId: id,
    occurrenceId: optional(after(".", id)),
    articleId: optional(after("~", id)),
  }),
  { isOrigin: true },
);

/** The data of a button that opens the page of an institution from elsewhere than a card: from an article, or from nowhere. */
export const institutionData = (institutionId: number, articleId: number | null = null): string =>
  institutionCallback.data({ institutionId, occurrenceId: null, articleId });

/** Follows an institution, and no more. */
export const followInstitutionCallback = idCallback("hf");
export const unfollowInstitutionCallback = idCallback("hu");

const recordingCodec = fields("{occurrenceId}~{from}", { occurrenceId: id, from });

/** A date, and where its card was opened from. */
export type RecordingState = StateOf<typeof wishRecordingCallback>;

/** On a card: tell me when the recording is there; what is set, with the way to take it back; and taking it back. */
export const wishRecordingCallback = defineCallback("yv", recordingCodec);
export const recordingWishedCallback = defineCallback("yo", recordingCodec);
export const unwishRecordingCallback = defineCallback("yz", recordingCodec);

/** Buttons of a card that send something beside it. */
export const calendarCallback = idCallback("ic");
export const mapCallback = idCallback("mp");

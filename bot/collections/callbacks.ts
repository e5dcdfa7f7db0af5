import { defineCallback, idCallback, plainCallback, type StateOf } from "../doors/telegram/screen/callback.ts";
import { after, fields, id, optional, page } from "../doors/telegram/screen/codec.ts";
import { letterOf, oneOf } from "../doors/telegram/screen/list-codec.ts";
import { languages } from "../words/language.ts";
import { arrangements } from "./arrange.ts";

/** Buttons of collections, festivals and Nights. */

/** What it is (`about`), or its programme in one of its orders. */
export const faces = ["about", ...arrangements] as const;

export const collectionCallback = defineCallback(
  "kc",
  fields("{collectionId}.{face}.{page}{articleId}", {
    collectionId: id,
    face: letterOf(faces, { about: "a", hour: "h", place: "p", section: "k" }),
    page,
    // The article that it was opened from, for the way back.
    articleId: optional(after("~", id)),
  }),
  { isOrigin: true },
);

export type CollectionState = StateOf<typeof collectionCallback>;

/** What is current. */
export const collectionsCallback = defineCallback("kl", page);

/** The way through its places. */
export const routeCallback = idCallback("kt");

/** Sets and takes away the reminder of the whole; a file for calendars. */
export const remindCollectionCallback = idCallback("kn");
export const dropCollectionCallback = idCallback("kd");
export const collectionFileCallback = idCallback("ki");

// ── for staff ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const editCollectionsCallback = defineCallback("kb", page);
export const editCollectionCallback = idCallback("ks");
export const newCollectionCallback = plainCallback("kg");

export const collectionWordsCallback = defineCallback(
  "ke",
  fields("{collectionId}~{language}", { collectionId: id, language: oneOf(languages) }),
);
export const collectionDatesCallback = idCallback("kw");

/** Publishes it, asks whether to withdraw it, withdraws it. */
export const publishings = ["publish", "ask", "withdraw"] as const;
export const publishCollectionCallback = defineCallback(
  "kp",
  fields("{collectionId}~{step}", { collectionId: id, step: oneOf(publishings) }),
);

/** Adds events or courses by what they are called, or a rule; says what it is a part of. */
export const addToCollectionCallback = defineCallback(
  "ka",
  fields("{collectionId}~{what}", { collectionId: id, what: oneOf(["events", "courses"]) }),
);
export const collectionRuleCallback = idCallback("ku");
export const collectionParentCallback = idCallback("ko");

/** What was put into it, and one of that to be moved or taken out. */
export const membersCallback = defineCallback("km", fields("{collectionId}.{page}", { collectionId: id, page }));
export const memberMoves = ["show", "up", "down", "out"] as const;
export const memberCallback = defineCallback(
  "kx",
  fields("{memberId}~{move}", { memberId: id, move: oneOf(memberMoves) }),
);

export const collectionQrCallback = idCallback("kq");
export const collectionNumbersCallback = idCallback("kv");

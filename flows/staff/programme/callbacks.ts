import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { count, fields, id, optional, page, text } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import type { StaffShelf } from "../../../bot/programme/editing/list-events-store.ts";
import { type Section, sections } from "../../../bot/programme/event.ts";

/** Buttons of the programme's editors. */

const shelves: readonly StaffShelf[] = ["coming", "drafts", "withdrawn", "past"];

/** A page of a shelf of the programme. */
export const programmeCallback = defineCallback(
  "pm",
  fields("{shelf}~{page}", { shelf: oneOf(shelves, ["coming", "drafts", "withdrawn", "past"]), page }),
);

/** A page of a shelf by what it is sifted by: from a day on, of an institution, of a section. */
export interface Sifted {
  shelf: StaffShelf;
  page: number;
  /** The first day of the city, "2026-12-01"; null: whenever. */
  from: string | null;
  institutionId: number | null;
  section: Section | null;
}

const sifted = {
  shelf: oneOf(shelves),
  page,
  from: optional(text("\\d{4}-\\d\\d-\\d\\d")),
  institutionId: optional(id),
  section: optional(oneOf(sections)),
};
const siftedShape = "{shelf}~{page}~{from}~{institutionId}~{section}";

export const siftedCallback = defineCallback("pg", fields<Sifted>(siftedShape, sifted));

/** What there is to sift by: months, institutions, sections. */
export const siftByCallback = defineCallback(
  "po",
  fields<Sifted & { by: "month" | "house" | "section" }>(`{by}~${siftedShape}`, {
    by: oneOf(["month", "house", "section"]),
    ...sifted,
  }),
);

export const newEventCallback = plainCallback("pn");
export const pasteEventCallback = plainCallback("pa");
/** Goes on with what was begun. */
export const resumeCallback = plainCallback("pr");
export const searchProgrammeCallback = plainCallback("ps");

/** An event for its editors. */
export const eventCallback = idCallback("pe");

/** What is changed rarely. */
export const detailsCallback = idCallback("pd");

/** Opens what else may be done to an event. */
export const moreCallback = idCallback("pk");

/** A button of the preview, which does nothing. */
export const deadCallback = idCallback("pt");

/** Takes the changes since a revision back, while nobody changed the event again. */
export const undoCallback = defineCallback(
  "pu",
  fields("{eventId}~{since}~{revision}", { eventId: id, since: count, revision: count }),
);

/** A QR code of the card, and a text about it for other networks. */
export const qrCallback = idCallback("pq");
export const postTextCallback = idCallback("pj");

/** Deletes a draft, after it was asked whether to. */
export const deleteDraftCallback = idCallback("pz");

/** The card as residents see it. */
export const previewCallback = idCallback("pp");

/** Everything that may be done to an event. */
export const edits = [
  "move",
  "postpone",
  "cancel",
  "restore",
  "add",
  "where",
  "words",
  "links",
  "recording",
  "price",
  "age",
  "section",
  "poster",
  "access",
  "audience",
  "institution",
  "copy",
  "publish",
  "publish_at",
  "unpublish",
  "withdraw",
  "bring_back",
  "title",
  "who",
  "body",
  "ru",
  "tt",
  "en",
  "correct",
  "delete",
  "conversation",
] as const;
export type Edit = (typeof edits)[number];

const formerEdits: readonly Edit[] = [
  ...([
    "move",
    "postpone",
    "cancel",
    "restore",
    "add",
    "where",
    "words",
    "links",
    "recording",
    "price",
    "age",
  ] as const),
  ...([
    "section",
    "poster",
    "access",
    "audience",
    "institution",
    "copy",
    "publish",
    "publish_at",
    "unpublish",
  ] as const),
  ...(["withdraw", "bring_back"] as const),
];

export const editCallback = defineCallback(
  "pc",
  fields("{edit}~{eventId}", { edit: oneOf(edits, formerEdits), eventId: id }),
);

import { defineCallback, packId, plainCallback, unpackId } from "../../../bot/doors/telegram/screen/callback.ts";
import type { StaffShelf } from "../../../bot/programme/editing/list-events-store.ts";

/** Buttons of the programme's editors. */

const shelves: readonly StaffShelf[] = ["coming", "drafts", "withdrawn", "past"];

/** A page of a shelf of the programme. */
export const programmeCallback = defineCallback<{ shelf: StaffShelf; page: number }>(
  "pm",
  ({ shelf, page }) => `${shelves.indexOf(shelf)}~${packId(page)}`,
  (text) => {
    const [, index, page] = /^(\d)~([0-9a-z]{1,3})$/.exec(text) ?? [];
    const shelf = shelves[Number(index)];
    return shelf && page !== undefined ? { shelf, page: Number.parseInt(page, 36) } : undefined;
  },
);

export const newEventCallback = plainCallback("pn");
export const pasteEventCallback = plainCallback("pa");
export const searchProgrammeCallback = plainCallback("ps");

/** An event for its editors. */
export const eventCallback = defineCallback<number>("pe", packId, unpackId);

/** What is changed rarely. */
export const detailsCallback = defineCallback<number>("pd", packId, unpackId);

/** The card as residents see it. */
export const previewCallback = defineCallback<number>("pp", packId, unpackId);

/** Everything that may be done to an event; buttons carry its place in this list: never reorder. */
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
] as const;
export type Edit = (typeof edits)[number];

export const editCallback = defineCallback<{ edit: Edit; eventId: number }>(
  "pc",
  ({ edit, eventId }) => `${packId(edits.indexOf(edit))}~${packId(eventId)}`,
  (text) => {
    const [index = "", id = ""] = text.split("~");
    const [edit, eventId] = [edits[/^[0-9a-z]$/.test(index) ? Number.parseInt(index, 36) : -1], unpackId(id)];
    return edit === undefined || eventId === undefined ? undefined : { edit, eventId };
  },
);

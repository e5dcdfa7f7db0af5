import { defineCallback, idCallback } from "../doors/telegram/screen/callback.ts";
import { fields, flag, id, page, whole } from "../doors/telegram/screen/codec.ts";
import { limits } from "./vote.ts";

/** Buttons of votes. */

export const voteCallback = idCallback("zv");
/** A voice, on the screen of the vote. */
export const castCallback = defineCallback(
  "zc",
  fields("{voteId}.{option}", { voteId: id, option: whole(0, limits.mostOptions - 1) }),
);

/** A page of votes: those that are open, or those that have ended. */
const list = fields("{isEnded}.{page}", { isEnded: flag("e", "o"), page });
export const votesCallback = defineCallback("zl", list);

// ── for staff ───────────────────────────────────────────────────────────────────────────────────────────────────────

export const editVotesCallback = defineCallback("zs", list);
export const editVoteCallback = idCallback("zo");
export const newVoteCallback = defineCallback("zn", flag("+", "-"));
/** Asks whether to end it, and ends it. */
export const askEndVoteCallback = idCallback("zq");
export const endVoteCallback = idCallback("ze");
/** A draft of an announcement that asks it. */
export const announceVoteCallback = idCallback("za");

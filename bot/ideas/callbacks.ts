import { defineCallback, idCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { fields, id, page } from "../doors/telegram/screen/codec.ts";
import { letterOf } from "../doors/telegram/screen/list-codec.ts";
import { queues, shelves } from "./idea.ts";

/** Buttons of ideas. */

const shelf = letterOf(shelves, { voices: "v", new: "n", soon: "s", mine: "m", done: "d" });

/** A page of a list of ideas. */
export const ideasCallback = defineCallback("id", fields("{shelf}{page}", { shelf, page }));
/** The choice of another list, and of votes. */
export const ideaListsCallback = plainCallback("hz");
/** An idea, and the list that its way back leads to. */
export const ideaCallback = defineCallback("ib", fields("{id}.{shelf}{page}", { id, shelf, page }));
export const newIdeaCallback = plainCallback("in");
/** A voice, on the screen of the idea and under its news. */
export const supportCallback = idCallback("iq");
/** Asks whether to take a voice back, and takes it back. */
export const askWithdrawCallback = idCallback("iz");
export const withdrawCallback = idCallback("ha");

// ── for staff ───────────────────────────────────────────────────────────────────────────────────────────────────────

const queue = letterOf(queues, { voices: "v", oldest: "o", due: "d", held: "h", accepted: "a", closed: "c" });

export const ideaQueueCallback = defineCallback("hc", fields("{queue}{page}", { queue, page }));
export const answerIdeaCallback = idCallback("hd");
/** Says that it is looked at, and that staff agrees. */
export const considerCallback = idCallback("he");
export const acceptIdeaCallback = idCallback("hg");
/** Begin the dialogues that ask for a reason, for what came of it, for what it is the same as. */
export const declineCallback = idCallback("hh");
export const finishCallback = idCallback("hj");
export const mergeCallback = idCallback("hk");
/** Begins what an idea is made into. */
export const turnCallback = defineCallback(
  "hm",
  fields("{kind}{id}", { kind: letterOf(["event", "course", "vote"], { event: "e", course: "c", vote: "v" }), id }),
);
/** A draft of an announcement of what came of ideas. */
export const announceDoneCallback = plainCallback("hn");

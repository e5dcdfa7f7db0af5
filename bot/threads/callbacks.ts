import { defineCallback, idCallback } from "../doors/telegram/screen/callback.ts";
import { type Codec, fields, flag, id, page } from "../doors/telegram/screen/codec.ts";
import type { About } from "./thread.ts";

/** Buttons of threads: they stand on screens of other rooms and under deliveries. */

const letters = { event: "e", mistake: "m", class: "g", thread: "t" } as const;

/** What to write about: a letter, and the id of it where it has one. */
const about: Codec<About> = {
  pattern: "q|[emgt][0-9a-z]{1,6}",
  encode: (value) => (value.kind === "question" ? "q" : letters[value.kind] + id.encode(value.id)),
  decode(text) {
    if (text === "q") return { kind: "question" };
    const kind = (Object.keys(letters) as (keyof typeof letters)[]).find((each) => text.startsWith(letters[each]));
    const value = id.decode(text.slice(1));
    return kind === undefined || value === undefined ? undefined : { kind, id: value };
  },
};

/** Begins to write to a human, or goes on: the one way in from wherever somebody is. */
export const writeCallback = defineCallback("vw", about);

/** Closes a thread of one's own: everything is clear. */
export const settleCallback = idCallback("vd");

/** Passes the message on that stands above this button, as something about that. */
export const handOnCallback = defineCallback("vs", about);

// ── for staff ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A page of the open threads, or of the closed ones. */
export const threadsCallback = defineCallback("va", fields("{isClosed}{page}", { isClosed: flag("-", ""), page }));

/** A thread, and a page of what was said in it. */
export const threadCallback = defineCallback("vb", fields("{id}.{page}", { id, page }));

/** Begins an answer. */
export const answerCallback = idCallback("vc");

/** Sends the photos, voices and other files of a page of a thread. */
export const filesCallback = defineCallback("vf", fields("{id}.{page}", { id, page }));

export const closeThreadCallback = idCallback("vg");
export const reopenThreadCallback = idCallback("vh");

// ── in a group of the staff ─────────────────────────────────────────────────────────────────────────────────────────

/** Lets questions come into this group, or no more. */
export const staffGroupCallback = defineCallback("vi", flag("+", "-"));

export const groupCloseCallback = idCallback("vj");
export const groupReopenCallback = idCallback("vk");

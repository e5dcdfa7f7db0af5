import type { Method } from "../method.ts";
import * as answers from "./answers.ts";
import * as deletions from "./deletions.ts";
import * as edits from "./edits.ts";
import * as others from "./others.ts";
import * as pins from "./pins.ts";
import * as polls from "./polls.ts";
import * as profile from "./profile.ts";
import * as albums from "./sending/albums.ts";
import * as copies from "./sending/copies.ts";
import * as media from "./sending/media.ts";
import * as messages from "./sending/messages.ts";
import * as topics from "./topics.ts";
import * as updates from "./updates.ts";

/** The methods that exist here: those that the bot uses. Any other is answered with 404. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>(
  Object.entries({
    ...updates,
    ...messages,
    ...media,
    ...albums,
    ...polls,
    ...copies,
    ...edits,
    ...deletions,
    ...pins,
    ...answers,
    ...profile,
    ...topics,
    ...others,
  }),
);

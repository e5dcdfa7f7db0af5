import type { Method } from "../method.ts";
import * as answers from "./answers.ts";
import * as edits from "./edits.ts";
import * as media from "./media.ts";
import * as messages from "./messages.ts";
import * as others from "./others.ts";
import * as profile from "./profile.ts";
import * as updates from "./updates.ts";

const { sendPhoto, sendDocument } = media;

/** The methods that exist here: those that the bot uses. Any other is answered with 404. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>(
  Object.entries({ ...updates, ...messages, sendPhoto, sendDocument, ...edits, ...answers, ...profile, ...others }),
);

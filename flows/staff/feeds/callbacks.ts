import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { page } from "../../../bot/doors/telegram/screen/codec.ts";

/** Buttons of feeds; that of one feed stands under deliveries, too (bot/feeds/scheduled/callbacks.ts). */

/** A page of the feeds that somebody may manage. */
export const feedsCallback = defineCallback("if", page);

export const newFeedCallback = plainCallback("ia");

/** Reads a feed right now; and with what was held. */
export const runFeedCallback = idCallback("ir");
export const forceFeedCallback = idCallback("ig");

export const pauseFeedCallback = idCallback("ip");
export const resumeFeedCallback = idCallback("ie");
export const feedHourCallback = idCallback("ih");

/** Asks whether to delete a feed. */
export const askDeleteFeedCallback = idCallback("ij");
export const deleteFeedCallback = idCallback("ik");

/** The first news entry of a feed that nobody has settled; and puts one aside. */
export const hintsCallback = idCallback("jl");
export const settleHintCallback = idCallback("jm");

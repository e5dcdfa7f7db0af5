import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { page } from "../../../bot/doors/telegram/screen/codec.ts";

/** Buttons of channels; that of one channel stands under deliveries, too (bot/feeds/channels/callbacks.ts). */

export const channelsCallback = plainCallback("ja");

/** Asks of whom the posts of a channel tell. */
export const connectChannelCallback = idCallback("jc");

/** Asks whether to read a channel no more. */
export const askDisconnectCallback = idCallback("jd");
export const disconnectChannelCallback = idCallback("je");

/** The oldest post that waits behind the one of that number; 0: of all. */
export const postsCallback = defineCallback("jf", page);

/** Makes events of a post, and puts one aside. */
export const makeOfPostCallback = idCallback("jh");
export const settlePostCallback = idCallback("ji");

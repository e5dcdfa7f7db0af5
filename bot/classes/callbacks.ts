import { defineCallback, packId, unpackId } from "../telegram/callback.ts";

/** Buttons of classes that also stand under deliveries. */

/** Takes an offered place; the offer's id. */
export const acceptCallback = defineCallback<number>("eo", packId, unpackId);

/** Gives an offered place to the next. */
export const declineCallback = defineCallback<number>("ed", packId, unpackId);

/** Goes to the end of a group's line again; the group's id. */
export const joinLineCallback = defineCallback<number>("ej", packId, unpackId);

/** Asks for the way into a lesson; the lesson's id. */
export const joinCallback = defineCallback<number>("yj", packId, unpackId);

import { defineCallback, idCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { fields, id, text, whole } from "../doors/telegram/screen/codec.ts";
import { oneOf } from "../doors/telegram/screen/list-codec.ts";
import { doors } from "../people/address.ts";
import { linkCodePattern } from "./code.ts";

/** Buttons about a person's messengers: some stand under deliveries. */

/** The screen of one's messengers. */
export const doorsCallback = plainCallback("dd");
/** Makes a link that leads to that messenger. */
export const makeLinkCallback = defineCallback("dl", oneOf(doors));
/** Messages are to go to that messenger. */
export const preferCallback = defineCallback("dp", oneOf(doors));
/** Asks whether that messenger is to go its own way, and has it do so. */
export const askPartCallback = defineCallback("du", oneOf(doors));
export const partCallback = defineCallback("dv", oneOf(doors));

/** "It is me", and "not me", said of a link that was followed. */
export const isMeCallback = defineCallback("dy", text(linkCodePattern));
export const notMeCallback = defineCallback("dn", text(linkCodePattern));

/** A number that the follower of a link sees, chosen by its maker. */
export const numberCallback = defineCallback(
  "dc",
  fields<{ requestId: number; number: number }>("{requestId}.{number}", { requestId: id, number: whole(10, 99, 10) }),
);
/** Says that the follower of the link is not its maker. */
export const rejectCallback = idCallback("dx");

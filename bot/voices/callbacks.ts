import { defineCallback } from "../doors/telegram/screen/callback.ts";
import { page } from "../doors/telegram/screen/codec.ts";

/** A page of what somebody raised their voice for. A card opened from it leads back. */
export const ownVoicesCallback = defineCallback("hb", page, { isOrigin: true });

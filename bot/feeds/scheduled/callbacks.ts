import { idCallback } from "../../doors/telegram/screen/callback.ts";

/** One feed: also below the message that tells of its trouble. */
export const feedCallback = idCallback("jo");

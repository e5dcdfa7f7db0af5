import { idCallback } from "../../doors/telegram/screen/callback.ts";

/** One channel: also below the message that tells of it. */
export const channelCallback = idCallback("jb");

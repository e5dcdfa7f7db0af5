import type { Update } from "grammy/types";
import { kindOf } from "./updates.ts";

/** Which screen an update was for, as far as it says so: "button nh", "command tonight", "message"; no text and no id. */
export function screenOf(update: Update): string {
  const button = /^[a-z]{1,3}(?![a-z])/.exec(update.callback_query?.data ?? "")?.[0];
  if (button !== undefined) return `button ${button}`;
  const command = /^\/([a-z_]{1,32})\b/.exec(update.message?.text ?? "")?.[1];
  return command === undefined ? kindOf(update) : `command ${command}`;
}

import { z } from "zod";
import type { MaxAnswer } from "./max-client.ts";

/** What MAX says of what it does not do. */
export interface MaxRefusal {
  status: number;
  /** MAX's code, such as "chat.denied"; empty where a proxy answered. */
  code: string;
  message: string;
}

const shape = z.object({
  success: z.boolean().optional(),
  // In what was done a message is one that was sent.
  code: z.string().catch(""),
  message: z.string().catch(""),
});

/** Reads why an answer is none; undefined: it was done. HTTP 200 may be a refusal, too. */
export function refusalOf({ status, body }: MaxAnswer): MaxRefusal | undefined {
  const read = shape.safeParse(body);
  const { success, code, message } = read.success ? read.data : { success: undefined, code: "", message: "" };
  if (status === 200 && success !== false) return read.success ? undefined : { status: 502, code, message: "no JSON" };
  return { status, code: success === false && code === "" ? "success.false" : code, message };
}

/*
 * Codes and words as they were seen of a live MAX in 2025 and 2026; its contract lists none.
 */

/** The person stopped the bot. A bot that still waits for its moderation hears the same of everybody. */
export const isDenied = ({ status, code }: MaxRefusal): boolean => status === 403 && code === "chat.denied";

/** There is no dialog: it was never begun, or is deleted. */
export const isWithoutDialog = ({ code }: MaxRefusal): boolean => code === "dialog.not.found";

/** There is no such chat or person any more. */
export const isNobody = ({ code }: MaxRefusal): boolean => code === "chat.not.found" || code === "user.not.found";

export const isTooFast = ({ status }: MaxRefusal): boolean => status === 429;

/** An uploaded file is not ready yet. */
export const isNotReady = ({ code }: MaxRefusal): boolean => code === "attachment.not.ready";

/** The whole door is shut: the token is wrong, or sent in a way that MAX takes no more. */
export const isShut = ({ status, code }: MaxRefusal): boolean => status === 401 || code === "deprecated.token";

/** The message is gone, too old or another's: MAX says 200 for all three. */
export const isUnchangeable = ({ code }: MaxRefusal): boolean => code === "success.false";

/** The press was answered before, or is too old. */
export const isAnsweredPress = ({ status, message }: MaxRefusal): boolean =>
  status === 400 && /error\.edit\.invalid\.message|callback/i.test(message);

import type { z } from "zod";
import type { AttachmentRequest, MaxButton } from "./contract.ts";
import { badPayload, type MaxFailure, MaxViolation } from "./max-failure.ts";

/** Reads a body by its schema. Throws what MAX says of one that does not fit, and a MaxViolation for unknown fields. */
export function readBody<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw explain(parsed.error.issues);
}

function explain([issue]: readonly z.core.$ZodIssue[]): MaxFailure {
  if (issue === undefined) return badPayload("Invalid request");
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys")
    return new MaxViolation(`unknown field "${issue.keys.join('", "')}" in "${path}"`);
  return badPayload(`Value for path '${path}': ${issue.message}`);
}

const widest = 7;
const widestWithLinks = 3;
const mostRows = 30;
const mostButtons = 210;
/** Buttons of which no more than three stand in a row. */
const wide: ReadonlySet<MaxButton["type"]> = new Set(["link", "open_app", "request_contact", "request_geo_location"]);

const mostMedia = 12;
/** Attachments that stand alone, but for a keyboard. */
const lonely: ReadonlySet<AttachmentRequest["type"]> = new Set(["file", "audio"]);

/** Throws where attachments break MAX's rules on keyboards, or on what goes together. */
export function checkAttachments(attachments: readonly AttachmentRequest[]): void {
  const keyboards = attachments.filter((each) => each.type === "inline_keyboard");
  if (keyboards.length > 1) throw badPayload("Only one inline keyboard is allowed");
  for (const { payload } of keyboards) checkKeyboard(payload.buttons);
  const others = attachments.filter(({ type }) => type !== "inline_keyboard");
  if (others.length > mostMedia) throw badPayload(`No more than ${mostMedia} attachments are allowed`);
  if (others.length > 1 && others.some(({ type }) => lonely.has(type)))
    throw badPayload("Attachment must be the only one in the message");
}

function checkKeyboard(rows: readonly (readonly MaxButton[])[]): void {
  if (rows.length > mostRows) throw badPayload(`Keyboard has more than ${mostRows} rows`);
  if (rows.flat().length > mostButtons) throw badPayload(`Keyboard has more than ${mostButtons} buttons`);
  for (const row of rows) {
    const most = row.some(({ type }) => wide.has(type)) ? widestWithLinks : widest;
    if (row.length > most) throw badPayload(`Keyboard row has more than ${most} buttons`);
  }
}

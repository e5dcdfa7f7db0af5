import type { MaxKeyboard } from "./keyboard.ts";
import type { MaxText } from "./text.ts";

export type MaxAttachmentOut =
  | { type: "image"; payload: { url: string } | { token: string } }
  | { type: "video" | "audio" | "file"; payload: { token: string } }
  | { type: "location"; latitude: number; longitude: number }
  | MaxKeyboard;

/** What is said or changed: https://dev.max.ru/docs-api/objects/NewMessageBody. In a change, null leaves things as they are. */
export interface MaxBody {
  text: string | null;
  attachments: MaxAttachmentOut[] | null;
  link: null;
  format?: "html";
  notify?: false;
}

/** Makes a body. Attachments are always listed in full: a keyboard is one of them, and a list replaces what there was. */
export function bodyOf(
  text: MaxText | null,
  attachments: readonly (MaxAttachmentOut | undefined)[],
  isSilent = false,
): MaxBody {
  return {
    text: text?.text ?? null,
    attachments: attachments.filter((each) => each !== undefined),
    link: null,
    ...(text?.format === "html" && { format: "html" }),
    ...(isSilent && { notify: false }),
  };
}

import type { MaxButton } from "../api/contract.ts";
import type { StoredAttachment, StoredMessage } from "../world/world.ts";

/** A message as a person sees it now. */
export interface MaxShown {
  id: string;
  isFromBot: boolean;
  date: Date;
  text: string;
  markup: StoredMessage["markup"];
  keyboard: MaxButton[][];
  attachments: StoredAttachment[];
  isSilent: boolean;
  isEdited: boolean;
}

export function showMaxMessage(message: StoredMessage): MaxShown {
  const keyboard = message.attachments.find((each) => each.type === "inline_keyboard");
  return {
    id: message.mid,
    isFromBot: message.sender.is_bot,
    date: new Date(message.timestamp),
    text: message.text ?? "",
    markup: message.markup,
    keyboard: keyboard?.payload.buttons ?? [],
    attachments: message.attachments.filter(({ type }) => type !== "inline_keyboard"),
    isSilent: message.isSilent,
    isEdited: message.isEdited,
  };
}

/** One message as plain text: what it carries, its text, its buttons in rows. */
export function readMaxScreen({ attachments, text, keyboard }: MaxShown): string {
  const rows = keyboard.map((row) => row.map((button) => `[${button.text}]`).join(" "));
  return [[...attachments.map(described), text].filter(Boolean).join(" "), ...rows].filter(Boolean).join("\n");
}

function described(attachment: StoredAttachment): string {
  if (attachment.type === "location") return `(location ${attachment.latitude}, ${attachment.longitude})`;
  if (attachment.type === "file" && "filename" in attachment) return `(file ${attachment.filename})`;
  return `(${attachment.type})`;
}

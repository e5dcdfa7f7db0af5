import { createHmac, timingSafeEqual } from "node:crypto";
import type { MaxAttachment, MaxSender } from "./wire.ts";

type Contact = Extract<MaxAttachment, { type: "contact" }>["payload"];

/**
 * Reads a shared contact. `userId` is there only where MAX has sealed the card with the bot's token, and the card is the
 * sender's own: a forwarded card of somebody else has a right seal as well.
 *
 * The seal is hex HMAC-SHA256 of the card (PHP client, `validateContactAttachmentHash`); some clients write its line ends as
 * the four letters "\r\n".
 */
export function readContact(
  { vcf_info: vcf, hash, max_info: owner }: Contact,
  { token, sender }: { token: string; sender: MaxSender },
): { phoneNumber: string; firstName: string; userId: number | undefined } | undefined {
  if (vcf == null) return undefined;
  const card = vcf.replaceAll("\\r\\n", "\r\n");
  const phone = /^TEL[^:\r\n]*:([^\r\n]+)/m.exec(card)?.[1]?.replace(/[^\d+]/g, "");
  if (phone === undefined || phone === "") return undefined;
  const isOwn = owner?.user_id === sender.user_id && isSealed(card, hash ?? "", token);
  return {
    phoneNumber: phone.startsWith("+") ? phone : `+${phone}`,
    firstName: owner?.first_name ?? "",
    userId: isOwn ? sender.user_id : undefined,
  };
}

function isSealed(card: string, hash: string, token: string): boolean {
  const expected = createHmac("sha256", token).update(card).digest();
  const given = Buffer.from(hash, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { readContact } from "../../../bot/doors/max/reading/contact.ts";

const token = "token";
const sender = { user_id: 5, first_name: "Алсу", is_bot: false };
const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:79171234567\r\nFN:Алсу\r\nEND:VCARD\r\n";
const seal = (text: string, key = token) => createHmac("sha256", key).update(text).digest("hex");
const own = { vcf_info: card, hash: seal(card), max_info: sender };

it.each([
  ["one's own, sealed", own, { phone: "+79171234567", userId: 5 }],
  [
    "with its line ends as letters",
    { ...own, vcf_info: card.replaceAll("\r\n", "\\r\\n") },
    { phone: "+79171234567", userId: 5 },
  ],
  ["without a seal", { ...own, hash: null }, { phone: "+79171234567", userId: undefined }],
  ["sealed by somebody else", { ...own, hash: seal(card, "other") }, { phone: "+79171234567", userId: undefined }],
  [
    "changed after it was sealed",
    { ...own, vcf_info: card.replace("7917", "7918") },
    { phone: "+79181234567", userId: undefined },
  ],
  [
    "somebody else's, passed on",
    { ...own, max_info: { ...sender, user_id: 6 } },
    { phone: "+79171234567", userId: undefined },
  ],
  ["with half a seal", { ...own, hash: seal(card).slice(0, 32) }, { phone: "+79171234567", userId: undefined }],
])("a card that is %s", (_, contact, { phone, userId }) => {
  const read = readContact(contact, { token, sender });
  expect([read?.phoneNumber, read?.userId]).toEqual([phone, userId]);
});

it("a card without a number is none", () => {
  expect(readContact({ vcf_info: "BEGIN:VCARD\r\nEND:VCARD" }, { token, sender })).toBeUndefined();
});

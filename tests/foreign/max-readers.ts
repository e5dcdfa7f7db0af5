import { readContact } from "../../bot/doors/max/reading/contact.ts";
import { readEntities } from "../../bot/doors/max/reading/entities.ts";
import { readFileId } from "../../bot/doors/max/reading/file-id.ts";
import { readUpdate } from "../../bot/doors/max/reading/read-update.ts";
import { parseMaxUpdate } from "../../bot/doors/max/reading/wire.ts";

const sender = { user_id: 1, first_name: "Алсу", is_bot: false };

/** A message with the text, and beside it a card with the text. */
const update = (text: string) => ({
  update_type: "message_created",
  timestamp: 0,
  message: {
    sender,
    recipient: { chat_id: 1, chat_type: "dialog" },
    timestamp: 0,
    body: { mid: "mid.1", text, attachments: [{ type: "contact", payload: { vcf_info: text } }] },
  },
});

const readWhole = (text: string) => {
  const told = parseMaxUpdate(update(text));
  return told && readUpdate(told, "token");
};

/** Readers of what people send by MAX. */
export const maxReaders: Readonly<Record<string, (text: string) => unknown>> = {
  "bot/doors/max/reading/contact.ts readContact": (text) =>
    readContact({ vcf_info: `TEL${text}` }, { token: "token", sender }),
  "bot/doors/max/reading/entities.ts readEntities": (text) => readEntities(`/${text}`, []),
  "bot/doors/max/reading/file-id.ts readFileId": readFileId,
  "bot/doors/max/reading/read-update.ts readUpdate": readWhole,
  "bot/doors/max/reading/wire.ts parseMaxUpdate": (text) => parseMaxUpdate(update(text)),
};

/** Exported functions of MAX's door that no foreign text reaches but through those, and why. */
export const maxOthers: Readonly<Record<string, string>> = {
  "bot/doors/max/client/sent.ts parseSent": "what MAX answers to a message",
  "bot/doors/max/intake/arrivals.ts readArrival": "calls parseMaxUpdate and readUpdate",
  "bot/doors/max/wire/payload.ts readCall": "a call that the bot makes",
};

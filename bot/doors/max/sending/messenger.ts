import type { Content } from "../../../delivery/content.ts";
import type { DeliveryButton } from "../../../delivery/delivery.ts";
import type { Messenger, OutgoingMessage } from "../../../delivery/messenger.ts";
import type { Outcome } from "../../../delivery/outcomes/outcome.ts";
import type { MaxAnswer, MaxClient } from "../client/max-client.ts";
import { outcomeOfError, outcomeOfRefusal } from "../client/outcome.ts";
import { isTooFast, type MaxRefusal, refusalOf } from "../client/refusal.ts";
import { sendBody } from "../client/send-body.ts";
import { parseSent } from "../client/sent.ts";
import { uploadFile } from "../client/upload.ts";
import type { MaxFile } from "../reading/file-id.ts";
import { bodyOf, type MaxAttachmentOut, type MaxBody } from "../writing/body.ts";
import { fileTypeOf } from "../writing/file-type.ts";
import { layKeyboard } from "../writing/keyboard.ts";
import { writePoll } from "../writing/poll.ts";
import { layPlain, layText, type MaxText, markUp } from "../writing/text.ts";
import type { MaxFiles } from "./files-store.ts";

/** What stops a delivery before anything was sent. */
class NotSent extends Error {
  override readonly name = "NotSent";
  readonly refusal: MaxRefusal;

  constructor(refusal: MaxRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Does deliveries at MAX, each in one request, but for files, which are uploaded first. */
export function maxMessenger(client: MaxClient, files: MaxFiles): Messenger {
  /** Requests in a row that came too fast: MAX says nothing of how long to wait. */
  let throttled = 0;
  return {
    async send(chatId, message, signal) {
      try {
        const answer = await act({ client, files, signal }, chatId, message);
        const refusal = refusalOf(answer);
        if (refusal !== undefined) return refused(refusal);
        throttled = 0;
        return delivered(message, answer);
      } catch (error) {
        return error instanceof NotSent ? refused(error.refusal) : outcomeOfError(error);
      }
    },
  };

  function refused(refusal: MaxRefusal): Outcome {
    if (isTooFast(refusal)) throttled += 1;
    return outcomeOfRefusal(refusal, throttled);
  }
}

function delivered(message: OutgoingMessage, { body }: MaxAnswer): Outcome {
  switch (message.kind) {
    case "rewrite":
      return { kind: "delivered", messageId: message.messageId };
    case "edit":
    case "delete": {
      const [messageId = "", ...otherMessageIds] = message.messageIds;
      return { kind: "delivered", messageId, otherMessageIds };
    }
    default:
      return { kind: "delivered", messageId: parseSent(body).mid, otherMessageIds: [] };
  }
}

interface Sending {
  client: MaxClient;
  files: MaxFiles;
  signal: AbortSignal;
}

async function act(sending: Sending, chatId: string, message: OutgoingMessage): Promise<MaxAnswer> {
  const { client, signal } = sending;
  const common = { dialog: chatId, signal, isDelivery: true };
  const edit = async (mid: string, body: MaxBody) =>
    sendBody(client, { ...common, method: "PUT", path: "/messages", query: { message_id: mid }, kind: "edit", body });
  switch (message.kind) {
    case "rewrite":
      return edit(message.messageId, bodyOf(layText(String(message.text)), [keyboardOf(message.keyboard)]));
    case "edit":
      return edit(message.messageIds[0] ?? "", await contentBody(sending, message));
    case "delete":
      return deleteAll(sending, message.messageIds);
    default: {
      const body = await newBody(sending, message);
      const query = Number(chatId) > 0 ? { user_id: chatId } : { chat_id: chatId };
      return sendBody(client, { ...common, method: "POST", path: "/messages", query, kind: "message", body });
    }
  }
}

const keyboardOf = (keyboard: readonly (readonly DeliveryButton[])[]) => layKeyboard(keyboard);

async function newBody(
  sending: Sending,
  message: Extract<OutgoingMessage, { kind: "message" | "content" | "file" }>,
): Promise<MaxBody> {
  const { keyboard, isSilent } = message;
  if (message.kind === "message") return bodyOf(layText(String(message.text)), [keyboardOf(keyboard)], isSilent);
  if (message.kind === "content") return contentBody(sending, message, isSilent);
  const { name, bytes, caption } = message.file;
  const how = { signal: sending.signal, isDelivery: true };
  const uploaded = await uploadFile(sending.client, { type: "file", name, bytes }, how);
  if (uploaded.kind === "refused") throw new NotSent(uploaded.refusal);
  const file: MaxAttachmentOut = { type: "file", payload: { token: uploaded.token } };
  return bodyOf(layText(String(caption)), [file, keyboardOf(keyboard)], isSilent);
}

async function contentBody(
  sending: Sending,
  { content, keyboard }: { content: Content; keyboard: DeliveryButton[][] },
  isSilent = false,
): Promise<MaxBody> {
  const { text, media } = read(content);
  const attachments: MaxAttachmentOut[] = [];
  for (const { type, fileId } of media) {
    const found = await sending.files.find(fileId, { type, signal: sending.signal, isDelivery: true });
    if (found.kind === "refused") throw new NotSent(found.refusal);
    if (found.kind === "gone") throw new NotSent({ status: 400, code: "file.gone", message: "" });
    attachments.push({ type, payload: { token: found.token } });
  }
  return bodyOf(text, [...attachments, keyboardOf(keyboard)], isSilent);
}

/** The words of content, which are one text here, and its files. */
function read(content: Content): { text: MaxText | null; media: { type: MaxFile["type"]; fileId: string }[] } {
  if (content.kind === "text") return { text: layMarked(content.text, content.entities), media: [] };
  if (content.kind === "poll") return { text: layText(writePoll(content)), media: [] };
  const items = content.kind === "album" ? content.items : [content];
  const captions = items.flatMap(({ caption, entities }) => (caption === "" ? [] : [markUp(caption, entities)]));
  return {
    text: captions.length > 0 ? layText(captions.join("\n\n")) : null,
    media: items.map(({ kind, fileId }) => ({ type: fileTypeOf(kind), fileId })),
  };
}

const layMarked = (text: string, entities: Parameters<typeof markUp>[1]): MaxText =>
  entities.length > 0 ? layText(markUp(text, entities)) : layPlain(text);

async function deleteAll({ client, signal }: Sending, mids: readonly string[]): Promise<MaxAnswer> {
  let answer: MaxAnswer = { status: 200, body: {} };
  for (const mid of mids) {
    answer = await client.call({
      method: "DELETE",
      path: "/messages",
      query: { message_id: mid },
      signal,
      isDelivery: true,
    });
    if (refusalOf(answer) !== undefined) return answer;
  }
  return answer;
}

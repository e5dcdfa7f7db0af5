import type { Content } from "../../../delivery/content.ts";
import type { DeliveryButton, Picture } from "../../../delivery/delivery.ts";
import type { Messenger, OutgoingMessage } from "../../../delivery/messenger.ts";
import type { Outcome } from "../../../delivery/outcomes/outcome.ts";
import { type Html, joinLines } from "../../../words/html.ts";
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
import { partFiles } from "../writing/part-files.ts";
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
        const done = await act({ client, files, signal }, chatId, message);
        const refusal = refusalOf(done.answer);
        // What was said in part is not said again.
        if (refusal !== undefined && done.mids.length > 0)
          return { kind: "uncertain", cause: `after ${done.mids.length}: ${refusal.status} ${refusal.code}`.trim() };
        if (refusal !== undefined) return refused(refusal);
        throttled = 0;
        return delivered(done);
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

/** What was done, and to which messages. */
interface Done {
  answer: MaxAnswer;
  mids: readonly string[];
}

const delivered = ({ mids: [messageId = "", ...otherMessageIds] }: Done): Outcome => ({
  kind: "delivered",
  messageId,
  otherMessageIds,
});

interface Sending {
  client: MaxClient;
  files: MaxFiles;
  signal: AbortSignal;
}

async function act(sending: Sending, chatId: string, message: OutgoingMessage): Promise<Done> {
  switch (message.kind) {
    case "rewrite":
      return edit(sending, chatId, [message.messageId], [bodyOf(layText(String(message.text)), [keyboardOf(message)])]);
    case "edit":
      return edit(sending, chatId, message.messageIds, await contentBodies(sending, message));
    case "delete":
      return deleteAll(sending, message.messageIds);
    case "message":
      return sayWithPictures(sending, chatId, message);
    default:
      return say(sending, chatId, await newBodies(sending, message));
  }
}

/**
 * Says words with pictures in one message, below the words what each shows; without them where MAX refuses the whole, because
 * then nothing was said.
 */
async function sayWithPictures(
  sending: Sending,
  chatId: string,
  message: Extract<OutgoingMessage, { kind: "message" }>,
): Promise<Done> {
  const { text, pictures = [], isSilent } = message;
  const images = await imagesOf(sending, pictures);
  if (images.length > 0) {
    const words = joinLines(text, "", ...images.map(({ caption }) => caption));
    const body = bodyOf(layText(String(words)), [...images.map(({ image }) => image), keyboardOf(message)], isSilent);
    const done = await say(sending, chatId, [body]);
    if (refusalOf(done.answer)?.status !== 400) return done;
  }
  return say(sending, chatId, [bodyOf(layText(String(text)), [keyboardOf(message)], isSilent)]);
}

/** The pictures that MAX can be given: by their address, or as it knows them; the others are left out. */
async function imagesOf(
  { files, signal }: Sending,
  pictures: readonly Picture[],
): Promise<{ image: MaxAttachmentOut; caption: Html }[]> {
  const found = await Promise.all(
    pictures.map(async ({ url, fileId, caption }) => {
      if (url !== undefined) return [{ image: { type: "image" as const, payload: { url } }, caption }];
      if (fileId === undefined) return [];
      const file = await files.find(fileId, { type: "image", signal, isDelivery: true });
      if ("token" in file) return [{ image: { type: "image" as const, payload: { token: file.token } }, caption }];
      return [];
    }),
  );
  return found.flat();
}

/** Says something, in several messages where it takes as many; the later ones wait for their turn like replies. */
async function say({ client, signal }: Sending, chatId: string, bodies: readonly MaxBody[]): Promise<Done> {
  const query = Number(chatId) > 0 ? { user_id: chatId } : { chat_id: chatId };
  const call = { method: "POST", path: "/messages", query, dialog: chatId, kind: "message", signal } as const;
  const mids: string[] = [];
  let answer: MaxAnswer = { status: 200, body: {} };
  for (const body of bodies) {
    answer = await sendBody(client, { ...call, body, isDelivery: mids.length === 0 });
    if (refusalOf(answer) !== undefined) break;
    mids.push(parseSent(answer.body).mid);
  }
  return { answer, mids };
}

/** Puts bodies into messages that were sent, each into its own. */
async function edit(
  { client, signal }: Sending,
  chatId: string,
  mids: readonly string[],
  bodies: readonly MaxBody[],
): Promise<Done> {
  const call = { method: "PUT", path: "/messages", dialog: chatId, kind: "edit", signal, isDelivery: true } as const;
  let answer: MaxAnswer = { status: 200, body: {} };
  for (const [index, body] of bodies.entries()) {
    answer = await sendBody(client, { ...call, query: { message_id: mids[index] ?? "" }, body });
    // To change what was changed does no harm: as a whole it is tried again.
    if (refusalOf(answer) !== undefined) return { answer, mids: [] };
  }
  return { answer, mids };
}

const keyboardOf = ({ keyboard }: { keyboard: readonly (readonly DeliveryButton[])[] }) => layKeyboard(keyboard);

async function newBodies(
  sending: Sending,
  message: Extract<OutgoingMessage, { kind: "content" | "file" }>,
): Promise<MaxBody[]> {
  const { isSilent } = message;
  if (message.kind === "content") return contentBodies(sending, message, isSilent);
  const { name, bytes, caption } = message.file;
  const how = { signal: sending.signal, isDelivery: true };
  const uploaded = await uploadFile(sending.client, { type: "file", name, bytes }, how);
  if (uploaded.kind === "refused") throw new NotSent(uploaded.refusal);
  const file: MaxAttachmentOut = { type: "file", payload: { token: uploaded.token } };
  return [bodyOf(layText(String(caption)), [file, keyboardOf(message)], isSilent)];
}

/** The messages that content takes: the words stand in the first, the buttons in the last. */
async function contentBodies(
  sending: Sending,
  message: { content: Content; keyboard: DeliveryButton[][] },
  isSilent = false,
): Promise<MaxBody[]> {
  const { text, media } = read(message.content);
  const attachments: MaxAttachmentOut[] = [];
  for (const { type, fileId } of media) {
    const found = await sending.files.find(fileId, { type, signal: sending.signal, isDelivery: true });
    if (found.kind === "refused") throw new NotSent(found.refusal);
    if (found.kind === "gone") throw new NotSent({ status: 400, code: "file.gone", message: "" });
    attachments.push({ type, payload: { token: found.token } });
  }
  const parts = attachments.length > 0 ? partFiles(attachments) : [[]];
  return parts.map((part, index) =>
    bodyOf(
      index === 0 ? text : null,
      [...part, index === parts.length - 1 ? keyboardOf(message) : undefined],
      isSilent,
    ),
  );
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

async function deleteAll({ client, signal }: Sending, mids: readonly string[]): Promise<Done> {
  let answer: MaxAnswer = { status: 200, body: {} };
  for (const mid of mids) {
    const query = { message_id: mid };
    answer = await client.call({ method: "DELETE", path: "/messages", query, signal, isDelivery: true });
    if (refusalOf(answer) !== undefined) return { answer, mids: [] };
  }
  return { answer, mids };
}

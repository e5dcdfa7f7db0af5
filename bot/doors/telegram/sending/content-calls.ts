import { type Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { AlbumItem, Content, Entity, FileContent } from "../../../delivery/content.ts";
import { isNotModified } from "../client/refusal.ts";

type Raw = Api["raw"];
type Signal = Parameters<Raw["sendMessage"]>[1];
type Album = Parameters<Raw["sendMediaGroup"]>[0]["media"];

interface Options {
  chat_id: number;
  /** The topic of a group. */
  message_thread_id?: number;
  reply_markup?: InlineKeyboardMarkup;
}

/** Sends content anew and returns the ids of its messages. */
export async function sendContent(raw: Raw, options: Options, content: Content, signal: Signal): Promise<number[]> {
  switch (content.kind) {
    case "text":
      return [(await raw.sendMessage({ ...options, ...textOf(content) }, signal)).message_id];
    case "album": {
      // Telegram puts no buttons under an album.
      const { reply_markup: _, ...rest } = options;
      // Telegram made the album, so its kinds go together.
      const media = content.items.map(mediaOf) as Album;
      const sent = await raw.sendMediaGroup({ ...rest, media }, signal);
      return sent.map(({ message_id }) => message_id);
    }
    case "poll": {
      const { question, isAnonymous: is_anonymous, allowsMultipleAnswers: allows_multiple_answers } = content;
      const poll = {
        question,
        options: content.options.map((text) => ({ text })),
        is_anonymous,
        allows_multiple_answers,
      };
      return [(await raw.sendPoll({ ...options, ...poll }, signal)).message_id];
    }
    default:
      return [(await sendFile(raw, options, content, signal)).message_id];
  }
}

/** Puts content into messages that were sent: an album into as many as it has files. A poll cannot be changed. */
export async function editContent(
  raw: Raw,
  options: Options,
  messageIds: readonly number[],
  content: Content,
  signal: Signal,
): Promise<void> {
  const [message_id = 0] = messageIds;
  switch (content.kind) {
    case "text":
      await raw.editMessageText({ ...options, message_id, ...textOf(content) }, signal);
      return;
    case "album":
      for (const [index, item] of content.items.entries()) {
        const target = { chat_id: options.chat_id, message_id: messageIds[index] ?? 0 };
        await unlessTheSame(raw.editMessageMedia({ ...target, media: mediaOf(item) }, signal));
      }
      return;
    case "voice":
      await raw.editMessageCaption({ ...options, message_id, ...captionOf(content) }, signal);
      return;
    case "poll":
      throw refusal("polls cannot be edited");
    default:
      await raw.editMessageMedia(
        { ...options, message_id, media: mediaOf({ ...content, kind: content.kind }) },
        signal,
      );
  }
}

function sendFile(raw: Raw, options: Options, { kind, fileId, ...words }: FileContent, signal: Signal) {
  const rest = { ...options, ...captionOf(words) };
  switch (kind) {
    case "photo":
      return raw.sendPhoto({ ...rest, photo: fileId }, signal);
    case "video":
      return raw.sendVideo({ ...rest, video: fileId }, signal);
    case "animation":
      return raw.sendAnimation({ ...rest, animation: fileId }, signal);
    case "audio":
      return raw.sendAudio({ ...rest, audio: fileId }, signal);
    case "document":
      return raw.sendDocument({ ...rest, document: fileId }, signal);
    case "voice":
      return raw.sendVoice({ ...rest, voice: fileId }, signal);
  }
}

const textOf = ({ text, entities }: { text: string; entities: Entity[] }) => ({
  text,
  entities: asTelegrams(entities),
});

const captionOf = ({ caption, entities }: { caption: string; entities: Entity[] }) =>
  caption === "" ? {} : { caption, caption_entities: asTelegrams(entities) };

const mediaOf = <K extends AlbumItem["kind"] | "animation">({ kind, fileId, ...words }: Words & { kind: K }) => ({
  type: kind,
  media: fileId,
  ...captionOf(words),
});

type Words = Pick<AlbumItem, "fileId" | "caption" | "entities">;

/** Entities came from Telegram and go back as they were. */
const asTelegrams = (entities: Entity[]) => entities as unknown as MessageEntity[];

/** Some files of an album may be as they should be already. */
async function unlessTheSame(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!isNotModified(error)) throw error;
  }
}

const refusal = (description: string) =>
  new GrammyError(description, { ok: false, error_code: 400, description: `Bad Request: ${description}` }, "edit", {});

import type { Message } from "@grammyjs/types";
import { z } from "zod";
import { mediaKindOf } from "../../../files/media.ts";
import type { Content } from "../../../world/post.ts";
import type { World } from "../../../world/world.ts";
import { badRequest } from "../../api-failure.ts";
import { findRoom } from "../../destination.ts";
import { method } from "../../method.ts";
import { chatId, flag, integer, messageIds, unmodelled } from "../../values.ts";
import { captionAbove, captionParameters, readCaption } from "./captions.ts";
import { send, sendAll, sendParameters } from "./send.ts";

const { business_connection_id: _, ...toSend } = sendParameters;
const source = { from_chat_id: chatId, message_id: integer } as const;

export const copyMessage = method(
  { ...toSend, ...source, ...captionParameters, ...captionAbove, video_start_timestamp: unmodelled },
  (world, parameters) => {
    const original = findRoom(world, parameters.from_chat_id).find(parameters.message_id);
    if (!original) throw badRequest("message to copy not found");
    const copy = copyOf(world, original);
    if (!copy) throw badRequest("message can't be copied");
    const isRecaptioned = parameters.caption !== undefined && mediaKindOf(original) !== undefined;
    const { caption: _, caption_entities: __, ...withoutCaption } = copy;
    const content = isRecaptioned ? { ...withoutCaption, ...readCaption(parameters) } : copy;
    return { message_id: send(world, parameters, content).message_id };
  },
);

const { chat_id, disable_notification, protect_content, message_thread_id, direct_messages_topic_id } = sendParameters;

/** Messages that are gone or cannot be copied are skipped; albums stay albums. */
export const copyMessages = method(
  {
    ...{ chat_id, disable_notification, protect_content, message_thread_id, direct_messages_topic_id },
    from_chat_id: chatId,
    message_ids: messageIds,
    remove_caption: z.exactOptional(flag),
  },
  (world, { message_ids, from_chat_id, remove_caption, ...parameters }) => {
    if (message_ids.some((id, index) => id <= (message_ids[index - 1] ?? 0))) {
      throw badRequest("message identifiers must be in a strictly increasing order");
    }
    const room = findRoom(world, from_chat_id);
    const originals = message_ids.flatMap((id) => room.find(id) ?? []);
    const albums = new Map<string, string>();
    const copies = originals.flatMap((original) => {
      const copy = copyOf(world, original);
      if (!copy) return [];
      const { caption: _, caption_entities: __, ...withoutCaption } = copy;
      return { ...(remove_caption ? withoutCaption : copy), ...copyAlbumId(world, albums, original) };
    });
    if (copies.length === 0) throw badRequest("there are no messages to copy");
    return sendAll(world, parameters, copies).map(({ message_id }) => ({ message_id }));
  },
);

function copyAlbumId(world: World, albums: Map<string, string>, { media_group_id }: Message): Content {
  if (media_group_id === undefined) return {};
  const copied = albums.get(media_group_id) ?? world.nextAlbumId();
  albums.set(media_group_id, copied);
  return { media_group_id: copied };
}

/** What of a message goes into a copy: its content, not who sent it nor its buttons. Protected ones give none. */
function copyOf(world: World, original: Message): Content | undefined {
  if (original.has_protected_content) return undefined;
  if (original.poll) {
    const { options, question, type, is_anonymous, allows_multiple_answers, correct_option_ids } = original.poll;
    const texts = options.map(({ text }) => text);
    const quiz = correct_option_ids && { correct_option_ids };
    const poll = world.polls.open({ question, options: texts, type, is_anonymous, allows_multiple_answers, ...quiz });
    return { poll };
  }
  const content = Object.fromEntries(copied.flatMap((field) => (field in original ? [[field, original[field]]] : [])));
  return Object.keys(content).length > 0 ? content : undefined;
}

const copied = [
  ...([
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "video",
    "animation",
    "audio",
    "voice",
    "document",
  ] as const),
  ...(["caption", "caption_entities", "show_caption_above_media", "has_media_spoiler"] as const),
  ...(["location", "venue", "contact", "sticker"] as const),
];

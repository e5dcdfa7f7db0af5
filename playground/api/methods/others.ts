import { z } from "zod";
import { badRequest } from "../api-failure.ts";
import { findOpenRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, unmodelled } from "../values.ts";

export const getMe = method({}, (world) => world.bot);

const actions = [
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
];

export const sendChatAction = method(
  { chat_id: chatId, action: z.string(), business_connection_id: unmodelled, message_thread_id: unmodelled },
  (world, { chat_id, action }) => {
    if (!actions.includes(action)) throw badRequest("wrong parameter action in request");
    const room = findOpenRoom(world, chat_id);
    world.changes.tell({ kind: "action", chatId: room.chat.id, action });
    return true;
  },
);

/** Telegram lets bots download 20 MB at most. */
const downloadLimit = 20 * 1024 * 1024;

export const getFile = method({ file_id: z.string() }, (world, { file_id }) => {
  const file = world.files.find(file_id);
  if (!file?.bytes) throw badRequest("invalid file_id");
  if (file.bytes.length > downloadLimit) throw badRequest("file is too big");
  return { file_id, file_unique_id: file.fileUniqueId, file_size: file.bytes.length, file_path: file.path };
});

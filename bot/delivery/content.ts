import { z } from "zod";

/**
 * What a person sent to the bot to be passed on: the text with Telegram's own marking of it, and files by the id that
 * Telegram knows them by, so that nothing is uploaded twice. Plain JSON, as it lies in the database.
 */

/** https://core.telegram.org/bots/api#messageentity; what a type brings along (url, language, custom_emoji_id …) stays. */
const entity = z.looseObject({ type: z.string(), offset: z.int().min(0), length: z.int().min(1) });

const fileKinds = ["photo", "video", "animation", "audio", "document", "voice"] as const;
const albumKinds = ["photo", "video", "audio", "document"] as const;

const captioned = { fileId: z.string(), caption: z.string(), entities: z.array(entity) };

const text = z.object({ kind: z.literal("text"), text: z.string(), entities: z.array(entity) });
const file = z.object({ kind: z.enum(fileKinds), ...captioned });
const albumItem = z.object({ kind: z.enum(albumKinds), ...captioned });
/** 2 to 10 files. Telegram puts no buttons under an album. */
const album = z.object({ kind: z.literal("album"), items: z.array(albumItem).min(2).max(10) });
/** A poll of one's own for every chat: votes are not counted together. Telegram edits none. */
const poll = z.object({
  kind: z.literal("poll"),
  question: z.string(),
  options: z.array(z.string()).min(1),
  isAnonymous: z.boolean(),
  allowsMultipleAnswers: z.boolean(),
});

export const contentSchema = z.discriminatedUnion("kind", [text, file, album, poll]);

export type Entity = z.output<typeof entity>;
export type Content = z.output<typeof contentSchema>;
export type FileContent = z.output<typeof file>;
export type AlbumItem = z.output<typeof albumItem>;

/** What is written in it: the text, the first caption, the question; empty where nothing is. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case "text":
      return content.text;
    case "poll":
      return content.question;
    case "album":
      return content.items.find(({ caption }) => caption !== "")?.caption ?? "";
    default:
      return content.caption;
  }
}

import type { MaxFile } from "../reading/file-id.ts";

/** What Telegram calls a file, and MAX. Bots have no voice messages there. */
const types: Readonly<Record<string, MaxFile["type"]>> = {
  photo: "image",
  video: "video",
  animation: "video",
  audio: "audio",
  voice: "audio",
};

/** MAX's type of a file that Telegram calls so; what it has none for is a document. */
export const fileTypeOf = (kind: string): MaxFile["type"] => types[kind] ?? "file";

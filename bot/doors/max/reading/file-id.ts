import { z } from "zod";

/** A file that somebody sent at MAX, or the bot uploaded there. */
const shape = z.object({
  type: z.enum(["image", "video", "audio", "file"]),
  /** By which it is sent again. */
  token: z.string().min(1),
  /** Where it can be fetched; absent for what the bot uploaded. */
  url: z.string().optional(),
  name: z.string().optional(),
});

export type MaxFile = z.output<typeof shape>;

const prefix = "max.";

/** The id of a file, as content keeps it: it says all that is needed to send it again. */
export const fileIdOf = (file: MaxFile): string =>
  `${prefix}${Buffer.from(JSON.stringify(file)).toString("base64url")}`;

/** Reads the id of a file of MAX's; undefined: it is another messenger's. */
export function readFileId(fileId: string): MaxFile | undefined {
  if (!fileId.startsWith(prefix)) return undefined;
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(fileId.slice(prefix.length), "base64url").toString()));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

import { z } from "zod";

/** What a person can do on the page. */
export const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), payload: z.string().max(512).optional() }),
  z.object({ kind: z.literal("say"), text: z.string().trim().min(1).max(4096) }),
  z.object({ kind: z.literal("tap"), messageId: z.int(), data: z.string() }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ kind: z.literal("contact") }),
  z.object({
    kind: z.literal("poll"),
    question: z.string().trim().min(1).max(300),
    options: z.array(z.string().trim().min(1).max(100)).min(2).max(12),
    isAnonymous: z.boolean(),
    allowsMultipleAnswers: z.boolean(),
  }),
  z.object({ kind: z.literal("vote"), messageId: z.int(), chosen: z.array(z.int()) }),
  z.object({ kind: z.literal("post"), text: z.string().trim().min(1).max(4096) }),
  z.object({ kind: z.literal("sticker") }),
  z.object({ kind: z.literal("ask inline"), query: z.string().max(256) }),
  z.object({ kind: z.literal("choose inline"), resultId: z.string() }),
  z.object({ kind: z.literal("block") }),
  z.object({ kind: z.literal("unblock") }),
  z.object({ kind: z.literal("mute") }),
  z.object({ kind: z.literal("unmute") }),
]);

export type Action = z.infer<typeof actionSchema>;

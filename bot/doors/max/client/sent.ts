import { z } from "zod";

const shape = z.object({
  message: z.object({ timestamp: z.number(), body: z.object({ mid: z.string() }) }),
});

/** Reads what MAX says of a message that it took: its name, and when that was in milliseconds. */
export function parseSent(body: unknown): { mid: string; timestamp: number } {
  const { message } = shape.parse(body);
  return { mid: message.body.mid, timestamp: message.timestamp };
}

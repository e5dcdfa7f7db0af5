import { z } from "zod";
import type { Queries } from "../../database/database.ts";

/** On which instances tell what people feel of them. */
export const pressureChannel = "pressure";

const form = z.object({
  /** The instance, by the name under which it would claim. */
  holder: z.string(),
  updates: z.number(),
  waited: z.number(),
  lag: z.number(),
  statements: z.number(),
});

/** What people feel of one instance, as it tells the others. */
export type ToldPressure = z.infer<typeof form>;

/** Tells whoever dispatches what people feel here. */
export async function tellPressure(queries: Queries, told: ToldPressure): Promise<void> {
  await queries.$executeRaw`SELECT pg_notify(${pressureChannel}, ${JSON.stringify(told)})`;
}

/** What an instance told; undefined: nothing, or a version of the program that tells it otherwise. */
export function parseTold(said: string | undefined): ToldPressure | undefined {
  if (said === undefined) return undefined;
  try {
    return form.safeParse(JSON.parse(said)).data;
  } catch {
    return undefined;
  }
}

import type { Queries } from "../../../database/database.ts";

/** Deletes the names of messages sent before `before`: no dialogue asks for them any more. */
export async function forgetMaxMessages(queries: Queries, before: Date): Promise<void> {
  await queries.maxMessage.deleteMany({ where: { sentAt: { lt: before } } });
}

/** Deletes copies of files that were made before `before`; who needs one later makes another. */
export async function forgetMaxFiles(queries: Queries, before: Date): Promise<void> {
  await queries.fileCopy.deleteMany({ where: { madeAt: { lt: before } } });
}

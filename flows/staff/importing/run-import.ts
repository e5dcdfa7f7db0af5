import type { Services } from "../../../bot/context.ts";
import { type FeedFormat, type Imported, importAsShown } from "../../../bot/feeds/preview/import-store.ts";
import type { Actor } from "../../../bot/staff/act-store.ts";

/** Progress is told no more often. Milliseconds. */
const between = 3_000;

export interface ImportRun {
  format: FeedFormat;
  name: string;
  bytes: Uint8Array;
  /** What was agreed to (Preview); null: it had begun before. */
  picture: string | null;
  /** What stands over the column of titles, where the table does not say it. */
  titleHeader?: string | undefined;
  /** The load that was broken off, which this goes on with. */
  loadId?: number | undefined;
  /** Resolves before anything is written to the programme. */
  onBegin?(loadId: number): Promise<unknown>;
  /** Told how many events were taken so far. */
  onProgress(taken: number): Promise<unknown>;
  /** Told what came of an import that took longer than its chat waits. */
  onLateEnd(outcome: Imported | { kind: "failed" }): Promise<unknown>;
}

/**
 * Imports a file. A short import is awaited; of a long one resolves to "running", and `onLateEnd` hears its end. When the
 * program stops meanwhile it breaks off, which is an end like any other; the same file sent again does the rest.
 */
export async function runImport(
  { database, clock, city, log, imports }: Services,
  actor: Actor,
  { format, name, bytes, picture, titleHeader, loadId, onBegin, onProgress, onLateEnd }: ImportRun,
): Promise<Imported | { kind: "running" }> {
  let taken = 0;
  let told = clock.now().getTime();
  const onEvent = (): void => {
    taken += 1;
    const now = clock.now().getTime();
    if (now - told < between) return;
    told = now;
    onProgress(taken).catch((error: unknown) => log.warn({ error }, "progress of an import not shown"));
  };
  const running = importAsShown(
    database,
    actor,
    { format, source: bytes, name, titleHeader },
    { timeZone: city.timeZone, picture, loadId, onBegin, onEvent, signal: imports.signal },
  );
  const first = await imports.orLate(running);
  if (first !== "late") return first;
  const ended = running
    .then(onLateEnd, (error: unknown) => {
      log.error({ error }, "import broken off");
      return onLateEnd({ kind: "failed" });
    })
    .then(
      () => {},
      (error: unknown) => log.warn({ error }, "end of an import not told"),
    );
  imports.add(ended);
  return { kind: "running" };
}

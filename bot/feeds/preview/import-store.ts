import type { Database } from "../../database/database.ts";
import type { EventDraft } from "../../programme/event.ts";
import { pictureOf } from "../../programme/foresee-store.ts";
import { type Acted, type Actor, actAs, note } from "../../staff/act-store.ts";
import type { FeedFormat, FeedSource } from "../feed-format.ts";
import { type ImportOptions, type ImportSummary, importFeed } from "../import.ts";
import type { RecordAccount } from "../import-account.ts";

export { sheetTemplate } from "../sheet/template.ts";
/** What flows need of feeds, so that imports have one door. */
export { recognise } from "../source/recognise.ts";
export type { FeedFormat, FeedSource, ImportSummary };

/** A file sent to the bot has no more records; a file on the server may. */
const mostRecords = 5_000;
const titlesShown = 5;

/** What an import would do. */
export interface Preview extends ImportSummary {
  /** Titles of the first events that would be taken. */
  titles: string[];
}

type Options = Pick<ImportOptions, "timeZone" | "signal" | "onEvent">;
type Looking = Pick<ImportOptions, "timeZone" | "signal" | "onRecord">;

/** Says what importing would do, row by row, and writes nothing. Only for who may import. */
export async function previewImport(
  database: Database,
  actor: Actor,
  { format, source }: { format: FeedFormat; source: FeedSource },
  options: Looking,
): Promise<Acted<Preview>> {
  const allowed = await actAs(database, actor, { action: "programme.import" }, async () => undefined);
  if (allowed.kind === "forbidden") return allowed;
  const titles: string[] = [];
  const onEvent = ({ texts }: EventDraft): void => {
    const title = (texts.ru ?? texts.tt ?? texts.en)?.title;
    if (title !== undefined && titles.length < titlesShown) titles.push(title);
  };
  const summary = await importFeed(database, format, source, {
    ...options,
    now: actor.now,
    dryRun: true,
    onEvent,
    mostRecords,
  });
  return { kind: "done", value: { ...summary, titles } };
}

/** What came of an import that was agreed to: done, or not even begun because it would do something else by now. */
export type Imported = Acted<ImportSummary> | { kind: "differs"; preview: Preview };

/**
 * Imports what was shown: looks through the file once more, and begins only where the picture is still the one that was agreed
 * to. Each record does to its dates what was seen then, or it is refused. `picture` is null where the import had begun before
 * and was broken off: what it did meanwhile is no reason to ask anew. `onBegin` resolves before anything is written.
 */
export async function importAsShown(
  database: Database,
  actor: Actor,
  { format, source, name }: { format: FeedFormat; source: FeedSource; name: string },
  { picture, onBegin, ...options }: Options & { picture: string | null; onBegin?: () => Promise<unknown> },
): Promise<Imported> {
  const { timeZone, signal } = options;
  const agreed = new Map<string, string>();
  const onRecord = ({ key, changes }: RecordAccount): void => void agreed.set(key, pictureOf(changes));
  const looking = { timeZone, ...(signal && { signal }), onRecord };
  const seen = await previewImport(database, actor, { format, source }, looking);
  if (seen.kind === "forbidden") return seen;
  const isAgreed = picture === null || seen.value.picture === picture || seen.value.stopped?.kind === "asked";
  if (!isAgreed) return { kind: "differs", preview: seen.value };
  await onBegin?.();
  return importAsStaff(database, actor, { format, source, name }, { ...options, agreed });
}

/** Imports as staff: the right is looked up at the beginning, and the log says when it began and what came of it. */
export async function importAsStaff(
  database: Database,
  actor: Actor,
  { format, source, name }: { format: FeedFormat; source: FeedSource; name: string },
  options: Options & Pick<ImportOptions, "agreed">,
): Promise<Acted<ImportSummary>> {
  const subject = `import:${format.source}`;
  const begun = await actAs(database, actor, { action: "programme.import" }, async (_tx, audit) => {
    await audit({ subject, verb: "begin", after: { name } });
  });
  if (begun.kind === "forbidden") return begun;
  const summary = await importFeed(database, format, source, { ...options, now: actor.now, mostRecords });
  const { read, created, updated, unchanged, refused, dates, told, stopped } = summary;
  const counts = { read, created, updated, unchanged, refused: refused.length, cancelled: dates.cancelled, told };
  const after = { name, ...counts, isWhole: stopped === undefined };
  await note(database, { personId: actor.by, at: actor.now, action: "programme.import", subject, verb: "end", after });
  return { kind: "done", value: summary };
}

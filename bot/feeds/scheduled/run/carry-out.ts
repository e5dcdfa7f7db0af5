import { DateTime } from "luxon";
import type { Services } from "../../../context.ts";
import { pictureOf } from "../../../programme/foresee-store.ts";
import { note } from "../../../staff/act-store.ts";
import type { FeedDocument, FeedFormat, Hint, SourceNote } from "../../feed-format.ts";
import { type ImportSummary, importFeed, type RecordRemark } from "../../import.ts";
import type { RecordAccount } from "../../import-account.ts";
import type { ImportOptions } from "../../import-options.ts";
import { type FeedAccount, type FeedOutcome, remarksKept } from "../feed-account.ts";
import {
  findExpected,
  findVanishedDates,
  keepDocuments,
  keepHints,
  markMissing,
  noteSeen,
  type SeenRecord,
} from "../record-store.ts";
import type { ClaimedFeed } from "./claim-store.ts";
import { type ForeseenRun, judge } from "./judge.ts";
import type { Spool } from "./spool.ts";

type Deps = Pick<Services, "database" | "city" | "clock"> & { signal: AbortSignal };

/** What one pass through what was read found. */
interface Pass {
  summary: ImportSummary;
  seen: SeenRecord[];
  documents: FeedDocument[];
  unmodified: string[];
  hints: Hint[];
  /** What each record may do to its dates, and how many do anything to dates that are there. */
  agreed: Map<string, string>;
  changed: number;
}

/** Looks through what was read, and writes it unless too much is missing or changed. */
export async function carryOut(
  deps: Deps,
  feed: ClaimedFeed,
  format: FeedFormat,
  spool: Spool,
  { isForced, empty }: { isForced: boolean; empty: FeedAccount },
): Promise<{ outcome: FeedOutcome; account: FeedAccount }> {
  const { database, clock } = deps;
  const look = await passThrough(deps, feed, format, spool, { dryRun: true });
  if (look.summary.stopped) return { outcome: "stopped", account: empty };
  const now = clock.now();
  const foreseen = await foresee(deps, feed, look, now);
  const held = isForced ? null : judge(foreseen);
  if (held !== null) {
    return { outcome: "held", account: { ...empty, ...accountOf(look.summary, []), ...foreseen, held } };
  }
  const { agreed } = look;
  const { summary, seen, documents, unmodified, hints } = await passThrough(deps, feed, format, spool, { agreed });
  if (summary.stopped) return { outcome: "stopped", account: { ...empty, ...accountOf(summary, []) } };

  const known = await countUnmodified(deps, feed.id, unmodified);
  await noteSeen(database, feed.id, { records: seen, unmodified }, now);
  const isWhole = !summary.warnings.some(({ problem }) => problem.code === "page_left_out");
  const refusedIds = summary.refused.map(({ id }) => id);
  const vanished = isWhole ? await markMissing(database, feed.id, { records: seen, unmodified, refusedIds }, now) : 0;
  await keepDocuments(database, feed.id, documentsToKeep(summary, documents), now);
  const fresh = await keepHints(database, feed.id, hints, now);
  const dates = await findVanishedDates(database, seen, now);
  const zone = deps.city.timeZone;
  const remarks = dates.map(({ recordId, startsAt }): RecordRemark => {
    const said = DateTime.fromJSDate(startsAt, { zone }).toFormat("dd.MM.yyyy HH:mm");
    return { id: recordId, problem: { code: "vanished_date", said } };
  });
  const counted = accountOf(summary, remarks);
  const unchanged = counted.unchanged + known;
  const account = { ...empty, ...counted, unchanged, vanished, hints: fresh };
  const { created, updated } = account;
  if (created + updated > 0) {
    const after = { created, updated, refused: account.refused, told: account.told };
    const subject = `feed:${feed.id}`;
    await note(database, { personId: null, at: now, action: "feeds.manage", subject, verb: "import", after });
  }
  const isSame = summary.read === 0 && unmodified.length > 0 && fresh === 0;
  return { outcome: isSame ? "unmodified" : "done", account };
}

/** A document with a record that somebody's change came in between of is read again next time. */
const documentsToKeep = ({ refused }: ImportSummary, documents: readonly FeedDocument[]): readonly FeedDocument[] =>
  refused.some(({ problem }) => problem.code === "changed_meanwhile") ? [] : documents;

async function passThrough(
  { database, clock, city, signal }: Deps,
  feed: ClaimedFeed,
  format: FeedFormat,
  spool: Spool,
  how: Pick<ImportOptions, "dryRun" | "agreed">,
): Promise<Pass> {
  const seen: SeenRecord[] = [];
  const documents: FeedDocument[] = [];
  const unmodified: string[] = [];
  const hints: Hint[] = [];
  const agreed = new Map<string, string>();
  let [url, changed]: [string | null, number] = [null, 0];
  const onNote = (said: SourceNote): void => {
    if (said.kind === "unmodified") unmodified.push(said.url);
    else if (said.kind === "hint") hints.push(said.hint);
    else {
      url = said.document.url;
      documents.push(said.document);
    }
  };
  const onRecord = ({ key, id: recordId, eventId, draft, changes }: RecordAccount): void => {
    agreed.set(key, pictureOf(changes));
    if (changes.some(({ kind }) => kind !== "added")) changed += 1;
    const starts = draft.occurrences.map(({ startsAt }) => startsAt.getTime());
    if (eventId !== null) seen.push({ eventId, recordId, url, starts });
  };
  const summary = await importFeed(database, { ...format, records: () => spool.entries() }, feed.address, {
    ...how,
    now: clock.now(),
    timeZone: city.timeZone,
    signal,
    ...(feed.institutionId !== null && { institutionId: feed.institutionId }),
    asDraft: feed.action !== "publish",
    keepsVanished: true,
    onNote,
    onRecord,
  });
  return { summary, seen, documents, unmodified, hints, agreed, changed };
}

async function foresee({ database }: Deps, feed: ClaimedFeed, look: Pass, now: Date): Promise<ForeseenRun> {
  const expected = await findExpected(database, feed.id, now);
  const seen = new Set(look.seen.map(({ eventId }) => eventId));
  const refused = new Set(look.summary.refused.map(({ id }) => id));
  const same = new Set(look.unmodified);
  const kept = expected.filter(
    ({ eventId, recordId, url }) => seen.has(eventId) || refused.has(recordId) || (url !== null && same.has(url)),
  );
  return { expected: expected.length, kept: kept.length, changed: look.changed };
}

const countUnmodified = ({ database }: Deps, feedId: number, urls: readonly string[]): Promise<number> =>
  urls.length === 0 ? Promise.resolve(0) : database.feedRecord.count({ where: { feedId, url: { in: [...urls] } } });

/** The counts of an import with the first of what is to be said, refusals first. */
function accountOf(summary: ImportSummary, more: readonly RecordRemark[]) {
  const { read, created, updated, unchanged, refused, warnings, duplicates, told } = summary;
  // That a page stays after its event is over is nothing that anybody mends.
  const refusals = refused.filter(({ problem }) => problem.code !== "all_past");
  const all = [...refusals, ...more, ...warnings];
  return {
    ...{ read, created, updated, unchanged, told, ...duplicates },
    refused: refused.length,
    remarks: all.slice(0, remarksKept),
    moreRemarks: Math.max(0, all.length - remarksKept),
  };
}

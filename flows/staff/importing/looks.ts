import type { Services } from "../../../bot/context.ts";
import { type FeedFormat, type Preview, previewImport } from "../../../bot/feeds/preview/import-store.ts";
import type { Acted, Actor } from "../../../bot/staff/act-store.ts";

type Seen = Acted<Preview>;

/** A look at a file. It goes on where it takes longer than its chat waits, and is kept until it was shown. */
export interface Look {
  fileId: string;
  titleHeader: string | undefined;
  seen: Promise<Seen>;
  own: AbortController;
  /** A chat waits for it right now, and needs no word that it has ended. */
  isAwaited: boolean;
  /** Its end will be told. */
  isTold: boolean;
}

/** By person, and one for each: what is looked through anew is another file, or the same one again. */
const looks = new Map<number, Look>();

/** A look ends by itself: after so long something hangs. Milliseconds. */
const longest = 15 * 60_000;

/** The look at this file that was begun and not shown yet. */
export function findLook(personId: number, fileId: string, titleHeader?: string): Look | undefined {
  const look = looks.get(personId);
  return look?.fileId === fileId && look.titleHeader === titleHeader ? look : undefined;
}

/** Begins to look through a file; the one before it ends. Stopped as "asked" with the program, too. */
export function beginLook(
  { database, city, imports }: Pick<Services, "database" | "city" | "imports">,
  actor: Actor,
  {
    fileId,
    format,
    bytes,
    titleHeader,
  }: { fileId: string; format: FeedFormat; bytes: Uint8Array; titleHeader?: string | undefined },
  patience = longest,
): Look {
  looks.get(actor.by)?.own.abort();
  const own = new AbortController();
  const late = setTimeout(() => own.abort(), patience);
  const options = { timeZone: city.timeZone, signal: AbortSignal.any([imports.signal, own.signal]) };
  const seen = previewImport(database, actor, { format, source: bytes, titleHeader }, options).finally(() =>
    clearTimeout(late),
  );
  const look = { fileId, titleHeader, seen, own, isAwaited: false, isTold: false };
  looks.set(actor.by, look);
  return look;
}

/**
 * What was seen, or "late" where that takes longer than the chat waits; then `onEnd` is called at the end, unless somebody
 * waits again or has another file looked through.
 */
export async function awaitLook(
  { imports, log }: Pick<Services, "imports" | "log">,
  personId: number,
  look: Look,
  onEnd: () => Promise<unknown>,
): Promise<Seen | "late"> {
  const isCurrent = () => looks.get(personId) === look;
  let first: Seen | "late" | undefined;
  look.isAwaited = true;
  try {
    first = await imports.orLate(look.seen);
    return first;
  } finally {
    look.isAwaited = false;
    if (first !== "late") {
      if (isCurrent()) looks.delete(personId);
    } else if (!look.isTold) {
      look.isTold = true;
      const ended = look.seen.then(
        () => {},
        () => {},
      );
      const tell = async () => (look.isAwaited || !isCurrent() ? undefined : onEnd());
      imports.add(
        ended.then(tell).then(
          () => {},
          (error: unknown) => log.warn({ error }, "end of a look at a file not told"),
        ),
      );
    }
  }
}

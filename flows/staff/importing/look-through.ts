import { InputFile } from "grammy";
import type { BotContext, Services } from "../../../bot/context.ts";
import { downloadSent } from "../../../bot/doors/telegram/client/files.ts";
import { type FeedFormat, type Preview, previewImport, recognise } from "../../../bot/feeds/preview/import-store.ts";
import { formatPreview, formatReport, remarksShown } from "../../../bot/feeds/preview/words.ts";
import type { Acted, Actor } from "../../../bot/staff/act-store.ts";

export interface SentFile {
  fileId: string;
  name: string;
}

/** A look at a file ends well before its update is given up after 25 s. Milliseconds. */
const usualPatience = 15_000;

/** The looks that are being taken, by person: an update that comes again ends the one before it. */
const looking = new Map<number, AbortController>();

/** Downloads and reads a file, writing nothing; many refusals are sent as a file of their own. */
export async function lookThrough(outer: BotContext, { fileId, name }: SentFile) {
  const { services, reader } = outer;
  const { t, person, now } = reader;
  const downloaded = await downloadSent(outer, fileId);
  if (downloaded.kind !== "file") return { kind: downloaded.kind === "gone" ? "gone" : "too_large" } as const;
  const format = recognise(name, downloaded.bytes);
  if (format === undefined) return { kind: "unknown" } as const;
  const preview = await previewFile(services, { by: person.id, now }, { format, bytes: downloaded.bytes });
  if (preview.kind === "forbidden") return preview;
  const { value } = preview;
  if (value.stopped?.kind === "asked") return { kind: "too_long" } as const;
  if (Math.max(value.refused.length, value.warnings.length) > remarksShown) {
    const report = new InputFile(Buffer.from(`\uFEFF${formatReport(value, t)}`), `${t("importing.report_name")}.txt`);
    await outer.replyWithDocument(report);
  }
  return shownOf(value, String(formatPreview(value, name, t)));
}

/** What staff is shown before it agrees to an import. */
export interface ShownPreview {
  kind: "preview";
  /** Events that would be written. */
  events: number;
  total: number;
  /** Nothing would be written, because all of it is there. */
  isKnown: boolean;
  /** What is agreed to by agreeing to this (Preview). */
  picture: string;
  /** Markup. */
  text: string;
}

export function shownOf({ created, updated, unchanged, refused, picture }: Preview, text: string): ShownPreview {
  const events = created + updated;
  const isKnown = unchanged > 0 && refused.length === 0;
  return { kind: "preview", events, total: events + unchanged, isKnown, picture, text };
}

/**
 * Says what an import would do; stopped as "asked" where that takes too long, where the program stops, and where the same
 * person has a file looked through again.
 */
export async function previewFile(
  { database, city, imports }: Pick<Services, "database" | "city" | "imports">,
  actor: Actor,
  { format, bytes }: { format: FeedFormat; bytes: Uint8Array },
  patience = usualPatience,
): Promise<Acted<Preview>> {
  const own = new AbortController();
  looking.get(actor.by)?.abort();
  looking.set(actor.by, own);
  const late = setTimeout(() => own.abort(), patience);
  const signal = imports ? AbortSignal.any([imports.signal, own.signal]) : own.signal;
  try {
    return await previewImport(database, actor, { format, source: bytes }, { timeZone: city.timeZone, signal });
  } finally {
    clearTimeout(late);
    if (looking.get(actor.by) === own) looking.delete(actor.by);
  }
}

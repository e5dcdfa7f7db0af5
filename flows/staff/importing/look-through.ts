import { InputFile } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { downloadSent } from "../../../bot/doors/telegram/client/files.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { type Preview, recognise } from "../../../bot/feeds/preview/import-store.ts";
import { formatPreview, formatReport, remarksShown } from "../../../bot/feeds/preview/words.ts";
import { awaitLook, beginLook, findLook } from "./looks.ts";

export interface SentFile {
  fileId: string;
  name: string;
}

/**
 * Downloads and reads a file, writing nothing; many refusals are sent as a file of their own. "looking": it takes longer than
 * the chat waits, which is told when it is over; asked again for the same file, it is waited for anew.
 */
export async function lookThrough(outer: BotContext, { fileId, name }: SentFile) {
  const { services, reader, api } = outer;
  const { t, person, now } = reader;
  let look = findLook(person.id, fileId);
  if (look === undefined) {
    const downloaded = await downloadSent(outer, fileId);
    if (downloaded.kind !== "file") return { kind: downloaded.kind === "gone" ? "gone" : "too_large" } as const;
    const format = recognise(name, downloaded.bytes);
    if (format === undefined) return { kind: "unknown" } as const;
    look = beginLook(services, { by: person.id, now }, { fileId, format, bytes: downloaded.bytes });
  }
  const chatId = chatIdOf(outer);
  const preview = await awaitLook(services, person.id, look, () => api.sendMessage(chatId, t("importing.looked")));
  if (preview === "late") return { kind: "looking" } as const;
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

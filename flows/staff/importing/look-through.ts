import { InputFile } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { downloadSent } from "../../../bot/doors/telegram/client/files.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { type Preview, recognise } from "../../../bot/feeds/preview/import-store.ts";
import { formatPreview, formatWhole } from "../../../bot/feeds/preview/words.ts";
import { awaitLook, beginLook, findLook } from "./looks.ts";

export interface SentFile {
  fileId: string;
  name: string;
  /** The heading over its titles, where somebody had to say which it is. */
  titleHeader?: string;
}

/**
 * Downloads and reads a file, writing nothing. "looking": it takes longer than the chat waits, which is told when it is over;
 * asked again for the same file, it is waited for anew. "headings": one of these may be the title's.
 */
export async function lookThrough(outer: BotContext, file: SentFile) {
  const seen = await seenOf(outer, file);
  if (seen.kind !== "seen") return seen;
  const { stopped } = seen.value;
  if (stopped?.kind === "broken" && stopped.problem.code === "no_title_column" && stopped.problem.headings.length > 0)
    return { kind: "headings" as const, headings: stopped.problem.headings };
  return shownOf(seen.value, String(formatPreview(seen.value, file.name, readerOf(outer))));
}

/** Sends all that is to be told of a file as a text file; else why not. */
export async function sendWhole(outer: BotContext, file: SentFile) {
  const seen = await seenOf(outer, file);
  if (seen.kind !== "seen") return seen.kind === "forbidden" ? ("gone" as const) : seen.kind;
  const text = formatWhole(seen.value, file.name, readerOf(outer));
  const name = `${outer.reader.t("importing.whole_name")}.txt`;
  await outer.replyWithDocument(new InputFile(Buffer.from(`\uFEFF${text}`), name));
  return "sent" as const;
}

const readerOf = ({ reader: { t, now }, services }: BotContext) => ({ t, now, zone: services.city.timeZone });

async function seenOf(outer: BotContext, { fileId, name, titleHeader }: SentFile) {
  const { services, reader, api } = outer;
  const { t, person, now } = reader;
  let look = findLook(person.id, fileId, titleHeader);
  if (look === undefined) {
    const downloaded = await downloadSent(outer, fileId);
    if (downloaded.kind !== "file") return { kind: downloaded.kind === "gone" ? "gone" : "too_large" } as const;
    const format = recognise(name, downloaded.bytes);
    if (format === undefined) return { kind: "unknown" } as const;
    const file = { fileId, format, bytes: downloaded.bytes, titleHeader };
    look = beginLook(services, { by: person.id, now }, file);
  }
  const chatId = chatIdOf(outer);
  const preview = await awaitLook(services, person.id, look, () => api.sendMessage(chatId, t("importing.looked")));
  if (preview === "late") return { kind: "looking" } as const;
  if (preview.kind === "forbidden") return preview;
  if (preview.value.stopped?.kind === "asked") return { kind: "too_long" } as const;
  return { kind: "seen", value: preview.value } as const;
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

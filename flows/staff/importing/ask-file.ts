import { largestDownload } from "../../../bot/doors/telegram/client/files.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import type { SentFile } from "./look-through.ts";

/** A file in a message, as far as an import cares. */
interface Attached {
  document?: { file_id: string; file_name?: string; file_size?: number };
}

/** The file that a message brings; undefined where it has none, or one that the messenger does not hand out. */
export function fileIn({ document }: Attached): SentFile | undefined {
  if (document === undefined || isTooLarge(document)) return undefined;
  return { fileId: document.file_id, name: document.file_name ?? "" };
}

export const isTooLarge = (document: { file_size?: number } | undefined): boolean =>
  (document?.file_size ?? 0) > largestDownload;

/** Asks for a file; in place of another one, what became of the one being looked through may be asked for. */
export async function askFile(
  conversation: Conversation,
  question: Html,
  looking?: SentFile,
): Promise<Answer<SentFile>> {
  const { t } = conversation.ctx.reader;
  const again = looking === undefined ? "importing.ask" : "importing.looking";
  return ask<SentFile>(conversation, {
    text: question,
    choices: looking === undefined ? [] : [[{ label: t("importing.show"), value: looking }]],
    again: ({ message }) => html`${t(isTooLarge(message?.document) ? "importing.too_large" : again)}`,
    read: ({ message }) => message && fileIn(message),
  });
}

/** Asks which heading stands over the titles; null: none of them. A file that comes instead is another one. */
export async function askTitleHeading(
  conversation: Conversation,
  file: SentFile,
  headings: readonly string[],
): Promise<Answer<SentFile | null>> {
  const { t } = conversation.ctx.reader;
  const question = html`${t("importing.which_title")}`;
  return ask<SentFile | null>(conversation, {
    text: question,
    choices: [
      ...headings.map((label) => [{ label, value: { ...file, titleHeader: label } }]),
      [{ label: t("importing.no_column"), value: null }],
    ],
    again: question,
    read: ({ message }) => message && fileIn(message),
  });
}

import type { BotContext } from "../../../bot/context.ts";
import { downloadSent, largestDownload } from "../../../bot/doors/telegram/client/files.ts";
import { once, recall } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { type Imported, recognise } from "../../../bot/feeds/preview/import-store.ts";
import { formatOutcome, formatPreview } from "../../../bot/feeds/preview/words.ts";
import { Html, html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { ask } from "../../kit/steps/ask.ts";
import { notePressed, say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { programmeCallback } from "../programme/callbacks.ts";
import { lookThrough, type SentFile, type ShownPreview, shownOf } from "./look-through.ts";
import { runImport } from "./run-import.ts";

/** Imports a file of events: it is looked through, what would become of each row is told, and nothing is done unasked. */
export const importFile = defineDialogue(
  "import-file",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { dialogue, ctx } = conversation;
    const { t } = ctx.reader;
    const away = [button(t("programme.title"), programmeCallback.data({ shelf: "coming", page: 0 })), toStaffMenu(t)];
    const end = (text: Html) => say(conversation, { text, keyboard: [away] });
    let looking: SentFile | undefined;
    for (let question = html`${t("importing.ask")}`; ; ) {
      const file = await askFile(conversation, question, looking);
      if (file.kind !== "answer") return void (await end(html`${t("importing.stopped")}`));
      const seen = await dialogue.external((outer) => lookThrough(outer, file.value));
      looking = seen.kind === "looking" ? file.value : undefined;
      if (seen.kind === "forbidden") return void (await end(html`${t("staff.not_open")}`));
      if (seen.kind !== "preview") {
        question = html`${t(`importing.${seen.kind}`)}`;
        continue;
      }
      if (seen.events === 0) {
        question = html`${Html.trusted(seen.text)}\n\n${t(seen.isKnown ? "importing.known" : "importing.nothing")}`;
        continue;
      }
      for (let shown: ShownPreview = seen; ; ) {
        const agreed = await ask<"import" | "another">(conversation, {
          text: Html.trusted(shown.text),
          again: html`${t("importing.again")}`,
          choices: [
            [{ label: t("importing.confirm", { count: shown.events }), value: "import" }],
            [{ label: t("importing.another"), value: "another" }],
          ],
        });
        if (agreed.kind !== "answer") return void (await end(html`${t("importing.stopped")}`));
        if (agreed.value === "another") break;
        const { total, picture } = shown;
        const chatId = chatIdOf(ctx);
        const messageId = await say(conversation, { text: html`${t("importing.running", { taken: 0, total })}` });
        const place = { chatId, messageId };
        const done = await dialogue.external((outer) => carryOut(outer, file.value, { place, total, picture }));
        if (done.kind === "later") return;
        notePressed(dialogue, place);
        if (done.kind === "end") return void (await end(Html.trusted(done.text)));
        // Nothing was done yet: what would be done by now is shown, and asked about, in its place.
        shown = done;
      }
      question = html`${t("importing.ask")}`;
    }
  },
);

/** Asks for a file; in place of another one, what became of the one being looked through may be asked for. */
async function askFile(conversation: Conversation, question: Html, looking?: SentFile): Promise<Answer<SentFile>> {
  const { t } = conversation.ctx.reader;
  const again = looking === undefined ? "importing.ask" : "importing.looking";
  const answer = await ask<SentFile>(conversation, {
    text: question,
    choices: looking === undefined ? [] : [[{ label: t("importing.show"), value: looking }]],
    again: ({ message }) => html`${t(isTooLarge(message?.document) ? "importing.too_large" : again)}`,
    read: ({ message }) => {
      const document = message?.document;
      if (document === undefined || isTooLarge(document)) return undefined;
      return { fileId: document.file_id, name: document.file_name ?? "" };
    },
  });
  return answer.kind === "answer" ? answered(answer.value) : answer;
}

const isTooLarge = (document: { file_size?: number } | undefined): boolean =>
  (document?.file_size ?? 0) > largestDownload;

type Done = ShownPreview | { kind: "end"; text: string } | { kind: "later" };

/** Imports; the last words as markup, or that they are said later in the same message, or what would be done instead by now. */
async function carryOut(
  outer: BotContext,
  { fileId, name }: SentFile,
  { place, total, picture }: { place: { chatId: number; messageId: number }; total: number; picture: string },
): Promise<Done> {
  const { services, reader, api } = outer;
  const { t, person, now } = reader;
  const known = await recall(outer, "import");
  if (typeof known === "string") return { kind: "end", text: known };
  const downloaded = await downloadSent(outer, fileId);
  const format = downloaded.kind === "file" ? recognise(name, downloaded.bytes) : undefined;
  if (downloaded.kind !== "file" || format === undefined)
    return { kind: "end", text: String(html`${t("importing.gone")}`) };
  const edit = (text: string) => api.editMessageText(place.chatId, place.messageId, text, { parse_mode: "HTML" });
  const outcome = await runImport(
    services,
    { by: person.id, now },
    {
      format,
      name,
      bytes: downloaded.bytes,
      picture: (await recall(outer, "begin import")) === undefined ? picture : null,
      onBegin: () => once(outer, "begin import", async () => true),
      onProgress: (taken) => edit(t("importing.running", { taken, total })),
      onLateEnd: (late) => edit(late.kind === "failed" ? t("importing.failed") : lastWords(late, total, t)),
    },
  );
  if (outcome.kind === "running") return { kind: "later" };
  if (outcome.kind !== "differs" || outcome.preview.created + outcome.preview.updated === 0)
    return { kind: "end", text: await once(outer, "import", async () => lastWords(outcome, total, t)) };
  const anew = formatPreview(outcome.preview, name, t);
  return shownOf(outcome.preview, String(html`${t("importing.changed_meanwhile")}\n\n${anew}`));
}

function lastWords(outcome: Imported, total: number, t: Translate): string {
  if (outcome.kind === "forbidden") return String(html`${t("staff.not_open")}`);
  if (outcome.kind === "differs") return String(html`${t("importing.changed_late")}`);
  return String(formatOutcome(outcome.value, total, t));
}

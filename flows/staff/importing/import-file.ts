import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { Html, html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { notePressed, retire, say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { programmeCallback } from "../programme/callbacks.ts";
import { askFile, askTitleHeading, fileIn } from "./ask-file.ts";
import { loadCallback } from "./callbacks.ts";
import { carryOut } from "./carry-out.ts";
import { lookThrough, type SentFile, type ShownPreview, sendWhole } from "./look-through.ts";

/** What is done next in the dialogue. */
type Next =
  | { kind: "file"; file: SentFile }
  | { kind: "ask"; question: Html; looking?: SentFile }
  | { kind: "end"; text: Html; loadId?: number | undefined }
  /** The end is told by what runs on. */
  | { kind: "later" };

/**
 * Imports a file of events: it is looked through, what would become of each row is told, and nothing is done unasked. `sent`
 * came outside of any dialogue. Another file that comes at any question takes the place of the one before.
 */
export const importFile = defineDialogue(
  "import-file",
  { version: 3 },
  async (conversation: Conversation, sent: SentFile | null): Promise<void> => {
    const { t } = conversation.ctx.reader;
    let next: Next =
      sent === null ? { kind: "ask", question: html`${t("importing.ask")}` } : { kind: "file", file: sent };
    for (;;) {
      switch (next.kind) {
        case "ask":
          next = fileOr(await askFile(conversation, next.question, next.looking), conversation);
          break;
        case "file":
          next = await goOn(conversation, next.file);
          break;
        case "end": {
          const { loadId, text } = next;
          const away = [
            button(t("programme.title"), programmeCallback.data({ shelf: "coming", page: 0 })),
            toStaffMenu(t),
          ];
          const toLoad =
            loadId === undefined ? [] : [button(t("importing.loads.open"), loadCallback.data({ loadId, page: 0 }))];
          return void (await say(conversation, { text, keyboard: [toLoad, away] }));
        }
        case "later":
          return;
      }
    }
  },
);

const stopped = ({ ctx }: Conversation): Next => ({ kind: "end", text: html`${ctx.reader.t("importing.stopped")}` });

const fileOr = (answer: Answer<SentFile>, conversation: Conversation): Next =>
  answer.kind === "answer" ? { kind: "file", file: answer.value } : stopped(conversation);

/** Looks a file through, and asks what is to be done with it. */
async function goOn(conversation: Conversation, file: SentFile): Promise<Next> {
  const { dialogue, ctx } = conversation;
  const { t } = ctx.reader;
  const seen = await dialogue.external((outer) => lookThrough(outer, file));
  switch (seen.kind) {
    case "forbidden":
      return { kind: "end", text: html`${t("staff.not_open")}` };
    case "looking":
      return { kind: "ask", question: html`${t("importing.looking")}`, looking: file };
    case "headings": {
      const chosen = await askTitleHeading(conversation, file, seen.headings);
      if (chosen.kind !== "answer") return stopped(conversation);
      return chosen.value === null
        ? { kind: "ask", question: html`${t("importing.unknown")}` }
        : { kind: "file", file: chosen.value };
    }
    case "preview":
      return seen.events === 0 ? nothingToDo(conversation, seen) : askAbout(conversation, file, seen);
    default:
      return { kind: "ask", question: html`${t(`importing.${seen.kind}`)}` };
  }
}

function nothingToDo({ ctx }: Conversation, { text, isKnown }: ShownPreview): Next {
  const why = ctx.reader.t(isKnown ? "importing.known" : "importing.nothing");
  return { kind: "ask", question: html`${Html.trusted(text)}\n\n${why}` };
}

type Wish = { kind: "import" | "all" | "another" } | { kind: "file"; file: SentFile };

/** Shows what would be done, and does it where that is agreed to. */
async function askAbout(conversation: Conversation, file: SentFile, seen: ShownPreview): Promise<Next> {
  const { dialogue, ctx } = conversation;
  const { t } = ctx.reader;
  let shown = seen;
  let question = Html.trusted(shown.text);
  for (;;) {
    const answer = await ask<Wish>(conversation, {
      text: question,
      again: html`${t("importing.again")}`,
      choices: [
        [{ label: t("importing.confirm", { count: shown.events }), value: { kind: "import" } }],
        [
          { label: t("importing.show_all"), value: { kind: "all" } },
          { label: t("importing.another"), value: { kind: "another" } },
        ],
      ],
      read: ({ message }) => {
        const other = message && fileIn(message);
        return other && { kind: "file", file: other };
      },
    });
    if (answer.kind !== "answer") return stopped(conversation);
    const wish = answer.value;
    if (wish.kind === "file") return wish;
    if (wish.kind === "another") return { kind: "ask", question: html`${t("importing.ask")}` };
    if (wish.kind === "all") {
      await retire(conversation);
      const sent = await dialogue.external((outer) => sendWhole(outer, file));
      question = sent === "sent" ? html`${t("importing.shown_all")}` : html`${t(`importing.${sent}`)}`;
      continue;
    }
    const { total, picture } = shown;
    const messageId = await say(conversation, { text: html`${t("importing.running", { taken: 0, total })}` });
    const place = { chatId: chatIdOf(ctx), messageId };
    const done = await dialogue.external((outer) => carryOut(outer, file, { place, total, picture }));
    if (done.kind === "later") return done;
    notePressed(dialogue, place);
    if (done.kind === "end") return { kind: "end", text: Html.trusted(done.text), loadId: done.loadId };
    // Nothing was done yet: what would be done by now is shown, and asked about, in its place.
    shown = done;
    question = Html.trusted(shown.text);
  }
}

import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { commentsCallback } from "../../bot/voices/callbacks.ts";
import { longest } from "../../bot/voices/comments/comment.ts";
import { findOwnComment, findStanding } from "../../bot/voices/comments/find-store.ts";
import { faultOf } from "../../bot/voices/comments/text-rules.ts";
import { formatTitle } from "../../bot/voices/comments/words.ts";
import { type CommentOutcome, writeComment } from "../../bot/voices/comments/write-store.ts";
import type { VoiceTopic } from "../../bot/voices/topic.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatDay, formatTime } from "../../bot/words/time/dates.ts";
import { toMenu } from "../account/menu.ts";
import { ask } from "../kit/ask/ask.ts";
import { type Conversation, typed } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { type Answer, answered } from "../kit/steps/answer.ts";
import { say } from "../kit/steps/dialogue-message.ts";
import { walk } from "../kit/steps/wizard.ts";
import { toCard } from "./stars.ts";

interface Draft {
  text: string;
  /** Null: without a name. */
  name: string | null;
}

/** A resident writes a comment: the text → how it is signed → a look at it, and it goes to whoever moderates. */
export const writeOwnComment = defineDialogue(
  "write-comment",
  { version: 1 },
  async (conversation: Conversation, topic: VoiceTopic): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const about = await dialogue.external(async ({ services, reader }) => {
      const [standing, own] = await Promise.all([
        findStanding(services.database, topic, reader.now),
        findOwnComment(services.database, topic, reader.person.id),
      ]);
      const replaces = own !== null && own.state !== "rejected";
      return standing && { title: formatTitle(standing, reader.t), replaces };
    });
    if (about === null) return end(conversation, topic, t("comment.gone"));
    const draft = await walk<Partial<Draft>>({}, [
      { ask: (_, canGoBack) => askComment(conversation, about, canGoBack) },
      { ask: (_, canGoBack) => askName(conversation, canGoBack) },
      { ask: (written) => askWhole(conversation, written) },
    ]);
    const { text, name = null } = draft.kind === "answer" ? draft.value : {};
    if (text === undefined) return end(conversation, topic, t("comment.said.stopped"));
    const said = await dialogue.external(async (outer) => {
      const { person, now } = outer.reader;
      const written = await once(
        outer,
        "write-comment",
        (database) => writeComment(database, { personId: person.id, topic, text, name, now }),
        ({ kind }) => kind === "published" || kind === "waiting",
      );
      return formatWritten(outer, topic, written);
    });
    return end(conversation, topic, said);
  },
);

function askComment(
  conversation: Conversation,
  { title, replaces }: { title: string; replaces: boolean },
  canGoBack: boolean,
): Promise<Answer<Partial<Draft>>> {
  const { t } = conversation.ctx.reader;
  const question = joinLines(
    t("comment.ask.text", { title, most: longest.comment }),
    replaces ? html`\n${t("comment.ask.replaces")}` : null,
  );
  return ask<Partial<Draft>>(conversation, {
    text: question,
    again(said) {
      const fault = faultOf(typed(said)) ?? "short";
      return html`${fault === "long" ? t("comment.again.long", { most: longest.comment }) : t(`comment.again.${fault}`)}`;
    },
    read(said) {
      const text = typed(said);
      return faultOf(text) === null ? { text } : undefined;
    },
    canGoBack,
  });
}

async function askName(conversation: Conversation, canGoBack: boolean): Promise<Answer<Partial<Draft>>> {
  const { t, person } = conversation.ctx.reader;
  const firstName = person.firstName.slice(0, longest.name).toWellFormed();
  return ask<Partial<Draft>>(conversation, {
    text: html`${t("comment.ask.name")}`,
    again: html`${t("comment.ask.name_again", { most: longest.name })}`,
    choices: [
      [{ label: firstName, value: { name: firstName } }],
      [{ label: t("comment.resident"), value: { name: null } }],
    ],
    read(said) {
      const name = typed(said).replace(/\s+/gu, " ");
      return /^\p{L}[\p{L}\p{M} .’'-]*$/u.test(name) && name.length <= longest.name ? { name } : undefined;
    },
    canGoBack,
  });
}

async function askWhole(conversation: Conversation, { text = "", name = null }: Partial<Draft>) {
  const { t } = conversation.ctx.reader;
  const question = joinLines(
    t("comment.ask.whole"),
    html`\n<b>${name ?? t("comment.resident")}</b>`,
    html`<blockquote>${text}</blockquote>`,
  );
  const answer = await ask<"send">(conversation, {
    text: question,
    again: question,
    choices: [[{ label: t("comment.button.send"), value: "send" }]],
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({}) : answer;
}

function formatWritten(
  { reader: { t, zone, now } }: BotContext,
  { kind }: VoiceTopic,
  written: CommentOutcome,
): string {
  const when = (at: number) => {
    const moment = new Date(at);
    return t("date.day_and_time", { day: formatDay(moment, t, zone, now), time: formatTime(moment, zone) });
  };
  switch (written.kind) {
    case "published":
      return t("comment.said.published");
    case "waiting":
      return t("comment.said.waiting");
    case "not yet":
      return t(kind === "course" ? "comment.course_not_yet" : "comment.not_yet");
    case "gone":
      return t("card.gone");
    case "faulty":
      return written.fault === "long"
        ? t("comment.again.long", { most: longest.comment })
        : t(`comment.again.${written.fault}`);
    case "said already":
      return t("comment.said.said_already");
    case "too many":
      return t("comment.said.too_many", { most: written.most, when: when(written.again) });
    case "banned":
      return t("comment.said.banned", { when: when(written.until) });
  }
}

/** Ends with what came of it alone: a list of comments would push it out of sight. */
async function end(conversation: Conversation, topic: VoiceTopic, said: string): Promise<void> {
  const { t } = conversation.ctx.reader;
  await say(conversation, {
    text: html`${said}`,
    keyboard: [
      [button(t("comment.button.list"), commentsCallback.data({ topic, page: 0 }))],
      [...toCard(topic, t), toMenu(t)],
    ],
  });
}

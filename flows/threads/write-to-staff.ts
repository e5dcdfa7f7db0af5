import type { BotContext } from "../../bot/context.ts";
import type { Content } from "../../bot/delivery/content.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { readContent } from "../../bot/doors/telegram/sending/content.ts";
import { findTopic } from "../../bot/threads/about-store.ts";
import { usualOfficeHours } from "../../bot/threads/office-hours.ts";
import { type About, fitness } from "../../bot/threads/thread.ts";
import { formatAbout, formatWhenAnswered } from "../../bot/threads/words.ts";
import { type Handed, writeToStaff } from "../../bot/threads/write-store.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { ask } from "../kit/ask/ask.ts";
import type { Conversation } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { say } from "../kit/steps/dialogue-message.ts";

/** Milliseconds after a message in which the next one is taken for more of it; later it is a search, or asked about. */
const breath = 600_000;

/** A resident writes to staff: what about, and when it is answered → what they say, as often as they like → that is all. */
export const writeToHuman = defineDialogue(
  "write-to-human",
  { version: 1 },
  async (conversation: Conversation, asked: About): Promise<void> => {
    const { t } = conversation.ctx.reader;
    let about = asked;
    let introduced = await conversation.dialogue.external((outer) => introduce(outer, about));
    if (introduced === null) return end(conversation, t("thread.gone"));
    const { when } = introduced;
    let text = questionAbout(about, introduced, t);
    for (let isBegun = false; ; ) {
      const given = await ask<Content | Mistake>(conversation, {
        text,
        again: html`${t("thread.again")}`,
        read: ({ message }) => (message && readContent(message)) ?? undefined,
        choices: about.kind === "event" && !isBegun ? [[{ label: t("thread.button.mistake"), value: mistake }]] : [],
        ...(isBegun && { leave: t("thread.button.done"), patience: breath }),
      });
      if (given.kind !== "answer") return end(conversation, t(isBegun ? "thread.done" : "thread.stopped"));
      if (given.value.kind === "mistake") {
        if (about.kind === "event") about = { kind: "mistake", id: about.id };
        introduced = await conversation.dialogue.external((outer) => introduce(outer, about));
        if (introduced === null) return end(conversation, t("thread.gone"));
        text = questionAbout(about, introduced, t);
        continue;
      }
      const content = given.value;
      const unfit = misfit(conversation, content);
      if (unfit !== null) {
        text = unfit;
        continue;
      }
      const { kind } = await conversation.dialogue.external((outer) => write(outer, about, content));
      if (kind !== "written") return end(conversation, t(refusals[kind]));
      text = html`${isBegun ? t("thread.sent_more") : t("thread.sent", { when })}`;
      isBegun = true;
    }
  },
);

/** The message says that something is wrong on the event's card. */
interface Mistake {
  kind: "mistake";
}
const mistake: Mistake = { kind: "mistake" };

interface Introduced {
  topic: string;
  when: string;
}

const questionAbout = ({ kind }: About, { topic, when }: Introduced, t: Translate): Html =>
  joinLines(html`<b>${topic}</b>`, "", t(`thread.ask.${kind === "thread" ? "more" : kind}`), "", when);

/** What is written about, and when it will be answered; null: it is gone, or not the reader's. */
async function introduce({ services, reader }: BotContext, about: About): Promise<Introduced | null> {
  const { t, person } = reader;
  const topic = await findTopic(services.database, about, {
    personId: person.id,
    language: t.language,
    now: reader.now,
  });
  return topic && { topic: formatAbout(topic, reader), when: whenAnswered({ services, reader }) };
}

/** When residents are answered, by the city's clock. */
export const whenAnswered = ({ services: { city }, reader }: Pick<BotContext, "services" | "reader">): string =>
  formatWhenAnswered(city.officeHours ?? usualOfficeHours, reader, city.timeZone);

/** What is said about something that cannot be passed on as it is; null: it can. */
export function misfit({ ctx }: Pick<Conversation, "ctx">, content: Content): Html | null {
  const fit = fitness(content);
  return fit === "fits" ? null : html`${ctx.reader.t(fit === "a poll" ? "thread.a_poll" : "thread.too_long")}`;
}

/** What is said where a message was not taken. */
export const refusals = {
  "too many waiting": "thread.too_many_waiting",
  "too many today": "thread.too_many_today",
  gone: "thread.gone",
} as const satisfies Record<Exclude<Handed["kind"], "written">, string>;

/** Puts a message into a thread, once an update. */
export const write = (ctx: BotContext, about: About, content: Content): Promise<Handed> =>
  once(
    ctx,
    "write-to-human",
    (database) => writeToStaff(database, { personId: ctx.reader.person.id, about, content, now: ctx.reader.now }),
    ({ kind }) => kind === "written",
  );

async function end(conversation: Conversation, said: string): Promise<void> {
  const { t } = conversation.ctx.reader;
  // One button: the whole menu would push the answer out of sight when it comes.
  await say(conversation, { text: html`${said}`, keyboard: [[toMenu(t)]] });
}

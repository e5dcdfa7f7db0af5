import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import { button, labelsOf, type Row, wideButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { callHuman } from "../../../bot/threads/buttons.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import { isSimple } from "../../simple/screen.ts";
import { backCallback, cancelCallback, choiceCallback } from "../callbacks.ts";
import type { Conversation } from "../conversation.ts";
import { type Answer, answered } from "../steps/answer.ts";
import { copyRow } from "../steps/copy-row.ts";
import { notePressed, retire, say } from "../steps/dialogue-message.ts";
import { hear } from "../steps/hear.ts";
import { meant, type ReadText, type Understood, understand } from "../steps/understand.ts";

/** A button that is an answer. */
export interface Choice<T> {
  label: string;
  value: T;
}

export interface Question<T> {
  text: Html;
  /** Buttons, row by row. What they depend on must come through `dialogue.external`: a replay has to find the same. */
  choices?: readonly (readonly Choice<T>[])[];
  /** A text that a button puts on the clipboard, to be sent back changed. Longer ones stay to be copied by hand. */
  copied?: string;
  /** What a message means; undefined where it does not fit. Without it only buttons answer. */
  read?: (answer: FlowContext) => T | undefined;
  /** In place of `read`: what a text means to a grammar, which reads it in a process of its own. */
  readForeign?: (answer: FlowContext, readText: ReadText) => Promise<Understood<T>>;
  /** Said when an answer does not fit; names what does. */
  again: Html | ((answer: FlowContext) => Html);
  /** Label of the way out, where "cancel" could be taken for an answer. */
  leave?: string;
  /** There is a question before this one. Default false. */
  canGoBack?: boolean;
  /** Milliseconds that a person is held in the question; a later message is taken for what it says. Default a day. */
  patience?: number | undefined;
}

/**
 * Asks until an answer fits. Buttons lead back and out, and so do all commands, the buttons below the text field and
 * those of other screens (flows/kit/exit-dialogue.ts). A button of an earlier question answers nothing any more and says so.
 */
export async function ask<T>(conversation: Conversation, question: Question<T>): Promise<Answer<T>> {
  const { dialogue, ctx } = conversation;
  const { choices = [], again, patience } = question;
  const keyboard = simpleRows(question, ctx) ?? [
    ...choiceRows(choices),
    copyRow(question.copied, ctx.reader.t),
    leadingAway(question, ctx),
  ];
  const chatId = chatIdOf(ctx);
  const asked = { messageId: await say(conversation, { text: question.text, keyboard }), patience };
  return hear<Answer<T>>(dialogue, asked, async (answer, messageId) => {
    let missing: Html | undefined;
    const data = answer.callbackQuery?.data;
    if (data !== undefined) {
      if (answer.callbackQuery?.message?.message_id !== messageId) {
        await answerTap(answer, { text: answer.reader.t("step.answered") });
        return { kind: "passed over" };
      }
      await answerTap(answer);
      notePressed(dialogue, { chatId, messageId });
      if (cancelCallback.read(data) !== undefined) return { kind: "cancelled" };
      if (question.canGoBack === true && backCallback.read(data) !== undefined) return { kind: "back" };
      const chosen = choices.flat()[choiceCallback.read(data) ?? -1];
      if (chosen !== undefined) return answered(chosen.value);
    } else {
      await retire({ dialogue, ctx: answer }, { chatId, messageId });
      const away = readAway(question, answer);
      if (away !== undefined) return away;
      const typed = choices.flat().find(({ label }) => isTyped(label, answer));
      if (typed !== undefined) return answered(typed.value);
      const read = await understood(dialogue, question, answer);
      if (read.kind === "meant") return answered(read.value);
      if (read.kind === "unread") missing = html`${answer.reader.t(`step.unread.${read.excess}`)}`;
      else if (read.text !== undefined) missing = html`${read.text}`;
    }
    const text = missing ?? (typeof again === "function" ? again(answer) : again);
    return { kind: "wrong", again: () => say({ dialogue, ctx: answer }, { text, keyboard }) };
  });
}

async function understood<T>(
  dialogue: Dialogue,
  { read, readForeign }: Question<T>,
  answer: FlowContext,
): Promise<Understood<T>> {
  return readForeign ? understand(dialogue, (readText) => readForeign(answer, readText)) : meant(read?.(answer));
}

function choiceRows<T>(choices: readonly (readonly Choice<T>[])[]): Row[] {
  const labelled = (row: readonly Choice<T>[]) => row.map(({ label }) => label);
  const alone = labelsOf(choices.filter((row) => row.length === 1).flatMap(labelled), true);
  const beside = labelsOf(choices.filter((row) => row.length > 1).flatMap(labelled));
  let index = 0;
  return choices.map((row) => {
    const labels = (row.length === 1 ? alone : beside).splice(0, row.length);
    return labels.map((label) => (row.length === 1 ? wideButton : button)(label, choiceCallback.data(index++)));
  });
}

/**
 * The buttons of a question in simple mode: the answers, the way back or out where there is room, and a person, each in a
 * row of its own. Null: as usual, because that many answers do not fit. What has no button can still be typed.
 */
function simpleRows<T>({ choices = [], canGoBack, leave }: Question<T>, { reader }: FlowContext): Row[] | null {
  const flat = choices.flat();
  if (!isSimple(reader) || flat.length > 2) return null;
  const [away] = leadingAway({ canGoBack: canGoBack ?? false, ...(leave && { leave }) }, { reader });
  return [...choiceRows(flat.map((choice) => [choice])), flat.length < 2 && away ? [away] : [], [callHuman(reader.t)]];
}

type Away = Pick<Question<unknown>, "canGoBack" | "leave">;

/** A typed label means its button: "Back" is nobody's name. */
function readAway(
  { canGoBack, leave }: Away,
  { message, reader: { t } }: FlowContext,
): { kind: "back" | "cancelled" } | undefined {
  if (isTyped(leave ?? t("button.cancel"), { message })) return { kind: "cancelled" };
  return canGoBack === true && isTyped(t("button.back"), { message }) ? { kind: "back" } : undefined;
}

const isTyped = (label: string, { message }: Pick<FlowContext, "message">): boolean =>
  message?.text?.trim().toLowerCase() === label.toLowerCase();

function leadingAway({ canGoBack, leave }: Away, { reader: { t } }: Pick<FlowContext, "reader">): Row {
  const back = canGoBack === true ? [button(t("button.back"), backCallback.data(null))] : [];
  return [...back, button(leave ?? t("button.cancel"), cancelCallback.data(null))];
}

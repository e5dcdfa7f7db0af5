import type { Dialogue, FlowContext } from "../bot/context.ts";
import { forget } from "../bot/people/person-store.ts";
import { askText } from "./steps/ask-text.ts";

/** Erases a person after they typed the word for it. */
export async function forgetMe(dialogue: Dialogue, ctx: FlowContext): Promise<void> {
  const { t, person } = ctx.reader;
  const word = t("privacy.word");
  const answer = await askText(dialogue, ctx, {
    question: t("privacy.ask", { word }),
    again: t("privacy.not_the_word", { word }),
    accept: (text) => text.trim().toLowerCase() === word,
  });
  if (answer.kind === "cancelled") {
    await ctx.reply(t("privacy.kept"));
    return;
  }
  await dialogue.external(({ services }) => forget(services.database, person.id));
  await ctx.reply(t("privacy.erased"), { reply_markup: { remove_keyboard: true } });
}

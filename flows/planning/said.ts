import type { BotContext } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { parseWish } from "../../bot/planning/parse-wish.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { searchThisCallback } from "../programme/callbacks.ts";
import { planDayCallback } from "./callbacks.ts";
import { planView } from "./plan.ts";

/** Characters of a query that fit on its button. */
const longest = 22;

/** Plans the evening that was asked for in words. Where some of them say nothing to go by, what to do is asked. */
export async function saidEveningView(ctx: BotContext): Promise<View> {
  const { reader } = ctx;
  const { t } = reader;
  const text = ctx.message?.text ?? "";
  const { wish, unused } = parseWish(text, reader);
  if (unused === "") return planView(ctx, wish);
  const search = t("understood.search_instead", { query: cutAtWord(text.trim(), longest) });
  const without = t("evening.button.without");
  const { day = null, setting = null, company = null, priceLimit = null } = wish;
  const plan = planDayCallback.data({ day, setting, company, priceLimit });
  return {
    text: html`${t("evening.not_used", { words: cutAtWord(unused, 80) })}`,
    keyboard: [[button(without, plan)], [button(search, searchThisCallback.data(null))], [toMenu(t)]],
    isReply: true,
  };
}

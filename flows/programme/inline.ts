import { Composer } from "grammy";
import type { InlineQueryResult } from "grammy/types";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { isTooLate } from "../../bot/doors/telegram/client/refusal.ts";
import { deepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../bot/programme/card/card.ts";
import { findCards } from "../../bot/programme/card/card-store.ts";
import { formatCard, titleOf } from "../../bot/programme/card/words.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { search } from "../../bot/programme/search/search-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { textIn } from "../../bot/words/language.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { posterAddress } from "./card.ts";

/** Results offered at once; Telegram takes 50. */
const results = 10;

/** Seconds that Telegram may keep an answer: a card says "in 25 min". */
const keepFor = 60;

/** Cards for `@bot джаз` in any chat; without words, what is on tonight. */
export const inlineMode = new Composer<BotContext>();

inlineMode.on("inline_query", async (ctx) => {
  const { services, reader, me } = ctx;
  const cards = await findCards(services.database, await findIds(ctx, ctx.inlineQuery.query.trim()), reader.now);
  const found = cards.filter((card) => !card.withdrawn).map((card) => result(card, services, reader, me.username));
  await answer(ctx, found, {
    cache_time: keepFor,
    is_personal: true,
    button: {
      text: reader.t(cards.length > 0 ? "inline.open_bot" : "inline.nothing"),
      start_parameter: "inline",
    },
  });
});

/** Answers the query; too late, that is refused, and nobody waits for it any more. */
async function answer(ctx: BotContext, ...how: Parameters<BotContext["answerInlineQuery"]>): Promise<void> {
  try {
    await ctx.answerInlineQuery(...how);
  } catch (error) {
    if (!isTooLate(error)) throw error;
  }
}

async function findIds({ services, reader }: BotContext, text: string): Promise<number[]> {
  const { t, now, zone } = reader;
  if (text === "") {
    const listing = { scope: { kind: "tonight" }, filters: {}, page: 0 } as const;
    const { rows } = await findListed(services.database, listing, { language: t.language, now, zone });
    return rows.map(({ occurrenceId }) => occurrenceId);
  }
  const outcome = await search(services.database, { text, now, zone, limit: results, offset: 0 });
  if (outcome.kind === "nothing") return [];
  return outcome.hits.flatMap(({ occurrenceId }) => (occurrenceId === null ? [] : [occurrenceId]));
}

function result(card: Card, services: Services, reader: Reader, botUsername: string): InlineQueryResult {
  const poster = posterAddress(card.posterUrl, services.posterBase ?? services.publicUrl);
  const { t, zone, now } = reader;
  const place = card.place && textIn(card.place.texts, t.language)?.title;
  const when = capitalise(formatWhen(card, t, zone, now));
  return {
    type: "article",
    id: String(card.occurrenceId),
    title: titleOf(card, t.language),
    ...(poster !== undefined && { thumbnail_url: poster }),
    description: t("card.line", { first: when, second: place ?? t(`mode.${card.attendanceMode}`) }),
    input_message_content: {
      message_text: String(formatCard(card, reader, false)),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    reply_markup: {
      inline_keyboard: [
        [urlButton(t("button.open"), deepLink(botUsername, { kind: "occurrence", id: card.occurrenceId }))],
      ],
    },
  };
}

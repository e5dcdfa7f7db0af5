import type { FlowContext } from "../../../../bot/context.ts";
import { posterPath } from "../../../../bot/doors/telegram/screen/poster-path.ts";
import { isButtonUrl } from "../../../../bot/net/web-address.ts";
import { html } from "../../../../bot/words/html.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { noneLabel } from "./none-label.ts";

/**
 * Whether photos can be posters: the messenger must give them out again, and others be able to fetch them from the bot's own
 * pages (bot/web/posters.ts).
 */
const takesPhotos = ({ services, door }: FlowContext): boolean =>
  door.can.keptPhotos && isButtonUrl(services.publicUrl ?? "");

/** Where the photo of a message will be served, undefined where it has none or there is nowhere to serve it. */
export function posterIn(ctx: FlowContext): string | undefined {
  const largest = ctx.message?.photo?.at(-1);
  return largest && takesPhotos(ctx) ? posterPath(ctx.api.token, largest.file_id) : undefined;
}

/** A picture: sent here, or by its address on the web. Null: none. */
export function askPoster(conversation: Conversation, canGoBack: boolean): Promise<Answer<string | null>> {
  const { ctx } = conversation;
  const { t } = ctx.reader;
  const canBePhoto = takesPhotos(ctx);
  return ask<string | null>(conversation, {
    text: html`${t(canBePhoto ? "programme.ask.poster" : "programme.ask.poster_address")}`,
    again: html`${t(canBePhoto ? "programme.ask.poster" : "programme.again.poster")}`,
    choices: [[{ label: noneLabel(conversation, canGoBack), value: null }]],
    read: (said) => {
      const address = typed(said);
      return posterIn(said) ?? (isButtonUrl(address) && /^https?:/iu.test(address) ? address : undefined);
    },
    canGoBack,
  });
}

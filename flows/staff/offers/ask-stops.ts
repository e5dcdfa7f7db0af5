import { offerLimits, type RouteStop, type StandingOffer } from "../../../bot/offers/offer.ts";
import { stopTitle } from "../../../bot/offers/words.ts";
import { html } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { askPosition } from "../institutions/ask-words.ts";

interface SaidStop {
  title: string;
  body: string | null;
}

/** Asks for the stops of a route one by one, each with its words and its point, in one language. */
export async function askStops(
  conversation: Conversation,
  language: Language,
  canGoBack: boolean,
): Promise<Answer<RouteStop[]>> {
  const { t } = conversation.ctx.reader;
  const stops: RouteStop[] = [];
  while (stops.length < offerLimits.stops) {
    const number = stops.length + 1;
    const said = await ask<SaidStop | null>(conversation, {
      text: html`${t(number === 1 ? "always_edit.ask.stop" : "always_edit.ask.next_stop", { number })}`,
      again: html`${t("always_edit.again.stop", { longest: offerLimits.stopBody })}`,
      choices: number === 1 ? [] : [[{ label: t("programme.button.ready"), value: null }]],
      read: (answer) => stopOf(typed(answer)),
      canGoBack: canGoBack || number > 1,
    });
    if (said.kind === "back" && stops.length > 0) {
      stops.pop();
      continue;
    }
    if (said.kind !== "answer") return said;
    if (said.value === null) return answered(stops);
    const without = { label: t("programme.button.skip"), value: null };
    const point = await askPosition(conversation, { without, canGoBack: true });
    if (point.kind === "cancelled") return point;
    if (point.kind === "answer") stops.push({ texts: { [language]: said.value }, point: point.value });
  }
  return answered(stops);
}

function stopOf(text: string): SaidStop | undefined {
  const [title = "", ...rest] = text.split("\n").map((line) => line.trim());
  const body = rest.join("\n").trim();
  const isFit = title !== "" && title.length <= 150 && body.length <= offerLimits.stopBody;
  return isFit ? { title, body: body === "" ? null : body } : undefined;
}

/** Asks for the names of stops that are there in another language: one a line, in the same order. */
export async function askStopsIn(
  conversation: Conversation,
  { stops }: Pick<StandingOffer, "stops">,
  language: Language,
): Promise<Answer<RouteStop[]>> {
  const { t } = conversation.ctx.reader;
  const count = stops.length;
  const known = stops.map((stop) => stopTitle(stop, t)).join("\n");
  const answer = await ask<string[]>(conversation, {
    text: html`${t("always_edit.ask.stops_in", { language, count, stops: known })}`,
    again: html`${t("always_edit.again.stops_in", { count })}`,
    read(said) {
      const lines = typed(said)
        .split("\n")
        .map((line) => line.replace(/^\s*\d{1,2}[.)]\s*/u, "").trim())
        .filter((line) => line !== "");
      return lines.length === count && lines.every((line) => line.length <= 150) ? lines : undefined;
    },
  });
  if (answer.kind !== "answer") return answer;
  return answered(
    stops.map(({ texts, point }, index) => ({
      point,
      texts: { ...texts, [language]: { title: answer.value[index] ?? "", body: texts[language]?.body ?? null } },
    })),
  );
}

import {
  orElse,
  type People,
  type PlainCondition,
  type SegmentCondition,
} from "../../../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../../../bot/announcements/audience/audience-store.ts";
import { formatCount } from "../../../../bot/announcements/audience/audience-words.ts";
import { describeAudience } from "../../../../bot/announcements/audience/describe.ts";
import type { Reader, Services } from "../../../../bot/context.ts";
import { Html, html, joinLines } from "../../../../bot/words/html.ts";
import type { Translate } from "../../../../bot/words/messages/translator.ts";
import { ask, type Choice } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { askCondition } from "./ask-condition.ts";

type Side = "only" | "except";

/** `or`: an alternative to the condition of `only` that stands there. */
type Added = { kind: "add"; to: Side } | { kind: "or"; index: number };

type Chosen = { kind: "go on" } | Added | { kind: "drop"; from: Side; index: number };

/** Alternatives of one condition; more are no sentence any more. */
const mostAlternatives = 5;

/** Asks whom it goes to, or is for, by a `question`: everybody who fits all of these and none of those, with their number at each change. */
export async function askAudience(
  conversation: Conversation,
  start: People,
  canGoBack: boolean,
  question?: string,
): Promise<Answer<People>> {
  const { dialogue } = conversation;
  const { t } = conversation.ctx.reader;
  for (let audience = start; ; ) {
    const looked = audience;
    const look = await dialogue.external(({ services, reader }) => lookAt(services, reader, looked));
    const answer = await ask<Chosen>(conversation, {
      text: joinLines(
        question ?? t("announce.audience.ask"),
        "",
        Html.trusted(look.audience),
        "",
        html`<b>${look.count}</b>`,
        audience.only.length + audience.except.length > 1 ? html`\n<i>${t("announce.audience.rule")}</i>` : null,
      ),
      choices: choicesOf(audience, look, t),
      again: html`${t("announce.again")}`,
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const chosen = answer.value;
    if (chosen.kind === "go on") return answered(audience);
    if (chosen.kind === "drop") {
      audience = { ...audience, [chosen.from]: audience[chosen.from].filter((_, index) => index !== chosen.index) };
      continue;
    }
    const condition = await askCondition(conversation, {
      count: (would) =>
        dialogue.external(async ({ services, reader }) =>
          formatCount(await countAudience(services.database, changed(looked, chosen, would), reader.now), reader.t),
        ),
    });
    if (condition.kind === "cancelled") return condition;
    if (condition.kind === "answer") audience = changed(audience, chosen, condition.value);
  }
}

function changed(audience: People, added: Added, condition: PlainCondition): People {
  if (added.kind === "add") return { ...audience, [added.to]: [...audience[added.to], condition] };
  const only = audience.only.map((one, index) => (index === added.index ? orElse(one, condition) : one));
  return { ...audience, only };
}

type Look = Awaited<ReturnType<typeof lookAt>>;

function choicesOf(audience: People, look: Look, t: Translate): Choice<Chosen>[][] {
  const drops = (["only", "except"] as const).flatMap((from) =>
    audience[from].map((_, index) => [
      {
        label: t("announce.audience.drop", { what: look[from][index] ?? "" }),
        value: { kind: "drop" as const, from, index },
      },
    ]),
  );
  const isLong = (one: SegmentCondition) => one.kind === "any" && one.of.length >= mostAlternatives;
  const alternatives = audience.only.flatMap((one, index) =>
    isLong(one)
      ? []
      : [
          [
            {
              label:
                audience.only.length === 1
                  ? t("announce.audience.or_those")
                  : t("announce.audience.or_to", { what: look.only[index] ?? "" }),
              value: { kind: "or" as const, index },
            },
          ],
        ],
  );
  return [
    ...alternatives,
    [
      {
        label: t(audience.only.length === 0 ? "announce.audience.only" : "announce.audience.and_those"),
        value: { kind: "add", to: "only" },
      },
      { label: t("announce.audience.except"), value: { kind: "add", to: "except" } },
    ],
    ...drops,
    ...(look.isNobody ? [] : [[{ label: t("announce.go_on"), value: { kind: "go on" as const } }]]),
  ];
}

/** What is told about an audience, as text: a dialogue is replayed. */
async function lookAt({ database }: Pick<Services, "database">, { t, now }: Reader, audience: People) {
  const { text, only, except } = await describeAudience(database, audience, t);
  const count = await countAudience(database, audience, now);
  return { audience: String(text), only, except, count: formatCount(count, t), isNobody: count.count === 0 };
}

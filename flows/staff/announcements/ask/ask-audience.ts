import type { People, SegmentCondition } from "../../../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../../../bot/announcements/audience/audience-store.ts";
import { formatAudience, formatCondition, formatCount } from "../../../../bot/announcements/audience/audience-words.ts";
import { findNames } from "../../../../bot/announcements/draft/choice-store.ts";
import type { Reader, Services } from "../../../../bot/context.ts";
import { Html, html, joinLines } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { askCondition } from "./ask-condition.ts";

type Side = "only" | "except";

type Chosen = { kind: "go on" } | { kind: "add"; to: Side } | { kind: "drop"; from: Side; index: number };

/** Asks whom it goes to: everybody who fits all of these and none of those, with their number at each change. */
export async function askAudience(
  conversation: Conversation,
  start: People,
  canGoBack: boolean,
): Promise<Answer<People>> {
  const { dialogue } = conversation;
  const { t } = conversation.ctx.reader;
  for (let audience = start; ; ) {
    const looked = audience;
    const look = await dialogue.external(({ services, reader }) => describeAudience(services, reader, looked));
    const drops = (["only", "except"] as const).flatMap((from) =>
      audience[from].map((_, index) => ({
        label: t("announce.audience.drop", { what: look[from][index] ?? "" }),
        value: { kind: "drop" as const, from, index },
      })),
    );
    const answer = await ask<Chosen>(conversation, {
      text: joinLines(t("announce.audience.ask"), "", Html.trusted(look.audience), "", html`<b>${look.count}</b>`),
      choices: [
        [
          { label: t("announce.audience.only"), value: { kind: "add", to: "only" } },
          { label: t("announce.audience.except"), value: { kind: "add", to: "except" } },
        ],
        ...drops.map((drop) => [drop]),
        ...(look.isNobody ? [] : [[{ label: t("announce.go_on"), value: { kind: "go on" as const } }]]),
      ],
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
    const withThis = (condition: SegmentCondition): People => ({
      ...audience,
      [chosen.to]: [...audience[chosen.to], condition],
    });
    const condition = await askCondition(conversation, {
      count: (would) =>
        dialogue.external(async ({ services, reader }) =>
          formatCount(await countAudience(services.database, withThis(would), reader.now), reader.t),
        ),
    });
    if (condition.kind === "cancelled") return condition;
    if (condition.kind === "answer") audience = withThis(condition.value);
  }
}

/** What is told about an audience, as text: a dialogue is replayed. */
export async function describeAudience({ database }: Pick<Services, "database">, { t, now }: Reader, audience: People) {
  const all = [...audience.only, ...audience.except];
  const names = await findNames(
    database,
    {
      courseIds: all.flatMap((condition) => (condition.kind === "class" ? condition.courseIds : [])),
      groupIds: all.flatMap((condition) => (condition.kind === "class" ? condition.groupIds : [])),
      eventIds: all.flatMap((condition) => (condition.kind === "took part" ? condition.eventIds : [])),
    },
    t.language,
  );
  const count = await countAudience(database, audience, now);
  const named = (conditions: readonly SegmentCondition[]) => conditions.map((one) => formatCondition(one, names, t));
  return {
    audience: String(formatAudience(audience, names, t)),
    only: named(audience.only),
    except: named(audience.except),
    count: formatCount(count, t),
    isNobody: count.count === 0,
  };
}

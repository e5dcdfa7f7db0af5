import { capitalise } from "../../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import type { Houses } from "../ask/ask-institution.ts";
import { askWhere } from "../ask/ask-where.ts";
import { readingOf } from "../ask/city-time.ts";
import { formatSaid, formatWhere } from "../words.ts";
import { correctDraft } from "./correct-draft.ts";
import { type Draft, hasPlace, isComplete } from "./draft.ts";

/** A draft among several. */
export interface Ticked {
  draft: Draft;
  /** The event of the programme that may be the same; null: there is none. */
  like: string | null;
  isTaken: boolean;
}

export interface Chosen {
  drafts: Draft[];
  /** Publishes the drafts that are complete. */
  isPublished: boolean;
}

type Pressed = "publish" | "save" | "place" | "next" | number;

const perPage = 8;

/**
 * Shows the events of a list, each with a tick and what it lacks. A tap on one shows it whole, to be corrected or left out; one
 * place can be given to all that have none.
 */
export async function chooseDrafts(
  conversation: Conversation,
  houses: Houses,
  start: readonly Ticked[],
  onChanged: (drafts: readonly Ticked[]) => Promise<unknown>,
): Promise<Answer<Chosen>> {
  const { t } = conversation.ctx.reader;
  let page = 0;
  for (let all = [...start]; ; ) {
    const taken = all.filter(({ isTaken }) => isTaken).map(({ draft }) => draft);
    const complete = taken.filter(isComplete).length;
    const lacking = taken.filter((draft) => !hasPlace(draft)).length;
    const from = page * perPage;
    const shown = all.slice(from, from + perPage);
    const answer = await ask<Pressed>(conversation, {
      text: joinLines(
        html`<b>${t("programme.list.found", { count: all.length })}</b>`,
        t("programme.list.how"),
        "",
        ...shown.map((ticked) => lineOf(conversation, ticked)),
      ),
      again: html`${t("programme.list.how")}`,
      choices: [
        ...shown.map(({ draft, isTaken }, index) => {
          const label = draft.title ?? t("programme.not_found");
          return [{ label: isTaken ? t("button.chosen", { label }) : label, value: from + index }];
        }),
        all.length > perPage ? [{ label: t("button.later"), value: "next" }] : [],
        lacking > 0 ? [{ label: t("programme.list.place", { count: lacking }), value: "place" }] : [],
        complete > 0 ? [{ label: t("programme.list.publish", { count: complete }), value: "publish" }] : [],
        taken.length > 0 ? [{ label: t("programme.list.save", { count: taken.length }), value: "save" }] : [],
      ],
    });
    if (answer.kind !== "answer") return answer;
    const { value } = answer;
    if (value === "publish" || value === "save") return answered({ drafts: taken, isPublished: value === "publish" });
    if (value === "next") {
      page = from + perPage < all.length ? page + 1 : 0;
      continue;
    }
    if (value === "place") {
      const where = await askWhere(conversation, true, { houses });
      if (where.kind === "cancelled") return where;
      if (where.kind === "answer")
        all = all.map(({ draft, isTaken, like }) => ({
          ...{ isTaken, like },
          draft: isTaken && !hasPlace(draft) ? { ...draft, where: where.value } : draft,
        }));
    } else {
      const one = all[value];
      if (one === undefined) continue;
      const seen = await showOne(conversation, houses, one);
      if (seen.kind === "cancelled") return seen;
      if (seen.kind === "answer") all = all.with(value, seen.value);
    }
    await onChanged(all);
  }
}

/** One event of the list as a whole: corrected, taken or left out. */
async function showOne(
  conversation: Conversation,
  houses: Houses,
  { draft, isTaken, like }: Ticked,
): Promise<Answer<Ticked>> {
  const { t } = conversation.ctx.reader;
  const more = () => [
    { label: t("programme.list.keep"), value: "keep" as const },
    { label: t(isTaken ? "programme.list.leave_out" : "programme.list.take"), value: "switch" as const },
  ];
  const seen = await correctDraft<"keep" | "switch">(conversation, houses, draft, { more, canGoBack: true });
  if (seen.kind !== "answer") return seen;
  const { pressed } = seen.value;
  return answered({ draft: seen.value.draft, like, isTaken: pressed === "switch" ? !isTaken : isTaken });
}

/** "✓ Fri 4 December, 18:30 — Bohemia · Opera house", or what it lacks. */
function lineOf(conversation: Conversation, { draft, isTaken, like }: Ticked): Html {
  const { t } = conversation.ctx.reader;
  const { title, dates = [], where } = draft;
  const [first] = dates;
  const when = first ? capitalise(formatSaid(first, t, readingOf(conversation))) : t("programme.no_dates");
  const facts = [
    dates.length > 1 ? t("programme.dates", { count: dates.length }) : null,
    like === null ? null : t("programme.similar.note", { event: like }),
    where ? formatWhere(where, t) : hasPlace(draft) ? t("programme.button.online") : t("programme.list.no_place"),
  ].filter((fact) => fact !== null);
  const mark = isTaken ? "✓" : "–";
  return html`${mark} ${when} — <b>${cutAtWord(title ?? t("programme.not_found"), 100)}</b> · ${facts.join(" · ")}`;
}

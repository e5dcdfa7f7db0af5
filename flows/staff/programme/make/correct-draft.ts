import { type Html, html, joinLines } from "../../../../bot/words/html.ts";
import { ask, type Choice } from "../../../kit/ask/ask.ts";
import { inRows } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import type { Houses } from "../ask/ask-institution.ts";
import { type Draft, hasPlace } from "./draft.ts";
import { asidesOf, draftLine, type Extra, extrasOf, isSaid } from "./draft-words.ts";
import { type Field, fieldsOfDraft, stepsOf } from "./steps.ts";

export interface Correcting<More> {
  /** Buttons above those of the fields. */
  more: (draft: Draft) => readonly Choice<More>[];
  canGoBack: boolean;
  /** Told of each draft as it is corrected. */
  onCorrected?: (draft: Draft) => Promise<unknown>;
}

/** Shows all that is known of a draft, each field a tap from being corrected, until one of the other buttons is pressed. */
export async function correctDraft<More extends string>(
  conversation: Conversation,
  houses: Houses,
  start: Draft,
  { more, canGoBack, onCorrected }: Correcting<More>,
): Promise<Answer<{ draft: Draft; pressed: More }>> {
  const { t } = conversation.ctx.reader;
  const steps = stepsOf(conversation, houses);
  const open = fieldsOfDraft.filter((field) => steps[field].isNeeded?.(start) !== false);
  let last: Field | undefined;
  for (let draft = start; ; ) {
    // On a phone all of it again after each correction would push what was corrected out of sight.
    const isTold = (field: Field) => last === undefined || field === "title" || field === last;
    const answer = await ask<Field | "whole" | { pressed: More } | { drop: Extra }>(conversation, {
      text: describe(conversation, draft, open, isTold, last === undefined),
      again: html`${t("programme.again.button")}`,
      choices: [
        ...more(draft).map(({ label, value }) => [{ label, value: { pressed: value } }]),
        last === undefined ? [] : [{ label: t("programme.button.whole"), value: "whole" }],
        ...extrasOf(draft, t).map(({ extra, words }) => [
          { label: t("programme.drop", { what: words }), value: { drop: extra } },
        ]),
        ...inRows(
          open.map((field) => ({ label: t(`programme.field.${field}`), value: field })),
          2,
        ),
      ],
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    if (typeof answer.value !== "string") {
      if ("pressed" in answer.value) return answered({ draft, pressed: answer.value.pressed });
      const { [answer.value.drop]: _dropped, ...kept } = draft;
      draft = kept;
      await onCorrected?.(draft);
      continue;
    }
    if (answer.value === "whole") {
      last = undefined;
      continue;
    }
    const corrected = await steps[answer.value].ask(draft, true);
    if (corrected.kind === "cancelled") return corrected;
    if (corrected.kind !== "answer") continue;
    const { doubts, ...sure } = draft;
    draft = { ...(answer.value === "dates" || doubts === undefined ? sure : draft), ...corrected.value };
    last = answer.value;
    await onCorrected?.(draft);
  }
}

/** What is told of a draft, a line a field, and the names of the fields of which nothing is known. */
function describe(
  conversation: Conversation,
  draft: Draft,
  open: readonly Field[],
  isTold: (field: Field) => boolean,
  isWhole: boolean,
): Html {
  const { t } = conversation.ctx.reader;
  const missing = open
    .filter((field) => !isSaid(conversation, draft, field))
    .map((field) => t(`programme.field.${field}`));
  return joinLines(
    html`${t("programme.guessed")}\n`,
    ...open
      .filter((field) => isTold(field) && isSaid(conversation, draft, field))
      .map((field) => draftLine(conversation, draft, field)),
    draft.endless !== undefined && !isSaid(conversation, draft, "dates")
      ? html`«${draft.endless}»: ${t("programme.again.end")}`
      : null,
    ...(isWhole ? asidesOf(draft, t) : []),
    missing.length === 0 ? null : html`<i>${t("programme.not_found_fields", { fields: missing.join(", ") })}</i>`,
  );
}

/** A draft without a place and without a stream is nowhere: where it is is asked before it is kept. */
export async function withPlace(conversation: Conversation, houses: Houses, draft: Draft): Promise<Answer<Draft>> {
  if (hasPlace(draft)) return answered(draft);
  const asked = await stepsOf(conversation, houses).where.ask(draft, true);
  return mapAnswer(asked, (where) => ({ ...draft, ...where }));
}

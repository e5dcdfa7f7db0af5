import type { Conversation } from "../../../kit/conversation.ts";
import type { Houses } from "../ask/ask-institution.ts";
import { endWithDraft, endWithDrafts, endWithNothing } from "../finish.ts";
import { findSimilarTo, isAnother } from "./ask-similar.ts";
import { chooseDrafts } from "./choose-drafts.ts";
import { correctDraft, withPlace } from "./correct-draft.ts";
import type { Draft } from "./draft.ts";
import { keepDrafts } from "./unfinished.ts";

/** Goes from what was read to what is saved: one event field by field, several with ticks. Resolves to whether any was. */
export async function finishDrafts(
  conversation: Conversation,
  houses: Houses,
  drafts: readonly Draft[],
): Promise<boolean> {
  const [first] = drafts;
  if (first === undefined) return unsaved(conversation);
  await keepDrafts(conversation, drafts);
  if (drafts.length === 1) return finishOne(conversation, houses, first);
  // What is there already is left out, until somebody says that it is another one.
  const similar = await findSimilarTo(conversation, drafts);
  const ticked = drafts.map((draft, index) => {
    const like = similar[index]?.said ?? null;
    return { draft, like, isTaken: like === null };
  });
  const chosen = await chooseDrafts(conversation, houses, ticked, (all) =>
    keepDrafts(
      conversation,
      all.filter(({ isTaken }) => isTaken).map(({ draft }) => draft),
    ),
  );
  return chosen.kind === "answer" ? endWithDrafts(conversation, chosen.value) : unsaved(conversation);
}

async function unsaved(conversation: Conversation): Promise<false> {
  await endWithNothing(conversation);
  return false;
}

async function finishOne(conversation: Conversation, houses: Houses, start: Draft): Promise<boolean> {
  const { t } = conversation.ctx.reader;
  const more = ({ title }: Draft) =>
    title === undefined ? [] : [{ label: t("programme.button.save"), value: "save" as const }];
  for (let draft = start; ; ) {
    const corrected = await correctDraft<"save">(conversation, houses, draft, {
      more,
      canGoBack: false,
      onCorrected: (one) => keepDrafts(conversation, [one]),
    });
    if (corrected.kind !== "answer") return unsaved(conversation);
    draft = corrected.value.draft;
    const placed = await withPlace(conversation, houses, draft);
    if (placed.kind === "cancelled") return unsaved(conversation);
    if (placed.kind !== "answer") continue;
    const another = await isAnother(conversation, placed.value);
    if (another.kind === "cancelled") return unsaved(conversation);
    if (another.kind === "back") continue;
    return another.value === "another" && (await endWithDraft(conversation, placed.value));
  }
}

import type { Answer } from "./answer.ts";

/** One question of a dialogue, and what its answer adds to the draft. */
export interface Step<Draft> {
  /** Where the draft says enough already, the question is passed over. Default: always asked. */
  isNeeded?(draft: Draft): boolean;
  ask(draft: Draft, canGoBack: boolean): Promise<Answer<Partial<Draft>>>;
}

/**
 * Asks one step after the other and gathers what they answer. "Back" asks the one that was asked before, with the draft
 * as it was then. A list of steps, so that a dialogue reads like its specification.
 */
export async function walk<Draft extends object>(
  start: Draft,
  steps: readonly Step<Draft>[],
): Promise<Extract<Answer<Draft>, { kind: "answer" | "cancelled" }>> {
  const asked: { index: number; draft: Draft }[] = [];
  let draft = start;
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step === undefined || step.isNeeded?.(draft) === false) continue;
    const answer = await step.ask(draft, asked.length > 0);
    if (answer.kind === "cancelled") return answer;
    if (answer.kind === "answer") {
      asked.push({ index, draft });
      draft = { ...draft, ...answer.value };
      continue;
    }
    const before = asked.pop();
    if (before === undefined) throw new Error("the first question has no way back");
    draft = before.draft;
    index = before.index - 1;
  }
  return { kind: "answer", value: draft };
}

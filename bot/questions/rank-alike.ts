import { tatarStem, tellingWords, trigramsOf } from "../ideas/trigrams.ts";

/** How many questions are laid before staff that may ask the same. */
const mostAlike = 5;

const signsOf = (text: string): string[] => trigramsOf(tellingWords(text).map(tatarStem));

/** The questions that share most with a text, best first; of those that share equally little the order stays. */
export function rankAlike<One extends { text: string }>(text: string, others: readonly One[]): One[] {
  const wanted = new Set(signsOf(text));
  const scored = others.map((one) => {
    const signs = signsOf(one.text);
    const shared = signs.filter((sign) => wanted.has(sign)).length;
    return { one, likeness: shared / Math.max(1, Math.min(signs.length, wanted.size)) };
  });
  return scored
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostAlike)
    .map(({ one }) => one);
}

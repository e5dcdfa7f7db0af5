import { tag } from "./tagging.ts";

/**
 * Whether a short answer says yes or no and nothing besides: "да, согласна", "әйе", "no". Undefined for everything else,
 * «не согласна» with it: what is not understood for certain is asked again.
 */
export function parseAssent(text: string): "yes" | "no" | undefined {
  const units = tag(text);
  if (units.length === 0) return undefined;
  for (const answer of ["yes", "no"] as const) if (units.every(({ concepts }) => concepts.has(answer))) return answer;
  return undefined;
}

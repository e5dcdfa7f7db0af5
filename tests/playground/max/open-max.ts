import { onTestFinished } from "vitest";
import { type Max, type MaxOptions, startMax } from "../../../playground/max/max.ts";
import { stoppedClock } from "../../support/telegram.ts";

/** Starts MAX for one test and closes it after; the test fails if the bot asked for what MAX would not take. */
export async function openMax({
  mayBreakRules = false,
  ...options
}: Partial<MaxOptions> & { mayBreakRules?: boolean } = {}): Promise<Max> {
  const max = await startMax({ clock: stoppedClock(), ...options });
  onTestFinished(async () => {
    await max.close();
    if (!mayBreakRules && max.violations.length > 0)
      throw new Error(`The bot broke MAX's rules:\n${max.violations.join("\n")}`);
  });
  return max;
}

/** Calls MAX by hand. */
export async function callMax(
  max: Max,
  name: string,
  body?: unknown,
  headers: Record<string, string> = { Authorization: max.token },
): Promise<{ status: number; body: Record<string, unknown>; text: string }> {
  const [method = "GET", path = ""] = name.split(" ");
  const answer = await fetch(`${max.apiRoot}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text), text };
}

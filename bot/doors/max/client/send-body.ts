import { setTimeout as sleep } from "node:timers/promises";
import type { MaxBody } from "../writing/body.ts";
import type { SpokenKind } from "./gate.ts";
import type { MaxAnswer, MaxCallOf, MaxClient } from "./max-client.ts";
import { isNotReady, refusalOf } from "./refusal.ts";

/** Milliseconds before each repetition while an uploaded file is not ready; the official clients try three times. */
const pauses = [1_000, 2_000, 4_000];

export interface BodyCall extends Pick<MaxCallOf, "method" | "path" | "query" | "signal" | "isDelivery"> {
  dialog: string;
  kind: SpokenKind;
  body: MaxBody | { message?: MaxBody; notification?: string };
}

/** Makes a request that says something, again while a file that was uploaded for it is not ready: nothing was done then. */
export async function sendBody(
  client: Pick<MaxClient, "call">,
  { dialog, kind, ...call }: BodyCall,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<MaxAnswer> {
  for (let waited = 0; ; waited += 1) {
    const answer = await client.call({ ...call, into: { dialog, kind } });
    const refusal = refusalOf(answer);
    if (refusal === undefined || !isNotReady(refusal)) return answer;
    const next = pauses[waited];
    if (next === undefined) return answer;
    await pause(next);
  }
}

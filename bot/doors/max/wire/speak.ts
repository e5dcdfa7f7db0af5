import { setTimeout as sleep } from "node:timers/promises";
import { isUnsent } from "../../../net/network-errors.ts";
import type { MaxAnswer, MaxClient } from "../client/max-client.ts";
import { isTooFast, isWithoutDialog, refusalOf } from "../client/refusal.ts";
import { type BodyCall, sendBody } from "../client/send-body.ts";

/** Milliseconds before each repetition after a connection that did not come about. */
const reconnects = [200, 1_000, 3_000];

/** Milliseconds before each repetition after a 429, which says nothing of how long to wait. */
const silences = [1_000, 2_000, 4_000];

/** Milliseconds before the one repetition where a dialog that has just begun is not there yet. */
const opening = 500;

export type SpeakPause = (milliseconds: number) => Promise<unknown>;

/**
 * Says something in a reply, which waits and tries again where nothing was done: the connection did not come about, it was too
 * fast, or the dialog is being opened. What may have been done is never repeated.
 */
export async function speak(client: MaxClient, call: BodyCall, pause: SpeakPause = sleep): Promise<MaxAnswer> {
  for (let refused = 0, throttled = 0, isOpening = true; ; ) {
    try {
      const answer = await sendBody(client, call, pause);
      const refusal = refusalOf(answer);
      if (refusal === undefined) return answer;
      if (isTooFast(refusal)) {
        const next = silences[throttled];
        if (next === undefined) return answer;
        throttled += 1;
        await pause(next);
      } else if (isOpening && isWithoutDialog(refusal)) {
        isOpening = false;
        await pause(opening);
      } else return answer;
    } catch (error) {
      const next = reconnects[refused];
      if (next === undefined || !isUnsent(error)) throw error;
      refused += 1;
      await pause(next);
    }
  }
}

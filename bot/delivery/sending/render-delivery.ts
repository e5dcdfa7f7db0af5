import { databaseTrouble } from "../../database/unreachable.ts";
import { type Logger, withoutTokens } from "../../log.ts";
import { DeadlineError, withDeadline } from "../../net/deadline.ts";
import type { Clock } from "../../schedule/clock.ts";
import type { Words } from "../../words/messages/translator.ts";
import type { Renderer } from "../delivery.ts";
import type { OutgoingMessage } from "../messenger.ts";
import type { Settlement } from "../outcomes/settlement.ts";
import type { Claimed } from "./claim-store.ts";

/** Milliseconds for a renderer; a hanging one must not hold up the others. */
const patience = 5_000;

/** Milliseconds before one that took too long is written again: the database is busy, or so is the program. */
const pause = 30_000;

export type RenderedDelivery =
  | { kind: "letter"; message: OutgoingMessage }
  | { kind: "settled"; settlement: Settlement };

export interface Writing {
  renderers: Readonly<Record<string, Renderer>>;
  words: Words;
  /** The zone of those who have none of their own. */
  timeZone: string;
  clock: Clock;
  log: Logger;
}

/** Writes a delivery, or says why not. Throws only when the database is away, which is no fault of the delivery. */
export async function prepare(
  claimed: Claimed,
  { renderers, words, timeZone, clock, log }: Writing,
): Promise<RenderedDelivery> {
  const now = clock.now();
  if (claimed.expiresAt <= now) return settled({ state: "expired", reason: "too late" });
  // A muted dialog counts as not reached, and is no failure.
  if (claimed.isBlocked)
    return settled({ state: "failed", reason: claimed.isMuted ? "muted" : "blocked", unreachable: "blocked" });
  if (claimed.opensAt && claimed.opensAt > now)
    return settled({ state: "pending", isAttempt: false, dueAt: claimed.opensAt });
  const render = renderers[claimed.kind];
  if (render === undefined) return settled({ state: "failed", reason: `nobody writes "${claimed.kind}"` });
  try {
    const ownZone = claimed.timeZone ?? timeZone;
    const t = words.for(claimed.language);
    const { personId, simpleMode: isSimple } = claimed;
    const recipient = { personId, t, zone: timeZone, ownZone, now, isSimple };
    const rendering = await withDeadline(patience, render(claimed, recipient));
    if (rendering.kind === "nothing") return settled({ state: "cancelled", reason: rendering.reason });
    return { kind: "letter", message: { ...rendering, isSilent: claimed.silent } };
  } catch (error) {
    const trouble = databaseTrouble(error);
    if (trouble === "away") throw error;
    if (trouble === "busy" || error instanceof DeadlineError) {
      log.warn({ delivery: String(claimed.id), kind: claimed.kind }, "delivery not rendered in time");
      return settled({ state: "pending", isAttempt: false, dueAt: new Date(now.getTime() + pause) });
    }
    log.error({ error, delivery: String(claimed.id), kind: claimed.kind }, "delivery not rendered");
    return settled({ state: "failed", reason: `not rendered: ${withoutTokens(String(error))}` });
  }
}

const settled = (settlement: Settlement): RenderedDelivery => ({ kind: "settled", settlement });

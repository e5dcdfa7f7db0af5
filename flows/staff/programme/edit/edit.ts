import type { Services } from "../../../../bot/context.ts";
import type { Incomplete } from "../../../../bot/programme/editing/publish-event-store.ts";
import type { Actor } from "../../../../bot/staff/act-store.ts";
import type { Edition, Revised } from "../../../../bot/staff/revision.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";
import type { Seen } from "./event-under-edit.ts";

/** Why a change could not be made, besides rights and other editors. */
export type Refusal = { kind: "missing" | "last language" } | Incomplete;

/** One change of an event, applied again as it is to an event that somebody else changed meanwhile. */
export type Write = (database: Services["database"], actor: Actor, edition: Edition) => Promise<Revised<Refusal>>;

/** Asks an editor what there is to ask of a change, and says what to write. */
export type Plan = (conversation: Conversation, seen: Seen) => Promise<Answer<Write>>;

/** Several changes, one after the other, each to the event as the one before left it. */
export function inTurn(...writes: readonly [...Write[], Write]): Write {
  return async (database, actor, edition) => {
    const [first, ...others] = writes;
    let outcome = await first(database, actor, edition);
    for (const write of others) {
      if (outcome.kind !== "done") return outcome;
      const { what } = outcome;
      outcome = await write(database, actor, { ...edition, revision: outcome.revision });
      if (outcome.kind === "done") outcome = { ...outcome, what: [...what, ...outcome.what] };
    }
    return outcome;
  };
}

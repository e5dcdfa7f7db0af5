import type { Database } from "../../database/database.ts";
import { type Actor, actAs } from "../../staff/act-store.ts";
import { differenceOf } from "../../staff/revision.ts";
import { fieldsOf } from "../editing/changes/event-snapshot.ts";
import { findForEditing } from "../editing/find-event-store.ts";
import { findLoad } from "./load-store.ts";
import { holdEvent, keepRevision, withdrawCancelled } from "./unload-store.ts";

/**
 * Withdraws what the file of a load no longer had, an event a transaction: its coming dates are cancelled, and who follows them
 * is told. It counts as a part of the load and is undone with it. Resolves to how many were withdrawn.
 */
export async function withdrawMissing(
  database: Database,
  actor: Actor,
  loadId: number,
  signal?: AbortSignal,
): Promise<number> {
  const load = await findLoad(database, loadId);
  let withdrawn = 0;
  // A date that seems missing may be among the rows that were refused.
  for (const { eventId, title } of load?.refused === 0 ? load.missing : []) {
    if (signal?.aborted) break;
    const acted = await actAs(
      database,
      actor,
      { action: "programme.edit", target: (tx) => holdEvent(tx, eventId) },
      async (tx, audit) => {
        const event = await findForEditing(tx, eventId);
        if (event === null || event.withdrawnAt !== null) return 0;
        const held = { tx, event, actor };
        await withdrawCancelled(held);
        await keepRevision(held, audit, "withdraw");
        const after = await findForEditing(tx, eventId);
        const difference = differenceOf(fieldsOf(event), after === null ? {} : fieldsOf(after));
        const values = { before: { ...difference.before }, after: { ...difference.after } };
        const row = {
          ...{ loadId, eventId, title, kind: "taken" as const },
          ...values,
          madePlaceIds: [],
          keptParts: [],
        };
        // Brought back by hand, and withdrawn again: how it was at first is known.
        await tx.loadedEvent.upsert({ where: { loadId_eventId: { loadId, eventId } }, create: row, update: {} });
        return 1;
      },
    );
    if (acted.kind === "done") withdrawn += acted.value;
  }
  return withdrawn;
}

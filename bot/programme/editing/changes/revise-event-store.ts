import type { Prisma } from "../../../../prisma/client/client.ts";
import type { Database } from "../../../database/database.ts";
import type { Actor } from "../../../staff/act-store.ts";
import { type Revisable, revise } from "../../../staff/revise-store.ts";
import type { Edition, Revised } from "../../../staff/revision.ts";
import { indexEvents } from "../../search/index/index-store.ts";
import { findForEditing } from "../find-event-store.ts";
import { type EditableEvent, editedParts, fieldsOf, partsOf } from "./event-snapshot.ts";

/** What a revision works with. */
export interface Workbench {
  tx: Prisma.TransactionClient;
  /** The event before the revision. */
  event: EditableEvent;
  actor: Actor;
}

const events: Revisable<EditableEvent> = {
  name: "event",
  action: "programme.edit",
  hold: async (tx, id) => {
    const [event] = await tx.$queryRaw<{ institutionId: number | null }[]>`
      SELECT "institutionId" FROM "Event" WHERE "id" = ${id} FOR UPDATE`;
    return event ?? null;
  },
  find: findForEditing,
  fieldsOf,
  partsOf,
  keep: async (tx, { id, editedFields }, { revision, fields, now }) => {
    const edited = [...new Set([...editedFields, ...editedParts(fields)])];
    await tx.event.update({ where: { id }, data: { revision, editedFields: edited, updatedAt: now } });
    await indexEvents(tx, [id]);
  },
};

/** Changes an event as staff; see `revise`. The search index follows, and the parts changed are kept from imports. */
export const reviseEvent = <Refusal = never>(
  database: Database,
  actor: Actor,
  edition: Edition,
  verb: string,
  work: (bench: Workbench) => Promise<NoInfer<Refusal> | undefined>,
): Promise<Revised<Refusal>> =>
  revise<EditableEvent, Refusal>(database, actor, events, {
    edition,
    verb,
    work: (tx, event) => work({ tx, event, actor }),
  });

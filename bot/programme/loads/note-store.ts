import type { Prisma } from "../../../prisma/client/client.ts";
import { differenceOf } from "../../staff/revision.ts";
import { fieldsOf } from "../editing/changes/event-snapshot.ts";
import { findForEditing } from "../editing/find-event-store.ts";
import type { EventDraft } from "../event.ts";

type Transaction = Prisma.TransactionClient;

/** The event that a record of a load is about; `known` is null where it is new. */
export interface Noted {
  loadId: number;
  known: { eventId: number; fingerprint: string } | null;
  draft: EventDraft;
}

/**
 * Looks at an event before a load writes to it. The function that comes back is called after that, in the same transaction:
 * it notes what is different, so that it can be undone, and tells whether anything is.
 */
export async function beginNote(
  tx: Transaction,
  { loadId, known, draft }: Noted,
): Promise<(eventId: number) => Promise<boolean>> {
  const before = known && (await findForEditing(tx, known.eventId));
  const origins = await newOrigins(tx, draft);
  return async (eventId) => {
    const after = await findForEditing(tx, eventId);
    const difference = differenceOf(before ? fieldsOf(before) : {}, after ? fieldsOf(after) : {});
    if (difference.names.length === 0) return false;
    const title = (after ?? before)?.texts[0]?.title ?? "";
    await tx.loadedEvent.create({
      data: {
        ...{ loadId, eventId, title },
        kind: before === null ? "made" : "changed",
        before: before === null ? {} : { ...difference.before },
        after: { ...difference.after },
        fingerprint: known?.fingerprint ?? null,
        ...(await madeOf(tx, origins)),
      },
    });
    return true;
  };
}

interface Origins {
  places: string[];
  institution: string | null;
}

/** Where the places and the institution of a draft come from that are not there yet. */
async function newOrigins(tx: Transaction, { occurrences, institution }: EventDraft): Promise<Origins> {
  const said = [...new Set(occurrences.flatMap(({ place }) => place?.origin ?? []))];
  const known = await tx.place.findMany({ where: { origin: { in: said } }, select: { origin: true } });
  const places = said.filter((origin) => !known.some((place) => place.origin === origin));
  const house = institution && (await tx.institution.findUnique({ where: { origin: institution.origin } }));
  return { places, institution: house === null ? (institution?.origin ?? null) : null };
}

async function madeOf(tx: Transaction, { places, institution }: Origins) {
  const made = await tx.place.findMany({ where: { origin: { in: places } }, select: { id: true } });
  const house = institution === null ? null : await tx.institution.findUnique({ where: { origin: institution } });
  return { madePlaceIds: made.map(({ id }) => id), madeInstitutionId: house?.id ?? null };
}

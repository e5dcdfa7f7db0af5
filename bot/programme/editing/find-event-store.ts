import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { EditableEvent } from "./changes/event-snapshot.ts";

type Tables = Pick<Database | Prisma.TransactionClient, "event" | "eventText" | "link" | "occurrence">;

/** An event with everything that may be edited, or null when there is none. Whether somebody may edit it is told elsewhere. */
export async function findForEditing(tables: Tables, eventId: number): Promise<EditableEvent | null> {
  const event = await tables.event.findUnique({ where: { id: eventId }, omit: { createdAt: true, updatedAt: true } });
  if (event === null) return null;
  // One after the other: a transaction has one connection.
  const texts = await tables.eventText.findMany({
    where: { eventId },
    omit: { eventId: true },
    orderBy: { language: "asc" },
  });
  const links = await tables.link.findMany({
    where: { eventId },
    select: { kind: true, url: true },
    orderBy: { id: "asc" },
  });
  const occurrences = await tables.occurrence.findMany({
    where: { eventId },
    omit: { eventId: true, spansDays: true, startsLocal: true, sequence: true, changedAt: true },
    include: { reasons: { select: { language: true, text: true }, orderBy: { language: "asc" } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return { ...event, texts, links, occurrences };
}

import type { Database, Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { isQuiet, quietHoursOf } from "../../people/quiet-hours.ts";
import type { Role } from "../../staff/permissions.ts";
import { nameTrouble, type OperatingTrouble, parseTrouble } from "./trouble.ts";

/** Milliseconds for which it makes sense to be told. */
const lifetime = 2 * 86_400_000;

/** Who hears of it: admins of what they can put right in the chat, owners of everything. */
const listeners: Record<OperatingTrouble["kind"], readonly Role[]> = {
  job: ["owner"],
  queue: ["owner"],
  feed: ["owner", "admin"],
  announcement: ["owner", "admin"],
};

interface Change {
  name: string;
  trouble: OperatingTrouble;
  isOver: boolean;
  since: Date;
}

/**
 * Compares what does not work now with what was told, and tells staff what began and what is over, each once. Whoever looks at
 * the same moment on another instance finds it told. Resolves to the names of what began and of what is over.
 */
export async function tellTroubles(
  database: Database,
  current: readonly OperatingTrouble[],
  { now, cityZone }: { now: Date; cityZone: string },
): Promise<{ begun: string[]; over: string[] }> {
  return database.$transaction(async (tx) => {
    const known = await tx.trouble.findMany({ orderBy: { name: "asc" } });
    const named = new Map(current.map((trouble) => [nameTrouble(trouble), trouble]));
    const begun: Change[] = [];
    const over: Change[] = [];
    for (const [name, trouble] of named) {
      if (known.some((each) => each.name === name)) continue;
      const { count } = await tx.trouble.createMany({ data: { name, since: now }, skipDuplicates: true });
      if (count === 1) begun.push({ name, trouble, isOver: false, since: now });
    }
    for (const { name, since } of known) {
      if (named.has(name)) continue;
      const { count } = await tx.trouble.deleteMany({ where: { name } });
      const trouble = parseTrouble(name);
      if (count === 1 && trouble !== undefined) over.push({ name, trouble, isOver: true, since });
    }
    for (const change of [...begun, ...over]) await tell(tx, change, { now, cityZone });
    return { begun: begun.map(({ name }) => name), over: over.map(({ name }) => name) };
  });
}

async function tell(
  tx: Queries,
  { name, trouble, isOver, since }: Change,
  { now, cityZone }: { now: Date; cityZone: string },
): Promise<void> {
  const people = await tx.person.findMany({
    where: { roles: { some: { role: { in: [...listeners[trouble.kind]] } } } },
    select: { id: true, quietFrom: true, quietUntil: true, timeZone: true },
    orderBy: { id: "asc" },
  });
  await enqueue(
    tx,
    people.map(({ id, timeZone, ...nights }) => ({
      personId: Number(id),
      kind: "trouble",
      payload: { name, isOver, since: since.toISOString() },
      lane: "urgent" as const,
      dueAt: now,
      expiresAt: new Date(now.getTime() + lifetime),
      silent: isQuiet(now, quietHoursOf(nights), timeZone ?? cityZone),
      dedupeKey: `trouble:${name}:${since.getTime()}:${isOver ? "over" : "begun"}:${id}`,
    })),
  );
}

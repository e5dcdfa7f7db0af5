import type { Database } from "../../database/database.ts";

/** Audiences of which `isToOwnClass` is true. */
const ownClass = `$.only[*] ? (@.kind == "class" || @.kind == "learners"
  || (@.kind == "any" && !exists(@.of[*] ? (@.kind != "class" && @.kind != "learners"))))`;

/**
 * Sets whether a person wants announcements. Those that wait for them go too, except those of their own classes, which
 * are not muted. Returns whether anything changed.
 */
export async function setMuted(database: Database, personId: number, isMuted: boolean, now: Date): Promise<boolean> {
  const id = BigInt(personId);
  return database.$transaction(async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id, mutesAnnouncements: !isMuted },
      data: { mutesAnnouncements: isMuted },
    });
    if (isMuted) {
      await tx.$executeRaw`
        UPDATE "Delivery" d SET "state" = 'cancelled', "settledAt" = ${now}, "reason" = 'announcements muted'
        FROM "Announcement" a
        WHERE d."personId" = ${id} AND d."state" = 'pending' AND d."kind" = 'announcement' AND a."id" = d."announcementId"
          AND NOT a."audience" @? ${ownClass}::jsonpath`;
    }
    return changed.count > 0;
  });
}

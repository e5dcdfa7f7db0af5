import { tellClass } from "../../announcements/sending/class-message-store.ts";
import type { Database } from "../../database/database.ts";
import type { Content } from "../../delivery/content.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { teacherOfGroup } from "./recipients-store.ts";

/** Sends what a teacher wrote to everybody in a group; resolves to how many it goes to. */
export const tellGroup = (
  database: Database,
  actor: Actor,
  { groupId, content }: { groupId: number; content: Content },
): Promise<Acted<number>> =>
  actAs(
    database,
    actor,
    { action: "classes.teach", target: teacherOfGroup(groupId) },
    async (tx, audit): Promise<number> => {
      const { announcementId, count } = await tellClass(tx, { groupId, content, by: actor.by, now: actor.now });
      await audit({ subject: `group:${groupId}`, verb: "send", after: { announcementId, people: count } });
      return count;
    },
  );

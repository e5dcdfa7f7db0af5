import type { Queries } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import type { Role } from "./permissions.ts";

/** For how long it makes sense to be told, in milliseconds. */
const lifetime = 7 * 86_400_000;

/** What became of a role; `moved`: an editor's is for another institution now. */
export type RoleNews = "taken" | "given back" | "moved";

interface Told {
  personId: number;
  role: Role;
  institutionId: number | null;
  now: Date;
}

/** Tells somebody at once what became of their role, so that nobody works on in vain; in the transaction that does it. */
export const tellOfRole = (
  queries: Queries,
  what: RoleNews,
  { personId, role, institutionId, now }: Told,
): Promise<unknown> =>
  enqueue(queries, [
    {
      ...{ personId, kind: "staff-role", lane: "urgent", payload: { what, role, institutionId } },
      ...{ dueAt: now, expiresAt: new Date(now.getTime() + lifetime) },
      dedupeKey: `staff-role:${personId}:${role}:${institutionId ?? "all"}:${what}:${now.getTime()}`,
    },
  ]);

/** Tells whoever made an invitation that it was accepted, by whom and for what. */
export const tellInviter = (
  queries: Queries,
  inviterId: number,
  { personId, role, institutionId, now }: Told,
): Promise<unknown> =>
  enqueue(queries, [
    {
      ...{
        personId: inviterId,
        kind: "staff-accepted",
        lane: "normal",
        payload: { by: personId, role, institutionId },
      },
      ...{ dueAt: now, expiresAt: new Date(now.getTime() + lifetime) },
      dedupeKey: `staff-accepted:${inviterId}:${personId}:${role}:${institutionId ?? "all"}:${now.getTime()}`,
    },
  ]);

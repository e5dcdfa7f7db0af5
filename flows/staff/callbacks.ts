import { defineCallback, packId, plainCallback, unpackId } from "../../bot/doors/telegram/screen/callback.ts";
import { isHandle, isInvitationCode } from "../../bot/staff/invitation.ts";
import { type AuditPage, packAuditPage, unpackAuditPage } from "./audit/audit-code.ts";

/** Buttons of the staff's screens. The names share one space with flows/callbacks.ts. */

export const staffMenuCallback = plainCallback("qm");

const readPage = (text: string): number | undefined =>
  /^[0-9a-z]{1,3}$/.test(text) ? Number.parseInt(text, 36) : undefined;

/** A page of all staff. */
export const peopleCallback = defineCallback<number>("qp", packId, readPage);

/** Somebody of the staff, by their Telegram id of up to 52 bits. */
export const memberCallback = defineCallback<number>("qw", packId, (text) => {
  const id = /^[0-9a-z]{1,11}$/.test(text) ? Number.parseInt(text, 36) : 0;
  return id > 0 && id <= 2 ** 52 ? id : undefined;
});

/** Asks whether to take a role back. */
export const askTakeCallback = defineCallback<number>("qt", packId, unpackId);
export const takeCallback = defineCallback<number>("qy", packId, unpackId);

/** Gives back what was taken, by the line of the audit log. */
export const giveBackCallback = defineCallback<number>("qu", packId, unpackId);

export const inviteCallback = plainCallback("qi");
export const invitationsCallback = plainCallback("qo");

/** Makes a link worthless, by the beginning of its code. */
export const withdrawCallback = defineCallback<string>(
  "qx",
  (handle) => handle,
  (text) => (isHandle(text) ? text : undefined),
);

/** Takes an invitation; for everybody who has the link. */
export const acceptCallback = defineCallback<string>(
  "qa",
  (code) => code,
  (text) => (isInvitationCode(text) ? text : undefined),
);

export const auditCallback = defineCallback<AuditPage>("ql", packAuditPage, unpackAuditPage);

/** By whom or by what to sift the log. */
export const auditFiltersCallback = plainCallback("qf");
export const auditSearchCallback = plainCallback("qs");

/** One line of the log with what was before and after, and the page to go back to. */
export const auditEntryCallback = defineCallback<{ entryId: number; from: AuditPage }>(
  "qe",
  ({ entryId, from }) => `${packId(entryId)}~${packAuditPage(from)}`,
  (text) => {
    const [id = "", ...rest] = text.split("~");
    const [entryId, from] = [unpackId(id), unpackAuditPage(rest.join("~"))];
    return entryId === undefined || from === undefined ? undefined : { entryId, from };
  },
);

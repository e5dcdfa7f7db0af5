import { defineCallback, idCallback, plainCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page, text } from "../../bot/doors/telegram/screen/codec.ts";
import { handlePattern, invitationCodePattern } from "../../bot/staff/invitation.ts";
import { auditPageCodec, personCodec } from "./audit/audit-codec.ts";

/** Buttons of the staff's menu, of colleagues and invitations, and of the audit log. */

export const staffMenuCallback = plainCallback("qm");

/** A page of all staff. */
export const peopleCallback = defineCallback("qp", page);

/** Somebody of the staff. */
export const memberCallback = defineCallback("qw", personCodec);

/** Asks whether to take a role back. */
export const askTakeCallback = idCallback("qt");
export const takeCallback = idCallback("qy");

/** Asks for the institution that an editor's role is to be for. */
export const houseCallback = idCallback("qh");

/** Gives back what was taken, by the line of the audit log. */
export const giveBackCallback = idCallback("qu");

export const inviteCallback = plainCallback("qi");
export const invitationsCallback = plainCallback("qo");

/** Makes a link worthless, by the beginning of its code. */
export const withdrawCallback = defineCallback("qx", text(handlePattern));

/** Takes an invitation; for everybody who has the link. */
export const acceptCallback = defineCallback("qa", text(invitationCodePattern));

export const auditCallback = defineCallback("ql", auditPageCodec);

/** By whom or by what to sift the log. */
export const auditFiltersCallback = plainCallback("qf");
export const auditSearchCallback = plainCallback("qs");

/** Asks for days of the log, to be shown or taken along as a workbook. */
export const auditDaysCallback = plainCallback("qd");
/** The log, sifted, as a workbook. */
export const auditFileCallback = defineCallback("qr", auditPageCodec);

/** One line of the log with what was before and after, and the page to go back to. */
export const auditEntryCallback = defineCallback(
  "qe",
  fields("{entryId}~{from}", { entryId: id, from: auditPageCodec }),
);

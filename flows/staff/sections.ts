import type { Action } from "../../bot/staff/permissions.ts";
import type { Translate } from "../../bot/words/translator.ts";
import { auditCallback, invitationsCallback, peopleCallback } from "./callbacks.ts";

/** A button of /staff. */
export interface StaffSection {
  /** Whoever may do this to anything at all sees the button. */
  action: Action;
  label(t: Translate): string;
  /** Its callback data. */
  data: string;
}

/** What staff works on, in the order of the menu: one line a section. */
export const staffSections: readonly StaffSection[] = [
  { action: "staff.manage", label: (t) => t("staff.button.people"), data: peopleCallback.data(0) },
  { action: "staff.manage", label: (t) => t("staff.button.invitations"), data: invitationsCallback.data(null) },
  {
    action: "audit.read",
    label: (t) => t("audit.button"),
    data: auditCallback.data({ page: 0, filter: { kind: "all" } }),
  },
];

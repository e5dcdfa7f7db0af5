import type { Translate } from "../words/messages/translator.ts";
import type { Role } from "./permissions.ts";

/** A role in words, mid-sentence: "editor (Opera Theatre)". */
export const formatRole = ({ role, institution }: { role: Role; institution: string | null }, t: Translate): string =>
  role === "editor" && institution !== null ? t("role.editor_of", { institution }) : t(`role.${role}`);

/** Several roles, as an enumeration. */
export const formatRoles = (roles: readonly { role: Role; institution: string | null }[], t: Translate): string =>
  roles.map((role) => formatRole(role, t)).join(", ");

/** What colleagues call somebody; who has not spoken to the bot yet has no name, and who was erased no number. */
export const formatName = (name: string | null, personId: number | null, t: Translate): string => {
  if (personId === null) return t("staff.erased");
  return name ? name : t("staff.nameless", { id: String(personId) });
};

import { z } from "zod";
import type { Services } from "../../context.ts";
import { nothing, type Renderer } from "../../delivery/delivery.ts";
import { findStaff } from "../../staff/act-store.ts";
import { may } from "../../staff/permissions.ts";
import { findMember } from "../../staff/role-store.ts";
import { formatName } from "../../staff/words.ts";
import { findInstitutions } from "./name-store.ts";

const wanted = z.object({ name: z.string(), by: z.int() });

/** Writes to those who look after the bot what an editor misses. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "institution-wanted"({ payload, personId }, { t }) {
    const { name, by } = wanted.parse(payload);
    // A role may have been taken back meanwhile, and the institution been made.
    if (!may(await findStaff(database, personId), "institutions.manage")) return nothing("not theirs to make");
    const [nearest] = await findInstitutions(database, name, t.language, 1);
    if (nearest?.name === name) return nothing("it is there");
    const member = await findMember(database, by, t.language);
    const who = formatName(member?.name ?? null, by, t);
    return { kind: "message", text: t.html("institution.wanted", { who, name }), keyboard: [] };
  },
});

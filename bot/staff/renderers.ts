import { z } from "zod";
import type { Services } from "../context.ts";
import type { Renderer } from "../delivery/delivery.ts";
import type { Translate } from "../words/messages/translator.ts";
import { findInstitutionName } from "./name-store.ts";
import { roles } from "./permissions.ts";
import { formatName, formatRole } from "./words.ts";

const held = { role: z.enum(roles), institutionId: z.int().nullable() };
const news = z.object({ what: z.enum(["taken", "given back", "moved"]), ...held });
/** `by`: who accepted; with them the message is erased. */
const accepted = z.object({ by: z.int(), ...held });

const keys = {
  taken: "staff.news.taken",
  "given back": "staff.news.given_back",
  moved: "staff.news.moved",
} as const;

/** Writes what staff is told about roles: that one was taken, given back or moved, and that an invitation was accepted. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  const name = async ({ role, institutionId }: Pick<z.output<typeof news>, "role" | "institutionId">, t: Translate) =>
    formatRole({ role, institution: await findInstitutionName(database, institutionId, t.language) }, t);

  return {
    async "staff-role"({ payload }, { t }) {
      const told = news.parse(payload);
      return { kind: "message", text: t.html(keys[told.what], { role: await name(told, t) }), keyboard: [] };
    },

    async "staff-accepted"({ payload }, { t }) {
      const told = accepted.parse(payload);
      const person = await database.person.findUnique({
        where: { id: BigInt(told.by) },
        select: { firstName: true },
      });
      const who = formatName(person?.firstName ?? null, person === null ? null : told.by, t);
      return {
        kind: "message",
        text: t.html("staff.news.accepted", { name: who, role: await name(told, t) }),
        keyboard: [],
      };
    },
  };
}

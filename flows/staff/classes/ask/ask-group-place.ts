import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { askInstitution, findOwnHouses } from "../../programme/ask/ask-institution.ts";
import { askWhere } from "../../programme/ask/ask-where.ts";
import { institutionOf, placeOf } from "../../programme/make/save-draft.ts";

/** Asks where a group meets: at Zoom (null), at a place that is known, or at one that is made here. */
export async function askGroupPlace(conversation: Conversation, canGoBack: boolean): Promise<Answer<number | null>> {
  const { t, person } = conversation.ctx.reader;
  const where = await askWhere(conversation, canGoBack);
  if (where.kind !== "answer") return where;
  const placeId = await conversation.dialogue.external((outer) =>
    once(outer, "group-place", async (database) => {
      const made = await placeOf(database, { by: person.id, now: outer.reader.now }, where.value, t.language);
      return { placeId: made ?? null, isForbidden: made === undefined };
    }),
  );
  return placeId.isForbidden ? { kind: "cancelled" } : answered(placeId.placeId);
}

/** Asks whose name stands on a group's certificates; null: nobody's in particular. */
export async function askIssuer(conversation: Conversation): Promise<Answer<number | null>> {
  const { t, person } = conversation.ctx.reader;
  const house = await askInstitution(conversation, await findOwnHouses(conversation), false);
  if (house.kind !== "answer") return house;
  const found = await conversation.dialogue.external((outer) =>
    once(outer, "issuer", async (database) => {
      const made = await institutionOf(database, { by: person.id, now: outer.reader.now }, house.value, t.language);
      return { institutionId: made ?? null, isForbidden: made === undefined };
    }),
  );
  return found.isForbidden ? { kind: "cancelled" } : answered(found.institutionId);
}

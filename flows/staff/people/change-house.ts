import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findRole, moveRole } from "../../../bot/staff/role-store.ts";
import { formatName, formatRole } from "../../../bot/staff/words.ts";
import { html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { peopleCallback } from "../callbacks.ts";
import { askHouse } from "./ask-house.ts";

/** Makes an editor one of another institution, without taking the role and inviting them anew. */
export const changeHouse = defineDialogue(
  "change-house",
  { version: 1 },
  async (conversation: Conversation, roleId: number): Promise<void> => {
    const { dialogue, ctx } = conversation;
    const { t, person } = ctx.reader;
    const end = (text: string) =>
      say(conversation, {
        text: html`${text}`,
        keyboard: [[button(t("staff.button.people"), peopleCallback.data(0))]],
      });
    const asked = await dialogue.external(async ({ services }) => {
      const found = await findRole(services.database, roleId, t.language);
      if (found === null || found.role.role !== "editor") return null;
      const { member, role } = found;
      return t("staff.house.ask", { name: formatName(member.name, member.personId, t), role: formatRole(role, t) });
    });
    if (asked === null) return void (await end(t("staff.gone")));
    const house = await askHouse(conversation, asked, false);
    if (house.kind !== "answer") return void (await end(t("staff.house.kept")));
    const institutionId = house.value?.id ?? null;
    const moved = await dialogue.external(async (outer) => {
      const { kind } = await once(outer, "move-role", (database) =>
        moveRole(database, { by: person.id, now: outer.reader.now }, { roleId, institutionId }),
      );
      return kind;
    });
    const role = formatRole({ role: "editor", institution: house.value?.name ?? null }, t);
    const said = {
      moved: t("staff.house.moved", { role }),
      held: t("staff.house.held", { role }),
      gone: t("staff.gone"),
      forbidden: t("staff.not_open"),
    };
    await end(said[moved]);
  },
);

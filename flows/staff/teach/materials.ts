import {
  findMaterial,
  findMaterials,
  type ListedMaterial,
  materialsPerPage,
  type TaughtMaterial,
  withdrawMaterial,
} from "../../../bot/classes/materials/material-store.ts";
import { findTaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, chatIdOf, send, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { sendContent } from "../../../bot/doors/telegram/sending/content-calls.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, teaches } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { addMaterialTo } from "./add-material.ts";
import {
  addMaterialCallback,
  taughtGroupCallback,
  taughtMaterialCallback,
  taughtMaterialsCallback,
  withdrawMaterialCallback,
} from "./callbacks.ts";

/** What a group was given, withdrawn things with them. */
async function materialsView(
  { services, reader }: BotContext,
  groupId: number,
  title: string,
  page: number,
): Promise<View> {
  const { t } = reader;
  const { rows, total } = await findMaterials(services.database, { groupId, page, withWithdrawn: true });
  return {
    text: joinLines(
      html`<b>${t("material.button")}</b>`,
      title,
      "",
      total === 0 ? t("teach.material.none") : null,
      ...rows.map((row) => `• ${lineOf(row, reader.t)}`),
    ),
    keyboard: [
      [button(t("teach.material.add"), addMaterialCallback.data(groupId))],
      ...rows.map((row) => [button(row.title, taughtMaterialCallback.data(row.materialId))]),
      turnRow(t, { page, hasMore: (page + 1) * materialsPerPage < total }, (to) =>
        taughtMaterialsCallback.data({ id: groupId, page: to }),
      ),
      [button(t("teach.button.group"), taughtGroupCallback.data(groupId)), toStaffMenu(t)],
    ],
  };
}

function lineOf({ title, lessonNumber, isWithdrawn }: ListedMaterial, t: BotContext["reader"]["t"]): string {
  const parts = [
    title,
    lessonNumber === null ? null : t("teach.material.of_lesson", { number: lessonNumber }),
    isWithdrawn ? t("teach.material.withdrawn") : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** A material as the class has it, to be withdrawn or given again. */
function materialView(
  { reader: { t } }: BotContext,
  { materialId, groupId, title, isWithdrawn }: TaughtMaterial,
): View {
  const label = t(isWithdrawn ? "teach.button.restore" : "teach.button.withdraw");
  return {
    text: joinLines(html`<b>${title}</b>`, t(isWithdrawn ? "teach.material.is_withdrawn" : "teach.material.is_given")),
    keyboard: [
      [button(label, withdrawMaterialCallback.data({ id: materialId, isWithdrawn: !isWithdrawn }))],
      [button(t("button.back"), taughtMaterialsCallback.data({ id: groupId, page: 0 })), toStaffMenu(t)],
    ],
  };
}

export const taughtMaterialsScreen = new Screen();

onStaffCallback(taughtMaterialsScreen, taughtMaterialsCallback, "classes.teach", async (ctx, { id, page }) => {
  const { services, reader } = ctx;
  const group = await findTaughtGroup(services.database, id, { language: reader.t.language, now: reader.now });
  if (group === null || !(await teaches(ctx, group))) return refuse(ctx);
  await show(ctx, await materialsView(ctx, id, group.title, page));
});

onStaffCallback(taughtMaterialsScreen, taughtMaterialCallback, "classes.teach", async (ctx, materialId) => {
  const material = await findMaterial(ctx.services.database, materialId);
  if (material === null || !(await teaches(ctx, material))) return refuse(ctx);
  await answerTap(ctx);
  await sendContent(ctx.api.raw, { chat_id: chatIdOf(ctx) }, material.content, undefined);
  await send(ctx, materialView(ctx, material));
});

onStaffCallback(taughtMaterialsScreen, withdrawMaterialCallback, "classes.teach", async (ctx, { id, isWithdrawn }) => {
  const { services, reader } = ctx;
  const actor = { by: reader.person.id, now: reader.now };
  const done = await once(ctx, "withdraw", (database) =>
    withdrawMaterial(database, actor, { materialId: id, isWithdrawn }),
  );
  const material = await findMaterial(services.database, id);
  if (done.kind === "forbidden" || material === null) return refuse(ctx);
  await show(ctx, materialView(ctx, material));
});

onStaffCallback(taughtMaterialsScreen, addMaterialCallback, "classes.teach", async (ctx, groupId) => {
  const { services, reader } = ctx;
  const group = await findTaughtGroup(services.database, groupId, { language: reader.t.language, now: reader.now });
  if (!(await teaches(ctx, group))) return refuse(ctx);
  await enter(ctx, addMaterialTo, groupId);
});

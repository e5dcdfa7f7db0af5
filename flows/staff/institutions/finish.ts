import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { Html, html } from "../../../bot/words/html.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import type { Desk } from "../programme/desk.ts";
import { institutionsCallback } from "./callbacks.ts";
import { institutionView } from "./institution-view.ts";

/** Ends a dialogue with the institution as it is now. */
export async function endWithInstitution(desk: Desk, institutionId: number, said: string): Promise<void> {
  const { dialogue, ctx } = desk;
  const view = await dialogue.external(async ({ services, reader }) => {
    const found = await institutionView(services, reader, institutionId, said);
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null) return endRefused(desk);
  await say(dialogue, ctx, { text: Html.trusted(view.text), keyboard: view.keyboard });
}

/** Ends a dialogue that is not open to this person, or not any more. */
export async function endRefused({ dialogue, ctx }: Desk): Promise<void> {
  await say(dialogue, ctx, { text: html`${ctx.reader.t("staff.not_open")}` });
}

/** Ends a dialogue that wrote nothing. */
export async function endUnsaved({ dialogue, ctx }: Desk): Promise<void> {
  const { t } = ctx.reader;
  const back = button(t("institution.title"), institutionsCallback.data(0));
  await say(dialogue, ctx, { text: html`${t("programme.stopped")}`, keyboard: [[back, toStaffMenu(t)]] });
}

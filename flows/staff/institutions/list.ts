import type { BotContext } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findHouses } from "../../../bot/programme/editing/name-store.ts";
import { may, reachOf } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import {
  findInstitutionCallback,
  institutionCallback,
  institutionsCallback,
  newInstitutionCallback,
} from "./callbacks.ts";
import { searchInstitutions } from "./find-institution.ts";
import { newInstitution } from "./new-institution.ts";

const perPage = 8;

/** The institutions that somebody may edit, in the order of the alphabet. */
async function institutionsView(ctx: BotContext, page: number): Promise<View> {
  const { t } = ctx.reader;
  const staff = await rightsOf(ctx);
  const all = await findHouses(ctx.services.database, reachOf(staff, "institutions.edit"), t.language);
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const hasMore = (page + 1) * perPage < all.length;
  return {
    text: joinLines(
      html`<b>${t("institution.title")}</b>`,
      "",
      t("institution.list", { count: all.length }),
      t("institution.what_for"),
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ name }) => name,
        ({ id }) => institutionCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, institutionsCallback.data),
      [
        ...(may(staff, "institutions.manage")
          ? [button(t("institution.button.new"), newInstitutionCallback.data(null))]
          : []),
        ...(all.length > perPage ? [button(t("button.search"), findInstitutionCallback.data(null))] : []),
      ],
      [toStaffMenu(t)],
    ],
  };
}

export const institutionsScreen = new Screen();

onStaffCallback(institutionsScreen, institutionsCallback, "institutions.edit", async (ctx, page) =>
  show(ctx, await institutionsView(ctx, page)),
);
onStaffCallback(institutionsScreen, newInstitutionCallback, "institutions.manage", (ctx) => enter(ctx, newInstitution));
onStaffCallback(institutionsScreen, findInstitutionCallback, "institutions.edit", (ctx) =>
  enter(ctx, searchInstitutions),
);

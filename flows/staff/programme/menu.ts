import { Composer } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findEventsToEdit, type StaffShelf } from "../../../bot/programme/editing/list-events-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";
import { importCallback } from "../importing/callbacks.ts";
import { toStaffMenu } from "../menu.ts";
import {
  eventCallback,
  newEventCallback,
  pasteEventCallback,
  programmeCallback,
  resumeCallback,
  searchProgrammeCallback,
} from "./callbacks.ts";
import { rowLine } from "./list-words.ts";
import { newEvent } from "./make/new-event.ts";
import { pasteEvent } from "./make/paste-event.ts";
import { resumeEvent } from "./make/resume-event.ts";
import { findDrafts, resumeButton } from "./make/unfinished.ts";
import { searchProgramme } from "./search.ts";

const perPage = 6;
const otherShelves: readonly StaffShelf[] = ["coming", "drafts", "past", "withdrawn"];

/** The editor's own programme: what is coming first, because that is what changes. */
async function programmeView(ctx: BotContext, shelf: StaffShelf, page: number): Promise<View> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const staff = await rightsOf(ctx);
  const query = { shelf, language: t.language, now, limit: perPage, offset: page * perPage };
  const { rows, total } = await findEventsToEdit(services.database, staff, query);
  const resume = await resumeButton(ctx);
  const staffReader = { t, now, zone: services.city.timeZone };
  const toShelf = (to: StaffShelf) =>
    button(t(`programme.shelf.${to}`), programmeCallback.data({ shelf: to, page: 0 }));
  return {
    text: joinLines(
      html`<b>${t("programme.title")} · ${t(`programme.shelf.${shelf}`)}</b>`,
      "",
      ...rows.map((row) => rowLine(row, staffReader)),
      total === 0 ? t("programme.empty") : null,
      total > perPage ? html`\n${t("programme.of", { count: rows.length, total })}` : null,
    ),
    keyboard: [
      resume === undefined ? [] : [resume],
      ...listRows(
        rows,
        ({ title }) => title,
        ({ eventId }) => eventCallback.data(eventId),
      ),
      turnRow(t, { page, hasMore: (page + 1) * perPage < total }, (to) => programmeCallback.data({ shelf, page: to })),
      [
        button(t("programme.button.new"), newEventCallback.data(null)),
        button(t("programme.button.paste"), pasteEventCallback.data(null)),
      ],
      [
        button(t("button.search"), searchProgrammeCallback.data(null)),
        ...(may(staff, "programme.import") ? [button(t("importing.button"), importCallback.data(null))] : []),
      ],
      otherShelves.filter((other) => other !== shelf).map(toShelf),
      [toStaffMenu(t)],
    ],
  };
}

export const programmeScreen = new Composer<BotContext>();

onStaffCallback(programmeScreen, programmeCallback, "programme.edit", async (ctx, { shelf, page }) =>
  show(ctx, await programmeView(ctx, shelf, page)),
);
onStaffCallback(programmeScreen, newEventCallback, "programme.edit", (ctx) => enter(ctx, newEvent));
onStaffCallback(programmeScreen, pasteEventCallback, "programme.edit", (ctx) => enter(ctx, pasteEvent, null));
onStaffCallback(programmeScreen, resumeCallback, "programme.edit", async (ctx) =>
  (await findDrafts(ctx)).length > 0 ? enter(ctx, resumeEvent) : show(ctx, await programmeView(ctx, "drafts", 0)),
);
onStaffCallback(programmeScreen, searchProgrammeCallback, "programme.edit", (ctx) => enter(ctx, searchProgramme));

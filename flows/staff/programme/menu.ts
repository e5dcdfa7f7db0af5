import { DateTime, type MonthNumbers } from "luxon";
import type { BotContext } from "../../../bot/context.ts";
import { button, listRows, rows as rowsOf } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import {
  findEventsToEdit,
  findHousesOnShelf,
  type StaffShelf,
} from "../../../bot/programme/editing/list-events-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatMonthTitle } from "../../../bot/words/time/calendar-heads.ts";
import { formatDay } from "../../../bot/words/time/dates.ts";
import { inZone } from "../../../bot/words/time/local-time.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";
import { importCallback } from "../importing/callbacks.ts";
import { toStaffMenu } from "../menu.ts";
import {
  eventCallback,
  newEventCallback,
  pasteEventCallback,
  programmeCallback,
  resumeCallback,
  type Sifted,
  searchProgrammeCallback,
  siftByCallback,
  siftedCallback,
} from "./callbacks.ts";
import { rowLine } from "./list-words.ts";
import { newEvent } from "./make/new-event.ts";
import { pasteEvent } from "./make/paste-event.ts";
import { resumeEvent } from "./make/resume-event.ts";
import { findDrafts, resumeButton } from "./make/unfinished.ts";
import { searchProgramme } from "./search.ts";

const perPage = 6;
const otherShelves: readonly StaffShelf[] = ["coming", "drafts", "past", "withdrawn"];

const whole = (shelf: StaffShelf, page = 0): Sifted => ({
  shelf,
  page,
  from: null,
  institutionId: null,
  section: null,
});

/** The data of a page; without anything to sift by in the short form. */
const toPage = (sifted: Sifted): string =>
  sifted.from === null && sifted.institutionId === null && sifted.section === null
    ? programmeCallback.data({ shelf: sifted.shelf, page: sifted.page })
    : siftedCallback.data(sifted);

/** The editor's own programme: what is coming first, because that is what changes. */
async function programmeView(ctx: BotContext, sifted: Sifted): Promise<View> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const { shelf, page, from, institutionId, section } = sifted;
  const zone = services.city.timeZone;
  const staff = await rightsOf(ctx);
  const { rows, total } = await findEventsToEdit(services.database, staff, {
    ...{ shelf, language: t.language, now, limit: perPage, offset: page * perPage },
    ...(from !== null && { from: DateTime.fromISO(from, { zone }).toJSDate() }),
    ...(institutionId !== null && { institutionId }),
    ...(section !== null && { section }),
  });
  const resume = await resumeButton(ctx);
  const houses = await findHousesOnShelf(services.database, staff, t.language);
  const siftedBy = siftedWords(sifted, houses, t, now, zone);
  const sift = (by: "month" | "house" | "section") =>
    button(t(`programme.sift.${by}`), siftByCallback.data({ by, ...sifted, page: 0 }));
  return {
    text: joinLines(
      html`<b>${t("programme.title")} · ${t(`programme.shelf.${shelf}`)}</b>`,
      siftedBy === "" ? null : html`<i>${siftedBy}</i>`,
      "",
      ...rows.map((row) => rowLine(row, { t, now, zone })),
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
      turnRow(t, { page, hasMore: (page + 1) * perPage < total }, (to) => toPage({ ...sifted, page: to })),
      ...(total > perPage || siftedBy !== ""
        ? rowsOf([sift("month"), ...(houses.length > 1 ? [sift("house")] : []), sift("section")])
        : []),
      siftedBy === "" ? [] : [button(t("programme.sift.none"), toPage(whole(shelf)))],
      [
        button(t("programme.button.new"), newEventCallback.data(null)),
        button(t("programme.button.paste"), pasteEventCallback.data(null)),
      ],
      [
        button(t("button.search"), searchProgrammeCallback.data(null)),
        ...(may(staff, "programme.import") ? [button(t("importing.button"), importCallback.data(null))] : []),
      ],
      otherShelves
        .filter((other) => other !== shelf)
        .map((other) => button(t(`programme.shelf.${other}`), toPage({ ...sifted, shelf: other, page: 0 }))),
      [toStaffMenu(t)],
    ],
  };
}

/** What a page is sifted by: "from 1 December · Opera house · Music". */
function siftedWords(
  { from, institutionId, section }: Sifted,
  houses: readonly { id: number; name: string }[],
  t: Translate,
  now: Date,
  zone: string,
): string {
  const day = from === null ? null : formatDay(DateTime.fromISO(from, { zone }).toJSDate(), t, zone, now);
  return [
    day === null ? null : t("programme.sift.from", { day }),
    houses.find(({ id }) => id === institutionId)?.name ?? null,
    section === null ? null : t(`section.${section}`),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** Months, institutions or sections to choose from; a press leads back to the list. */
async function siftByView(ctx: BotContext, { by, ...sifted }: Sifted & { by: "month" | "house" | "section" }) {
  const { services, reader } = ctx;
  const { t, offer, now } = reader;
  const month = inZone(now, services.city.timeZone).startOf("month");
  const list = async (): Promise<{ label: string; data: string }[]> => {
    switch (by) {
      case "month":
        return Array.from({ length: monthsShown }, (_, ahead) => month.plus({ months: ahead })).map((first) => ({
          label: capitalise(formatMonthTitle(first.year, first.month as MonthNumbers, t)),
          data: toPage({ ...sifted, from: first.toISODate() }),
        }));
      case "house": {
        const houses = await findHousesOnShelf(services.database, await rightsOf(ctx), t.language);
        return houses
          .slice(0, housesShown)
          .map(({ id, name }) => ({ label: name, data: toPage({ ...sifted, institutionId: id }) }));
      }
      case "section":
        return offer.sections.map((section) => ({
          label: t(`section.${section}`),
          data: toPage({ ...sifted, section }),
        }));
    }
  };
  const choices = await list();
  const isWide = by === "house";
  return {
    text: html`<b>${t(`programme.sift.ask.${by}`)}</b>`,
    keyboard: [
      ...(isWide
        ? listRows(
            choices,
            ({ label }) => label,
            ({ data }) => data,
          )
        : rowsOf(
            choices.map(({ label, data }) => button(label, data)),
            3,
          )),
      [button(t("button.back"), toPage(sifted)), toStaffMenu(t)],
    ],
  };
}

/** Months to jump to, and institutions to choose from: what a screen holds. */
const monthsShown = 9;
const housesShown = 40;

export const programmeScreen = new Screen();

onStaffCallback(programmeScreen, programmeCallback, "programme.edit", async (ctx, { shelf, page }) =>
  show(ctx, await programmeView(ctx, whole(shelf, page))),
);
onStaffCallback(programmeScreen, siftedCallback, "programme.edit", async (ctx, sifted) =>
  show(ctx, await programmeView(ctx, sifted)),
);
onStaffCallback(programmeScreen, siftByCallback, "programme.edit", async (ctx, sifted) =>
  show(ctx, await siftByView(ctx, sifted)),
);
onStaffCallback(programmeScreen, newEventCallback, "programme.edit", (ctx) => enter(ctx, newEvent));
onStaffCallback(programmeScreen, pasteEventCallback, "programme.edit", (ctx) => enter(ctx, pasteEvent, null));
onStaffCallback(programmeScreen, resumeCallback, "programme.edit", async (ctx) =>
  (await findDrafts(ctx)).length > 0 ? enter(ctx, resumeEvent) : show(ctx, await programmeView(ctx, whole("drafts"))),
);
onStaffCallback(programmeScreen, searchProgrammeCallback, "programme.edit", (ctx) => enter(ctx, searchProgramme));

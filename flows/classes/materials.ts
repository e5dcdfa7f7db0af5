import { findHandout, findOwnHandouts, type Recording } from "../../bot/classes/materials/handout-store.ts";
import { findMaterials, materialsPerPage } from "../../bot/classes/materials/material-store.ts";
import { writeHandout } from "../../bot/classes/materials/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, chatIdOf, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { sendContent } from "../../bot/doors/telegram/sending/content-calls.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { isSimple, simpleView, toHome, toNext } from "../simple/screen.ts";
import { handoutCallback, handoutsCallback, ownClassCallback } from "./callbacks.ts";

/** Recordings on one page of the list, beside the materials. */
const recordingsPerPage = 8;

/** What the teacher gave to a class, for those who are in it; null for everybody else. */
async function handoutsView(
  { database }: Pick<Services, "database">,
  { t, person }: Reader,
  { enrolmentId, page }: { enrolmentId: number; page: number },
): Promise<View | null> {
  const own = await findOwnHandouts(database, { enrolmentId, personId: person.id, language: t.language });
  if (own === null) return null;
  const { rows, total } = await findMaterials(database, { groupId: own.groupId, page, withWithdrawn: false });
  const recordings = own.recordings.slice(page * recordingsPerPage, (page + 1) * recordingsPerPage);
  const hasMore = (page + 1) * materialsPerPage < total || (page + 1) * recordingsPerPage < own.recordings.length;
  const isEmpty = rows.length === 0 && recordings.length === 0;
  return {
    text: joinLines(
      html`<b>${t("material.title")}</b>`,
      own.course,
      "",
      t(isEmpty ? "material.empty" : "material.hint"),
    ),
    keyboard: [
      ...rows.map((row) => [handoutButton(row)]),
      ...recordings.map((recording) => [recordingButton(recording, t)]),
      turnRow(t, { page, hasMore }, (to) => handoutsCallback.data({ enrolmentId, page: to })),
      [button(t("button.back"), ownClassCallback.data(enrolmentId)), toMenu(t)],
    ],
  };
}

/** One thing that the teacher gave to a class, materials before recordings; which one, from 0. */
async function simpleHandoutView(
  { database }: Pick<Services, "database">,
  { t, person }: Reader,
  { enrolmentId, page: index }: { enrolmentId: number; page: number },
): Promise<View | null> {
  const own = await findOwnHandouts(database, { enrolmentId, personId: person.id, language: t.language });
  if (own === null) return null;
  const page = Math.floor(index / materialsPerPage);
  const { rows, total } = await findMaterials(database, { groupId: own.groupId, page, withWithdrawn: false });
  const material = index < total ? rows[index % materialsPerPage] : undefined;
  const recording = own.recordings[index - total];
  const shown = material ? handoutButton(material) : recording && recordingButton(recording, t);
  if (shown === undefined) return simpleView(t, html`${t("material.empty")}`, [toHome(t)]);
  const text = joinLines(html`<b>${t("material.title")}</b>`, own.course, "", t("material.hint"));
  const count = total + own.recordings.length;
  const next = toNext(t, { index, total: count }, (to) => handoutsCallback.data({ enrolmentId, page: to }));
  return simpleView(t, text, [shown, next]);
}

const handoutButton = ({ title, materialId }: { title: string; materialId: number }) =>
  button(title, handoutCallback.data(materialId));

const recordingButton = ({ number, url }: Recording, t: Reader["t"]) =>
  urlButton(t("material.recording", { number }), url);

export const handoutsScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(handoutsScreen);

onCallback(inPrivate, handoutsCallback, async (ctx, which) => {
  const { t } = ctx.reader;
  const form = isSimple(ctx.reader) ? simpleHandoutView : handoutsView;
  const view = await form(ctx.services, ctx.reader, which);
  await show(ctx, view ?? menuView(t, html`${t("material.gone")}`));
});

onCallback(inPrivate, handoutCallback, async (ctx, materialId) => {
  const { t, person } = ctx.reader;
  const which = { materialId, personId: person.id, language: t.language };
  const handout = await findHandout(ctx.services.database, which);
  if (handout === null) return show(ctx, menuView(t, html`${t("material.gone")}`));
  await answerTap(ctx);
  await sendContent(ctx.api.raw, { chat_id: chatIdOf(ctx) }, writeHandout(handout, t), undefined);
});

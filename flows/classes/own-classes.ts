import {
  absentCallback,
  acceptCallback,
  declineCallback,
  groupMapCallback,
  joinCallback,
} from "../../bot/classes/callbacks.ts";
import { certificateAttendance } from "../../bot/classes/certificates/certificate.ts";
import { findOwnClass, findOwnClasses, type OwnClass } from "../../bot/classes/courses/own-enrolments-store.ts";
import { canJoin, formatOwnClass, formatOwnClassInFull } from "../../bot/classes/courses/own-words.ts";
import { leave } from "../../bot/classes/enrolments/enrolment-store.ts";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { writeToUs } from "../../bot/threads/buttons.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { simpleClassView } from "../simple/own-class.ts";
import { simpleOwnView } from "../simple/own-things.ts";
import { isSimple, simpleView, toHome } from "../simple/screen.ts";
import {
  askLeaveCallback,
  classesCallback,
  courseCallback,
  enrolCallback,
  findPlacesCallback,
  handoutsCallback,
  leaveCallback,
  lessonLeadsCallback,
  ownCertificateCallback,
  ownClassCallback,
  ownClassesCallback,
} from "./callbacks.ts";

type Of = Pick<Services, "database">;

/** The classes of a person; the button to join stands here as soon as a lesson may be entered. */
export async function ownClassesView({ database }: Of, reader: Reader): Promise<View> {
  if (isSimple(reader)) return simpleOwnView({ database }, reader, 0);
  const { t, now, person } = reader;
  const classes = await findOwnClasses(database, person.id, t.language, now);
  return {
    text: joinLines(
      html`<b>${t("classes.own")}</b>`,
      classes.length === 0 ? t("classes.own_empty") : null,
      ...classes.map((own) => html`\n${formatOwnClass(own, reader)}`),
    ),
    keyboard: [
      ...classes.map((own) => joinRow(own, reader)),
      ...classes.map(({ title, enrolmentId }) => [button(title, ownClassCallback.data(enrolmentId))]),
      classes.length === 0 ? [button(t("by_hand.find.button"), findPlacesCallback.data(null))] : [],
      [button(t("classes.button"), classesCallback.data(null)), toMenu(t)],
    ],
  };
}

export const ownClassesRow = (t: Reader["t"]): Row => [button(t("classes.own"), ownClassesCallback.data(null))];

export const joinRow = (own: OwnClass, { t, now }: Reader): Row =>
  own.next && canJoin(own, now) ? [button(t("classes.join"), joinCallback.data(own.next.lessonId))] : [];

/** A class of one's own; who is not in it any more sees what there is. */
async function ownClassView(
  { database, city }: Pick<Services, "database" | "city">,
  reader: Reader,
  enrolmentId: number,
): Promise<View> {
  const { t } = reader;
  const own = await find(database, reader, enrolmentId);
  if (own === null) return ownClassesView({ database }, reader);
  if (isSimple(reader)) return simpleClassView(own, reader, 0);
  return {
    text: formatOwnClassInFull(own, reader, city.certificateAttendance ?? certificateAttendance),
    keyboard: [
      joinRow(own, reader),
      own.offerId === null
        ? []
        : [
            button(t("offer.accept"), acceptCallback.data(own.offerId)),
            button(t("offer.decline"), declineCallback.data(own.offerId)),
          ],
      own.place?.latitude == null ? [] : [button(t("button.map"), groupMapCallback.data(own.groupId))],
      handoutRow(own, reader),
      lessonRow(own, reader),
      [
        button(t("classes.course"), courseCallback.data({ courseId: own.courseId, page: 0 })),
        ...(own.next ? [button(t(leaveLabel(own)), askLeaveCallback.data(enrolmentId))] : []),
      ],
      [writeToUs(t, { kind: "class", id: own.groupId })],
      [button(t("button.back"), ownClassesCallback.data(null)), toMenu(t)],
    ],
  };
}

/** Buttons of a person with a seat: when they are reminded, and that they cannot come next time. */
const lessonRow = ({ enrolmentId, state, next }: OwnClass, { t }: Reader): Row =>
  state !== "enrolled" || next === null
    ? []
    : [
        button(t("classes.reminders"), lessonLeadsCallback.data(enrolmentId)),
        button(t("classes.cannot_come"), absentCallback.data(next.lessonId)),
      ];

const handoutRow = ({ enrolmentId, hasHandouts, hasCertificate }: OwnClass, { t }: Reader): Row => [
  ...(hasHandouts ? [button(t("material.button"), handoutsCallback.data({ enrolmentId, page: 0 }))] : []),
  ...(hasCertificate ? [button(t("certificate.button"), ownCertificateCallback.data(enrolmentId))] : []),
];

const leaveLabel = ({ state }: OwnClass) => (state === "waiting" ? "classes.leave_line" : "classes.leave");

async function askLeaveView({ database }: Of, reader: Reader, enrolmentId: number): Promise<View> {
  const { t } = reader;
  const own = await find(database, reader, enrolmentId);
  if (own === null) return ownClassesView({ database }, reader);
  const text = joinLines(
    html`<b>${own.title}</b>`,
    t(own.state === "waiting" ? "classes.ask_leave_line" : "classes.ask_leave"),
  );
  const yes = button(t("classes.leave_yes"), leaveCallback.data(enrolmentId));
  const no = button(t("classes.leave_no"), ownClassCallback.data(enrolmentId));
  return { text, keyboard: [[yes], [no]], inSimpleMode: simpleView(t, text, [yes, no]) };
}

async function leaveView(ctx: BotContext, enrolmentId: number): Promise<View> {
  const { services, reader } = ctx;
  const { t, now, person } = reader;
  const left = await once(ctx, "leave", async (database) => {
    const own = await find(database, reader, enrolmentId);
    if (own === null) return null;
    await leave(database, { enrolmentId, personId: person.id, now });
    return { title: own.title, groupId: own.groupId };
  });
  // Pressed twice: they have left already.
  if (left === null) return ownClassesView(services, reader);
  const text = html`${t("classes.left", { title: left.title })}`;
  return {
    text,
    inSimpleMode: simpleView(t, text, [button(t("simple.find"), classesCallback.data(null)), toHome(t)]),
    // The second row is not where «Yes, leave» stood: a second tap does not begin to enrol again.
    keyboard: [
      [button(t("classes.button"), classesCallback.data(null)), toMenu(t)],
      [button(t("classes.enrol_again"), enrolCallback.data(left.groupId))],
    ],
  };
}

const find = (database: Services["database"], { person, t, now }: Reader, enrolmentId: number) =>
  findOwnClass(database, { enrolmentId, personId: person.id }, t.language, now);

export const ownClassesScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(ownClassesScreen);

onCallback(inPrivate, ownClassesCallback, async (ctx) => show(ctx, await ownClassesView(ctx.services, ctx.reader)));
onCallback(inPrivate, ownClassCallback, async (ctx, id) => show(ctx, await ownClassView(ctx.services, ctx.reader, id)));
onCallback(inPrivate, askLeaveCallback, async (ctx, id) => show(ctx, await askLeaveView(ctx.services, ctx.reader, id)));
onCallback(inPrivate, leaveCallback, async (ctx, id) => show(ctx, await leaveView(ctx, id)));

// In a group: said to the one who tapped, beside the chat.
onCallback(ownClassesScreen, ownClassesCallback, async (ctx) => {
  await answerTap(ctx, { text: ctx.reader.t("classes.only_private"), show_alert: true });
});

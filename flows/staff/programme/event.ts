import { InputFile } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { deepLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { qrPicture } from "../../../bot/doors/telegram/screen/qr.ts";
import { answerTap, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findCardOfEvent } from "../../../bot/programme/card/card-store.ts";
import { formatCard } from "../../../bot/programme/card/words.ts";
import { undoEvent } from "../../../bot/programme/editing/changes/undo-event-store.ts";
import { copyEvent, deleteDraftEvent } from "../../../bot/programme/editing/create-event-store.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import {
  deadCallback,
  deleteDraftCallback,
  detailsCallback,
  editCallback,
  eventCallback,
  moreCallback,
  postTextCallback,
  previewCallback,
  programmeCallback,
  qrCallback,
  undoCallback,
} from "./callbacks.ts";
import { changeEvent } from "./edit/change-event.ts";
import { loadSeen, type Seen } from "./edit/event-under-edit.ts";
import { detailsView, eventView, moreView } from "./event-view.ts";
import { previewView } from "./preview.ts";
import type { StaffReader } from "./words.ts";

export const editEventScreen = new Screen();

const readerOf = ({ reader, services, me }: BotContext): StaffReader & { bot: string } => ({
  bot: me.username,
  t: reader.t,
  now: reader.now,
  zone: services.city.timeZone,
});

/** Shows something of an event to whoever may edit it; forged ids of other institutions are refused. */
async function showSeen(ctx: BotContext, eventId: number, view: (seen: Seen) => View | Promise<View>): Promise<void> {
  const seen = await loadSeen(ctx.services, ctx.reader, eventId);
  await (seen === null ? refuse(ctx) : show(ctx, await view(seen)));
}

onStaffCallback(editEventScreen, eventCallback, "programme.edit", (ctx, eventId) =>
  showSeen(ctx, eventId, (seen) => eventView(seen, readerOf(ctx))),
);

onStaffCallback(editEventScreen, detailsCallback, "programme.edit", (ctx, eventId) =>
  showSeen(ctx, eventId, (seen) => detailsView(seen, readerOf(ctx))),
);

onStaffCallback(editEventScreen, moreCallback, "programme.edit", (ctx, eventId) =>
  showSeen(ctx, eventId, (seen) => moreView(seen, readerOf(ctx))),
);

onStaffCallback(editEventScreen, qrCallback, "programme.edit", async (ctx, eventId) => {
  const seen = await loadSeen(ctx.services, ctx.reader, eventId);
  if (seen === null) return refuse(ctx);
  const picture = await qrPicture(deepLink(ctx.me.username, { kind: "event", id: eventId }));
  await answerTap(ctx);
  await ctx.replyWithPhoto(new InputFile(picture, "qr.png"), { caption: cutAtWord(seen.title, 200) });
});

onStaffCallback(editEventScreen, postTextCallback, "programme.edit", async (ctx, eventId) => {
  const seen = await loadSeen(ctx.services, ctx.reader, eventId);
  const card = seen && (await findCardOfEvent(ctx.services.database, eventId, ctx.reader.now));
  if (card === null) return refuse(ctx);
  const link = deepLink(ctx.me.username, { kind: "event", id: eventId });
  await answerTap(ctx);
  // To be copied as it is: without the marking of a card.
  const text = joinLines(formatCard(card, { ...readerOf(ctx), now: ctx.reader.now }, true), "", link);
  await ctx.reply(String(text).replace(/<[^>]*>/gu, ""), {
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
  });
});

onStaffCallback(editEventScreen, deleteDraftCallback, "programme.edit", async (ctx, eventId) => {
  const { t, person, now } = ctx.reader;
  const outcome = await once(ctx, "delete-draft", (database) =>
    deleteDraftEvent(database, { by: person.id, now }, eventId),
  );
  if (outcome.kind === "forbidden") return refuse(ctx);
  const drafts = button(t("button.back"), programmeCallback.data({ shelf: "drafts", page: 0 }));
  const text = t(outcome.value === "deleted" ? "programme.deleted" : "programme.not_deleted");
  await show(ctx, { text: html`${text}`, keyboard: [[drafts, toStaffMenu(t)]] });
});

onStaffCallback(editEventScreen, previewCallback, "programme.edit", (ctx, eventId) =>
  showSeen(ctx, eventId, (seen) => previewView(ctx, seen)),
);

// A button of the preview: what it does for residents it does not do for whoever looks at it.
onStaffCallback(editEventScreen, deadCallback, "programme.edit", (ctx) =>
  answerTap(ctx, { text: ctx.reader.t("programme.dead_button") }),
);

onStaffCallback(editEventScreen, editCallback, "programme.edit", async (ctx, { edit, eventId }) => {
  if (edit === "delete") return showSeen(ctx, eventId, (seen) => askDelete(seen, ctx.reader.t));
  if (edit !== "copy") return enter(ctx, changeEvent, edit, eventId);
  const { reader } = ctx;
  const copied = await once(ctx, "copy", (database) =>
    copyEvent(database, { by: reader.person.id, now: reader.now }, eventId),
  );
  if (copied.kind === "forbidden") return refuse(ctx);
  await showSeen(ctx, copied.value.eventId, (seen) =>
    eventView(seen, readerOf(ctx), { text: reader.t("programme.copied") }),
  );
});

onStaffCallback(editEventScreen, undoCallback, "programme.edit", async (ctx, { eventId, since, revision }) => {
  const { t, person, now } = ctx.reader;
  const outcome = await once(ctx, "undo", (database) =>
    undoEvent(database, { by: person.id, now }, { id: eventId, revision }, since),
  );
  if (outcome.kind === "forbidden") return refuse(ctx);
  const text = t(outcome.kind === "done" ? "programme.undone" : "programme.not_undone");
  await showSeen(ctx, eventId, (seen) => eventView(seen, readerOf(ctx), { text }));
});

const askDelete = ({ event, title }: Seen, t: Translate): View => ({
  text: html`${t("programme.confirm.delete", { title })}`,
  keyboard: [
    [button(t("programme.yes.delete"), deleteDraftCallback.data(event.id))],
    [button(t("programme.button.nothing"), eventCallback.data(event.id))],
  ],
});

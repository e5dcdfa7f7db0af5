import { Composer } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { findCardOfEvent } from "../../../bot/programme/card/card-store.ts";
import { formatCard } from "../../../bot/programme/card/words.ts";
import { copyEvent } from "../../../bot/programme/editing/create-event-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { posterOf } from "../../programme/card.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { detailsCallback, editCallback, eventCallback, previewCallback } from "./callbacks.ts";
import { changeEvent } from "./edit/change-event.ts";
import { loadSeen, type Seen } from "./edit/event-under-edit.ts";
import { detailsView, eventView } from "./event-view.ts";
import type { StaffReader } from "./words.ts";

export const editEventScreen = new Composer<BotContext>();

const readerOf = ({ reader, services }: BotContext): StaffReader => ({
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

onStaffCallback(editEventScreen, previewCallback, "programme.edit", (ctx, eventId) =>
  showSeen(ctx, eventId, async () => {
    const { services, reader } = ctx;
    const { t } = reader;
    const card = await findCardOfEvent(services.database, eventId, reader.now);
    return {
      text:
        card === null
          ? html`${t("programme.no_preview")}`
          : joinLines(html`<i>${t("programme.as_residents")}</i>\n`, formatCard(card, reader, true)),
      ...posterOf(card?.posterUrl ?? null, services),
      keyboard: [[button(t("button.back"), eventCallback.data(eventId)), toStaffMenu(t)]],
    };
  }),
);

onStaffCallback(editEventScreen, editCallback, "programme.edit", async (ctx, { edit, eventId }) => {
  if (edit !== "copy") return enter(ctx, changeEvent, edit, eventId);
  const { reader } = ctx;
  const copied = await once(ctx, "copy", (database) =>
    copyEvent(database, { by: reader.person.id, now: reader.now }, eventId),
  );
  if (copied.kind === "forbidden") return refuse(ctx);
  await showSeen(ctx, copied.value.eventId, (seen) =>
    eventView(seen, readerOf(ctx), html`${reader.t("programme.copied")}`),
  );
});

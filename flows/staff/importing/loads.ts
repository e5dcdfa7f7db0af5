import type { BotContext } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import type { PreviewReader } from "../../../bot/feeds/preview/row-words.ts";
import { canUndo, findLoad, findLoads, type Load } from "../../../bot/programme/loads/load-store.ts";
import { countToldOfUndoing, countToldOfWithdrawal, findEditors } from "../../../bot/programme/loads/told-store.ts";
import { unload } from "../../../bot/programme/loads/unload-store.ts";
import { withdrawMissing } from "../../../bot/programme/loads/withdraw-missing-store.ts";
import { reachOf } from "../../../bot/staff/permissions.ts";
import { html } from "../../../bot/words/html.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import {
  askUndoCallback,
  askWithdrawCallback,
  loadCallback,
  loadsCallback,
  missingCallback,
  undoCallback,
  withdrawCallback,
} from "./callbacks.ts";
import { askUndoView, askWithdrawView, loadsView, loadView, missingView, perPage } from "./load-view.ts";

/** What was loaded from files, and the way back. */
export const loadsScreen = new Screen();

const readerOf = ({ reader: { t, now }, services }: BotContext): PreviewReader => ({
  t,
  now,
  zone: services.city.timeZone,
});

/** Who edits one institution sees the loads that they made themselves; null: all. */
async function ownLoads(ctx: BotContext): Promise<number | null> {
  return reachOf(await rightsOf(ctx), "programme.import") === null ? null : ctx.reader.person.id;
}

/** A load that the reader may see; null for everybody else's, and where there is none. */
async function loadOf(ctx: BotContext, loadId: number): Promise<Load | null> {
  const load = await findLoad(ctx.services.database, loadId);
  const own = await ownLoads(ctx);
  return load !== null && (own === null || load.madeBy === own) ? load : null;
}

async function viewOf(ctx: BotContext, load: Load, page: number): Promise<View> {
  return loadView(load, page, await findEditors(ctx.services.database, load), readerOf(ctx));
}

/** Shows something of a load to whoever may see it. */
async function showLoad(ctx: BotContext, loadId: number, view: (load: Load) => View | Promise<View>): Promise<void> {
  const load = await loadOf(ctx, loadId);
  await (load === null ? refuse(ctx) : show(ctx, await view(load)));
}

onStaffCallback(loadsScreen, loadsCallback, "programme.import", async (ctx, { page }) => {
  const madeBy = await ownLoads(ctx);
  const query = { madeBy, now: ctx.reader.now, limit: perPage + 1, offset: page * perPage };
  await show(ctx, loadsView(await findLoads(ctx.services.database, query), page, readerOf(ctx)));
});

onStaffCallback(loadsScreen, loadCallback, "programme.import", (ctx, { loadId, page }) =>
  showLoad(ctx, loadId, (load) => viewOf(ctx, load, page)),
);

onStaffCallback(loadsScreen, askUndoCallback, "programme.import", (ctx, loadId) =>
  showLoad(ctx, loadId, async (load) => {
    if (!canUndo(load, ctx.reader.now)) return viewOf(ctx, load, 0);
    const told = await countToldOfUndoing(ctx.services.database, loadId, ctx.reader.now);
    return askUndoView(load, told, readerOf(ctx));
  }),
);

onStaffCallback(loadsScreen, missingCallback, "programme.import", (ctx, loadId) =>
  showLoad(ctx, loadId, (load) => missingView(load, readerOf(ctx))),
);

onStaffCallback(loadsScreen, askWithdrawCallback, "programme.import", (ctx, loadId) =>
  showLoad(ctx, loadId, async (load) => {
    if (load.missing.length === 0 || load.refused > 0) return missingView(load, readerOf(ctx));
    const ids = load.missing.map(({ eventId }) => eventId);
    const told = await countToldOfWithdrawal(ctx.services.database, ids, ctx.reader.now);
    return askWithdrawView(load, told, readerOf(ctx));
  }),
);

onStaffCallback(loadsScreen, undoCallback, "programme.import", (ctx, loadId) =>
  carryOut(ctx, loadId, (actor, signal) => unload(ctx.services.database, actor, loadId, { signal })),
);

onStaffCallback(loadsScreen, withdrawCallback, "programme.import", (ctx, loadId) =>
  carryOut(ctx, loadId, (actor, signal) => withdrawMissing(ctx.services.database, actor, loadId, signal)),
);

/**
 * Does something to each event of a load, and shows the load as it then is: what comes of a second press, or of the same update
 * again, is told by what is there. Where it takes longer than the chat waits, the end is shown in the same message later.
 */
async function carryOut(
  ctx: BotContext,
  loadId: number,
  work: (actor: { by: number; now: Date }, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const { imports, log } = ctx.services;
  const { t, person, now } = ctx.reader;
  if ((await loadOf(ctx, loadId)) === null) return refuse(ctx);
  const running = work({ by: person.id, now }, imports.signal);
  const end = async (): Promise<void> => {
    if (imports.signal.aborted) await show(ctx, stoppedView(ctx, loadId));
    else await showLoad(ctx, loadId, (load) => viewOf(ctx, load, 0));
  };
  if ((await imports.orLate(running)) !== "late") return end();
  await show(ctx, { text: html`${t("importing.loads.running")}`, keyboard: [] });
  const ended = running.then(end, (error: unknown) => {
    log.error({ error }, "undoing of a load broken off");
    return show(ctx, stoppedView(ctx, loadId));
  });
  imports.add(
    ended.then(
      () => {},
      (error: unknown) => log.warn({ error }, "end of the undoing of a load not told"),
    ),
  );
}

/** The program stops: the load tells what is left, and the same button does the rest. */
const stoppedView = ({ reader: { t } }: BotContext, loadId: number): View => ({
  text: html`${t("importing.loads.stopped")}`,
  keyboard: [[button(t("importing.loads.open"), loadCallback.data({ loadId, page: 0 }))]],
});

import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { formatKind } from "../../../bot/feeds/scheduled/words.ts";
import { type Doubt, doubts } from "../../../bot/programme/duplicates/judge-pair.ts";
import {
  findPair,
  findSources,
  type MergedByHand,
  mergePair,
  type PairKey,
  tellApart,
} from "../../../bot/programme/duplicates/queue-store.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { formatPrice } from "../../../bot/words/price.ts";
import { formatWhen } from "../../../bot/words/time/when.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback } from "../programme/callbacks.ts";
import { comingDates, loadSeen, type Seen, timesOf } from "../programme/edit/event-under-edit.ts";
import { formatState } from "../programme/event-view.ts";
import type { StaffReader } from "../programme/words.ts";
import { mergePairCallback, pairCallback, pairsCallback, tellApartCallback } from "./callbacks.ts";
import { pairsView } from "./list.ts";

const datesShown = 3;

export const pairScreen = new Screen();

/** The two events of a pair, for somebody who may edit both; null for everybody else. */
async function pairView(ctx: BotContext, pair: PairKey, said?: string): Promise<View | null> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const known = await findPair(services.database, pair);
  const first = await loadSeen(services, reader, pair.firstId);
  const second = await loadSeen(services, reader, pair.secondId);
  if (known === null || first === null || second === null) return null;
  const sources = await findSources(services.database, [pair.firstId, pair.secondId]);
  const staffReader = { t, now, zone: services.city.timeZone };
  const side = (seen: Seen): Html => describeSide(seen, sources.get(seen.event.id), staffReader);
  const doubt = doubts.find((one) => one === known.reason);
  const isMerged = known.state === "merged";
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`1. ${side(first)}`,
      "",
      html`2. ${side(second)}`,
      "",
      isMerged ? t("pair.is_merged", { kept: known.keptId === pair.firstId ? 1 : 2 }) : null,
      known.state === "distinct" ? t("pair.is_distinct") : null,
      known.state === "suspected" && doubt !== undefined ? sayDoubt(doubt, t) : null,
    ),
    keyboard: [
      [
        ...(known.state === "suspected" ? [button(t("pair.button.one"), mergePairCallback.data(pair))] : []),
        ...(known.state === "distinct"
          ? []
          : [button(t(isMerged ? "pair.button.undo" : "pair.button.two"), tellApartCallback.data(pair))]),
      ],
      [
        button(t("pair.button.first"), eventCallback.data(pair.firstId)),
        button(t("pair.button.second"), eventCallback.data(pair.secondId)),
      ],
      [
        button(t("button.back"), pairsCallback.data({ shelf: isMerged ? "merged" : "suspected", page: 0 })),
        toStaffMenu(t),
      ],
    ],
  };
}

function describeSide(seen: Seen, source: string | undefined, reader: StaffReader): Html {
  const { t, now, zone } = reader;
  const dates = comingDates(seen, now);
  return joinLines(
    html`<b>${cutAtWord(seen.title, 200)}</b>`,
    html`<i>${t("pair.source", { source: source === undefined ? t("pair.by_hand") : formatKind(source, t) })} · ${formatState(seen, reader)}</i>`,
    seen.house === null ? null : seen.house,
    ...dates.slice(0, datesShown).map((date) => {
      const place = date.placeId === null ? undefined : seen.places[date.placeId];
      return html`• ${[capitalise(formatWhen(timesOf(date), t, zone, now)), place].filter(Boolean).join(" · ")}`;
    }),
    dates.length > datesShown ? t("programme.more_dates", { count: dates.length - datesShown }) : null,
    formatPrice(seen.event, t),
  );
}

const sayDoubt = (doubt: Doubt, t: Translate): string => t(`pair.doubt.${doubt}`);

function sayMerged(merged: MergedByHand, t: Translate): string {
  switch (merged.kind) {
    case "merged":
      return t("pair.merged");
    case "refused":
      return t(merged.doubt === "several" ? "pair.refused_several" : "pair.refused_dates");
    case "gone":
      return t("pair.gone");
  }
}

async function showPair(ctx: BotContext, pair: PairKey, said?: string): Promise<void> {
  const view = await pairView(ctx, pair, said);
  await (view === null ? refuse(ctx) : show(ctx, view));
}

onStaffCallback(pairScreen, pairCallback, "programme.edit", (ctx, pair) => showPair(ctx, pair));

onStaffCallback(pairScreen, mergePairCallback, "programme.edit", async (ctx, pair) => {
  const { person, now, t } = ctx.reader;
  const written = await once(ctx, "merge-pair", (database) => mergePair(database, { by: person.id, now }, pair));
  await (written.kind === "forbidden" ? refuse(ctx) : showPair(ctx, pair, sayMerged(written.value, t)));
});

onStaffCallback(pairScreen, tellApartCallback, "programme.edit", async (ctx, pair) => {
  const { person, now, t } = ctx.reader;
  const written = await once(ctx, "tell-apart", (database) => tellApart(database, { by: person.id, now }, pair));
  if (written.kind === "forbidden") return refuse(ctx);
  await show(ctx, await pairsView(ctx, { shelf: "suspected", page: 0 }, t("pair.apart")));
});

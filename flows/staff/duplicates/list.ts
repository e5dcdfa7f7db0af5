import type { BotContext } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { listPairs, type PairShelf } from "../../../bot/programme/duplicates/queue-store.ts";
import { reachOf } from "../../../bot/staff/permissions.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { pairCallback, pairsCallback } from "./callbacks.ts";

const perPage = 8;
/** Characters of a title in the list. */
const longestTitle = 80;

/** Pairs of events that may be one, or those that were merged. */
export async function pairsView(
  ctx: BotContext,
  { shelf, page }: { shelf: PairShelf; page: number },
  said?: string,
): Promise<View> {
  const { t, now } = ctx.reader;
  const institutionIds = reachOf(await rightsOf(ctx), "programme.edit");
  const where = { limit: perPage, offset: page * perPage };
  const pairs = await listPairs(ctx.services.database, { shelf, institutionIds, language: t.language, now, ...where });
  const total = pairs[0]?.total ?? 0;
  const other = shelf === "suspected" ? "merged" : "suspected";
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("pair.title")}</b>`,
      "",
      total === 0 ? t(`pair.none.${shelf}`) : t(`pair.about.${shelf}`, { count: total }),
      "",
      ...pairs.map(({ firstTitle, secondTitle }) =>
        t("pair.both", { first: cutAtWord(firstTitle, longestTitle), second: cutAtWord(secondTitle, longestTitle) }),
      ),
    ),
    keyboard: [
      ...listRows(
        pairs,
        ({ firstTitle }) => firstTitle,
        ({ firstId, secondId }) => pairCallback.data({ firstId, secondId }),
      ),
      turnRow(t, { page, hasMore: (page + 1) * perPage < total }, (turned) =>
        pairsCallback.data({ shelf, page: turned }),
      ),
      [button(t(`pair.button.${other}`), pairsCallback.data({ shelf: other, page: 0 }))],
      [toStaffMenu(t)],
    ],
  };
}

export const pairsScreen = new Screen();

onStaffCallback(pairsScreen, pairsCallback, "programme.edit", async (ctx, where) =>
  show(ctx, await pairsView(ctx, where)),
);

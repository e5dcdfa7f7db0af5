import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { findHint, settleHint } from "../../../bot/feeds/scheduled/shown-store.ts";
import { isButtonUrl } from "../../../bot/net/web-address.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { pasteEventCallback } from "../programme/callbacks.ts";
import { hintsCallback, settleHintCallback } from "./callbacks.ts";
import { feedView, loadFeed, toFeed } from "./feed-view.ts";

/** Characters of a news entry that stand in the chat. */
const longest = 1_500;

export const hintsScreen = new Screen();

/** The next news entry, which an editor makes an event of or puts aside; the feed where there is none. */
async function showHint(ctx: BotContext, feedId: number): Promise<void> {
  const { services, reader } = ctx;
  const { t } = reader;
  const feed = await loadFeed(services, reader, feedId);
  if (feed === null) return refuse(ctx);
  const hint = await findHint(services.database, feedId);
  if (hint === null) {
    const view = await feedView(services, reader, feedId, t("feed.no_hints"));
    return view === null ? refuse(ctx) : show(ctx, view);
  }
  await show(ctx, {
    text: joinLines(
      html`<b>${cutAtWord(hint.title, 250)}</b>`,
      hint.text === "" ? null : html`\n<blockquote>${cutAtWord(hint.text, longest)}</blockquote>`,
      html`\n${t("feed.hint")}`,
    ),
    keyboard: [
      hint.url !== null && isButtonUrl(hint.url) ? [urlButton(t("feed.button.read"), hint.url)] : [],
      [button(t("programme.button.paste"), pasteEventCallback.data(null))],
      [button(t("feed.button.settle"), settleHintCallback.data(hint.id)), toFeed(t, feedId)],
    ],
  });
}

onStaffCallback(hintsScreen, hintsCallback, "feeds.manage", showHint);

onStaffCallback(hintsScreen, settleHintCallback, "feeds.manage", async (ctx, hintId) => {
  const { person, now } = ctx.reader;
  const settled = await once(ctx, "feed-hint", (database) => settleHint(database, { by: person.id, now }, hintId));
  await (settled.kind === "forbidden" ? refuse(ctx) : showHint(ctx, settled.value));
});

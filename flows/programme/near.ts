import { send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { listView } from "./list.ts";

/** Asks where the reader is. */
export const askPlaceView = (t: Translate): View => ({ text: html`${t("near.ask")}`, keyboard: [[toMenu(t)]] });

export const nearScreen = new Screen();

// A shared place asks what is around it. The place lives in the buttons of the list and nowhere else.
privatePartOf(nearScreen).on("message:location", async (ctx) => {
  const { latitude, longitude } = ctx.message.location;
  const scope = { kind: "near", latitude, longitude, radius: 3 } as const;
  await send(ctx, await listView(ctx.services, ctx.reader, { scope, filters: {}, page: 0 }));
});

// Telegram on a computer sends the button's label instead of a place.
for (const label of ["key.near", "button.near"] as const) {
  hears(nearScreen, label, (ctx) => send(ctx, askPlaceView(ctx.reader.t)));
}

import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { answerWishCallback, askedCallback, askedOneCallback } from "../../../bot/wishes/callbacks.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import { answerWishers } from "./answer.ts";
import { askedOneView, askedView } from "./asked-view.ts";

/** The work list out of what residents asked for. */
export const askedScreen = new Screen();

onStaffCallback(askedScreen, askedCallback, "wishes.answer", async (ctx, page) =>
  show(ctx, await askedView(ctx, page)),
);
onStaffCallback(askedScreen, askedOneCallback, "wishes.answer", async (ctx, key) =>
  show(ctx, await askedOneView(ctx, key)),
);
onStaffCallback(askedScreen, answerWishCallback, "wishes.answer", (ctx, key) => enter(ctx, answerWishers, key));

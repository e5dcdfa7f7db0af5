import { Composer } from "grammy";
import type { BotContext } from "../../../bot/context.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { enterDialogue } from "../../dialogues.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { institutionCallback, institutionPlaceCallback, institutionWordsCallback } from "./callbacks.ts";
import { institutionView } from "./institution-view.ts";

export const institutionScreen = new Composer<BotContext>();

onStaffCallback(institutionScreen, institutionCallback, "institutions.edit", async (ctx, institutionId) => {
  const view = await institutionView(ctx.services, ctx.reader, institutionId);
  await (view === null ? refuse(ctx) : show(ctx, view));
});

onStaffCallback(institutionScreen, institutionWordsCallback, "institutions.edit", (ctx, which) =>
  enterDialogue(ctx, "institution-words", which),
);

onStaffCallback(institutionScreen, institutionPlaceCallback, "institutions.manage", (ctx, institutionId) =>
  enterDialogue(ctx, "institution-place", institutionId),
);

import { InputFile } from "grammy";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show } from "../../../bot/doors/telegram/screen/show.ts";
import { sheetTemplate } from "../../../bot/feeds/preview/import-store.ts";
import { html } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { programmeCallback } from "../programme/callbacks.ts";
import { importCallback, loadsCallback, startImportCallback, templateCallback } from "./callbacks.ts";
import { importFile } from "./import-file.ts";

export const importScreen = new Screen();

onStaffCallback(importScreen, importCallback, "programme.import", async (ctx) => {
  const { t } = ctx.reader;
  await show(ctx, {
    text: html`${t("importing.about")}`,
    keyboard: [
      [button(t("importing.send"), startImportCallback.data(null))],
      [button(t("importing.template"), templateCallback.data(null))],
      [button(t("importing.loads.button"), loadsCallback.data({ page: 0 }))],
      [button(t("button.back"), programmeCallback.data({ shelf: "coming", page: 0 })), toStaffMenu(t)],
    ],
  });
});

onStaffCallback(importScreen, startImportCallback, "programme.import", (ctx) => enter(ctx, importFile, null));

onStaffCallback(importScreen, templateCallback, "programme.import", async (ctx) => {
  const { t } = ctx.reader;
  await answerTap(ctx);
  const file = new InputFile(await sheetTemplate(t), `${t("importing.template_name")}.xlsx`);
  await ctx.replyWithDocument(file, { caption: t("importing.template_caption") });
});

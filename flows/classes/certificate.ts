import { InputFile } from "grammy";
import { findCertificate, findOwnCertificate } from "../../bot/classes/certificates/certificate-store.ts";
import { readCode } from "../../bot/classes/certificates/code.ts";
import { certificateFile } from "../../bot/classes/certificates/file-words.ts";
import { formatChecked } from "../../bot/classes/certificates/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { simpleView, toHome } from "../simple/screen.ts";
import { ownCertificateCallback } from "./callbacks.ts";

/** Says to anybody whether a certificate is real; its owner gets it again by a button. */
export async function checkedView(
  { database, city }: Pick<Services, "database" | "city">,
  { t, person, isPrivate }: Reader,
  typed: string,
): Promise<View> {
  const code = readCode(typed);
  const certificate = code === undefined ? null : await findCertificate(database, code);
  if (certificate === null) {
    return menuView(t, joinLines(html`<b>${t("certificate.none")}</b>`, t("certificate.none_hint")));
  }
  const isOwn = isPrivate && certificate.personId === person.id;
  const text = formatChecked(certificate, t, city.timeZone);
  const own = button(t("certificate.button"), ownCertificateCallback.data(certificate.enrolmentId));
  return {
    text,
    keyboard: [isOwn ? [own] : [], [toMenu(t)]],
    inSimpleMode: simpleView(t, text, isOwn ? [own, toHome(t)] : [toHome(t)]),
  };
}

export const certificateScreen = new Screen();

onCallback(certificateScreen, ownCertificateCallback, async (ctx, enrolmentId) => {
  const { services, reader } = ctx;
  const { t, person } = reader;
  if (!reader.isPrivate) {
    await answerTap(ctx, { text: t("certificate.only_private"), show_alert: true });
    return;
  }
  const certificate = await findOwnCertificate(services.database, { enrolmentId, personId: person.id });
  if (certificate === null) return show(ctx, menuView(t, html`${t("certificate.none")}`));
  await answerTap(ctx);
  const { name, bytes, caption } = await certificateFile(services, certificate, t);
  await ctx.replyWithDocument(new InputFile(bytes, name), { caption: String(caption), parse_mode: "HTML" });
});

import type { Services } from "../../context.ts";
import type { OwnFile } from "../../delivery/delivery.ts";
import { deepLink } from "../../doors/telegram/screen/deep-links.ts";
import { fileName } from "../../words/file-name.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { Certificate } from "./certificate.ts";
import { drawCertificate } from "./pdf.ts";
import { formatCaption, sheetOf } from "./words.ts";

type Of = Pick<Services, "words" | "city" | "publicUrl" | "botUsername">;

/** The address that tells anybody whether a certificate is real: the page where there is one, or else the bot. */
const checkLink = ({ publicUrl, botUsername }: Of, code: string): string =>
  publicUrl === undefined ? deepLink(botUsername, { kind: "certificate", code }) : `${publicUrl}/certificate/${code}`;

/** A certificate as a file: in the language it was issued in, under words of the reader's. */
export async function certificateFile(services: Of, certificate: Certificate, t: Translate): Promise<OwnFile> {
  const { words, city } = services;
  const link = checkLink(services, certificate.code);
  const sheet = sheetOf(certificate, words.for(certificate.language), city.timeZone, link);
  return {
    name: fileName([t("certificate.title"), certificate.name], "pdf"),
    bytes: await drawCertificate(sheet, certificate.issuedAt),
    caption: formatCaption(certificate, t),
  };
}

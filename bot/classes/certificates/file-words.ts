import type { Services } from "../../context.ts";
import type { OwnFile } from "../../delivery/delivery.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { Certificate } from "./certificate.ts";
import { checkLink } from "./link.ts";
import { drawCertificate } from "./pdf.ts";
import { formatCaption, sheetOf } from "./words.ts";

type Of = Pick<Services, "words" | "city" | "publicUrl" | "botUsername">;

/** A certificate as a file: in the language it was issued in, under words of the reader's. */
export async function certificateFile(services: Of, certificate: Certificate, t: Translate): Promise<OwnFile> {
  const { words, city } = services;
  const link = checkLink(services, certificate.code);
  const sheet = sheetOf(certificate, words.for(certificate.language), city.timeZone, link);
  return {
    name: `certificate-${certificate.code}.pdf`,
    bytes: await drawCertificate(sheet, certificate.issuedAt),
    caption: formatCaption(certificate, t),
  };
}

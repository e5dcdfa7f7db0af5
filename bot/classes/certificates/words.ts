import { type Html, html, joinLines } from "../../words/html.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { Certificate } from "./certificate.ts";
import { formatCode } from "./code.ts";
import type { CertificateSheet } from "./sheet.ts";

/** What stands on a certificate; `t` is that of its language. */
export function sheetOf(certificate: Certificate, t: Translate, zone: string, link: string): CertificateSheet {
  const { name, title, teacherName, attended, lessons, issuedAt, code, language, issuer = null } = certificate;
  return {
    language,
    heading: t("certificate.title"),
    aboveName: t("certificate.above_name"),
    name,
    aboveTitle: t("certificate.above_title"),
    title: t("certificate.course", { title }),
    details: [
      issuer ?? t("city.issuer"),
      t("certificate.lessons", { attended, lessons }),
      ...hoursOf(certificate, t),
      t("group.teacher", { name: teacherName }),
      formatDate(issuedAt, t, zone),
    ],
    check: [
      t("certificate.code", { code: formatCode(code) }),
      t("certificate.how_to_check"),
      link.replace(/^https?:\/\//, ""),
    ],
    link,
    signature: t("certificate.signature"),
  };
}

/** How many hours it was, where that is known. */
const hoursOf = ({ minutes = null }: Certificate, t: Translate): string[] =>
  minutes === null || minutes < 30 ? [] : [t("certificate.hours", { hours: Math.round(minutes / 60) })];

/** What anybody is told who asks about a code; in lines, because a page shows them as well as a chat. */
export function checkedLines(certificate: Certificate, t: Translate, zone: string): string[] {
  const { name, title, attended, lessons, issuedAt, code } = certificate;
  return [
    t("certificate.to", { name }),
    t("certificate.for", { title: t("certificate.course", { title }) }),
    t("certificate.lessons", { attended, lessons }),
    ...hoursOf(certificate, t),
    ...(certificate.issuer == null ? [] : [t("certificate.issuer", { name: certificate.issuer })]),
    t("certificate.on", { day: formatDate(issuedAt, t, zone) }),
    t("certificate.code", { code: formatCode(code) }),
  ];
}

/** The check of a certificate, as a message in a chat. */
export const formatChecked = (certificate: Certificate, t: Translate, zone: string): Html =>
  joinLines(html`<b>${t("certificate.real")}</b>`, "", ...checkedLines(certificate, t, zone));

/** Beside the file in the chat. */
export const formatCaption = ({ title, attended, lessons }: Certificate, t: Translate): Html =>
  joinLines(html`<b>${t("certificate.ready")}</b>`, t("certificate.caption", { title, attended, lessons }));

/** A certificate is read for years: its date always has one. */
function formatDate(day: Date, t: Translate, zone: string): string {
  const { year, day: number, month } = inZone(day, zone);
  const date = t("date.day_of_month", { day: String(number), month: t(`date.month_of_year.${month}`) });
  return t("date.of_year", { date, year: String(year) });
}

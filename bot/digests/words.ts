import { articleData } from "../articles/callbacks.ts";
import { articleTitle } from "../articles/words.ts";
import type { DeliveryButton } from "../delivery/delivery.ts";
import { openCardData } from "../doors/telegram/screen/callbacks.ts";
import { button, rows } from "../doors/telegram/screen/keyboard.ts";
import { formatRow, type ListReader } from "../programme/listing/words.ts";
import { nameWanting } from "../wishes/words.ts";
import { capitalise } from "../words/capitalise.ts";
import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay, formatDays } from "../words/time/dates.ts";
import { daysBetween, inZone } from "../words/time/local-time.ts";
import { digestCallback, digestListCallback, stopDigestCallback } from "./callbacks.ts";
import type { DigestRow } from "./content-store.ts";
import type { Cadence } from "./digest.ts";
import type { PickReason } from "./picks.ts";
import type { DigestArticle, PersonalOffer } from "./rules.ts";

/** A digest: its title, what is followed, and up to three kinds of rows under their headings; at most ten lines with words in them. */
export function formatDigest(
  offer: PersonalOffer<DigestRow>,
  cadence: Cadence,
  { from, until }: { from: Date; until: Date },
  reader: ListReader,
): Html {
  const { t, zone, now } = reader;
  // A weekend ends with its last day, a week with the hour at which it began.
  const last = cadence === "weekend" ? new Date(until.getTime() - 1) : until;
  const days = cadence === "daily" ? formatDay(now, t, zone, now) : formatDays(from, last, t, zone, now);
  return joinLines(
    html`<b>${t(`digest.heading.${cadence}`, { days })}</b>`,
    ...formatKind(t("digest.followed"), offer.followed, reader),
    ...formatArticles(offer.articles, t),
    ...formatKind(t("digest.streams"), offer.streams, reader),
    ...formatKind(t("digest.in_town"), offer.inTown, reader),
    // The heading says of all of them that they are new.
    ...formatKind(
      t("digest.news"),
      offer.news.map((row) => ({ ...row, isNew: false })),
      reader,
    ),
  );
}

function formatKind(heading: string, listed: readonly DigestRow[], reader: ListReader): Html[] {
  if (listed.length === 0) return [];
  return [html`\n<b>${heading}</b>`, ...listed.map((row) => formatDigestRow(row, reader))];
}

/** «Рецензия: Самовар остыл… · вы следите: Театр на площади» */
function formatArticles(articles: readonly DigestArticle[], t: Translate): Html[] {
  if (articles.length === 0) return [];
  const rows = articles.map(({ article, because }) => {
    const title = cutAtWord(articleTitle(article, t), 100);
    return html`${t("digest.article", { kind: t(`article.kind.${article.kind}`), title })} · ${formatBecause(because, t)}`;
  });
  return [html`\n<b>${t("digest.articles")}</b>`, ...rows];
}

/** A row of the digest: today's dates are told by the hour, others by their day as well. */
function formatDigestRow(row: DigestRow, reader: ListReader): Html {
  const { t, zone, now } = reader;
  const isToday = daysBetween(inZone(now, zone), inZone(row.startsAt, zone)) === 0;
  const line = formatRow(row, { kind: isToday ? "today" : "search" }, reader);
  const notes = [row.isNew ? t("digest.is_new") : null, row.because === null ? null : formatBecause(row.because, t)];
  return notes.reduce<Html>((text, note) => (note === null ? text : html`${text} · ${note}`), line);
}

/** "вы следите: Театр на площади", "хвалят: ★ 4,7 (32)". */
function formatBecause(reason: PickReason, t: Translate): string {
  switch (reason.kind) {
    case "rated":
      return t("digest.because_rated", { rating: t("card.rating", reason) });
    case "followed":
      return t("digest.because_followed", { text: cutAtWord(nameWanting(reason.wanting, t), 60) });
    case "reminded":
      return t("digest.because_reminded", { count: reason.count });
    case "opened":
      return t("digest.because_opened", { audience: t(`audience.${reason.audience}`) });
    case "new":
      return t("digest.because_new");
    case "section":
      return t("digest.because_section", { section: t(`section.${reason.section}`) });
  }
}

/** Below a picture: what it is, when and where, and why it was chosen. */
export function formatPick(row: DigestRow, because: PickReason, reader: ListReader): Html {
  const reason = capitalise(formatBecause(because, reader.t));
  return joinLines(formatRow(row, { kind: "search" }, reader), html`<i>${reason}</i>`);
}

/** Its events, the lists they come from, and the way to less of it. */
export function digestKeyboard(offer: PersonalOffer<DigestRow>, { t }: ListReader): DeliveryButton[][] {
  const titles = [...offer.followed, ...offer.streams, ...offer.inTown, ...offer.news].map(({ title, occurrenceId }) =>
    button(title, openCardData(occurrenceId)),
  );
  const articles = offer.articles.map(({ article }) => button(articleTitle(article, t), articleData(article.id)));
  return [
    ...rows([...titles, ...articles]),
    [
      button(t("button.tonight"), digestListCallback.data("tonight")),
      button(t("button.weekend"), digestListCallback.data("weekend")),
    ],
    [
      button(t("digest.button.change"), digestCallback.data(null)),
      button(t("digest.button.stop"), stopDigestCallback.data(null)),
    ],
  ];
}

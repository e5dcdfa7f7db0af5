import type { StaffRow } from "../../../bot/programme/editing/list-events-store.ts";
import { capitalise } from "../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import { formatInstant, type StaffReader } from "./words.ts";

/** "Fri 20 November, 19:00 — Bohemia · 3 dates"; of what publishes itself, when. */
export function rowLine({ title, startsAt, dates, publishedAt }: StaffRow, { t, now, zone }: StaffReader): Html {
  const when = startsAt === null ? t("programme.no_dates") : formatInstant(startsAt, t, zone, now);
  const facts = [
    dates > 1 ? t("programme.dates", { count: dates }) : null,
    publishedAt !== null && publishedAt > now
      ? t("programme.state.scheduled", { when: formatInstant(publishedAt, t, zone, now) })
      : null,
  ].filter((fact) => fact !== null);
  const tail = facts.length === 0 ? "" : ` · ${facts.join(" · ")}`;
  return html`${capitalise(when)} — <b>${cutAtWord(title, 120)}</b>${tail}`;
}

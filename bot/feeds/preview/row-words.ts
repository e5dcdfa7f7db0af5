import { partsOf } from "../../programme/editing/changes/event-snapshot.ts";
import { accessibilities, ageRatings, audiences, sections } from "../../programme/event.ts";
import type { ForeseenDate } from "../../programme/foresee-record-store.ts";
import type { Fields } from "../../staff/revision.ts";
import { formatAge } from "../../words/age.ts";
import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatPrice } from "../../words/price.ts";
import { formatWhen } from "../../words/time/when.ts";
import type { PreviewRow } from "./preview.ts";

/** Who reads, and the zone of the city. */
export interface PreviewReader {
  t: Translate;
  now: Date;
  zone: string;
}

/** UTF-16 units of a value, and of a text that is there in full elsewhere. */
const longestValue = 40;

/** "Winter rhapsody — Sat 5 December, 18:30 · 2 dates". */
export function formatNewRow({ title, first, dates }: PreviewRow, { t, now, zone }: PreviewReader): string {
  const times = first && { ...first, endsAt: first.endsAt ?? first.startsAt, hasEndTime: first.endsAt !== null };
  const facts = [
    times ? formatWhen(times, t, zone, now) : t("programme.no_dates"),
    dates > 1 ? t("programme.dates", { count: dates }) : null,
  ].filter((fact) => fact !== null);
  return `${cutAtWord(title, 100)} — ${facts.join(" · ")}`;
}

/** "La Bohème: price 300 ₽ → 500 ₽; 5 December 18:30 → 6 December 19:00". */
export function formatChangedRow(row: PreviewRow, reader: PreviewReader): string {
  const { before = {}, after = {}, dates = [] } = row.foreseen ?? {};
  const changes = [...formatFields(before, after, reader.t), ...dates.map((date) => formatDate(date, reader))];
  return `${cutAtWord(row.title, 100)}: ${changes.join("; ")}`;
}

/** What stays as somebody wrote it: "left as you have it: price"; null: nothing does. */
export function formatKept({ foreseen }: PreviewRow, t: Translate): string | null {
  if (foreseen === null || foreseen.kept.length === 0) return null;
  return t("importing.kept", { parts: formatParts(foreseen.kept, t) });
}

/** Parts of an event by their names in its snapshot: "price, dates". */
export const formatParts = (parts: readonly string[], t: Translate): string =>
  [...new Set(parts.map((part) => labelOf(part, t)))].join(", ");

const labels = {
  title: "importing.field.title",
  summary: "importing.field.summary",
  body: "importing.field.body",
  who: "importing.field.who",
  posterAlt: "importing.field.poster_alt",
  texts: "importing.field.texts",
  isFree: "importing.field.price",
  section: "importing.field.section",
  attendanceMode: "importing.field.mode",
  ageMin: "importing.field.age",
  heldIn: "importing.field.language",
  audiences: "importing.field.audience",
  accessibility: "importing.field.access",
  posterUrl: "importing.field.poster",
  links: "importing.field.links",
  institution: "importing.field.institution",
  occurrences: "importing.field.dates",
} as const;

const isLabelled = (name: string): name is keyof typeof labels => name in labels;

/** The name of a field or of a part: "price" for what a price consists of, "title (Tatar)". */
function labelOf(name: string, t: Translate): string {
  const [first = "", language = "", field] = name.split(".");
  if (first === "texts") {
    const of = field !== undefined && isLabelled(field) ? labels[field] : labels.texts;
    const said = languageNames.find((one) => one === language);
    return said === undefined ? t(of) : t("importing.field_in", { field: t(of), language: t(`language.name.${said}`) });
  }
  const part = partsOf([first])[0] ?? first;
  return t(isLabelled(part) ? labels[part] : "programme.part.other");
}

const languageNames = ["ru", "tt", "en"] as const;

function formatFields(before: Fields, after: Fields, t: Translate): string[] {
  const isPrice = (name: string): boolean => partsOf([name])[0] === "isFree";
  const names = Object.keys(after);
  const plain = names.filter((name) => !isPrice(name));
  const lines = plain.map((name) =>
    t("importing.field_change", {
      field: labelOf(name, t),
      before: formatValue(name, before[name], t),
      after: formatValue(name, after[name], t),
    }),
  );
  if (!names.some(isPrice)) return lines;
  const [was, is] = [before, after].map((fields) => formatPrice(priceOf(fields), t) ?? "—");
  const price = was === is ? null : { before: was ?? "—", after: is ?? "—" };
  return [...(price ? [t("importing.field_change", { field: t(labels.isFree), ...price })] : []), ...lines];
}

const priceOf = (fields: Fields) => ({
  isFree: fields["isFree"] === true,
  priceMin: typeof fields["priceMin"] === "number" ? fields["priceMin"] : null,
  priceMax: typeof fields["priceMax"] === "number" ? fields["priceMax"] : null,
  currency: typeof fields["currency"] === "string" ? fields["currency"] : "RUB",
});

function formatValue(name: string, value: Fields[string] | undefined, t: Translate): string {
  const empty = value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (empty) return "—";
  const section = name === "section" && sections.find((one) => one === value);
  if (section) return t(`section.${section}`);
  const mode = name === "attendanceMode" && (["online", "on_site", "mixed"] as const).find((one) => one === value);
  if (mode) return t(`mode.${mode}`);
  const age = name === "ageMin" ? ageRatings.find((one) => one === value) : undefined;
  if (age !== undefined) return formatAge(age, t);
  if (!Array.isArray(value)) return cutAtWord(String(value).replaceAll(/\s+/gu, " "), longestValue);
  const named = value.map((one: string) => {
    const audience = audiences.find((known) => name === "audiences" && known === one);
    const access = accessibilities.find((known) => name === "accessibility" && known === one);
    return audience ? t(`audience.${audience}`) : access ? t(`accessibility.${access}`) : cutAtWord(one, longestValue);
  });
  return cutAtWord(named.join(", "), 2 * longestValue);
}

/** "Sat 5 December, 18:30 → Sun 6 December, 19:00", "+ Mon 7 December". */
function formatDate({ kind, before, after }: ForeseenDate, { t, now, zone }: PreviewReader): string {
  const is = formatWhen(after, t, zone, now);
  const was = before === null ? is : formatWhen(before, t, zone, now);
  if (kind === "moved") return t("importing.date.moved", { before: was, after: is });
  return t(`importing.date.${kind}`, { when: kind === "cancelled" || kind === "postponed" ? was : is });
}

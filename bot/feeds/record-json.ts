import { DateTime } from "luxon";
import type { EventDraft } from "../programme/event.ts";
import { isPermanent } from "../programme/occurrence-end.ts";
import type { RecordAccount } from "./import-account.ts";

/**
 * What would be stored of a record, for programs: times by the clock of the zone, as ISO 8601 with their offset; `endsAt`
 * null where nobody said when it ends, "permanent" for what is on for good.
 */
export function recordAsJson(
  { key, kind, title, draft, changes, replaced, foreseen }: RecordAccount,
  timeZone: string,
): object {
  const [institution, id] = JSON.parse(key) as [string, string];
  return {
    id,
    ...(institution && { institutionOrigin: institution }),
    kind,
    title,
    ...fieldsOf(draft),
    occurrences: draft.occurrences.map((date) => dateOf(date, timeZone)),
    // What becomes of dates that are there already.
    dates: changes.map((change) => change.kind),
    ...(replaced !== undefined && { replaced }),
    // What would be different of an event that is there, and what stays as somebody wrote it.
    ...(foreseen !== undefined && { before: foreseen.before, after: foreseen.after, kept: foreseen.kept }),
  };
}

function fieldsOf(draft: EventDraft): object {
  const { texts, section, attendanceMode, institution, isFree, priceMin = null, priceMax = null } = draft;
  const isPriced = priceMin !== null || priceMax !== null;
  return {
    ...{ section, attendanceMode, texts, institution: institution ? Object.values(institution.names)[0] : null },
    price: { isFree, min: priceMin, max: priceMax, currency: isPriced ? (draft.currency ?? "RUB") : null },
    ageMin: draft.ageMin ?? null,
    heldIn: draft.heldIn ?? null,
    audiences: draft.audiences ?? [],
    accessibility: draft.accessibility ?? [],
    posterUrl: draft.posterUrl ?? null,
    links: draft.links ?? [],
  };
}

function dateOf(date: EventDraft["occurrences"][number], zone: string): object {
  const local = (at: Date): string | null =>
    DateTime.fromJSDate(at, { zone }).toISO({ suppressMilliseconds: true, suppressSeconds: true });
  const { startsAt, endsAt, hasStartTime = true, status = "scheduled", previousStartsAt, place } = date;
  const [text] = Object.values(place?.texts ?? {});
  return {
    startsAt: local(startsAt),
    endsAt: endsAt === undefined ? null : isPermanent(endsAt) ? "permanent" : local(endsAt),
    hasStartTime,
    status,
    ...(previousStartsAt && { previousStartsAt: local(previousStartsAt) }),
    place: text?.title ?? null,
    address: text?.address ?? null,
    ...(place?.latitude !== undefined && { latitude: place.latitude, longitude: place.longitude }),
  };
}

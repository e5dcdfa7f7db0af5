import type { NewDate, NewEvent } from "../../../../bot/programme/editing/create-event-store.ts";
import type { DateDoubt } from "../../../../bot/programme/editing/extract/extracted.ts";
import type {
  Accessibility,
  AgeRating,
  AttendanceMode,
  Audience,
  LinkKind,
  Section,
} from "../../../../bot/programme/event.ts";
import type { SaidPrice } from "../../../../bot/programme/said-price.ts";
import type { Language } from "../../../../bot/words/language.ts";

/** A date in a dialogue, which keeps plain JSON; ISO instants. */
export interface SaidDate {
  startsAt: string;
  endsAt: string | null;
  hasStartTime: boolean;
}

/** Where something takes place: nowhere but online, at a place the programme knows, or at one to be made. */
export type Where =
  | { kind: "online" }
  | { kind: "known"; placeId: number; name: string }
  | { kind: "new"; name: string; address: string | null };

/** An institution that the programme knows, or one to be made. */
export interface House {
  /** Null: made when the event is saved. */
  id: number | null;
  name: string;
}

/** An event while it is being made; what nobody asked or skipped is undefined, what is said not to be is null. */
export interface Draft {
  /** Language of the title and the description. */
  language: Language;
  title?: string;
  dates?: SaidDate[];
  /** A week that repeats, in the words of the text, which does not say how long. */
  endless?: string;
  where?: Where;
  section?: Section;
  price?: SaidPrice | null;
  ageMin?: AgeRating | null;
  links?: { kind: LinkKind; url: string }[];
  body?: string | null;
  /** Who plays, reads or speaks. */
  who?: string;
  posterUrl?: string | null;
  /** What is on the poster. */
  posterAlt?: string | null;
  institution?: House | null;
  audiences?: Audience[];
  accessibility?: Accessibility[];
  /** The language in which it is held, where the text says so. */
  heldIn?: Language;
  /** What the text says of its dates besides: that they are off, or at another time than `previousStartsAt`, an ISO instant. */
  status?: "cancelled" | "moved";
  previousStartsAt?: string;
  /** What has to be asked of its dates, with the words that leave it open. */
  doubts?: { what: DateDoubt; said: string }[];
  /** Words of the text that became nothing. */
  unused?: string[];
  /** The resident's idea that it is made of. */
  ideaId?: number;
}

/** Whether it is somewhere: at a place, or at home by its stream. */
export const hasPlace = ({ where, links = [] }: Draft): boolean =>
  where !== undefined || links.some(({ kind }) => kind === "stream");

/** Whether residents may see it as it is. */
export const isComplete = (draft: Draft): boolean =>
  draft.title !== undefined && (draft.dates ?? []).length > 0 && hasPlace(draft);

/** An event with a place and a stream, or a price for watching it, is for both: those who come may also watch. */
export const modeOf = (
  where: Where,
  links: readonly { kind: LinkKind }[],
  price?: { isFreeOnline?: boolean } | null,
): AttendanceMode => {
  if (where.kind === "online") return "online";
  return price?.isFreeOnline || links.some(({ kind }) => kind === "stream") ? "mixed" : "on_site";
};

/** Where nobody said where it is, only a stream makes it one at home. */
const modeOfNowhere = (links: readonly { kind: LinkKind }[]): AttendanceMode =>
  links.some(({ kind }) => kind === "stream") ? "online" : "on_site";

export const dateOf = ({ startsAt, endsAt, hasStartTime }: SaidDate, placeId: number | null): NewDate => ({
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
  hasStartTime,
  placeId,
});

/** What the dates of a draft are besides: off or moved. */
const standingOf = ({ status, previousStartsAt }: Draft): Pick<NewDate, "status" | "previousStartsAt"> => ({
  ...(status && { status }),
  ...(status === "moved" && previousStartsAt && { previousStartsAt: new Date(previousStartsAt) }),
});

/** The event to be saved, at a place and of an institution that are there by now. */
export function eventOf(draft: Draft, placeId: number | null, institutionId: number | null): NewEvent {
  const { language, title = "", body, price, ageMin, posterUrl, posterAlt, dates = [], where, who } = draft;
  return {
    institutionId,
    section: draft.section ?? "shows",
    attendanceMode: where ? modeOf(where, draft.links ?? [], price) : modeOfNowhere(draft.links ?? []),
    texts: { [language]: { title, ...(body && { body }), ...(who && { who }), ...(posterAlt && { posterAlt }) } },
    occurrences: dates.map((date) => ({ ...dateOf(date, placeId), ...standingOf(draft) })),
    isFree: price?.isFree ?? false,
    isFreeOnline: price?.isFreeOnline ?? false,
    ...(price?.priceMin !== undefined && { priceMin: price.priceMin }),
    ...(price?.priceMax !== undefined && { priceMax: price.priceMax }),
    ...(price?.currency !== undefined && { currency: price.currency }),
    ...(ageMin != null && { ageMin }),
    ...(posterUrl && { posterUrl }),
    ...(draft.heldIn && { heldIn: draft.heldIn }),
    links: draft.links ?? [],
    audiences: draft.audiences ?? [],
    accessibility: draft.accessibility ?? [],
  };
}

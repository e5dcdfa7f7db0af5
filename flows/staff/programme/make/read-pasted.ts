import type { FlowContext } from "../../../../bot/context.ts";
import type { Known } from "../../../../bot/programme/editing/extract/extract-event.ts";
import type { Guess, MarkedText } from "../../../../bot/programme/editing/extract/extracted.ts";
import { findKnownNames } from "../../../../bot/programme/editing/name-store.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { meant, type ReadText, type Understood, understand } from "../../../kit/steps/understand.ts";
import { toSaid } from "../ask/ask-dates.ts";
import type { Houses } from "../ask/ask-institution.ts";
import { posterIn } from "../ask/ask-poster.ts";
import { longestBody, longestTitle } from "../ask/ask-words.ts";
import { readingOf } from "../ask/city-time.ts";
import type { Draft, Where } from "./draft.ts";
import { ownHouse } from "./steps.ts";

/** A text that was pasted, forwarded or posted, and the photo above it. */
export type Pasted = MarkedText & {
  poster: string | null;
  /** ISO instant by which the year of "28 November" is told, where the words are older than now; the date of nothing. */
  writtenAt?: string;
  /** Whose event it is where the text does not say. */
  houseId?: number | null;
};

/** What a message holds for an event; undefined: too little to read anything from. */
export function pastedIn(said: FlowContext): Pasted | undefined {
  const { message } = said;
  const text = message?.text ?? message?.caption;
  if (text === undefined || text.length < 10) return undefined;
  const origin = message?.forward_origin;
  return {
    text,
    entities: message?.entities ?? message?.caption_entities ?? [],
    poster: posterIn(said) ?? null,
    ...(origin && { writtenAt: new Date(origin.date * 1_000).toISOString() }),
  };
}

/** What a pasted text says: one event, or those of a list. Names of what it names are looked up. */
export function readPasted(
  conversation: Conversation,
  pasted: Pasted,
  houses: Houses,
): Promise<Understood<{ drafts: Draft[] }>> {
  const reading = readingAs(pasted, readingOf(conversation));
  return understand(conversation.dialogue, async (readText, { services: { database } }) => {
    const ownHouses = [...houses.own.flatMap(({ id }) => id ?? []), ...(pasted.houseId ? [pasted.houseId] : [])];
    const known = { ...(await findKnownNames(database)), ownHouses };
    const nameOf = (names: typeof known.places, id: number) => names.find((one) => one.id === id)?.names[0] ?? "";
    const toDraft = (guessed: Guess): Draft => {
      const institutionId = guessed.institution?.value ?? pasted.houseId ?? undefined;
      const isOpen = institutionId !== undefined && (houses.isAll || houses.own.some(({ id }) => id === institutionId));
      return {
        ...draftOf(guessed, (id) => nameOf(known.places, id)),
        ...(isOpen && { institution: { id: institutionId, name: nameOf(known.institutions, institutionId) } }),
        language: guessed.language,
        ...ownHouse(houses),
      };
    };
    return meant({ drafts: withPoster((await readEvents(readText, pasted, known, reading)).map(toDraft), pasted) });
  });
}

/** Words are read as of the moment at which they were written. */
export const readingAs = <R extends { now: Date }>({ writtenAt }: Pick<Pasted, "writtenAt">, reading: R): R =>
  writtenAt === undefined ? reading : { ...reading, now: new Date(writtenAt) };

/** The events of a list, or the one that the text is about. */
export async function readEvents(
  readText: ReadText,
  pasted: MarkedText,
  known: Known,
  reading: { now: Date; zone: string },
): Promise<Guess[]> {
  const listed = await readText("events", pasted, known, reading);
  return listed.length > 1 ? listed : [await readText("event", pasted, known, reading)];
}

/** A photo above a list is of none of its events. */
const withPoster = (drafts: Draft[], { poster }: Pasted): Draft[] =>
  poster === null || drafts.length > 1 ? drafts : drafts.map((draft) => ({ ...draft, posterUrl: poster }));

function draftOf(guessed: Guess, nameOf: (placeId: number) => string): Omit<Draft, "language"> {
  const { title, dates, place, price, ageMin, links, section, body, summary } = guessed;
  const text = [summary, body].filter(Boolean).join("\n\n").slice(0, longestBody);
  const isOnline = place === null && guessed.attendanceMode === "online";
  const where: Where | undefined = place ? whereOf(place.value, nameOf) : isOnline ? { kind: "online" } : undefined;
  return {
    ...(title && { title: title.value.slice(0, longestTitle) }),
    ...(dates.length > 0 && { dates: dates.map(({ value }) => toSaid(value)) }),
    ...(guessed.endless && { endless: guessed.endless.value }),
    ...(where && { where }),
    ...(price && { price: price.value }),
    ...(ageMin && { ageMin: ageMin.value }),
    ...(section && { section }),
    ...(text !== "" && { body: text }),
    ...(guessed.who && { who: guessed.who.value }),
    links: links.map(({ value }) => value),
    audiences: guessed.audiences,
    accessibility: guessed.accessibility,
    ...standingOf(guessed),
    ...(guessed.heldIn && { heldIn: guessed.heldIn }),
    ...(guessed.doubts.length > 0 && { doubts: guessed.doubts }),
    ...(guessed.unused.length > 0 && { unused: guessed.unused }),
  };
}

const standingOf = ({ status, previousStartsAt }: Guess): Pick<Draft, "status" | "previousStartsAt"> => ({
  ...(status && { status }),
  ...(previousStartsAt && { previousStartsAt: previousStartsAt.toISOString() }),
});

function whereOf(place: NonNullable<Guess["place"]>["value"], nameOf: (placeId: number) => string): Where {
  if (place.kind === "known") return { kind: "known", placeId: place.id, name: nameOf(place.id) };
  const [name = place.text, ...address] = place.text.split(", ");
  return { kind: "new", name, address: address.length === 0 ? null : address.join(", ") };
}

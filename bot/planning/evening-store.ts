import type { Prisma } from "../../prisma/client/client.ts";
import type { Database, Queries } from "../database/database.ts";
import { findOffersByIds } from "../offers/offer-store.ts";
import type { Card } from "../programme/card/card.ts";
import { findCard } from "../programme/card/card-store.ts";
import { findStandIn } from "../programme/duplicates/stand-in-store.ts";
import type { Candidate, Placed } from "./candidate.ts";
import { candidateOfDate, candidateOfOffer, dateKey, dateOfCard, offerKey } from "./candidate-of.ts";
import { type EveningWish, frameOf } from "./evening.ts";
import type { Frame } from "./fit.ts";
import { isOn, type PieceStanding, type PieceSubject, standingOf } from "./standing.ts";

/** A piece of somebody's evening with what it is now. */
export interface EveningPiece {
  id: number;
  /** As it was planned. */
  startsAt: Date;
  endsAt: Date;
  isAnchor: boolean;
  subject: PieceSubject;
  standing: PieceStanding;
  /** What may still be planned with, at the time it has now; null where it does not take place, or goes with the rest no more. */
  placed: Placed | null;
}

/** Somebody's evening, its pieces in order. */
export interface Evening {
  id: number;
  wish: EveningWish;
  isKept: boolean;
  isOver: boolean;
  pieces: EveningPiece[];
  /** Keys of what the person took out. */
  out: string[];
  frame: Frame;
}

export interface CityNow {
  now: Date;
  /** The city's zone. */
  zone: string;
}

/** Finds an evening of a person's own, with what became of its pieces; null when they have none of that number. */
export async function findEvening(
  database: Database,
  { eveningId, personId }: { eveningId: number; personId: number },
  { now, zone }: CityNow,
): Promise<Evening | null> {
  const row = await database.evening.findFirst({
    where: { id: eveningId, personId: BigInt(personId) },
    include: { pieces: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
  });
  if (row === null) return null;
  const { day, setting, company, priceLimit } = row;
  const wish: EveningWish = { day, setting, company, priceLimit };
  const inside = row.pieces.filter(({ isOut }) => !isOut);
  const subjects = await findSubjects(database, inside, { now, personId });
  const around = inside.find(({ isAnchor }) => isAnchor) ?? null;
  const frame = frameOf(wish, { now: row.createdAt, zone }, around);
  const known = inside.map((piece, index) => {
    const subject = subjects[index] ?? { kind: "gone" as const };
    return { piece, subject, candidate: candidateOf(subject, wish, zone) };
  });
  const pieces = known.map(({ piece: { id, startsAt, endsAt, isAnchor }, subject, candidate }): EveningPiece => {
    const others = known.flatMap((other) =>
      other.piece.id === id || other.candidate === null ? [] : [placedOf(other.candidate, other.piece)],
    );
    const standing = standingOf(subject, { startsAt, endsAt }, candidate, { others, frame });
    const time = standing.kind === "moved" ? standing : { startsAt, endsAt };
    const goes = isOn(standing) && !(standing.kind === "moved" && !standing.fits);
    const placed = candidate !== null && goes ? placedOf(candidate, time) : null;
    return { id, startsAt, endsAt, isAnchor, subject, standing, placed };
  });
  return {
    ...{ id: row.id, wish, frame, pieces, isKept: row.keptAt !== null, isOver: row.endsAt <= now },
    out: row.pieces.flatMap(({ isOut, occurrenceId, offerId }) => (isOut ? keysOf({ occurrenceId, offerId }) : [])),
  };
}

const keysOf = ({ occurrenceId, offerId }: { occurrenceId: number | null; offerId: number | null }): string[] => [
  ...(occurrenceId === null ? [] : [dateKey(occurrenceId)]),
  ...(offerId === null ? [] : [offerKey(offerId)]),
];

const placedOf = (candidate: Candidate, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Placed => ({
  candidate,
  startsAt: startsAt.getTime(),
  endsAt: endsAt.getTime(),
});

function candidateOf(subject: PieceSubject, wish: EveningWish, zone: string): Candidate | null {
  if (subject.kind === "gone") return null;
  if (subject.kind === "date") return candidateOfDate(dateOfCard(subject.card), wish);
  return candidateOfOffer(subject.offer, wish, zone);
}

/** What pieces are now, in their order; a date whose event gave way to another one is that of the other. */
async function findSubjects(
  database: Database,
  pieces: readonly { occurrenceId: number | null; offerId: number | null }[],
  reader: { now: Date; personId: number },
): Promise<PieceSubject[]> {
  const offerIds = pieces.flatMap(({ offerId }) => offerId ?? []);
  const [cards, offers] = await Promise.all([
    Promise.all(
      pieces.map(({ occurrenceId }) => (occurrenceId === null ? null : findShown(database, occurrenceId, reader))),
    ),
    offerIds.length === 0 ? [] : findOffersByIds(database, offerIds),
  ]);
  return pieces.map(({ offerId }, index): PieceSubject => {
    const card = cards[index] ?? null;
    if (card !== null) return { kind: "date", card };
    const offer = offers.find(({ id }) => id === offerId);
    return offer === undefined ? { kind: "gone" } : { kind: "offer", offer };
  });
}

async function findShown(
  database: Database,
  occurrenceId: number,
  { now, personId }: { now: Date; personId: number },
): Promise<Card | null> {
  const card = await findCard(database, occurrenceId, now, personId);
  if (!card?.withdrawn) return card;
  const standIn = await findStandIn(database, occurrenceId);
  return standIn === null ? card : findCard(database, standIn, now, personId);
}

/** The evening that a piece of somebody's own is in; null when it is in none of theirs any more. */
export async function findEveningIdOfPiece(
  queries: Queries,
  { pieceId, personId }: { pieceId: number; personId: number },
): Promise<number | null> {
  const row = await queries.eveningPiece.findFirst({
    where: { id: pieceId, evening: { personId: BigInt(personId) } },
    select: { eveningId: true },
  });
  return row?.eveningId ?? null;
}

/** A kept evening in a list. */
export interface KeptEvening {
  id: number;
  day: string;
  startsAt: Date | null;
  pieces: number;
}

/** What somebody keeps and is not over. */
export const keptBy = (personId: number, now: Date) =>
  ({ personId: BigInt(personId), keptAt: { not: null }, endsAt: { gt: now } }) satisfies Prisma.EveningWhereInput;

/** The evenings that somebody keeps and that are not over, in order. */
export async function findKeptEvenings(queries: Queries, personId: number, now: Date): Promise<KeptEvening[]> {
  const rows = await queries.evening.findMany({
    where: keptBy(personId, now),
    include: { pieces: { where: { isOut: false }, orderBy: { startsAt: "asc" }, select: { startsAt: true } } },
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, day, pieces }) => ({ id, day, startsAt: pieces[0]?.startsAt ?? null, pieces: pieces.length }));
}

/** How many evenings somebody keeps that are not over. */
export const countKeptEvenings = (queries: Queries, personId: number, now: Date): Promise<number> =>
  queries.evening.count({ where: keptBy(personId, now) });

/** Deletes evenings whose day ended before `before`, and drafts of before `draftsBefore`. */
export async function forgetEvenings(
  queries: Queries,
  { before, draftsBefore }: { before: Date; draftsBefore: Date },
): Promise<number> {
  const { count } = await queries.evening.deleteMany({
    where: { OR: [{ endsAt: { lt: before } }, { keptAt: null, createdAt: { lt: draftsBefore } }] },
  });
  return count;
}

import type { Database, Queries } from "../database/database.ts";
import type { Card } from "../programme/card/card.ts";
import type { Candidate, EveningSetting, Placed } from "./candidate.ts";
import { candidateOfDate, dateOfCard } from "./candidate-of.ts";
import { findCandidates } from "./candidate-store.ts";
import { type EveningWish, endOfEvening, frameOf } from "./evening.ts";
import { type CityNow, type Evening, type EveningPiece, findEvening } from "./evening-store.ts";
import { findAddition, findReplacement, mostPieces, planEvening, usualPieces } from "./plan-evening.ts";

/** Somebody's own evening. */
export interface OwnEvening {
  eveningId: number;
  personId: number;
}

/** Where one is with what a card shows: in town, unless it is seen from home alone. */
export const settingOf = ({ attendanceMode }: Pick<Card, "attendanceMode">): EveningSetting =>
  attendanceMode === "online" ? "home" : "town";

const canBeIn = ({ attendanceMode }: Card, setting: EveningSetting): boolean =>
  attendanceMode === "mixed" || (attendanceMode === "online") === (setting === "home");

/**
 * Plans an evening, around a card where one is given, and keeps it as the draft of its person, whose earlier draft goes;
 * returns its number.
 */
export async function createEvening(
  database: Database,
  personId: number,
  { wish, anchor }: { wish: EveningWish; anchor: Card | null },
  seen: CityNow,
): Promise<number> {
  const pieces = await plan(database, wish, anchor, seen);
  return database.$transaction(async (tx) => {
    await tx.evening.deleteMany({ where: { personId: BigInt(personId), keptAt: null } });
    const { id } = await tx.evening.create({
      data: {
        ...{ personId: BigInt(personId), ...wish, createdAt: seen.now, endsAt: endOfEvening(wish.day, seen.zone) },
        pieces: { create: pieces.map((piece) => rowOf(piece, anchor)) },
      },
    });
    return id;
  });
}

async function plan(database: Database, wish: EveningWish, anchor: Card | null, seen: CityNow): Promise<Placed[]> {
  const frame = frameOf(wish, seen, anchor);
  const candidates = await findCandidates(database, wish, frame, seen);
  const fixed = anchor === null ? [] : [placedCard(anchor, wish)];
  return planEvening(fixed, candidates, frame, usualPieces);
}

const placedCard = (card: Card, wish: EveningWish): Placed => ({
  candidate: candidateOfDate(dateOfCard(card), wish),
  startsAt: card.startsAt.getTime(),
  endsAt: card.endsAt.getTime(),
});

/** A piece as it is stored; candidates are named by what they are and its number. */
function rowOf({ candidate: { key }, startsAt, endsAt }: Placed, anchor: Card | null) {
  const id = Number(key.slice(1));
  return {
    ...(key.startsWith("d") ? { occurrenceId: id } : { offerId: id }),
    ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    isAnchor: key === `d${anchor?.occurrenceId}`,
  };
}

/** Plans a draft anew with another wish. The card that it was planned around stays, where it goes with that. */
export async function planAgain(
  database: Database,
  own: OwnEvening,
  change: Partial<EveningWish>,
  seen: CityNow,
): Promise<void> {
  const evening = await findEvening(database, own, seen);
  if (evening === null || evening.isKept) return;
  const wish = { ...evening.wish, ...change };
  const anchor = anchorOf(evening, wish);
  const pieces = await plan(database, wish, anchor, seen);
  await database.$transaction(async (tx) => {
    await lock(tx, own.eveningId);
    await tx.eveningPiece.deleteMany({ where: { eveningId: own.eveningId } });
    await tx.evening.update({
      where: { id: own.eveningId },
      data: {
        ...{ ...wish, endsAt: endOfEvening(wish.day, seen.zone) },
        pieces: { create: pieces.map((piece) => rowOf(piece, anchor)) },
      },
    });
  });
}

function anchorOf({ pieces, wish: { day } }: Evening, wish: EveningWish): Card | null {
  const anchor = pieces.find(({ isAnchor, placed }) => isAnchor && placed !== null);
  if (anchor?.subject.kind !== "date" || wish.day !== day) return null;
  return canBeIn(anchor.subject.card, wish.setting) ? anchor.subject.card : null;
}

/** Holds an evening, so that two changes of it come one after the other. */
const lock = (tx: Queries, id: number) => tx.evening.update({ where: { id }, data: { id } });

/** What came of changing a piece for another one; `removed` is the date that is no part of it any more. */
export type Changed =
  /** `isAgain`: everything else was seen, and the first ones come again. */
  | { kind: "changed"; isAgain: boolean; removed: Card | null; addedId: number }
  | { kind: "removed"; removed: Card | null }
  | { kind: "none" }
  /** The piece is no part of it any more: the button was pressed twice. */
  | { kind: "gone" };

/** Changes a piece for the next best one between the same neighbours, which the person has not taken out before. */
export async function changePiece(
  database: Database,
  own: OwnEvening,
  pieceId: number,
  seen: CityNow,
): Promise<Changed> {
  const evening = await findEvening(database, own, seen);
  const piece = evening?.pieces.find(({ id }) => id === pieceId);
  if (!evening || !piece) return { kind: "gone" };
  const others = othersOf(evening, piece);
  const at = others.filter(({ startsAt }) => startsAt < piece.startsAt.getTime()).length;
  const { frame, candidates } = await lookAround(database, evening, seen);
  const isOther = notLike(candidates, keysOf(piece));
  const isNew = notLike(candidates, evening.out);
  const fresh = findReplacement(
    others,
    at,
    candidates.filter((each) => isOther(each) && isNew(each)),
    frame,
  );
  const found = fresh ?? findReplacement(others, at, candidates.filter(isOther), frame);
  if (found === null) return { kind: "none" };
  const addedId = await database.$transaction(async (tx) => {
    await lock(tx, own.eveningId);
    const { count } = await tx.eveningPiece.updateMany({ where: { id: pieceId, isOut: false }, data: { isOut: true } });
    if (count === 0) return null;
    if (fresh === null)
      await tx.eveningPiece.deleteMany({ where: { eveningId: own.eveningId, isOut: true, id: { not: pieceId } } });
    const { id } = await tx.eveningPiece.create({ data: { ...rowOf(found, null), eveningId: own.eveningId } });
    return id;
  });
  if (addedId === null) return { kind: "gone" };
  return { kind: "changed", isAgain: fresh === null, removed: cardOf(piece), addedId };
}

const cardOf = ({ subject }: EveningPiece): Card | null => (subject.kind === "date" ? subject.card : null);

const othersOf = ({ pieces }: Evening, piece: EveningPiece): Placed[] =>
  pieces
    .flatMap(({ id, placed }) => (id === piece.id || placed === null ? [] : [placed]))
    .toSorted((one, other) => one.startsAt - other.startsAt);

const keysOf = ({ subject }: EveningPiece): string[] => {
  if (subject.kind === "gone") return [];
  return [subject.kind === "date" ? `d${subject.card.occurrenceId}` : `o${subject.offer.id}`];
};

/** Whether a candidate is neither one of these nor another date of one of them. */
function notLike(candidates: readonly Candidate[], keys: readonly string[]): (candidate: Candidate) => boolean {
  const subjects = new Set(candidates.flatMap(({ key, subjects: own }) => (keys.includes(key) ? own : [])));
  return ({ key, subjects: own }) => !keys.includes(key) && !own.some((subject) => subjects.has(subject));
}

async function lookAround(database: Database, { wish, pieces }: Evening, seen: CityNow) {
  const frame = frameOf(wish, seen, pieces.find(({ isAnchor }) => isAnchor) ?? null);
  return { frame, candidates: await findCandidates(database, wish, frame, seen) };
}

/** Takes a piece out; the rest stays as it is. */
export async function removePiece(
  database: Database,
  own: OwnEvening,
  pieceId: number,
  seen: CityNow,
): Promise<Changed> {
  const evening = await findEvening(database, own, seen);
  const piece = evening?.pieces.find(({ id }) => id === pieceId);
  if (!evening || !piece) return { kind: "gone" };
  const { count } = await database.eveningPiece.updateMany({
    where: { id: pieceId, eveningId: own.eveningId, isOut: false },
    data: { isOut: true },
  });
  return count === 0 ? { kind: "gone" } : { kind: "removed", removed: cardOf(piece) };
}

/** Adds the piece that goes best with the others. `known`: how many there were when the button was made. */
export async function addPiece(
  database: Database,
  own: OwnEvening,
  known: number,
  seen: CityNow,
): Promise<"added" | "none" | "full" | "gone"> {
  const evening = await findEvening(database, own, seen);
  if (evening === null || evening.pieces.length !== known) return "gone";
  if (evening.pieces.length >= mostPieces) return "full";
  const there = evening.pieces
    .flatMap(({ placed }) => placed ?? [])
    .toSorted((one, other) => one.startsAt - other.startsAt);
  const { frame, candidates } = await lookAround(database, evening, seen);
  const found = findAddition(there, candidates.filter(notLike(candidates, evening.out)), frame);
  if (found === null) return "none";
  const isAdded = await database.$transaction(async (tx) => {
    await lock(tx, own.eveningId);
    if ((await tx.eveningPiece.count({ where: { eveningId: own.eveningId, isOut: false } })) !== known) return false;
    await tx.eveningPiece.create({ data: { ...rowOf(found, null), eveningId: own.eveningId } });
    return true;
  });
  return isAdded ? "added" : "gone";
}

/** Takes the new time of a piece that was moved. */
export async function takeNewTime(database: Database, own: OwnEvening, pieceId: number, seen: CityNow): Promise<void> {
  const evening = await findEvening(database, own, seen);
  const piece = evening?.pieces.find(({ id }) => id === pieceId);
  if (piece?.subject.kind !== "date" || piece.standing.kind !== "moved" || !piece.standing.fits) return;
  const { startsAt, endsAt } = piece.standing;
  const { occurrenceId } = piece.subject.card;
  await database.eveningPiece.updateMany({ where: { id: pieceId }, data: { startsAt, endsAt, occurrenceId } });
}

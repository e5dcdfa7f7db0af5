import type { Reader } from "../../bot/context.ts";
import type { Evening } from "../../bot/planning/evening-store.ts";
import { pieceTitle } from "../../bot/planning/piece-words.ts";
import { titleOfEvening } from "../../bot/planning/words.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { chooseFields } from "../../bot/words/language.ts";
import { formatTime } from "../../bot/words/time/dates.ts";

/** Characters of a line in a message that travels in an address: each Cyrillic letter is six characters there. */
const longest = { title: 50, place: 30 };

/** An evening as one message to somebody else: what it is called, and a line for each piece. */
export function shareText(evening: Evening, reader: Reader): string {
  const { t, zone } = reader;
  const lines = evening.pieces.flatMap((piece) => {
    const { placed, subject } = piece;
    if (placed === null) return [];
    const place = subject.kind === "date" ? subject.card.place : subject.kind === "offer" ? subject.offer.place : null;
    const where =
      placed.candidate.begins === null
        ? undefined
        : place && chooseFields<{ title: string }>(place.texts, t.language)?.fields.title;
    const title = cutAtWord(pieceTitle(piece, t), longest.title);
    const time = formatTime(new Date(placed.startsAt), zone);
    return [where ? `${time} ${title} — ${cutAtWord(where, longest.place)}` : `${time} ${title}`];
  });
  return [titleOfEvening(evening, reader), ...lines].join("\n");
}

import { readStatus, type SaidStatus } from "../../said-status.ts";
import { linesOf } from "./extracted.ts";
import { sentencesOf } from "./sentences.ts";

/** Lines in which a poster says that it is off. */
const headLines = 6;
const said: readonly (readonly [NonNullable<SaidStatus["status"]>, RegExp])[] = [
  [
    "moved",
    /(?<!\p{L})(?:перенос(?:ится|ятся)|перенес(?:ен|ена|ено|ены|ли)|перенес[её]н\p{L}?|отложен[аоы]?|күчерел(?:ә|де|гән)|кичектерел(?:ә|де|гән)|postponed|rescheduled|has been moved)(?!\p{L})/iu,
  ],
  [
    "cancelled",
    /(?<!\p{L})(?:отмен(?:яется|яются|[её]н|ена|ено|ены)|не состоится|не состоятся|cancell?ed|called off|кире кагыла|кире кагылды|гамәлдән чыгарыл(?:а|ды)|булмый|булмаячак)(?!\p{L})/iu,
  ],
];
/** Of a ticket, a fee or an order, which may be called off while the event is not. */
const ofTicket = /(?<!\p{L})(?:билет|заказ|брон|возврат|комисси|регистрац|ticket|booking|order)/iu;

/** Whether a poster says that its event is off or at another time: by its head, or by a sentence of its first lines. */
export function guessStatus(text: string): SaidStatus["status"] {
  const lines = linesOf(text).slice(0, headLines);
  const byHead = lines
    .slice(0, 2)
    .map(({ value }) => readStatus(value.slice(0, 300)).status)
    .find((one) => one !== null);
  if (byHead) return byHead;
  const sentences = lines
    .flatMap(({ value }) => sentencesOf(value.slice(0, 1_000)))
    .filter(({ value }) => !ofTicket.test(value));
  return said.find(([, words]) => sentences.some(({ value }) => words.test(value)))?.[0] ?? null;
}

/** Whether a sentence says of something that it is off or at another time. */
export const saysStatus = (sentence: string): boolean =>
  !ofTicket.test(sentence) && said.some(([, words]) => words.test(sentence));

import { parseWish } from "../../bot/planning/parse-wish.ts";
import { readEventFile } from "../../bot/programme/card/calendar-file.ts";
import { likenessOf } from "../../bot/understanding/classifier/classify.ts";
import { featuresOf } from "../../bot/understanding/classifier/features.ts";
import { parseFollowUp } from "../../bot/understanding/follow-up/parse-follow-up.ts";
import { parseHouseQuestion } from "../../bot/understanding/house-question.ts";
import { parseNewsQuestion } from "../../bot/understanding/news-question.ts";
import { parseAssent } from "../../bot/understanding/parse-assent.ts";
import { parseMessage } from "../../bot/understanding/parse-message.ts";
import { saidBeside, tag } from "../../bot/understanding/tagging.ts";
import { parseThingQuestion } from "../../bot/understanding/thing-question.ts";
import { readDayOfMonth } from "../../bot/when/day-of-month.ts";
import { tokenise } from "../../bot/when/tokens.ts";

const reading = { now: new Date("2026-11-20T12:00:00Z"), zone: "Europe/Moscow" };

/** The readers of what a message or a link wants, by name. */
export const readersOfUnderstanding: Readonly<Record<string, (text: string) => unknown>> = {
  "bot/understanding/classifier/classify.ts likenessOf": likenessOf,
  "bot/understanding/classifier/features.ts featuresOf": featuresOf,
  "bot/understanding/parse-message.ts parseMessage": (text) => parseMessage(text, "ru"),
  "bot/understanding/parse-assent.ts parseAssent": parseAssent,
  "bot/planning/parse-wish.ts parseWish": (text) => parseWish(text, reading),
  "bot/understanding/follow-up/parse-follow-up.ts parseFollowUp": (text) => parseFollowUp(text, reading),
  "bot/understanding/house-question.ts parseHouseQuestion": (text) => parseHouseQuestion(text, reading),
  "bot/understanding/news-question.ts parseNewsQuestion": (text) => parseNewsQuestion(text, reading),
  "bot/understanding/thing-question.ts parseThingQuestion": (text) => parseThingQuestion(text, reading),
  "bot/when/day-of-month.ts readDayOfMonth": (text) => {
    const tokens = tokenise(text);
    return tokens.map((_, at) => readDayOfMonth(tokens, at, reading));
  },
  "bot/understanding/tagging.ts saidBeside": (text) => saidBeside(text, "follow"),
  "bot/understanding/tagging.ts tag": tag,
  "bot/programme/card/calendar-file.ts readEventFile": readEventFile,
};

/** What is exported beside them and reads nothing foreign by itself, and why. */
export const othersOfFlows: Readonly<Record<string, string>> = {
  "flows/understood/guessed.ts guessedView": "cuts the message; cutAtWord is in the table",
  "flows/staff/programme/make/draft-schema.ts parseDrafts": "rows of the bot's own database, checked by their shape",
  "flows/staff/programme/make/read-pasted.ts readPasted": "hands the text to the process that reads",
  "flows/staff/programme/make/read-pasted.ts readEvents": "hands the text to the process that reads",
};

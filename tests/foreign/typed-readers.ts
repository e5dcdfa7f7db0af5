import { parsePhone } from "../../bot/classes/by-hand/parse-phone.ts";
import { readCode } from "../../bot/classes/certificates/code.ts";
import { readName, readPhone } from "../../bot/classes/learners/learner.ts";
import { parseCameOf } from "../../bot/ideas/parse-came-of.ts";
import { tatarStem, tellingWords, trigramsOf } from "../../bot/ideas/trigrams.ts";
import { isButtonUrl, parseTypedAddress, webAddress } from "../../bot/net/web-address.ts";
import { parseOpening } from "../../bot/opening/parse-opening.ts";
import { areTitlesAlike } from "../../bot/programme/editing/alike-titles.ts";
import { parseWords } from "../../bot/voices/comments/text-rules.ts";
import { faultOfText } from "../../bot/voices/text-faults.ts";
import { parseOptions } from "../../bot/votes/vote.ts";
import { readMonthBound } from "../../bot/when/month-bound.ts";
import { parseDays } from "../../bot/when/parse/parse-days.ts";
import { tokenise } from "../../bot/when/tokens.ts";
import { fileName } from "../../bot/words/file-name.ts";

const reading = { now: new Date("2026-11-20T12:00:00Z"), zone: "Europe/Moscow" };

/** Readers of what people type for one question: a number, a name, an address, options. */
export const typedReaders: Readonly<Record<string, (text: string) => unknown>> = {
  "bot/classes/by-hand/parse-phone.ts parsePhone": parsePhone,
  "bot/ideas/parse-came-of.ts parseCameOf": parseCameOf,
  "bot/ideas/trigrams.ts tellingWords": (text) => trigramsOf(tellingWords(text).map(tatarStem)),
  "bot/voices/text-faults.ts faultOfText": faultOfText,
  "bot/net/web-address.ts isButtonUrl": isButtonUrl,
  "bot/net/web-address.ts parseTypedAddress": parseTypedAddress,
  "bot/net/web-address.ts webAddress": webAddress,
  "bot/words/file-name.ts fileName": (text) => fileName([text], "pdf"),
  "bot/programme/editing/alike-titles.ts areTitlesAlike": (text) => areTitlesAlike(text.slice(0, 150), `«${text}`),
  "bot/when/month-bound.ts readMonthBound": (text) => {
    const tokens = tokenise(text);
    for (const at of tokens.keys()) readMonthBound(tokens, at, true);
  },
  "bot/when/parse/parse-days.ts parseDays": (text) => parseDays(text, reading, "back"),
  "bot/opening/parse-opening.ts parseOpening": (text) => parseOpening(text.slice(0, 1_000), reading),
  "bot/voices/comments/text-rules.ts parseWords": parseWords,
  "bot/votes/vote.ts parseOptions": parseOptions,
  "bot/classes/certificates/code.ts readCode": readCode,
  "bot/classes/learners/learner.ts readName": readName,
  "bot/classes/learners/learner.ts readPhone": readPhone,
};

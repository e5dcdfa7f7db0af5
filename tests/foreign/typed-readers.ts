import { parsePhone } from "../../bot/classes/by-hand/parse-phone.ts";
import { readCode } from "../../bot/classes/certificates/code.ts";
import { readName, readPhone } from "../../bot/classes/learners/learner.ts";
import { isButtonUrl, parseTypedAddress, webAddress } from "../../bot/net/web-address.ts";
import { parseOptions } from "../../bot/votes/vote.ts";
import { fileName } from "../../bot/words/file-name.ts";

/** Readers of what people type for one question: a number, a name, an address, options. */
export const typedReaders: Readonly<Record<string, (text: string) => unknown>> = {
  "bot/classes/by-hand/parse-phone.ts parsePhone": parsePhone,
  "bot/net/web-address.ts isButtonUrl": isButtonUrl,
  "bot/net/web-address.ts parseTypedAddress": parseTypedAddress,
  "bot/net/web-address.ts webAddress": webAddress,
  "bot/words/file-name.ts fileName": (text) => fileName([text], "pdf"),
  "bot/votes/vote.ts parseOptions": parseOptions,
  "bot/classes/certificates/code.ts readCode": readCode,
  "bot/classes/learners/learner.ts readName": readName,
  "bot/classes/learners/learner.ts readPhone": readPhone,
};

import { GrammyError } from "grammy";
import { describe, expect, it } from "vitest";
import * as refusal from "../../../bot/doors/telegram/client/refusal.ts";

const { isRefusal, isFileRefused, objectionOf, ...kinds } = refusal;

const refused = (description: string, error_code = 400) =>
  new GrammyError(description, { ok: false, error_code, description }, "editMessageText", {});

/** Real answers of Telegram, and the one thing that each of them says. */
const answers: [kind: keyof typeof kinds | null, description: string][] = [
  [
    "isNotModified",
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
  ],
  ["isGone", "Bad Request: message to edit not found"],
  ["isGone", "Bad Request: message to delete not found"],
  ["isGone", "Bad Request: MESSAGE_ID_INVALID"],
  ["isUneditable", "Bad Request: message can't be edited"],
  ["isWithoutText", "Bad Request: there is no text in the message to edit"],
  ["isTooLate", "Bad Request: query is too old and response timeout expired or query ID is invalid"],
  ["isTooLarge", "Bad Request: file is too big"],
  ["isForbidden", "Bad Request: not enough rights to send text messages to the chat"],
  ["isForbidden", "Bad Request: chat not found"],
  [null, "Bad Request: BUTTON_DATA_INVALID"],
];

describe("a refusal of Telegram", () => {
  it.each(answers)("is %s: %s", (kind, description) => {
    const error = refused(description);
    expect(isRefusal(error)).toBe(true);
    // Where a file was sent, each of them says that it was not taken.
    expect(isFileRefused(error)).toBe(true);
    const said = Object.entries(kinds).filter(([, is]) => is(error));
    expect(said.map(([name]) => name)).toEqual(kind === null ? [] : [kind]);
  });

  it("is none when it comes with another code, or from elsewhere", () => {
    const description = "message is not modified";
    for (const error of [refused(description, 429), new Error(description), description, undefined]) {
      expect(isRefusal(error)).toBe(false);
      expect(refusal.isNotModified(error)).toBe(false);
    }
  });

  it.each([
    ["url", "Bad Request: inline keyboard button URL 'x' is invalid"],
    ["long", "Bad Request: message caption is too long"],
    ["long", "Bad Request: MESSAGE_TOO_LONG"],
    ["file", "Bad Request: wrong type of the web page content: photo expected"],
    ["other", "Bad Request: can't parse entities"],
  ])("objects to the %s of what is passed on: %s", (objection, description) => {
    expect(objectionOf(description)).toBe(objection);
  });
});

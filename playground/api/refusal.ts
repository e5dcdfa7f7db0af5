import type { z } from "zod";
import { type ApiFailure, badRequest, Violation } from "./api-failure.ts";

/** What Telegram says when a required parameter is not there. */
const missing: Readonly<Record<string, string>> = {
  chat_id: "chat_id is empty",
  text: "message text is empty",
  message_id: "message identifier is not specified",
  callback_query_id: "query is too old and response timeout expired or query ID is invalid",
  inline_query_id: "query is too old and response timeout expired or query ID is invalid",
  photo: "there is no photo in the request",
  document: "there is no document in the request",
  video: "there is no video in the request",
  animation: "there is no animation in the request",
  audio: "there is no audio in the request",
  voice: "there is no voice in the request",
  message_ids: "message identifiers are not specified",
  from_chat_id: "chat_id is empty",
  file_id: "invalid file_id",
};

/** Turns the first thing wrong with the parameters into an answer, in Telegram's words where it has any. */
export function explain(issues: readonly z.core.$ZodIssue[], payload: Record<string, unknown>): ApiFailure {
  const [issue] = issues;
  if (!issue) return new Violation("the parameters are wrong");
  if (issue.code === "unrecognized_keys") {
    const place = issue.path.length > 0 ? ` in ${issue.path.join(".")}` : "";
    return new Violation(`unknown parameter "${issue.keys.join('", "')}"${place}`);
  }
  const name = String(issue.path[0]);
  const words = missing[name];
  if (words && issue.path.length === 1 && (payload[name] === undefined || payload[name] === "")) {
    return badRequest(words);
  }
  if (name === "parse_mode") return badRequest("unsupported parse_mode");
  return new Violation(`parameter "${issue.path.join(".")}": ${issue.message}`);
}

import { z } from "zod";
import { formatText } from "../../html/formatted-text.ts";
import { closePoll } from "../../people/vote-poll.ts";
import { inlineKeyboard } from "../../world/keyboards.ts";
import { badRequest } from "../api-failure.ts";
import { findRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, entities, flag, integer, json, parseMode, unmodelled } from "../values.ts";
import { send, sendParameters } from "./sending/send.ts";

const option = z.strictObject({
  text: z.string(),
  text_parse_mode: unmodelled,
  text_entities: unmodelled,
  media: unmodelled,
});

const { direct_messages_topic_id: _, suggested_post_parameters: __, ...parameters } = sendParameters;

export const sendPoll = method(
  {
    ...parameters,
    question: z.string(),
    question_parse_mode: unmodelled,
    question_entities: unmodelled,
    options: json(z.array(z.union([z.string().transform((text) => ({ text })), option]))),
    is_anonymous: z.exactOptional(flag),
    type: z.exactOptional(z.string()),
    allows_multiple_answers: z.exactOptional(flag),
    allows_revoting: z.exactOptional(flag),
    correct_option_ids: z.exactOptional(json(z.array(integer))),
    explanation: z.exactOptional(z.string()),
    explanation_parse_mode: parseMode,
    explanation_entities: z.exactOptional(entities),
    explanation_media: unmodelled,
    shuffle_options: unmodelled,
    allow_adding_options: unmodelled,
    hide_results_until_closes: unmodelled,
    members_only: unmodelled,
    country_codes: unmodelled,
    open_period: unmodelled,
    close_date: unmodelled,
    is_closed: unmodelled,
    description: unmodelled,
    description_parse_mode: unmodelled,
    description_entities: unmodelled,
    media: unmodelled,
  },
  (world, parameters) => {
    const { type = "regular", is_anonymous = true, allows_multiple_answers = false } = parameters;
    if (type !== "regular" && type !== "quiz") throw badRequest("unsupported poll type specified");
    const question = readLine(parameters.question);
    if (length(question) > 300) throw badRequest("poll question length must not exceed 300");
    const options = readOptions(parameters.options.map(({ text }) => text));
    const poll = world.polls.open({
      question,
      options,
      type,
      is_anonymous,
      allows_multiple_answers,
      ...(type === "quiz" && readQuiz(parameters, options.length)),
      ...(parameters.allows_revoting !== undefined && { allows_revoting: parameters.allows_revoting }),
    });
    return send(world, parameters, { poll });
  },
);

export const stopPoll = method(
  {
    chat_id: chatId,
    message_id: integer,
    reply_markup: z.exactOptional(inlineKeyboard),
    business_connection_id: unmodelled,
  },
  (world, { chat_id, message_id }) => {
    const message = findRoom(world, chat_id).find(message_id);
    if (!message) throw badRequest("message with poll to stop not found");
    if (message.from?.id !== world.bot.id) throw badRequest("poll can't be stopped");
    return closePoll(world, message);
  },
);

function readOptions(texts: readonly string[]): string[] {
  if (texts.length === 0) throw badRequest("poll must have at least one answer option");
  if (texts.length > 12) throw badRequest("poll can't have more than 12 options");
  const options = texts.map(readLine);
  if (options.some((text) => length(text) > 100)) throw badRequest("poll options length must not exceed 100");
  return options;
}

type QuizParameters = {
  correct_option_ids?: number[];
  explanation?: string;
  explanation_parse_mode?: z.output<typeof parseMode>;
  explanation_entities?: z.output<typeof entities>;
};

function readQuiz(parameters: QuizParameters, optionCount: number) {
  const { correct_option_ids = [], explanation = "" } = parameters;
  const isRising = correct_option_ids.every((id, index) => id > (correct_option_ids[index - 1] ?? -1));
  if (correct_option_ids.length === 0 || !isRising || (correct_option_ids.at(-1) ?? 0) >= optionCount) {
    throw badRequest("wrong correct option ID specified");
  }
  const formatted = formatText(explanation, parameters.explanation_parse_mode, parameters.explanation_entities);
  const lineFeeds = formatted.text.split("\n").length - 1;
  if (length(formatted.text) > 200 || lineFeeds > 2) throw badRequest("quiz explanation is too long");
  return {
    correct_option_ids,
    ...(formatted.text !== "" && { explanation: formatted.text }),
    ...(formatted.entities.length > 0 && { explanation_entities: formatted.entities }),
  };
}

function readLine(text: string): string {
  const line = formatText(text, undefined, undefined).text;
  if (/^[\s\p{Cf}]*$/u.test(line)) throw badRequest("text must be non-empty");
  return line;
}

/** Polls are measured in characters, not in units of UTF-16 as messages are. */
function length(text: string): number {
  return [...text].length;
}

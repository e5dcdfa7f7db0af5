import { defineCallback, idCallback } from "../doors/telegram/screen/callback.ts";
import { fields, id, page } from "../doors/telegram/screen/codec.ts";
import { oneOf } from "../doors/telegram/screen/list-codec.ts";
import { questionSteps } from "./question.ts";

/** Buttons of questions to a guest: they also stand on cards and under deliveries. */

const pageOfEvent = fields("{eventId}.{page}", { eventId: id, page });

/** A page of what people ask about an event. */
export const questionsCallback = defineCallback("bi", pageOfEvent);
/** One question. */
export const questionCallback = idCallback("bj");
/** Begins to ask, of an event. */
export const askGuestCallback = idCallback("bk");
/** Gives a voice to a question. */
export const voiceQuestionCallback = idCallback("bv");
/** Asks whether to take a voice back, and takes it back. */
export const askUnvoiceCallback = idCallback("bw");
export const unvoiceCallback = idCallback("bx");

// ── for staff ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A page of conversations. */
export const talksCallback = defineCallback("xi", page);
/** A page of the questions of one, as they stand now. */
export const liveQuestionsCallback = defineCallback("xl", pageOfEvent);
/** One question for staff. */
export const guideQuestionCallback = idCallback("xq");
export const stepQuestionCallback = defineCallback("xs", fields("{step}.{id}", { step: oneOf(questionSteps), id }));
/** Begin the dialogues that ask for an answer in writing, and for the question that it is the same as. */
export const answerQuestionCallback = idCallback("xw");
export const mergeQuestionCallback = idCallback("xm");

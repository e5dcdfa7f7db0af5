import { everybody, type People } from "../../../bot/announcements/audience/audience.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { noteMade } from "../../../bot/ideas/answer-store.ts";
import { faultOf, limits, type NewVote, parseOptions, resultsShown, type VoteText } from "../../../bot/votes/vote.ts";
import { makeVote } from "../../../bot/votes/vote-store.ts";
import { formatVote } from "../../../bot/votes/words.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { type Language, languages, type Texts, textIn } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import { choose } from "../../kit/ask/choose.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { meant } from "../../kit/steps/understand.ts";
import { formatNoHour, formatUnused } from "../../kit/steps/unused.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { askAudience } from "../announcements/ask/ask-audience.ts";
import { editVotesView, editVoteView } from "./view.ts";

/** A vote while it is made: plain JSON, because a dialogue is replayed. */
interface Written {
  texts: Texts<VoteText>;
  /** Milliseconds since 1970; null: until it is ended; undefined: not asked yet. */
  endsAt?: number | null;
  results?: NewVote["results"];
  audience: People;
}

/** A resident's idea that a vote is about. */
interface AboutIdea {
  ideaId: number;
  title: string;
}

/** Makes a vote, about an idea with its title: question and options in one's own language, in the others, who votes, its end, who sees the result, a look at it. */
export const newVote = defineDialogue(
  "new-vote",
  { version: 3 },
  async (conversation: Conversation, idea?: AboutIdea): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const first = t.language;
    const steps: Step<Written>[] = [
      {
        async ask(_, canGoBack) {
          const text = idea
            ? await askOptions(conversation, idea.title, canGoBack)
            : await askVoteText(conversation, t("vote.ask.first"), { canGoBack });
          return text.kind === "answer" && text.value !== null
            ? answered({ texts: { [first]: text.value } })
            : left(text);
        },
      },
      ...languages
        .filter((language) => language !== first)
        .map((language) => ({ ask: (written: Written) => askOther(conversation, written, { first, language }) })),
      {
        async ask({ audience }) {
          const chosen = await askAudience(conversation, audience, true, t("vote.ask.audience"));
          return chosen.kind === "answer" ? answered({ audience: chosen.value }) : chosen;
        },
      },
      { ask: () => askEnd(conversation) },
      {
        async ask() {
          const shown = resultsShown.map((value) => [{ label: t(`vote.results.${value}`), value }]);
          const results = await choose(conversation, t("vote.ask.results"), shown, true);
          return results.kind === "answer" ? answered({ results: results.value }) : results;
        },
      },
      { ask: (written) => askWhole(conversation, written) },
    ];
    const written = await walk<Written>({ texts: {}, audience: everybody }, steps);
    const view = await dialogue.external(async (outer) => {
      const shown = await finish(written);
      return { text: String(shown.text), keyboard: shown.keyboard };

      async function finish(answer: Answer<Written>) {
        if (answer.kind !== "answer") return editVotesView(outer, { isEnded: false, page: 0 }, t("vote.stopped"));
        const { texts, endsAt = null, results = "voted", audience } = answer.value;
        const vote = { texts, results, audience, endsAt: endsAt === null ? null : new Date(endsAt) };
        const made = await once(outer, "make-vote", async (database) => {
          const actor = { by: person.id, now: outer.reader.now };
          const voteMade = await makeVote(database, actor, vote);
          if (voteMade.kind === "done" && idea)
            await noteMade(database, actor, idea.ideaId, { kind: "vote", id: voteMade.value });
          return voteMade;
        });
        if (made.kind === "forbidden") return editVotesView(outer, { isEnded: false, page: 0 }, t("staff.not_open"));
        return editVoteView(outer, made.value, { said: t("vote.made") });
      }
    });
    await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
  },
);

const left = <T>(answer: Answer<T>): Exclude<Answer<never>, { kind: "answer" }> =>
  answer.kind === "answer" ? { kind: "cancelled" } : answer;

/**
 * Asks for a question with its options, one a line below it, or a poll of Telegram's; null where it may be left out and is.
 * `count`: so many options, as there are in the other language.
 */
async function askVoteText(
  conversation: Conversation,
  question: string,
  { canGoBack, count, skip }: { canGoBack: boolean; count?: number; skip?: string },
): Promise<Answer<VoteText | null>> {
  const { t } = conversation.ctx.reader;
  return ask<VoteText | null>(conversation, {
    text: html`${question}`,
    choices: skip === undefined ? [] : [[{ label: skip, value: null }]],
    read({ message }) {
      const text = readVoteText(message);
      return text !== null && faultIn(text, count) === null ? text : undefined;
    },
    again({ message }) {
      const text = readVoteText(message);
      const fault = (text && faultIn(text, count)) ?? "too_few";
      if (fault === "too_long") return html`${t("vote.again.too_long", limits)}`;
      if (fault === "other_number") return html`${t("vote.again.other_number", { count: count ?? 0 })}`;
      return html`${t(`vote.again.${fault}`)}`;
    },
    canGoBack,
  });
}

/** Asks for the options of a vote whose question is there: written below each other, or yes and no. */
async function askOptions(
  conversation: Conversation,
  question: string,
  canGoBack: boolean,
): Promise<Answer<VoteText | null>> {
  const { t } = conversation.ctx.reader;
  const yesOrNo = { question, options: [t("vote.option.yes"), t("vote.option.no")] };
  return ask<VoteText>(conversation, {
    text: t.html("vote.ask.options", { question }),
    choices: [[{ label: t("vote.option.both"), value: yesOrNo }]],
    read({ message }) {
      const options = parseOptions(message?.text ?? "");
      return faultOf(options) === null ? { question, options } : undefined;
    },
    again({ message }) {
      const fault = faultOf(parseOptions(message?.text ?? "")) ?? "too_few";
      return html`${fault === "too_long" ? t("vote.again.too_long", limits) : t(`vote.again.${fault}`)}`;
    },
    canGoBack,
  });
}

function readVoteText(
  message: { text?: string; poll?: { question: string; options: { text: string }[] } } | undefined,
) {
  const { poll, text } = message ?? {};
  if (poll) return { question: poll.question, options: poll.options.map((option) => option.text) };
  const [question = "", ...lines] = (text ?? "").trim().split("\n");
  return question === "" ? null : { question: question.trim(), options: parseOptions(lines.join("\n")) };
}

function faultIn({ question, options }: VoteText, count: number | undefined) {
  if (question.length > limits.question) return "too_long";
  return faultOf(options) ?? (count !== undefined && options.length !== count ? "other_number" : null);
}

async function askOther(
  conversation: Conversation,
  { texts }: Written,
  { first, language }: { first: Language; language: Language },
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  const known = texts[first] ?? { question: "", options: [] };
  const answer = await askVoteText(
    conversation,
    t("vote.ask.other", {
      language: t(`announce.in.${language}`),
      text: [known.question, ...known.options].join("\n"),
    }),
    { canGoBack: true, count: known.options.length, skip: t("announce.content.skip") },
  );
  if (answer.kind !== "answer") return answer;
  return answered(answer.value === null ? {} : { texts: { ...texts, [language]: answer.value } });
}

async function askEnd(conversation: Conversation): Promise<Answer<Partial<Written>>> {
  const { t, zone } = conversation.ctx.reader;
  const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
  const when = { zone, now: new Date(now) };
  const week = now + 7 * 86_400_000;
  const answer = await ask<{ endsAt: number | null }>(conversation, {
    text: html`${t("vote.ask.end")}`,
    choices: [
      [{ label: t("vote.end.week"), value: { endsAt: week } }],
      [{ label: t("vote.end.open"), value: { endsAt: null } }],
    ],
    readForeign: async ({ message }, readText) => {
      const text = message?.text ?? "";
      const said = await readText("moment", text, when);
      const noHour = formatNoHour(t, said);
      if (noHour !== undefined) return { kind: "missing", text: noHour };
      const unused = formatUnused(t, text, said.unused);
      if (said.kind === "moment" && unused !== undefined) return { kind: "missing", text: unused };
      return meant(
        said.kind === "moment" && said.startsAt.getTime() > now ? { endsAt: said.startsAt.getTime() } : undefined,
      );
    },
    again: html`${t("announce.start.again")}`,
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered(answer.value) : answer;
}

/** Shows the vote as residents will see it, and asks whether to open it. */
async function askWhole(
  conversation: Conversation,
  { texts, endsAt = null, results = "voted", audience }: Written,
): Promise<Answer<Partial<Written>>> {
  const { t, zone } = conversation.ctx.reader;
  const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
  const counts = (textIn(texts, t.language)?.options ?? []).map(() => 0);
  const vote = {
    id: 0,
    texts,
    results,
    audience,
    newVoices: 0,
    counts,
    endsAt: endsAt === null ? null : new Date(endsAt),
  };
  const question = joinLines(
    formatVote(vote, null, { t, zone, now: new Date(now) }),
    "",
    t("vote.ask.whole", {
      languages: languages
        .filter((each) => texts[each])
        .map((each) => t(`language.name.${each}`))
        .join(", "),
    }),
  );
  const answer = await ask<"open">(conversation, {
    text: question,
    again: question,
    choices: [[{ label: t("vote.button.begin"), value: "open" }]],
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({}) : answer;
}

import type { FollowUpWords } from "./words.ts";

export const english: FollowUpWords = {
  rows: ["first, 1st, top", "second, 2nd", "third, 3rd", "fourth, 4th", "fifth, 5th"],
  last: "last, last one, bottom one",
  beside:
    "the, one, number, no, option, item, result, row, on the list, from the list, of them, of those, in the list, show, show me, open, tell me, tell me about, more about, about, see, i want, i'd like, id like, i'll take, ill take, take, pick, give me, let me see, what about, how about, and, please, event, that, concert, play, film",
  more: "(and |)(what|anything|something|who) else( is there| is on| have you got| you got| do you have|), more, show( me|) more, more of (them|these|those|it), (and |)others, any others, other options, more options, (the |)others, (the |)rest, next page, next ones, (show |)(me |)something (else|different), anything different, keep going, go on, different ones, not these, not this, (show |)(me |)other ones",
  turn: "and, what about, how about, and what about, but, rather, instead, only, just, make it, and for, ok and, or rather, better, actually, i mean, is there anything, and only",
  not: "no, nope, not, sorry, oops, no not, wrong",
};

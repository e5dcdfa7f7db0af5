import type { FollowUpWords } from "./words.ts";

export const english: FollowUpWords = {
  rows: ["first, 1st, top", "second, 2nd", "third, 3rd", "fourth, 4th", "fifth, 5th"],
  last: "last, last one, bottom one",
  beside:
    "the, one, number, no, option, item, result, row, on the list, from the list, of them, of those, in the list, show, show me, open, tell me, tell me about, more about, about, how much is, how much, cost, costs, does, when is, where is, remind me (about|of), remind me, sign me up for, book me, what time is, see, i want, i'd like, id like, i'll take, ill take, take, pick, give me, let me see, what about, how about, and, please, event, that, concert, play, film",
  more: "(not for me|not for us|not my thing|not interested|none of these|none of them|nothing i like)(| show| show me)(| others| other ones| something else| more), (dont|don't) like (it|these|those|them|any of these)(| show| show me)(| others| other ones| something else| more), (and |)(what|anything|something|who) else( is there| is on| have you got| you got| do you have|), more, show( me|) more, more of (them|these|those|it), (and |)others, any others, other options, more options, (the |)others, (the |)rest, next page, next ones, (show |)(me |)something (else|different), anything different, keep going, go on, different ones, not these, not this, (show |)(me |)other ones",
  turn: "what if, what if its, what if we go, and, what about, how about, and what about, but, rather, instead, only, just, make it, and for, ok and, or rather, better, actually, i mean, is there anything, and only",
  narrow:
    "any, ones, one, which(| ones| of them| of these| of those)(| are| is), are there, is there, got any, have you got, do you have, of these, of those, among them, show, show me, (is it|is that|would it be|are they) (ok|okay|suitable|alright|all right|good|fine|accessible|appropriate)(| for| with), suitable for, can i (bring|take|go with), is it, allowed, please, pls, plz, thanks, instead, then, would be better, is better",
  cheaper:
    "(something |anything |)(a bit |a little |much |)(cheaper|less expensive|less pricey), too (expensive|pricey|dear), costs less, lower price(|s)",
  later:
    "(a bit |a little |much |any |something |anything |)later(| on| in the day| time), too early(| for me| for us)",
  earlier:
    "(a bit |a little |much |any |something |anything |)(earlier|sooner)(| on| in the day| time), too late(| for me| for us)",
  asks: "how much, cost*, price*, ticket*, fee, entry, entrance, admission, where, address, venue, location, when, what time, start*, begin*, end, ends, finish, finishes, how long, long, duration, last, lasts, take, takes, interval, language, what language, age, ages, age limit, old, how old, buy, book, get, seats, places, sold out, sold, left, available, get there, far, how far, directions, who plays, who is playing, cast, who is in it, plot, about, other (dates|days|times|showings|performances), another (day|date|time), different (day|date), more dates, any other (day|date)(|s), what days, which days, again, schedule, stream, streamed, recording",
  about:
    "(and |so |)(how much|what does it cost|what do they cost)( is it| is that| does it cost| are they| are tickets| are the tickets| is a ticket| would it be| to get in|), (and |)(what|what's|whats)( is|) the (price|cost)( of it|), (and |)(is it|is that|are they) (free|expensive|pricey), (and |)where(| is it| is that| is this|'s that|'s it), (and |)(what's|whats|what is) the address, (and |)(when|what time)( is it| does it start| is that| does that start| does it begin|), (and |)how (do|can) i get there, (and |)how long( is it| does it last| does it take|), (and |)(tell me more|more details|what is it about|what's it about|whats it about), (and |)(are there |)(any |)tickets( left| available|), (and |)(what|which) language( is it| is that|)( in|), (and |)in what language( is it|), (and |)(what|which) age(|s)( is it| is that|)( for|), (and |)how old( do you have to be| must you be|), (and |)(who's|whos|who is|who) (in it|playing|singing|performing|plays|sings|it by)( in it| there|), (and |)(is there|will there be) (a |)(stream|recording|broadcast|interval)( of it|), (and |)is it (streamed|recorded|long|online)",
  not: "no, nope, not, sorry, oops, no not, wrong",
};

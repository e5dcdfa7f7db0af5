import type { ConceptWords } from "../concept.ts";

export const english: ConceptWords = {
  filler:
    "sitting, sitting down, standing, start, starts, begin, begins, messages, right now, right away, straight away, i, i'm, im, i'd, id, i've, we, you, u, your, it, its, it's, he, she, they, them, this, that, these, those, there, here, the, a, an, and, or, but, so, then, now, just, really, very, all, any, anything, some, something, else, again, already, yet, still, to, in, into, on, at, of, for, from, with, by, about, up, is, are, am, was, be, been, do, does, did, have, has, had, will, would, can, could, should, shall, may, might, must, need, want, wanna, like, please, pls, plz, ok, okay, well, let, lets, let's, give, get, got, tell, show, see, look, find, open, go, going, know, what, whats, what's, which, who, why, whose, thing, stuff, way, bot, one, not, no more, more, only, also, too, than, us, out, by the way, question, started, start soon, minutes, lot, much, everything, how do i, how can i, today's, mate, dear, love, darling, sir, madam, buddy, friend, folks, guys, everyone",
  hello:
    "hello, hi, hey, hiya, good (morning|afternoon|evening|day), greetings, hallo, helo, howdy, hello there, hi there, hey there, anybody there, anyone there, are you there, morning, evening all",
  thanks:
    "thank*, thanks, thank you, thx, ty, cheers, ta, bless you, much obliged, ta very much, thanks a million, you are very kind, much appreciated, appreciate*, grateful",
  for: "for, your help",
  bye: "bye*, goodbye, good bye, see (you|ya)(| later| soon| tomorrow), good night, farewell, take care, have a (nice|good|great|lovely) (day|evening|one), later then, cya, nighty night, cheerio, so long, talk to you later, bye for now, im off",
  praise:
    "great, good, nice, cool, awesome, excellent, perfect, lovely, wonderful, brilliant, super, amazing, love it, liked, enjoyed, well done, good job, good bot, fine, got it, understood, fantastic, sounds good, clear",
  how_are_you:
    "how are (you|things)(| doing| today), how's it going, how is it going, what's up, whats up, how do you do, how you doing, you ok",
  who_are_you:
    "who are you, what are you, what is your name, what's your name, whats your name, your name, are you (a |)(bot|robot|human|real|person|real person), are you real, who made you, what is ishek, what does ishek mean, ishek, who am i (talking|speaking|writing) to, are you (an ai|ai|a machine|a computer|a program|chatgpt|chat gpt|alive|official), is this (a bot|an ai|a person|a human|official), am i talking to (a |)(person|human|bot|machine|robot|real person), who (runs|owns|is behind|built|created|wrote) (you|this|this bot|it)",
  complaint:
    "bad, terrible, awful, horrible, useless, stupid, dumb, hate, sucks, rubbish, worst, annoying, angry, disappoint*, complain*, not helpful, not working properly, wrong answer, you don't understand, you do not understand, not what i, doesn't help, waste of time, nonsense, bad bot",
  outrage:
    "disgrac*, outrag*, appalling, unacceptable, disappoint*, complain*, shame on you, shameful, shocking, ridiculous, rude, waste of (money|time), came for nothing, drove for nothing, nobody told us, no one told us",
  hesitation:
    "hmm*, umm*, err, erm, er, uh, dunno, not sure, no idea, i don't know, i dont know, not decided, undecided, whatever",
  yes: "yes, yep, yeah, sure, of course, (i |)agree*, right, correct",
  no: "no, nope, no thanks, don't want",
  menu: "menu, main menu, main, start, begin, restart, start over, start again, from the beginning, home, back, go back, return, exit, quit, cancel, close, reset, continue, undo",
  help: "help, help me, halp, manual, instructions, guide me, what can (you|i|this bot|it) do, what do you do, what can i ask*, how (do|does|can) (this|it|the bot|this bot|you|i use this|i use you|i use it|i use this bot)(| work), how (this|it) works, how to use*, how do i use*, commands, features, support info, i don't understand how, i'm lost, im lost, confused, confusing, i don't get it, what should i do, what do i do, what is this(| bot), explain*, no idea what",
  human:
    "human, person, real person, real human, live person, living person, operator, agent, staff, somebody, someone, support, customer service, administrator, admin, representative, manager, people, contact you, write to you, talk to you guys, hotline, who can i (ask|call|talk to|write to|contact|speak to), who do i (ask|call|contact|write to), whom*, get in touch, contact us, feedback",
  contact:
    "call*, phone me, ring me, talk*, speak*, chat*, contact*, reach*, answer me, connect*, message, write me, ask",
  cannot:
    "no way (in|into|to get in|to join), nothing (works|is working), can't, cant, cannot, can not, couldn't, could not, unable, not able, doesn't work, doesnt work, does not work, not working, isn't working, won't, wont, will not, doesn't open, doesnt open, not opening, doesn't let*, doesnt let*, won't let*, didn't (get|come|receive|arrive|work), didnt (get|come|receive|arrive|work), did not (get|come|receive|arrive), haven't (got|received|gotten), havent (got|received|gotten), have not (got|received), never (got|came|received|arrived), no (link|sound|button|picture|video), missing, lost, problem*, trouble*, issue*, error, fail*, stuck, broken, kicked out, asks for (a |)(password|passcode|code), frozen, crash*, don't know how, dont know how, don't see, dont see, hasn't come, hasnt come, nothing happens, where's",
  enter: "join*, enter*, get in, log in, login, log on, sign in, connect*, access*, get into, be let in, let me in",
  zoom: "zoom*, video call, video link, conference call, webinar link",
  link: "link*, url, invitation, invite, password, passcode, code, button to join",
  lesson: "lesson*, class, classes, course*, session, webinar*, group, stream*, broadcast*, tutorial*",
  sound:
    "sound, audio, mic, microphone, camera, no picture, can't hear, cant hear, can't see, cant see, hear nothing, mute*, black screen, hear",
  how: "how, in what way",
  where: "where, where (is|are), where's, wheres, from where",
  when: "when, what time, at what time, which day, how soon, next",
  enrolled:
    "where am i (studying|enrolled|learning), what am i (studying|taking|learning|enrolled in), (is there |have i |do i have |do we have )(a |any |the )(lesson|class) (today|tomorrow|this week), (lesson|class) (today|tomorrow)( or not), who is (the|my|our) teacher, change (my |)(group|class), another group, how many lessons, missed (the |my |a |)(lesson|class), enrolled, enroled, did i sign up(| for), have i signed up(| for), signed up for, signed up, registered, am i in, taking, attending, booked",
  leave:
    "out of (the|my|this) (course|class|group|lessons), leave*, drop out, want out, i want out, get me out of, quit, cancel my (place|class|lesson|course|enrolment), unenrol*, withdraw, stop attending, don't want to (attend|go|study), can't attend, (can't|cant|cannot|won't|wont|not able to|unable to) (come|make it|be there|attend)(| to), will miss, have to miss, skip (the |my |a |)(class|lesson), give up my place, (cancel|remove|drop) my (booking|enrolment|enrollment|registration), take me off, remove me from (the |my |)(course|class|group|lesson), no longer (attend|come), drop the (class|course)",
  learn:
    "learn*, study*, studying, teach*, course*, class, classes, lesson*, enrol*, sign up, sign me up, sign up for, join a class, training, tutor*, workshops for, practise, practice, beginners course, take up",
  mine: "my, mine, my own, i have",
  me: "me, i, myself",
  reminder: "reminder*, remind me, alert*, remind",
  ticket: "ticket*, booking*, order*, reservation*",
  certificate: "certificate*, diploma*",
  simple:
    "simple mode, simpler, easier, too complicated, too difficult, (bigger|larger|big|large) (letters|text|font|buttons|print), (text|letters|font|print|writing|buttons) (bigger|larger|(is |are |)(too |so |very |)small), too small, small print, poor eyesight, can't read*, cant read*, too many buttons, make it (simple|easy|bigger|larger)",
  settings: "setting*, preferences, options, configure, configuration",
  language: "language*, lang",
  speak: "speak*, write*, talk*, answer*, switch*, reply, translate*, show",
  change: "change*, switch*, set, choose*, select*, another, different, pick",
  russian: "(in|into|to) russian(| please), russian please",
  tatar: "(in|into|to) tatar(| please), tatar please",
  english: "(in|into|to) english(| please), english(| please)",
  russian_named: "russian",
  tatar_named: "tatar",
  english_named: "english",
  do_not_write:
    "don't (write|send|text|message|bother|disturb|wake|spam|remind|ping|call)*, dont (write|send|text|message|bother|disturb|wake|spam|remind|ping|call)*, do not (write|send|text|message|bother|disturb|wake|remind), stop (sending|writing|messaging|texting|bothering|spamming|reminding|it|this), no more (messages|reminders|mail|notifications|spam), shut up, leave me alone, be quiet, enough",
  unsubscribe:
    "unsubscribe*, stop, opt out, turn off*, switch off*, mute all, mute you, disable*, notification*, spam, announcements, take me off (your|the) (list|mailing list), remove me from (your|the) (list|mailing list)",
  write_to_me:
    "send, text me, mail me, email me, send me, write me, tell me, let me know, keep me posted, subscribe*, notify me, message me",
  night: "at night, night, nights, after ten, late, while i sleep, in the night, overnight",
  hour: "o'clock, oclock, am, pm, (before|after|until|till|from) (six|seven|eight|nine|ten|eleven|twelve)",
  quiet: "quiet hours, do not disturb, silent mode, silence, sleep mode, dnd",
  digest: "digest*, newsletter*, mailing*, news, weekly mail, updates, summary",
  news: "news, what's new, whats new, what is new, anything new, latest news, review, reviews",
  regularly:
    "in the (mornings|evenings), (on|every|each) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)(|s), at weekends, every (day|morning|week|evening|monday|friday), daily, weekly, each (day|morning|week), once a (day|week), regularly",
  erase: "delete*, erase*, forget me, forget, remove*, wipe*",
  data: "who (sees|can see|reads|has access to|gets to see), (give|sell|pass|share) (my|our|it to|my details), my data, data, personal, account, about me, privacy, profile, everything about me, gdpr, (my|chat|message|search) history, personal data",
  zone: "time zone*, timezone*, wrong time, times are wrong, time is wrong, my time is*, different city, another city, i'm in (another|a different) (city|country), time difference, local time, change (the |my |)(time|city)",
  calendar: "calendar*, ical, google calendar, outlook",
  voices:
    "my (ideas|votes|reviews|ratings|comments|suggestions|proposals), (where is|where's|wheres|what happened to|what happened with|what about|what became of|any news (on|about|of)) my (idea|vote|review|rating|comment|suggestion|proposal), (idea|suggestion|proposal|comment|review) (that |)i (wrote|sent|made|proposed|left|posted)",
  review:
    "(say|tell you|tell people|share|write) (what i (think|thought)|my (opinion|impressions|thoughts)), my (opinion|impressions), (leave|write|give|post|add|submit) (a |my |an |some |)(review|rating|comment|reviews|stars|mark)(| of| on| about| for), rate (it|the|this|that|a|my), to rate, how do i rate, can i rate",
  follow:
    "unfollow, follow, following, (let me|let us) know (when|if|about|as soon as|once|of), (tell|notify|inform|alert|message|text|ping|write) (me|us) (when|if|as soon as|once) (there|there's|theres|you|something|anything|any|a|an|new|tickets|it's back), keep me (posted|informed|updated)( on| about|), (subscribe|subscribed)( me|)( to|)",
  idea: "idea, suggestion*, (i |to )suggest, suggest an, proposal*, propose*, wish you had, would be nice if, you should add, please add, organise*, organize*",
  ideas_of_others:
    "(people's|residents'|residents|others'|other people's|popular|all|top|best|everyone's) (the |)ideas, ideas (of|from|by) (people|residents|others|other people|the residents|citizens), what (do|have|did|are) (people|residents|others|citizens) (propose|suggest|proposed|suggested|proposing|suggesting|asking for), list of ideas",
  proposal:
    "i suggest, i propose, i'd suggest, i'd like to (suggest|propose), you (should|could|ought to) (do|have|add|run|put on|hold|organise|organize|make|start), why (don't|dont) you (do|have|run|hold|put on|organise|organize|start|add), why not (have|hold|do|run|organise|organize|start), (it would|it'd|itd|would|wouldn't it|wouldnt it) be (great|nice|lovely|good|wonderful|cool|fun|amazing|fantastic) (to have|to see|to get|if you|if there|having), (we|you|the city|kazan) (really |)(need|needs|lack|lacks|could use) (a|an|more|some), would love to see (a|an|more|some), how about (having|holding|making|doing) (a|an|more|some), i wish you (had|would|did)",
  vote: "vote*, voting, cast my vote, poll, polls",
  collection:
    "festival, festivals, fest, fests, collections, themed nights, festivals and nights, nights and festivals",
  always:
    "any time, anytime, at any time, any time of (day|the day), whenever i (want|like), without a date, no fixed (date|time), always (there|available|on), virtual (tours|walks|museums|exhibitions)",
  plan: "(put together|work out|sort out|arrange|organise|organize|design|build|make|create|map out) (an|a|us an|us a|me an|me a|our|my) (evening|itinerary|night out|date night), (put together|work out|arrange|organise|organize|make) (a|us a|me a) (nice|whole|full|perfect|cultural) (evening|day|night), plan (an|a|my|our|the|this|me|us), plan for, (evening|day) plan",
  near_me:
    "near me, nearby, near by, around me, around here, close to me, close by, close to home, near my (home|house|place|hotel), nearest, closest, in my area, walking distance, round the corner, near here, where am i",
  centre: "centre, city centre, center, city center, downtown, in the centre, in the center",
  cost: "(student|senior|child|pensioner|family|group) (discount|ticket|rate)(|s), concession(|s), discount(|s) for (students|pensioners|seniors|children|kids|families), how much(| is it| does it cost| do they cost| are tickets| are the tickets| is a ticket| is the entrance| is entry), price, prices, cost, costs, fee, fees, is it free, are they free, how (do|can) i (buy|book|pay)*, where (do|can) i (buy|book|get) tickets, buy (a |)ticket*, refund*, discount*, pay, payment",
  road: "how (do|can) i get (there|here|to*), how to get (there|here|to), get there, address, directions, which bus, what bus, bus, bus route, metro, tram, taxi, where is it, where is the entrance, way there, find it, located, location of, get to, getting to",
  doors:
    "open, opens, opened, opening (hours|times|time), closed, close, closes, closing (time|times|hours), working hours, visiting hours, hours, what days, (what are |)(the |)(opening |)hours, where is, where's, wheres, whereabouts is, shut, shuts, shutting, (until|till) (when|what time), how late, from what time",
  of_thing:
    "(minimum|min|lowest|suggested|recommended) age(| for), (what|which) language (is|are|will), (what|which) language, in what language, what age(|s) (is|are), what age, age (limit|rating|restriction|guidance), how old (do you have to be|must you be|do you need to be)(| to| for), how long (is|are|does|will), how long, running time, (is there |)an interval, who (is|are|plays|sings|dances|performs|stars|wrote|directs|directed|conducts)(| in| at| playing| singing), who's (in|playing|singing|performing), what (is|'s) (the plot|the story)(| of), what's it about, about what",
  may_come:
    "(can|may|could|will) (i|we|he|she|they) (take|bring|come|go|get in|enjoy|follow|understand), (can|would) my (son|daughter|mum|dad|kids|child) (come|go|get in|enjoy|like|follow|understand), (is it|is|are|would it be) (ok|okay|suitable|alright|all right|fine|right|appropriate|good|too much|accessible)(| for), suitable for, let in, allowed(| in)",
  things:
    "any ideas(| for| what| where), some ideas, got ideas, ideas (for|what|where|on), (night|date|weekend|evening|family|rainy day) ideas(| for), (looking for|need|give me|want) (some |)ideas(| for), what, whats, what's, which, anything, something, stuff, things, any",
  parking:
    "parking, park my car, car park, park a car, toilet*, restroom*, cloakroom, cafe, something to eat, restaurant*, wifi",
  weather: "weather, rain, forecast, temperature, exchange rate",
  mistake:
    "mistake*, error in, wrong (address|date|time|price|information|info|phone), incorrect*, typo*, (address|date|time|price|phone) is (wrong|incorrect|not right), is not right, isn't right, isnt right, is incorrect, is not correct, outdated, out of date, misprint",
  phone:
    "phone number*, telephone number*, phone of*, telephone of*, box office, contacts, contact details, number of the*, your number, your phone",
};

import { idleEnglish } from "./idle/en.ts";
import type { SearchWords } from "./search-words.ts";

export const english: SearchWords = {
  sections: {
    theatre: "theat(re|er|res|ers), thetre, theter, theather, play(|s), drama",
    music: "(live |)(concert|gig)(|s), (live |)music, live band(|s)",
    museums: "museum(|s)",
    cinema: "cinema(|s), film(|s), movie(|s), screening(|s)",
    literature: "literature, poetry",
    shows: "show(|s)",
    excursions:
      "(|guided |walking |city )tour(|s), excursion(|s), sightseeing, (guided |)walk(|s), (bus|coach|boat) trip(|s)",
    knowledge: "lecture(|s), talk(|s), seminar(|s)",
  },
  sectionsAlone: { theatre: "performance(|s)", cinema: "screening(|s), showtime(|s), showing(|s)" },
  exhibition:
    "(art|painting|paintings|photo|photography|picture) (exhibition|exhibit|show)(|s), exhibition(|s), exhibit(|s), expo",
  audiences: {
    children:
      "(two |three |2 |3 |small |little |my |our |young )(boy|boys|girl|girls), (my |our |the |)(sons|daughters|nephew|nephews|niece|nieces|grandsons|granddaughters), school (trip|group|class|outing)(|s), (for |with |)(my |a |our )(pupils|class of kids|schoolkids), (kid|kids|kid's|children|children's|childrens|toddler|toddlers) show(|s), show(|s) for (kids|children|toddlers), twins, little ones, youngsters, (for |with |)(my |the |our |small |little |a |)(kid|kids|child|children|toddler|toddlers|son|daughter|grandson|granddaughter|grandchild|grandchildren|grandkids|baby|babies|teenager|teenagers|teens), (kid|kids|child|baby|toddler) friendly, (kids|children|grandkids|grandchildren) are off(| school), school is out",
    family: "(for |with |)(my |our |the |)(whole |)famil(y|ies), family friendly",
    seniors:
      "(50|55|60|65|70|75|80) plus, (for |)seniors, (for |)(the |)(old|elderly|older) (people|folks|folk|adults), senior friendly, (for |)pensioners, (for |)(the |)elderly(| people), (for |)older people, (for |)senior citizens, over 55, retirees, (fifty|sixty|seventy|eighty|ninety) year(|s) old, in (his|her|their|my|our) (sixties|seventies|eighties|nineties|60s|70s|80s|90s), retired (people|folk|folks|parents|couple|friends)",
  },
  adults:
    "(just |only |)(for |)(adults|grown ups|grownups)(| only), adult only, adults only, child free, kid free, not for (kids|children)",
  accessibility: {
    sign_language:
      "(in |with |)sign language(| interpreter| interpretation| interpreted), bsl, (for |)(the |)deaf(| people| friendly), (i am |im |i'm |)deaf, signed, hard of hearing, hearing (impaired|loss), cannot hear, can't hear, cant hear",
    subtitles:
      "(w |with |)(english |russian |tatar |)subs, subtitling, (with |)subtitle(s|d|), captions, captioned, surtitles",
    wheelchair:
      "(with |)(a |the |)(pram|pushchair|buggy|stroller)(|s), (for |with |by |in |)(a |)wheelchair(| access| accessible| user| users)(|s), step free, disabled(| access| people), accessible, ramp(|s), (wheelchair|disabled) friendly, step free access, mobility",
    quiet_hour:
      "(scared|afraid|frightened) of (loud |)(noise|noises|sounds|crowds), sensitive to (noise|sound|sounds|loud), hates (loud |)(noise|noises|crowds), quiet hour(|s), relaxed performance(|s), autis*, sensory friendly, autism friendly",
  },
  free: "(that |)(cost|costs|costing) nothing, no cost, at no cost, zero cost, (doesn't|doesnt|don't|dont|does not) cost (anything|a thing|a penny|money), free(| of charge| entry| admission| entrance), for free, without paying, no charge, for nothing, costs nothing",
  cheap:
    "skint, broke, on a budget, (low|tight|small|tiny) budget, (not |)much money, short of (cash|money), without breaking the bank, cheap*, inexpensive, low cost, affordable, budget, not expensive, not too expensive, nothing (too |)(expensive|pricey|dear), not (too |)(pricey|dear), good value",
  online:
    "online, (to |)watch live, live online, (cant|can't|cannot) get out(| of the house), (|live )stream(|s|ing|ed), livestream(|s), broadcast(|s), (|watch )(from |at )home, (cant|cannot|dont|not) leave (the |my |)(house|home|flat), housebound, stuck at home, staying in, without leaving (the |)(home|house), (dont|don't|do not|not) (want|wanna|feel like|fancy) (to |)(go|going|leave|leaving) (out|anywhere|the house|home), (rather|prefer to) stay (in|home|at home), (stay|staying) (in|home), night in, evening in, on the internet, from my sofa, virtual*, over the internet, remotely",
  onlineAlone: "live, on air",
  onSite:
    "in person, not (online|streamed|virtual|a stream|on zoom|at home), no (streams|streaming|online), offline, out of the house, face to face, not from home",
  recording:
    "(what|which|that) (was|were) (on|there|shown), what did (you have|i miss|we miss), past (events|event|concerts|concert|shows|show|plays|performances|lectures|films), previous (events|concerts|shows|plays|performances|lectures|films), last (month|week|year|weekend|time)(|'s), recording(|s), recorded, yesterday's, yesterdays, last (night's|week's|month's|nights|weeks|months), (can i|can we|could i|could we|can you|is it possible to) still (watch|see|catch|listen|hear)(| to)(| it| that), (watch|see|listen to) (it |that |)(later|again|afterwards), rewatch, archive(|s|d), replay(|s), catch up, on demand",
  heldIn: {
    ru: "in russian, russian language, russian speaking, (i |we |)(don't|dont|do not|can't|cant) (speak|understand|know) (any |)tatar but russian",
    tt: "in tatar, tatar language, tatar speaking",
    en: "in english, (i |we |)(only |just |)(speak|understand|know) (only |just |)english, english speaker(|s), english language, english speaking, (don't|dont|do not|doesn't|can't|cant|cannot|not) (speak|speaking|understand|know) (any |a word of |much |)(russian|tatar), (or|nor) (russian|tatar)",
  },
  ofLanguage: { ru: "russian", tt: "tatar", en: "english" },
  preferences: {
    fun: "fun, funny, cheerful, (a |)(good |)laugh*, entertaining, entertainment, exciting, lively, amusing",
    calm: "calm, quiet, relaxing, peaceful, cosy, cozy",
    date: "(for |on |)(a |)date(| night), (with |)(my |)(girlfriend|boyfriend|wife|husband|partner|fiancee), romantic, for two, couple(|s), anniversary",
    grandparents:
      "retired, (with |for |)(my |)(grandma|granny|grandmother|grandfather|grandpa|grandparents|grandad|granddad|gramps|nana|mum|mom|mother|dad|father|parents|nan)(| in law)",
    together: "(with |)(my |)(friend|friends|mates|colleagues|visitors|guests|a group), group of friends, birthday",
  },
  learning:
    "how to (draw|paint|knit|embroider|sing|dance|play|film|shoot|speak|edit|take (better |good |)(photos|pictures|videos)), (want|would like|like|love|wish) to (draw|paint|knit|sew|embroider|photograph|film), learn*, study, studying, teach*, course(|s), class, classes, lesson(|s), enrol*, sign (me |)up(| for), training, tutor*, how to (use|pay|send|install|set up|write|make|shop), how do i (use|pay|send|install|set up|make), use, practise, practice",
  price: {
    upTo: "up to, under, below, less than, cheaper than, no more than, not more than, at most, max, maximum, within, for, not over, for less than, for under, cheaper, budget of, i have",
    behind: "or less, or cheaper, max, maximum, at most, and under, tops",
    money: "rouble(|s), ruble(|s), rub, rubs, p, r, ₽",
  },
  figures: {
    days: [
      "first(| of)",
      "second(| of)",
      "third(| of)",
      "fourth(| of)",
      "fifth(| of)",
      "sixth(| of)",
      "seventh(| of)",
      "eighth(| of)",
      "ninth(| of)",
      "tenth(| of)",
      "eleventh(| of)",
      "twelfth(| of)",
      "thirteenth(| of)",
      "fourteenth(| of)",
      "fifteenth(| of)",
      "sixteenth(| of)",
      "seventeenth(| of)",
      "eighteenth(| of)",
      "nineteenth(| of)",
      "twentieth(| of)",
      "twenty first(| of)",
      "twenty second(| of)",
      "twenty third(| of)",
      "twenty fourth(| of)",
      "twenty fifth(| of)",
      "twenty sixth(| of)",
      "twenty seventh(| of)",
      "twenty eighth(| of)",
      "twenty ninth(| of)",
      "thirtieth(| of)",
      "thirty first(| of)",
    ],
    amounts: {
      100: "(a|one) hundred",
      150: "(a|one) hundred (and |)fifty",
      200: "two hundred",
      250: "two hundred (and |)fifty",
      300: "three hundred",
      400: "four hundred",
      500: "five hundred",
      600: "six hundred",
      700: "seven hundred",
      800: "eight hundred",
      900: "nine hundred",
      1000: "(a|one) thousand, a grand",
      1500: "fifteen hundred, (one|a) thousand five hundred",
      2000: "two thousand",
      3000: "three thousand",
      5000: "five thousand",
    },
  },
  aged: "they're, theyre, they are, who is, who are, im, i'm, i am, he is, he's, she is, she's, hes, shes, aged, age, ages, (mum|mom|mother|dad|father|grandma|granny|son|daughter|grandson|granddaughter|kid|kids|child|children|boy|girl)(| is| who is), (boys|girls|sons|daughters|grandchildren|grandkids)(| are| who are), in law",
  street: "street, st, square, avenue, lane",
  or: "or, either",
  not: {
    before: "except, except for, but not, but no, anything but, apart from, other than, excluding",
    weak: "not, no, without",
    behind: "",
  },
  alike: [
    ["(family|home) (film|movie|video)(|s)", "family film"],
    ["(folk|traditional|national|tatar|ethnic) (dance|dances|dancing|dancers|dancing show)", "dances, ensemble"],
    ["workshop(|s), master class(|es), masterclass(|es), hands on", "мастер-класс, workshop, остаханә"],
    [
      "(poetry|poem|poems|verse) (night|evening|reading|slam|event|session)(|s), poem(|s), poet(|s), verse, spoken word",
      "poetry",
    ],
    ["stargaz*, star gazing, night sky, astronom*, telescope*, space", "planetarium, observatory, stars"],
    ["street (performer|artist|musician|show|entertainer|act)(|s), busker(|s), busking", "street, clowns, accordion"],
    ["comedy night(|s), comedy show(|s), comedy club(|s), comedian(|s), standup, stand up comedy", "stand-up"],
    ["opera house", "opera theatre"],
    ["puppet theat(re|er)(|s)", "puppet theatre"],
    ["puppet(|s), marionette(|s), puppet show(|s)", "puppets, kamyr, Ekiyat"],
    ["animation(|s), animated film(|s), kids film(|s)", "cartoons"],
    ["ballroom, disco, dancing, to dance", "dance, dances"],
    ["choir(|s), singing, sing, sing along", "choir, song"],
    ["history, historic, historical, ancient", "history, old, ancient, capital"],
    [
      "(e|electronic|online|digital|virtual) librar(y|ies), ebook(|s), e book(|s), read (books |)online, books online, online books",
      "electronic library",
    ],
    ["old town, old city, old quarter", "old quarter"],
    ["self guided (walk|tour|route)(|s), self guided walking (tour|route)(|s), walking route(|s)", "walking route"],
    ["magician(|s), magic show(|s), conjur*", "magic"],
    [
      "photography, taking photos, take photos, (phone|smartphone|my) camera, (good|better|nicer|nice) (photos|pictures|pics)",
      "photo, photos",
    ],
    ["video call(|s|ing), facetime, skype", "smartphone, phone"],
    ["internet", "internet, computer, smartphone"],
    ["laptop(|s), pc, computing", "computer"],
    ["iphone*, android, mobile, cell phone*, smartphone*, whatsapp", "smartphone, phone"],
    ["scam(|s), scammer(|s), fraudster(|s), phishing", "fraud"],
    ["gymnastics, workout, exercise(|s), fitness, yoga, stretching", "exercise"],
    ["knitting, crochet", "knit, mittens"],
    ["paint, painting lesson(|s), draw, drawing, sketching", "watercolour, drawing"],
    ["e government, government services, public services", "state services"],
    ["for (travel|travelling|traveling|my travels|my trip|a trip abroad), abroad, going abroad", "дорогу, юл, road"],
    [
      "write (a |my |)book(| about my family), writing (a |my |)book, book about my family, memoir(|s), memories, genealogy, family tree, family history, family story, life story, my life, autobiograph*",
      "book family",
    ],
    ["jewellery, jewelry, jewel(|s), ornament(|s)", "украшения, wore"],
  ],
  idle: idleEnglish,
  nearest: {
    theatre:
      "opera*, ballet*, musical*, comedy, comedies, tragedy, premiere*, actor*, actress*, nutcracker, hamlet, puppet*",
    music:
      "rock, rap, hip hop, pop, techno, dj, metal, punk, blues, band*, symphon*, orchestra*, choir*, singer*, violin*, piano*, karaoke, disco*, club night, rave",
    museums: "painting*, artist*, art, gallery, galleries, sculpture*",
    cinema: "cartoon*, animation*, series, blockbuster*, horror, comedy film",
    literature: "book*, poem*, poet*, writer*, author*, novel*, reading*",
    shows:
      "stand up, standup, comedian*, magic*, magician*, fireworks, carnival, dance*, dancing, festival*, fair, parade, circus*, ice show",
    excursions: "guide*, cruise*, boat trip*, hike*, sights, mosque*, church*, monaster*, landmarks",
    knowledge:
      "workshop*, master class*, science*, planetarium*, quiz*, quest*, training*, conference*, debate*, history, space, astronom*, robot*",
    children: "christmas*, new year*, santa, father christmas, school holiday*, holidays, fairy tale*, puppet show",
    family: "easter, sabantuy, nowruz, eid, city day, victory day, mother's day",
    seniors: "retro, chess, accordion*",
  },
};

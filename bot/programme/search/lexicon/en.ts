import { idleEnglish } from "./idle/en.ts";
import type { SearchWords } from "./search-words.ts";

export const english: SearchWords = {
  sections: {
    theatre: "theat(re|er|res|ers), performance(|s), play(|s), drama",
    music: "concert(|s), music, gig(|s)",
    museums: "museum(|s)",
    cinema: "cinema(|s), film(|s), movie(|s), screening(|s)",
    literature: "literature, poetry",
    shows: "show(|s), circus",
    excursions: "(|guided |walking |city )tour(|s), excursion(|s), sightseeing, (guided |)walk(|s)",
    knowledge: "lecture(|s), talk(|s), workshop(|s), master class(|es), masterclass(|es), seminar(|s)",
  },
  exhibition: "exhibition(|s), exhibit(|s), expo",
  audiences: {
    children:
      "(for |with |)(my |the |our |small |little |a |)(kid|kids|child|children|toddler|toddlers|son|daughter|grandson|granddaughter|grandchild|grandchildren|grandkids|baby|babies|teenager|teenagers|teens), (kid|kids|child|baby|toddler) friendly",
    family: "(for |with |)(my |our |the |)(whole |)famil(y|ies), family friendly",
    seniors:
      "(for |)seniors, (for |)(the |)(old|elderly|older) (people|folks|folk|adults), senior friendly, (for |)pensioners, (for |)(the |)elderly(| people), (for |)older people, (for |)senior citizens, over 55, retired, retirees",
  },
  accessibility: {
    sign_language:
      "(in |with |)sign language(| interpreter| interpretation| interpreted), bsl, (for |)(the |)deaf(| people), signed, hard of hearing",
    subtitles: "(with |)subtitle(s|d|), captions, captioned, surtitles",
    wheelchair:
      "(for |with |by |in |)(a |)wheelchair(| access| accessible| user| users)(|s), step free, disabled(| access| people), accessible, ramp(|s), (wheelchair|disabled) friendly, step free access, mobility",
    quiet_hour: "quiet hour(|s), relaxed performance(|s), autis*, sensory friendly, autism friendly",
  },
  free: "free(| of charge| entry| admission| entrance), for free, without paying, no charge, for nothing, costs nothing",
  cheap: "cheap*, inexpensive, low cost, affordable, budget, not expensive, not too expensive, good value",
  online:
    "online, (|live )stream(|s|ing|ed), livestream(|s), broadcast(|s), (|watch )(from |at )home, (cant|cannot|dont|not) leave (the |my |)(house|home|flat), housebound, stuck at home, staying in, without leaving (the |)(home|house), on the internet, from my sofa, virtual*, over the internet, remotely",
  onlineAlone: "live, on air",
  recording: "recording(|s), recorded, archive(|s|d), replay(|s), catch up, on demand",
  heldIn: {
    ru: "in russian, russian language, russian speaking",
    tt: "in tatar, tatar language, tatar speaking",
    en: "in english, english language, english speaking",
  },
  ofLanguage: { ru: "russian", tt: "tatar", en: "english" },
  preferences: {
    fun: "fun, funny, cheerful, laugh*, entertaining, entertainment, exciting, lively, amusing",
    calm: "calm, quiet, relaxing, peaceful, cosy, cozy",
    date: "(for |on |)(a |)date(| night), (with |)(my |)(girlfriend|boyfriend|wife|husband|partner|fiancee), romantic, for two, couple(|s), anniversary",
    grandparents:
      "(with |for |)(my |)(grandma|granny|grandmother|grandfather|grandpa|grandparents|mum|mom|mother|dad|father|parents|nan)",
    together: "(with |)(my |)(friend|friends|mates|colleagues|visitors|guests|a group), group of friends, birthday",
  },
  learning:
    "learn*, study, studying, teach*, course(|s), class, classes, lesson(|s), enrol*, sign (me |)up(| for), training, tutor*, how to use, use, practise, practice",
  price: {
    upTo: "up to, under, below, less than, cheaper than, no more than, not more than, at most, max, maximum, within, for, not over, for less than, for under, cheaper, budget of, i have",
    behind: "or less, or cheaper, max, maximum, at most, and under, tops",
    money: "rouble(|s), ruble(|s), rub, rubs, p, r, ₽",
  },
  street: "street, st, square, avenue, lane",
  or: "or, either",
  not: {
    before: "except, except for, but not, anything but, apart from, other than, excluding",
    weak: "not, no, without",
    behind: "",
  },
  alike: [
    [
      "(poetry|poem|poems|verse) (night|reading|slam|event|session)(|s), poem(|s), poet(|s), verse, spoken word",
      "poetry",
    ],
    ["stargaz*, star gazing, night sky, astronom*, telescope*, space", "planetarium, observatory, stars"],
    ["street (performer|artist|musician|show|entertainer|act)(|s), busker(|s), busking", "street, clowns, accordion"],
    ["comedy night(|s), comedy show(|s), comedy club(|s), comedian(|s), standup, stand up comedy", "stand-up"],
    ["opera house", "opera theatre"],
    ["puppet(|s), marionette(|s), puppet (show|theatre|theater)(|s)", "puppets, kamyr, Ekiyat"],
    ["animation(|s), animated film(|s), kids film(|s)", "cartoons"],
    ["ballroom, disco, dancing, to dance", "dance, dances"],
    ["choir(|s), singing, sing, sing along", "choir, song"],
    ["history, historic, historical, ancient", "history, old, ancient, capital"],
    ["old town, old city, old quarter", "old quarter"],
    ["magician(|s), magic show(|s), conjur*", "magic"],
    ["photography, taking photos, take photos", "photo, photos"],
    ["internet", "internet, computer, smartphone"],
    ["laptop(|s), pc, computing", "computer"],
    ["iphone*, android, mobile, cell phone*, smartphone*, whatsapp", "smartphone, phone"],
    ["scam(|s), scammer(|s), fraudster(|s), phishing", "fraud"],
    ["gymnastics, workout, exercise(|s), fitness, yoga, stretching", "exercise"],
    ["knitting, crochet", "knit, mittens"],
    ["paint, painting lesson(|s), draw, drawing, sketching", "watercolour, drawing"],
    ["e government, government services, public services", "state services"],
    ["memoir(|s), genealogy, family tree, family history, family story", "book family"],
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
      "science*, planetarium*, quiz*, quest*, training*, conference*, debate*, history, space, astronom*, robot*",
    children: "christmas*, new year*, santa, father christmas, school holiday*, holidays, fairy tale*, puppet show",
    family: "easter, sabantuy, nowruz, eid, city day, victory day, mother's day",
    seniors: "retro, chess, accordion*",
  },
};

import { institutions } from "../institutions.ts";
import { article, type DemoArticle } from "./demo-article.ts";

/** What the institutions of the demo city tell, and what was written about two events; the newest first. */
export const demoArticles: readonly DemoArticle[] = [
  article(
    ["new-mimi", "news", 3],
    [
      [
        "В «Богеме» — новая Мими",
        "Партию Мими впервые споёт Гузель Хакимова, солистка молодёжной труппы. Репетиции шли всю осень.\n\nТе, кто слышал прогон, советуют брать места поближе: голос тихий, и в третьем действии слышно, как молчит зал.",
      ],
      [
        "«Богема»да яңа Мими",
        "Мими партиясен беренче тапкыр яшьләр труппасы солисты Гүзәл Хәкимова җырлый. Репетицияләр көз буе барды.\n\nАчык репетициядә булганнар сәхнәгә якынрак утырырга киңәш итә: тавышы тыныч, өченче пәрдәдә залның тынып калганы ишетелеп тора.",
      ],
      [
        "A new Mimì in La Bohème",
        "Guzel Khakimova of the young company sings Mimì for the first time, after a whole autumn of rehearsals.\n\nThose who heard the run-through advise you to sit close: hers is a quiet voice, and in the third act one hears how still the house is.",
      ],
    ],
    { institution: institutions.opera, events: ["theatre/la-boheme"], poster: "theatre/la-boheme" },
  ),
  article(
    ["late-reading-room", "news", 26],
    [
      [
        "Читальный зал открыт допоздна",
        "До конца месяца большой читальный зал работает в будни на два часа дольше. Чай, розетки и тишина — как всегда, читательский билет оформят на входе за пять минут.",
      ],
      [
        "Уку залы соңга кадәр ачык",
        "Ай ахырына кадәр зур уку залы эш көннәрендә ике сәгатькә озаграк эшли. Чәй, розеткалар һәм тынлык — гадәттәгечә, укучы билетын керү урынында биш минутта ясап бирәләр.",
      ],
      [
        "The reading room stays open late",
        "Until the end of the month the great reading room is open two hours longer on weekdays. There is tea, a socket at each desk and silence, as ever; a reader's card takes five minutes at the door.",
      ],
    ],
    { institution: institutions.library },
  ),
  article(
    ["night-buses", "news", 50],
    [
      [
        "В Ночь в городе автобусы ходят до двух",
        "Пять маршрутов от Кремля до окраин будут ходить до двух часов ночи, каждые двадцать минут. На площадках работают пункты обогрева, карту раздадут волонтёры в зелёных жилетах.",
      ],
      [
        "Шәһәр төнендә автобуслар икегә кадәр йөри",
        "Кремльдән шәһәр читләренә биш маршрут төнге икегә кадәр, егерме минут саен йөриячәк. Мәйданчыкларда җылыну урыннары эшли, картаны яшел жилет кигән волонтёрлар тарата.",
      ],
      [
        "Buses run until two in the City Night",
        "Five routes from the Kremlin to the outskirts run until two in the morning, every twenty minutes. There are places to warm up, and volunteers in green vests hand out the map.",
      ],
    ],
    { collections: ["demo:night"] },
  ),
  article(
    ["feshin-restored", "news", 98],
    [
      [
        "Картина Фешина вернулась из мастерской",
        "Реставраторы два года снимали потемневший лак, и белый цвет снова стал белым. Картину можно увидеть в экспозиции, а в субботу хранитель расскажет, что нашлось под рамой.",
      ],
      [
        "Фешин картинасы остаханәдән кайтты",
        "Реставраторлар караңгыланган лакны ике ел чистартты, һәм ак төс яңадан ак булды. Картинаны экспозициядә күрергә мөмкин, ә шимбә көнне саклаучы рама астыннан ни табылганын сөйли.",
      ],
      [
        "A painting by Feshin is back from the workshop",
        "For two years the restorers took off darkened varnish, and white is white again. The picture hangs in its old place, and on Saturday the keeper tells what was found under the frame.",
      ],
    ],
    { institution: institutions.fineArts, events: ["museums/feshin"] },
  ),
  article(
    ["vanya-review", "review", 122],
    [
      [
        "Самовар остыл, а мы всё сидим",
        "Здесь никто не кричит. Войницкий говорит свои главные слова, собирая со стола чашки, и от этого они больнее.\n\nЛучше всего удалось второе действие: гроза за окном длится двенадцать минут, и за это время успевают постареть все. Слабее финал — музыки в нём больше, чем нужно.\n\nИдите ради Сони: давно её не играли так просто.",
        "Алсу Каримова, театральный критик",
      ],
      [
        "Самавыр суынган, ә без һаман утырабыз",
        "Монда беркем кычкырмый. Войницкий үзенең төп сүзләрен өстәлдән чынаяклар җыеп йөргәндә әйтә, һәм шуңа алар авыррак яңгырый.\n\nИң уңышлысы — икенче пәрдә: тәрәзә артында яшен унике минут дәвам итә, шул арада барысы да картаеп өлгерә. Азагы йомшаграк — музыка кирәгеннән артык.\n\nСоня хакына барыгыз: аны күптән болай гади итеп уйнаганнары юк иде.",
        "Алсу Кәримова, театр тәнкыйтьчесе",
      ],
      [
        "The samovar is cold, and still we sit",
        "Nobody shouts here. Voynitsky says what matters most while he clears the cups away, and it hurts the more.\n\nThe second act is the best of it: the storm outside lasts twelve minutes, in which everybody grows old. The end is weaker, with more music than it needs.\n\nGo for Sonya: it is long since anybody played her so simply.",
        "Alsu Karimova, theatre critic",
      ],
    ],
    { institution: institutions.kachalov, events: ["theatre/uncle-vanya"] },
  ),
  article(
    ["shamail-review", "review", 146],
    [
      [
        "Буквы, перед которыми говорят шёпотом",
        "Залов всего два, и этого достаточно. Подписи короткие, на трёх языках, и рядом с каждым шамаилем — перевод строки, так что смотреть можно не зная арабской вязи.\n\nНе пропустите витрину у окна: там лежит стекло, на котором мастер ошибся и не стал исправлять.",
        "Ринат Сафин, журналист",
      ],
      [
        "Алдында пышылдап сөйләшә торган хәрефләр",
        "Залы икәү генә, ә шул җитә. Язулар кыска, өч телдә, һәр шамаил янында юлның тәрҗемәсе бар — гарәп язуын белмәсәң дә карап була.\n\nТәрәзә янындагы витринаны калдырмагыз: анда оста ялгышкан һәм төзәтмәгән пыяла ята.",
        "Ринат Сафин, журналист",
      ],
      [
        "Letters that make people whisper",
        "There are two rooms only, and they are enough. The labels are short, in three languages, and beside each shamail stands what its line says, so one can look without reading Arabic.\n\nDo not pass by the showcase at the window: there lies the glass on which the master erred, and let it be.",
        "Rinat Safin, journalist",
      ],
    ],
    { institution: institutions.kremlin, events: ["museums/shamail"] },
  ),
];

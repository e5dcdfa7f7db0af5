/**
 * What people type, and what must come first. Written before the results were looked at, for the demo city on
 * Thursday, 19 November 2026, 15:00. Of several right answers any may be first; all count for nDCG.
 */
export interface JudgedQuery {
  query: string;
  /** Record ids, as "section/name". */
  right: readonly string[];
}

function judged(lines: string): JudgedQuery[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [query = "", right = ""] = line.split("→");
      return { query: query.trim(), right: right.trim().split(/\s+/u) };
    });
}

/** Titles and people as they stand, in three languages. */
export const plain = judged(`
джаз в кремле → music/jazz-in-the-kremlin
Джаз → music/jazz-in-the-kremlin music/jam-session
jazz → music/jazz-in-the-kremlin music/jam-session
Кремльдә джаз → music/jazz-in-the-kremlin
богема → theatre/la-boheme
«Богема» → theatre/la-boheme
la bohème → theatre/la-boheme
La Boheme → theatre/la-boheme
шурале → theatre/shurale-ballet
Шүрәле → theatre/shurale-ballet
Камыр-батыр → theatre/kamyr-batyr
дядя ваня → theatre/uncle-vanya
Uncle Vanya → theatre/uncle-vanya
голубая шаль → theatre/blue-shawl
Зәңгәр шәл → theatre/blue-shawl
Мөһаҗирләр → theatre/muhajirs
органный концерт → music/organ-at-night
орган ночью → music/organ-at-night
төнге орган → music/organ-at-night
Рахманинов → music/rachmaninoff-second
Rachmaninoff concerto → music/rachmaninoff-second
Чайковский → music/tchaikovsky-for-children
Сайдашев → music/saydash-evening
Сәйдәш кичәсе → music/saydash-evening
курай → music/kurai-and-strings
шамаиль → museums/shamail
каллиграфия → museums/calligraphy-class
Фешин → museums/feshin
Feshin → museums/feshin
Моабитские тетради → museums/jalil-notebooks
Моабит дәфтәрләре → museums/jalil-notebooks
чемодан тукая → museums/tukay-suitcase
Тарковский → cinema/night-session
Tarkovsky → cinema/night-session
мультфильмы на татарском → cinema/cartoons-in-tatar
татарча мультфильмнар → cinema/cartoons-in-tatar
cartoons → cinema/cartoons-in-tatar
Сабантуй → cinema/sabantuy-films
ночь тукая → literature/tukay-night
Тукай төне → literature/tukay-night
Гузель Яхина → literature/book-club
книжный клуб → literature/book-club
китап клубы → literature/book-club
book club → literature/book-club
сказки → literature/fairy-tales-aloud
стендап → shows/stand-up-in-tatar
stand-up → shows/stand-up-in-tatar
чак-чак → shows/chak-chak-day
Свияжск → excursions/sviyazhsk
Bolgar → excursions/bolgar
Болгар → excursions/bolgar
планетарий → knowledge/planetarium
планетарий йолдызлар → knowledge/planetarium
Лобачевский → knowledge/lobachevsky literature/old-books
трамвай → excursions/tram-through-old-kazan
Ильдар Валиев → cinema/silent-film-live-piano
Тимур Гилязов → music/jazz-in-the-kremlin
Марина Орлова → museums/sign-language-tour
computer class → knowledge/computer-basics
компьютер → knowledge/computer-basics
озеро Кабан → excursions/kaban-lake excursions/old-tatar-quarter
`);

/** Inflected words. */
export const inflected = judged(`
концерты джаза → music/jazz-in-the-kremlin music/jam-session
балеты → theatre/shurale-ballet theatre/la-boheme
органов → music/organ-at-night
про лобачевского → knowledge/lobachevsky literature/old-books
рукописей → literature/old-books literature/long-title-readings
с клоунами → shows/clowns
гармони → music/accordion-sunday
сказок → literature/fairy-tales-aloud
прогулка по улице баумана → excursions/bauman-by-night
звёздами → knowledge/planetarium
наличниках → excursions/old-tatar-quarter
самоваров → excursions/old-tatar-quarter
каллиграфии → museums/calligraphy-class
украшениям → museums/khan-gold
волонтёрам → knowledge/museum-volunteers
киномехаников → cinema/projectionist
тарковского → cinema/night-session
стихи тукая → literature/tukay-night museums/tukay-suitcase
самавырлар → excursions/old-tatar-quarter
кулъязмалар → literature/old-books literature/long-title-readings
китапханәләр → literature/old-books literature/long-title-readings
мультфильмнарны → cinema/cartoons-in-tatar
йолдызларга → knowledge/planetarium
клоуннарны → shows/clowns
курчаклар → theatre/puppets-behind-the-screen theatre/kamyr-batyr
әкиятләр → literature/fairy-tales-aloud theatre/puppets-behind-the-screen
биюләре → shows/folk-dance music/rachmaninoff-second
star → knowledge/planetarium
puppet → theatre/puppets-behind-the-screen theatre/kamyr-batyr
manuscript → literature/old-books literature/long-title-readings
accordion → music/accordion-sunday
dance → shows/ballroom-for-seniors shows/folk-dance
`);

/** Slips of the finger, wrong spellings, letters of another alphabet. */
export const misspelt = judged(`
рахмонинов → music/rachmaninoff-second
рохманинав → music/rachmaninoff-second
чайковскй → music/tchaikovsky-for-children
тарковсикй → cinema/night-session
планитарий → knowledge/planetarium
калиграфия → museums/calligraphy-class
свияжк → excursions/sviyazhsk
шурали → theatre/shurale-ballet
богма → theatre/la-boheme
стэндап → shows/stand-up-in-tatar
мультфилмы → cinema/cartoons-in-tatar
лабачевский → knowledge/lobachevsky literature/old-books
каньцерт органа → music/organ-at-night
консерт джаза → music/jazz-in-the-kremlin music/jam-session
конкурс клоунв → shows/clowns
звезды над волгои → knowledge/planetarium
sviyajsk → excursions/sviyazhsk
tarkovskiy → cinema/night-session
planetarum → knowledge/planetarium
rachmaninov → music/rachmaninoff-second
caligraphy → museums/calligraphy-class
кургазма шамаил → museums/shamail
кургэзмэ шамаил → museums/shamail
зангар шал → theatre/blue-shawl
зэнгэр шэл → theatre/blue-shawl
мохажирлар → theatre/muhajirs
сэйдэш → music/saydash-evening
туныч сэгать → museums/quiet-hour
жалил тэржемэдэ → literature/jalil-in-translation
шурэле → theatre/shurale-ballet
ёлка звезды → knowledge/planetarium
чэкчэк → shows/chak-chak-day
планет → knowledge/planetarium
рахман → music/rachmaninoff-second
`);

/** Latin letters for Cyrillic words, and the keyboard left in the other language. */
export const transcribed = judged(`
dzhaz → music/jazz-in-the-kremlin music/jam-session
dzhaz v kremle → music/jazz-in-the-kremlin
koncert dzhaza → music/jazz-in-the-kremlin music/jam-session
bogema → theatre/la-boheme
dyadya vanya → theatre/uncle-vanya
shurale → theatre/shurale-ballet
chaykovskiy → music/tchaikovsky-for-children
chemodan tukaya → museums/tukay-suitcase
zvezdy nad volgoy → knowledge/planetarium
Tukay töne → literature/tukay-night
Zäñgär şäl → theatre/blue-shawl
kamyr batyr → theatre/kamyr-batyr
kniznyj klub → literature/book-club
gitara i kuray → music/kurai-and-strings
l;fp → music/jazz-in-the-kremlin music/jam-session
l;fp d rhtvkt → music/jazz-in-the-kremlin
,jutvf → theatre/la-boheme
ievhfkt → theatre/shurale-ballet
gkfytnfhbq → knowledge/planetarium
'rcrehcbz cdbz;cr → excursions/sviyazhsk
rkjeys → shows/clowns
crfprb → literature/fairy-tales-aloud
hf[vfybyjd → music/rachmaninoff-second
cntylfg → shows/stand-up-in-tatar
җаз → music/jazz-in-the-kremlin music/jam-session
офяя → music/jazz-in-the-kremlin music/jam-session
здфтуефкшгь → knowledge/planetarium
сфкещщты → cinema/cartoons-in-tatar
`);

/** Time, section, price, audience, accessibility inside the query. */
export const conditional = judged(`
бүген кич театр → theatre/first-theatre theatre/play-reading
театр сегодня вечером → theatre/first-theatre theatre/play-reading
theatre tonight → theatre/first-theatre theatre/play-reading
джаз сегодня → music/jazz-in-the-kremlin music/jam-session
джем в субботу бесплатно → music/jam-session
балет завтра → theatre/shurale-ballet
иртәгә балет → theatre/shurale-ballet
опера в субботу → theatre/la-boheme
орган в субботу → music/organ-at-night
шимбә көнне орган → music/organ-at-night
organ on Saturday → music/organ-at-night
кино сегодня вечером → cinema/silent-film-live-piano cinema/sabantuy-films cinema/night-session
бесплатное кино сегодня → cinema/silent-film-live-piano cinema/sabantuy-films
бүген түләүсез кино → cinema/silent-film-live-piano cinema/sabantuy-films
free films tonight → cinema/silent-film-live-piano cinema/sabantuy-films
лекции в субботу → knowledge/name-of-kazan knowledge/first-web-page knowledge/planetarium knowledge/tatar-for-beginners
free lectures tomorrow → knowledge/computer-basics
бесплатные лекции завтра → knowledge/computer-basics
мастер-класс в субботу → museums/calligraphy-class knowledge/name-of-kazan knowledge/first-web-page knowledge/planetarium knowledge/tatar-for-beginners
чайковский в воскресенье → music/tchaikovsky-for-children
экскурсия на выходных в Болгар → excursions/bolgar
Sviyazhsk on Sunday → excursions/sviyazhsk
якшәмбе көнне Зөя → excursions/sviyazhsk
гармонь 21 ноября → music/accordion-sunday
гармонь 21.11 → music/accordion-sunday
21 ноябрь гармун → music/accordion-sunday
accordions November 21 → music/accordion-sunday
что посмотреть сейчас → music/jazz-in-the-kremlin
хәзер туры эфирда → music/jazz-in-the-kremlin
live now → music/jazz-in-the-kremlin
live → music/jazz-in-the-kremlin
в эфире → music/jazz-in-the-kremlin
туры эфир → music/jazz-in-the-kremlin
free jazz on saturday → music/jam-session
бесплатный джаз в субботу → music/jam-session
шимбә көнне бушлай җаз → music/jam-session
музей на жестовом языке → museums/sign-language-tour
ишарә телендә экскурсия → museums/sign-language-tour excursions/university-yard
sign language tour → museums/sign-language-tour excursions/university-yard
тихий час → museums/quiet-hour
тыныч сәгать → museums/quiet-hour
спектакль для детей → theatre/kamyr-batyr
балалар өчен спектакль → theatre/kamyr-batyr
theatre for kids → theatre/kamyr-batyr
кино для детей завтра → cinema/cartoons-in-tatar
для всей семьи в воскресенье театр → theatre/kamyr-batyr theatre/shurale-ballet
танцы 55+ → shows/ballroom-for-seniors
компьютер для пенсионеров → knowledge/computer-basics
онлайн экскурсия сегодня → museums/virtual-national-museum excursions/night-walk-stream
трансляция поэзии → literature/tukay-night literature/jalil-in-translation
орган онлайн → music/organ-at-night
Ночь Тукая трансляция → literature/tukay-night
запись Мөһаҗирләр → theatre/muhajirs
казань котел запись → knowledge/name-of-kazan
стендап 18+ → shows/stand-up-in-tatar
планетарий 6+ → knowledge/planetarium
цирк → shows/clowns shows/magic-online shows/folk-dance shows/night-lights shows/ballroom-for-seniors shows/stand-up-in-tatar shows/street-theatre shows/chak-chak-day
клоуны бесплатно завтра → shows/clowns
rkjeys ,tcgkfnyj → shows/clowns
rjywthn ctujlyz dtxthjv → music/rachmaninoff-second music/organ-at-night music/jam-session music/jazz-in-the-kremlin
koncerty segodnya vecherom → music/rachmaninoff-second music/organ-at-night music/jam-session music/jazz-in-the-kremlin
bugen kich koncert → music/rachmaninoff-second music/organ-at-night music/jam-session music/jazz-in-the-kremlin
концрет завтра → music/saydash-evening
экскурсси в субботу → excursions/old-tatar-quarter excursions/bauman-by-night excursions/bolgar excursions/university-yard museums/sign-language-tour
короткий метр по пятницам → cinema/short-films-stream
short films on Fridays → cinema/short-films-stream
писатель в субботу вечером → literature/author-live
вечер поэзии сегодня → literature/poetry-evening
татарский с нуля в субботу → knowledge/tatar-for-beginners
музей на коляске → museums/shamail museums/feshin museums/sign-language-tour museums/quiet-hour
завтра музей бесплатно → museums/quiet-hour
Кино на английском с субтитрами → cinema/english-film-club
`);

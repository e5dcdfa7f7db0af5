/** Lines that call for attention and name nothing. */
export const calls =
  /^(?:афиша|анонс|внимание|дорогие|уважаемые|друзья|добрый (?:день|вечер)|здравствуйте|привет|ура|успейте|спешите|не пропустите|напоминаем|скоро|форвард|переслано|осталось|билеты в продаже|в продаже|кадерле|хөрмәтле|дуслар|игътибар|исәнмесез|сәлам|dear|hello|hi(?!\p{L})|hurry|don.t miss|announcement|save the date|you are invited|join us|премьера[!.\s]*$|сегодня|завтра|tonight|today|tomorrow|бүген|иртәгә)(?!\p{L})/iu;
/** What leads to a title in a sentence that invites. */
export const invitation =
  /^(?:(?:открыта|открыт|идёт|ид[её]т|началась|начался|продолжается|стартует)\s(?:регистрация|запись|при[её]м заявок)\s(?:на|в)\s|(?:мы\s)?(?:рады\s)?(?:приглаша\p{L}*|позва\p{L}*|зов[её]м|жд[её]м)\s(?:[^«"“\n]{0,40}?\s)?(?:принять участие в|посетить|на|в|к)\s|(?:we\s)?invite\s(?:you\s)?to\s|join us (?:for|at)\s|come to\s|состоится\s|пройд[её]т\s|сезне\s)/iu;
/** A film with what a catalogue says of it: «Последний трамвай», драма, 2026, 97 мин. */
export const described =
  /^([«"“„][^»”"“\n]{2,120}[»”"“]),\s[^«"“„\n]{0,80}?(?:(?<!\d)(?:19|20)\d\d(?!\d)|\d{2,3}\s?(?:мин|min)|(?<!\p{L})(?:реж\.|режисс|dir\.|directed)).*$/u;
/** Days and how often, with which no name begins: «с 8 декабря», «каждую среду», "every Friday". */
export const ofDays =
  /^(?:(?:с|со|до|по|from|until|till)\s\d|(?:кажд(?:ый|ую|ое|ые)|every|each|һәр)\s(?:пон|вт|сре|четв|пят|суб|воск|mon|tue|wed|thu|fri|sat|sun|дүш|сиш|чәр|пәнҗ|җом|шим|якш))/iu;
/** What it is, and no name. */
export const kindAlone =
  /^(?:(?:онлайн|online|новая|новый|new|открытая|открытый|публичная|бесплатная|бушлай|free)[-\s])?(?:лекция|концерт|спектакль|выставка|экскурсия|мастер-класс|встреча|кинопоказ|показ|фильм|вебинар|занятие|праздник|вечер|очрашу|күргәзмә|кичә|дәрес|тамаша|остаханә|talk|lecture|concert|exhibition|workshop|tour|screening|film|show|performance|meeting|webinar)[!.:]?$/iu;
/** Somebody shows something: «“Сәхнә” студиясе “Бичура” спектаклен күрсәтә». */
export const isShown =
  /(?<!\p{L})(?:күрсәтә|күрсәтәчәк|тәкъдим итә|представляет|представляют|показывает|показывают)[\s.!]*$/iu;
/** That it was to be on another day. */
export const due =
  /(?<!\p{L})(?:булырга тиешле|билгеләнгән|планлаштырылган|назначенн|запланированн|планировавш|(?:planned|scheduled) (?:for|on))/iu;
/** Verbs behind a name, which say nothing besides. */
export const verbs =
  /(?<!\p{L})(?:состо(?:ится|ятся)|пройд[её]т|пройдут|жд[её]т|приглаша\p{L}*|открывает\p{L}*|начн[её]тся|чакыра\p{L}*|була|булачак|уза\p{L}*|will|be|held|takes?|place|presents?|invites?|для вас|вас|сезне|you|зрителей|гостей|тамашачыларны)(?!\p{L})/giu;
/** What a title ends with in a sentence: "… состоится". */
export const predicate =
  /,?\s(?:назначенн\p{L}{1,2}|запланированн\p{L}{1,2}|состоится|пройд[её]т|пройдут|начн[её]тся|открывается|ждёт вас|ждет вас|переносится|перенес[её]н[аоы]?|отменяется|отмен[её]н[аоы]?|булачак|була|уза|узачак|чакыра|булмый|булмаячак|күчерелә|күчерелде|кичектерелә|will(?:\snow)?\s(?:start|begin|be held|take place)|starts|takes place|is cancelled|has been (?:postponed|moved|cancelled|rescheduled))[\s.]*$/iu;
/** What is told of in the middle of a sentence, behind its verb: «в клубе состоится лекция о Тукае». */
export const toldInside =
  /\s(?:(?:приглашает|ждёт|ждет|зов[её]т|собирает)\s(?:\p{L}{1,15}\s){0,4}?(?:на|к)|состоится|состоятся|пройд[её]т|пройдут|покажут|откроется|will host|takes place|булачак|уза)\s(?=\p{L}|[«"“„])/iu;
/** Before the title: "5 декабря |", "18:30 —". A run of signs is tried from its first one alone, else it takes its square. */
export const edges = /^[^\p{L}\p{N}«"„“(]+|(?<![^\p{L}\p{N}»"”“)!?…%₽])[^\p{L}\p{N}»"”“)!?…%₽]+$/gu;
/** The number of a name in a list: "2. Лекция", "2) Лекция", "2️⃣ «Щелкунчик»". */
export const numbered = /^\s*\d{1,2}(?:\s?[.)]\s+(?=[\p{L}«"“„])|\s+(?=[«"“„]))/u;
/** Prepositions that led to a date. */
export const trailing = /(?<![\s,])[\s,]+(?:в|во|с|по|до|на|и|начало|at|on|from|and)$/iu;
export const leading = /^(?:в|во|на|начало|at|on|from)\s+(?=[«"\p{Lu}])/iu;
/** A sentence about what is done this time, below the name of a club or a series. */
export const isDone =
  /^(?:обсуждаем|обсудим|говорим|поговорим|читаем|почитаем|смотрим|посмотрим|узнаем|разбираем|разбер[её]м|рассказываем|расскажем|встречаемся|вспоминаем|учимся|укыйбыз|сөйләшәбез|карыйбыз|фикерләшәбез|we (?:discuss|talk|read|watch|meet)|в программе|программада|вас жд[её]т|вас ждут|сезне көтә|(?:on|in) the programme)(?!\p{L})/iu;
/** Who plays, which is no name of an evening. */
export const isPlayed =
  /(?<!\p{L})(?:под управлением|дириж[её]р|солист(?:ы|ка)?|feat|featuring|conducted by|җитәкчелегендә)(?!\p{L})/iu;
/** Told by Telegram above what was forwarded, or by whoever passes it on. */
export const forwarded = /^[^\p{L}]*(?:переслан|репост|forwarded|башка каналдан)/iu;
export const prices = /^[^\p{L}]*(?:цена|билеты?|стоимость|вход|бәя|керү|tickets?|admission|entry|price)(?!\p{L})/iu;
/** Behind a name at the end of its line: an age, a price or "free", which are told elsewhere. */
export const aside =
  /\s*[|,;/·•(.—–-]\s*(?:(?:от|до|по|from)\s)?(?:\d{1,2}\s?\+|(?:rub|[€$₽])\s?\d[\d\s.,–-]{0,15}|\d[\d\s.,–-]{0,15}\s?(?:₽|руб\p{L}{0,5}\.?|р\.?|сум|rub|€|\$)|(?:вход|билет[ыа]?|керү|entry|tickets?)\s(?:(?:от|from)\s)?\d{2,5}|бесплатно|вход (?:свободный|бесплатный)|free(?: entry| admission)?|керү ирекле|бушлай|түләүсез)\s*\)?[.!\s]*$/iu;
/** The most asides that stand behind one name. */
export const mostAsides = 3;
export const hashtags = /(?:^|\s)#[\p{L}\p{N}_]+/gu;
export const quoted = /[«"“„][^«»"“”„\n]{2,120}[»"”“]/u;
/** "на лекцию", "на премьеру": the kind of a thing, as a title has it. */
export const kindBefore =
  /(?<!\p{L})((?:\p{L}+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s){0,2}(?:спектакл[ьяею]|концерт\p{L}{0,2}|выставк\p{L}{1,2}|лекци\p{L}{1,2}|экскурси\p{L}{1,2}|мастер-класс\p{L}{0,2}|фестивал\p{L}{1,2}|праздник\p{L}{0,2}|вечер\p{L}{0,2}|программ\p{L}{1,2}|встреч\p{L}{1,2}|показ\p{L}{0,2}|фильм\p{L}{0,2}|мюзикл\p{L}{0,2}|опер\p{L}{1,2}|балет\p{L}{0,2}))\s*$/iu;
/** What stands behind a quoted name in Tatar: «Алтын бишек» күргәзмәсе. */
export const kindBehind =
  /^\s(?:\p{L}{3,15}\s)?(?:спектакл[еь]|концерты|күргәзмәсе|кичәсе|бәйрәме|драмасы|комедиясе|фильмы|тамашасы|очрашуы|лекциясе|фестивале|остаханәсе|экскурсиясе|балы)(?:н[аәе]?|н[дт][ае])?(?!\p{L})/iu;
/** What it is behind "пройдёт", with its name: "презентация книги Рустема Гильманова «Тихая вода»". */
export const kindTold =
  /(?<!\p{L})(?:состоится|состоятся|пройд[её]т|пройдут|покажут|представят|начн[её]тся|откроется)\s(\p{Ll}[^«»"“”„.!?;:\n]{2,80}[«"“„][^«»"“”„\n]{2,120}[»”"“])/iu;
/** Cases of a kind that stands behind its name in Tatar. */
export const tatarCase = /(?<=(?:се|сы|ме|ле|ты|мы|уы))н(?:ә|а|е|ы|дә|да)?$/u;
/** A name that a sentence explains: "«Как рождается сказка»: писатель расскажет". */
export const explained = /^[«"“„][^»”"“\n]{2,120}[»”"“](?=\s?[:—–-]\s)/u;
/** A first word in the accusative, as behind "приглашаем на". */
export const accusative: readonly (readonly [RegExp, string])[] = [
  [/^(\p{L}{3,20})ую (\p{L}{3,20}и)ю(?!\p{L})/iu, "$1ая $2я"],
  [/^(\p{L}{3,20})ую (\p{L}{3,20}[бвгджзклмнпрстфхцчшщ])у(?!\p{L})/iu, "$1ая $2а"],
  [/^(\p{L}{3,20})юю (\p{L}{3,20}[бвгджзклмнпрстфхцчшщ])у(?!\p{L})/iu, "$1яя $2а"],
  [/^(лекци|экскурси)ю(?!\p{L})/iu, "$1я"],
  [
    /^(выставк|встреч|премьер|программ|прогулк|ярмарк|игр|ёлк|елк|вечеринк|дискотек|презентаци?|постановк|опер)[ую](?!\p{L})/iu,
    "$1а",
  ],
];

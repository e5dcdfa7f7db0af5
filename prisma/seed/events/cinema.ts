import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, stream, ticket } from "../links.ts";
import { cancelled, lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's films. */
export function cinema(when: When): DemoEvent[] {
  return [
    {
      name: "silent-film-live-piano",
      institution: institutions.mir,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 6,
      heldIn: "ru",
      accessibility: ["subtitles"],
      occurrences: lasting(85, [when.past(29, 20, 0), when.tonight(21, 0), when.inDays(16, 20, 0)], places.mir),
      links: [stream("silent-film-live-piano")],
      texts: {
        ru: {
          title: "Немое кино под живой рояль",
          summary: "Китон молчит, тапёр — нет: фильм 1924 года в зале и в эфире.",
          body: "Ноты не записаны, пианист смотрит фильм вместе с вами. Титры переведены на русский и татарский.",
          who: "За роялем Ильдар Валиев",
        },
        tt: {
          title: "Тавышсыз кино һәм рояль",
          summary: "Китон эндәшми, тапёр эндәшә: 1924 елгы фильм залда һәм туры эфирда.",
          body: "Нотасы юк, пианист фильмны сезнең белән бергә карый. Титрлар русча һәм татарча.",
          who: "Рояльдә Илдар Вәлиев",
        },
        en: {
          title: "Silent film with live piano",
          summary: "Keaton says nothing, the pianist says plenty: a film of 1924, in the hall and on air.",
          body: "Nothing is written down; the pianist watches the film with you. Titles are in Russian and Tatar.",
          who: "Ildar Valiev, piano",
        },
      },
    },
    {
      name: "sabantuy-films",
      institution: institutions.mir,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 0,
      heldIn: "tt",
      audiences: ["family", "seniors"],
      accessibility: ["wheelchair", "subtitles"],
      occurrences: lasting(95, [when.past(10, 17, 0), when.inDays(0, 17, 0), when.weekend(7, 17, 0)], places.mir),
      texts: {
        ru: {
          title: "Сабантуй на плёнке",
          summary: "Хроника деревенских праздников с 1928 года: борьба на поясах, шест с петухом, бег с яйцом в ложке.",
          body: "Если узнаете на экране свою деревню, скажите нам: половина плёнок до сих пор без подписи.",
        },
        tt: {
          title: "Тасмадагы Сабантуй",
          summary: "1928 елдан бирле авыл бәйрәмнәре: билбау көрәше, колгадагы әтәч, кашыкка йомырка салып йөгерү.",
          body: "Экранда үз авылыгызны танысагыз, безгә әйтегез: тасмаларның яртысы әле исемсез.",
        },
        en: {
          title: "Sabantuy on film",
          summary: "Village festivals since 1928: belt wrestling, the rooster on the pole, the egg-and-spoon race.",
          body: "If you recognise your village, tell us: half of the reels still have no label.",
        },
      },
    },
    {
      name: "night-session",
      institution: institutions.mir,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 300,
      ageMin: 18,
      occurrences: lasting(210, [when.weekend(6, 22, 30), when.tonight(22, 30), when.inDays(13, 22, 30)], places.mir),
      links: [ticket("night-session")],
      texts: {
        ru: {
          title: "Ночной сеанс: Тарковский до двух часов",
          summary: "«Сталкер» с плёнки, одна часть за другой; механик в будке настоящий.",
          body: "Заканчиваем за полночь. Чай из термоса можно, хрустящее нельзя.",
        },
        tt: {
          title: "Төнге сеанс: Тарковский",
          summary: "«Сталкер»ны чын тасмадан күрсәтәбез, будкада чын киномеханик.",
          body: "Төн уртасы узгач бетә. Термостан чәй эчәргә ярый, кытырдатырга ярамый.",
        },
        en: {
          title: "Night session: Tarkovsky",
          summary: "Stalker from the print, reel after reel, with a real projectionist in the box.",
          body: "It ends well after midnight. Tea from a flask is fine, anything crunchy is not.",
        },
      },
    },
    {
      name: "cartoons-in-tatar",
      institution: institutions.mir,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 100,
      ageMin: 0,
      heldIn: "tt",
      audiences: ["children", "family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        55,
        [...when.everyWeek([6, 7], 10, 30), when.inDays(0, 10, 30), when.inDays(1, 10, 30)],
        places.mir,
      ),
      links: [ticket("cartoons-in-tatar")],
      texts: {
        ru: {
          title: "Мультфильмы на татарском",
          summary: "«Су анасы», «Коза и Баран» и новые работы студии; перед сеансом учим пять слов.",
        },
        tt: {
          title: "Татарча мультфильмнар",
          summary: "«Су анасы», «Кәҗә белән Сарык» һәм студиянең яңа эшләре; сеанс алдыннан биш сүз өйрәнәбез.",
        },
        en: {
          title: "Cartoons in Tatar",
          summary: "The Water Witch, The Goat and the Ram, and new ones; we learn five words before the show.",
        },
      },
    },
    {
      name: "documentary-volga",
      institution: institutions.smena,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 250,
      priceMax: 350,
      ageMin: 12,
      heldIn: "ru",
      occurrences: lasting(110, [when.inDays(1, 17, 0), when.inDays(5, 17, 0), when.weekend(6, 17, 0)], places.smena),
      links: [ticket("documentary-volga")],
      texts: {
        ru: {
          title: "«Река поднялась»",
          summary: "Документальный фильм о деревнях, ушедших под воду в 1957-м, и о тех, кто помнит улицы.",
          body: "После показа разговор с режиссёром и двумя героями фильма.",
        },
        tt: {
          title: "«Су күтәрелде»",
          summary: "1957 елда су астында калган авыллар һәм аларның урамнарын хәтерләүчеләр турында документаль фильм.",
          body: "Караганнан соң режиссёр һәм ике герой белән сөйләшәбез.",
        },
        en: {
          title: "The River Rose",
          summary: "A documentary on the villages drowned in 1957, and the people who remember their streets.",
          body: "Followed by a talk with the director and two of the people in the film.",
        },
      },
    },
    {
      name: "short-films-stream",
      institution: institutions.smena,
      attendanceMode: "online",
      isFree: true,
      ageMin: 16,
      accessibility: ["subtitles"],
      occurrences: lasting(80, [when.past(7, 20, 0), when.inDays(2, 20, 0), ...when.everyWeek([5], 20, 0)]),
      links: [stream("short-films"), recording("short-films")],
      texts: {
        ru: {
          title: "Короткий метр по пятницам",
          summary: "Шесть студенческих фильмов, голосование зрителей и звонок победителю в прямом эфире.",
        },
        tt: {
          title: "Җомга саен кыска метр",
          summary: "Алты студент фильмы, тамашачы тавыш бирә, җиңүчегә туры эфирда шалтыратабыз.",
        },
        en: {
          title: "Short films on Fridays",
          summary: "Six student films, the audience votes, and the winner gets a call live on air.",
        },
      },
    },
    {
      name: "open-air",
      institution: institutions.kremlin,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 6,
      audiences: ["family"],
      occurrences: cancelled(lasting(120, when.inDays(2, 21, 0), places.kremlin)),
      texts: {
        ru: {
          title: "Кино на стене Манежа",
          summary: "Показ под открытым небом отменён: обещают сильный ветер, экран не выдержит.",
        },
        tt: {
          title: "Манеж стенасында кино",
          summary: "Ачык һавадагы кино булмый: көчле җил көтелә, экран чыдамас.",
        },
        en: {
          title: "Film on the Manege wall",
          summary: "The open-air showing is cancelled: strong wind is forecast and the screen would not hold.",
        },
      },
    },
    {
      name: "english-film-club",
      institution: institutions.mir,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 350,
      ageMin: 16,
      heldIn: "en",
      accessibility: ["subtitles", "wheelchair"],
      occurrences: lasting(
        115,
        [...when.everyWeek([3], 19, 0), when.inDays(1, 19, 0), when.weekend(7, 19, 0)],
        places.mir,
      ),
      links: [ticket("english-film-club")],
      texts: {
        ru: {
          title: "Киноклуб на английском",
          summary: "Ealing-комедии с английскими субтитрами и разговором после, где ошибки никто не считает.",
        },
        en: {
          title: "Film club in English",
          summary: "Ealing comedies with English subtitles, and a talk afterwards in which nobody counts mistakes.",
          body: "Tea is served in proper cups. Beginners sit at the front table, where people speak slowly.",
        },
      },
    },
    {
      name: "projectionist",
      institution: institutions.mir,
      attendanceMode: "online",
      isFree: true,
      ageMin: 12,
      occurrences: lasting(45, when.past(38, 19, 0)),
      links: [recording("projectionist")],
      texts: {
        ru: {
          title: "В будке киномеханика",
          summary: "Как заряжают плёнку, где на кадре «сигаретный ожог» и что бывает, когда рвётся. Есть запись.",
        },
        tt: {
          title: "Киномеханик будкасында",
          summary: "Тасманы ничек көйлиләр, өзелсә, ни була, билгеләр кадрның кайсы почмагында. Язмасы бар.",
        },
        en: {
          title: "In the projection box",
          summary: "How film is threaded, where the cue marks are, and what happens when it snaps. Recorded.",
        },
      },
    },
  ];
}

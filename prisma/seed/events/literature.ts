import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, site, stream } from "../links.ts";
import { lasting, openEnded } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's readings and book talk. */
export function literature(when: When): DemoEvent[] {
  return [
    {
      name: "tukay-night",
      institution: institutions.tukayMuseum,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      heldIn: "tt",
      accessibility: ["subtitles"],
      occurrences: lasting(120, [when.past(40, 20, 0), when.tonight(20, 0)]),
      links: [stream("tukay-night"), site("tukay-night")],
      texts: {
        ru: {
          title: "Ночь Тукая",
          summary: "Два часа стихов Габдуллы Тукая в прямом эфире: читают актёры, школьники и водитель трамвая.",
          body: "Прислать своё чтение можно до последней минуты, лучшие включим под утро. Субтитры на русском и английском.",
        },
        tt: {
          title: "Тукай төне",
          summary:
            "Туры эфирда ике сәгать Габдулла Тукай шигырьләре: артистлар, мәктәп балалары, трамвай йөртүче укый.",
          body: "Үз укуыгызны соңгы минутка кадәр җибәрергә була, иң матурларын төн ахырында күрсәтәбез. Субтитрлар русча һәм инглизчә.",
        },
        en: {
          title: "Tukay Night",
          summary: "Two hours of Gabdulla Tukay live: read by actors, schoolchildren and a tram driver.",
          body: "Send in your own reading up to the last minute; the best go on air towards the end. Subtitles in Russian and English.",
        },
      },
    },
    {
      name: "poetry-evening",
      institution: institutions.smena,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 16,
      heldIn: "ru",
      occurrences: openEnded(
        [when.past(13, 19, 0), when.inDays(0, 19, 0), when.weekend(7, 18, 0), when.inDays(22, 19, 0)],
        places.smena,
      ),
      texts: {
        ru: {
          title: "Вечер поэзии: свободный микрофон",
          summary: "Три минуты на человека, песочные часы на столе. Слушать можно сколько угодно.",
          body: "Читают по-русски, по-татарски и на любом языке, который вам дорог. Записываются у входа мелом на доске.",
        },
        tt: {
          title: "Шигырь кичәсе: ирекле микрофон",
          summary: "Һәркемгә өч минут, өстәлдә ком сәгате. Тыңлап утырырга вакыт чикләнмәгән.",
          body: "Татарча, русча, үзегезгә якын булган теләсә кайсы телдә укыгыз. Ишек төбендә тактага акбур белән языласыз.",
        },
        en: {
          title: "Poetry evening: open microphone",
          summary: "Three minutes each, with an hourglass on the table. Listening is not limited.",
          body: "Read in Russian, Tatar or any language you hold dear. You sign up in chalk by the door.",
        },
      },
    },
    {
      name: "book-club",
      institution: institutions.library,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 16,
      heldIn: "ru",
      audiences: ["seniors"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        90,
        [...when.everyWeek([2], 18, 0, { from: -6, to: 6 }), when.inDays(1, 18, 0)],
        places.library,
      ),
      links: [stream("book-club")],
      texts: {
        ru: {
          title: "Книжный клуб: Гузель Яхина и другие",
          summary: "По одной книге в неделю, вслух по странице и спор без протокола.",
          body: "Книгу выдают в библиотеке, для слабовидящих есть крупный шрифт и аудио. Можно прийти не дочитав.",
        },
        tt: {
          title: "Китап клубы: Гүзәл Яхина һәм башкалар",
          summary: "Атна саен бер китап: битләп кычкырып укыйбыз, беркетмәсез бәхәсләшәбез.",
          body: "Китапны китапханәдә бирәләр, күзе начар күргәннәргә эре хәрефлесе һәм аудиосы бар. Укып бетермичә килсәгез дә ярый.",
        },
        en: {
          title: "Book club: Guzel Yakhina and others",
          summary: "A book a week, a page aloud each, and an argument without minutes.",
          body: "The library lends the book, also in large print and audio. You may come without having finished it.",
        },
      },
    },
    {
      name: "fairy-tales-aloud",
      institution: institutions.library,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 0,
      heldIn: "tt",
      audiences: ["children", "family"],
      accessibility: ["wheelchair", "quiet_hour"],
      occurrences: lasting(40, [...when.everyWeek([6, 7], 12, 0), when.inDays(0, 12, 0)], places.library),
      texts: {
        ru: {
          title: "Сказки вслух на подушках",
          summary: "Библиотекарь читает татарские сказки, дети лежат на полу и подсказывают, чем кончится.",
        },
        tt: {
          title: "Мендәрдә ятып әкият тыңлау",
          summary: "Китапханәче әкият укый, балалар идәндә ятып, ничек бетәсен әйтеп тора.",
        },
        en: {
          title: "Fairy tales aloud, on cushions",
          summary: "A librarian reads Tatar tales; children lie on the floor and tell her how they end.",
        },
      },
    },
    {
      name: "jalil-in-translation",
      institution: institutions.jalilMuseum,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 100,
      ageMin: 12,
      occurrences: lasting(75, [when.inDays(1, 17, 30), when.inDays(24, 17, 30)], places.jalilMuseum),
      texts: {
        ru: {
          title: "Джалиль в переводе",
          summary: "Одно стихотворение Мусы Джалиля и девять переводов: где осталась музыка, а где только смысл.",
          who: "Переводчица Наиля Ахметова",
        },
        tt: {
          title: "Җәлил тәрҗемәдә",
          summary: "Муса Җәлилнең бер шигыре һәм тугыз тәрҗемәсе: кайсында көе калган, кайсында мәгънәсе генә.",
          who: "Тәрҗемәче Наилә Әхмәтова",
        },
        en: {
          title: "Jalil in translation",
          summary: "One poem by Musa Jalil and nine translations: where the music stayed, and where only the sense.",
          who: "Nailya Akhmetova, translator",
        },
      },
    },
    {
      name: "long-title-readings",
      institution: institutions.library,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 12,
      heldIn: "ru",
      occurrences: lasting(480, when.inDays(6, 10, 0), places.library),
      links: [stream("library-readings")],
      texts: {
        ru: {
          title: "Книга в большом городе: библиотечные чтения",
          summary: "День коротких докладов: от рукописей ханства до голосовых помощников.",
        },
        tt: {
          title: "Зур шәһәрдә китап: китапханә укулары",
          summary: "Бер көнлек кыска чыгышлар: ханлык кулъязмаларыннан тавышлы ярдәмчеләргә кадәр.",
        },
        en: {
          title: "The book in a large city: library readings",
          summary: "A day of short papers, from the manuscripts of the khanate to voice assistants.",
        },
      },
    },
    {
      name: "author-live",
      institution: institutions.library,
      attendanceMode: "online",
      isFree: true,
      ageMin: 12,
      heldIn: "tt",
      occurrences: lasting(60, [when.past(11, 19, 0), when.inDays(2, 19, 0)]),
      links: [stream("author-live"), recording("author-live")],
      texts: {
        ru: {
          title: "Писатель у себя дома",
          summary: "Прямой эфир из-за рабочего стола: черновики, кот и ответы на вопросы читателей.",
        },
        tt: {
          title: "Язучы үз өендә",
          summary: "Эш өстәле артыннан туры эфир: караламалар, песи һәм укучыларның сорауларына җаваплар.",
        },
        en: {
          title: "A writer at home",
          summary: "Live from the desk: drafts, the cat, and answers to readers.",
        },
      },
    },
    {
      name: "e-library",
      institution: institutions.library,
      attendanceMode: "online",
      isFree: true,
      ageMin: 12,
      heldIn: "ru",
      audiences: ["seniors"],
      occurrences: lasting(45, [when.past(36, 11, 0), when.past(9, 11, 0)]),
      links: [recording("e-library")],
      texts: {
        ru: {
          title: "Электронная библиотека без страха",
          summary: "Как взять книгу, не выходя из дома: показываем каждую кнопку. Есть запись.",
          body: "Читательский билет заводится за пять минут. Запись можно ставить на паузу и повторять за ведущей.",
        },
      },
    },
    {
      name: "old-books",
      institution: institutions.university,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 200,
      ageMin: 12,
      occurrences: lasting(
        60,
        [when.weekend(6, 14, 30), when.weekend(7, 14, 30), when.inDays(12, 16, 0)],
        places.university,
      ),
      texts: {
        ru: {
          title: "Рукописи библиотеки Лобачевского",
          summary: "Коран с золотом, первая татарская печатная книга и каталог рукой самого ректора.",
        },
        tt: {
          title: "Лобачевский китапханәсе кулъязмалары",
          summary: "Алтын белән язылган Коръән, беренче басма татар китабы, ректор үзе төзегән каталог.",
        },
        en: {
          title: "Manuscripts of the Lobachevsky Library",
          summary: "A gilded Koran, the first printed Tatar book, and the catalogue in the rector's own hand.",
        },
      },
    },
  ];
}

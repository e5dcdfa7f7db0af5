import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, stream, ticket } from "../links.ts";
import { lasting, postponed, withoutHour } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's dance, circus, fairs and other shows. */
export function shows(when: When): DemoEvent[] {
  return [
    {
      name: "folk-dance",
      institution: institutions.danceEnsemble,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 400,
      priceMax: 1500,
      ageMin: 6,
      audiences: ["family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        100,
        [when.past(18, 18, 30), when.inDays(1, 18, 30), when.weekend(7, 17, 0), when.inDays(30, 18, 30)],
        places.philharmonic,
      ),
      links: [ticket("folk-dance")],
      texts: {
        ru: {
          title: "Танцы Заказанья",
          summary: "Народный танец без прикрас: дробь каблуков, платки и мужская пляска с ведром.",
          body: "Каждый номер привезён из своей деревни, имена стариков, которые показали шаги, стоят в программке. После концерта учат «Апипа» в фойе.",
        },
        tt: {
          title: "Казан арты биюләре",
          summary: "Халык биюе: үкчә тавышы, яулыклар, чиләк белән ирләр биюе.",
          body: "Һәр бию үз авылыннан алып кайтылган, адымнарны өйрәткән әби-бабайларның исемнәре программада язылган. Концерттан соң фойеда «Әпипә»гә өйрәтәләр.",
        },
        en: {
          title: "Dances from beyond the Kazanka",
          summary: "Folk dance as it is: drumming heels, kerchiefs, and a men's dance with a bucket.",
          body: "Each dance comes from its own village, and the programme names the elders who showed the steps. Afterwards you can learn the Apipa in the foyer.",
        },
      },
    },
    {
      name: "stand-up-in-tatar",
      institution: institutions.smena,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 500,
      ageMin: 18,
      heldIn: "tt",
      occurrences: lasting(90, [when.tonight(21, 0), when.inDays(10, 21, 0)], places.smena),
      links: [ticket("stand-up-in-tatar")],
      texts: {
        ru: {
          title: "Стендап на татарском",
          summary: "Четверо комиков о свекровях, парковке и о том, как объяснить бабушке, кем ты работаешь.",
        },
        tt: {
          title: "Татарча стендап",
          summary: "Дүрт комик: бианай, машина куяр урын һәм әбигә үз эшеңне ничек аңлату турында.",
        },
        en: {
          title: "Stand-up in Tatar",
          summary: "Four comics on mothers-in-law, parking, and explaining your job to your grandmother.",
        },
      },
    },
    {
      name: "night-lights",
      institution: institutions.kremlin,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 0,
      audiences: ["family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(40, [when.tonight(23, 30), when.weekend(6, 22, 0), when.weekend(7, 22, 0)], places.kremlin),
      links: [stream("night-lights")],
      texts: {
        ru: {
          title: "Свет на башне Сююмбике",
          summary: "Сорок минут света и музыки: легенда о царице, рассказанная кирпичами.",
          body: "Лучше всего видно со стороны Манежа; кто дома, смотрит с дрона. Фейерверков нет, собаки спят спокойно.",
        },
        tt: {
          title: "Сөембикә манарасында нурлар",
          summary: "Кырык минут яктылык һәм музыка: ханбикә турындагы риваятьне кирпечләр сөйли.",
          body: "Манеж ягыннан иң яхшы күренә; өйдәгеләр дроннан карый. Шартлаган тавыш юк, этләр тыныч йоклый.",
        },
        en: {
          title: "Lights on the Söyembikä Tower",
          summary: "Forty minutes of light and music: the legend of a queen, told by the bricks.",
          body: "The best view is from the Manege; at home you watch from a drone. No fireworks, so dogs may sleep.",
        },
      },
    },
    {
      name: "clowns",
      institution: institutions.cityCulture,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 0,
      audiences: ["children", "family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        45,
        [...when.everyWeek([6, 7], 13, 0), when.inDays(0, 13, 0), when.inDays(1, 13, 0)],
        places.bauman,
      ),
      texts: {
        ru: {
          title: "Клоуны у часов",
          summary: "Двое с чемоданом и одним стулом на двоих: дети понимают всё, взрослые — через минуту.",
        },
        tt: {
          title: "Сәгать янында клоуннар",
          summary: "Ике кеше, бер чемодан, бер урындык: балалар шундук көлә, олылар бер минуттан.",
        },
        en: {
          title: "Clowns by the clock",
          summary: "Two people, one suitcase, one chair: children get it at once, adults a minute later.",
        },
      },
    },
    {
      name: "chak-chak-day",
      institution: institutions.cityCulture,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 0,
      audiences: ["family", "seniors"],
      occurrences: withoutHour(when.inDays(25, 0, 0), places.oldTatarQuarter),
      texts: {
        ru: {
          title: "День чак-чака",
          summary: "Чай из самоваров, чак-чак на весь двор и спор, чья бабушка делает тоньше. Час уточним.",
        },
        tt: {
          title: "Чәкчәк көне",
          summary:
            "Самавыр чәе, ишегалды тулы чәкчәк һәм кемнең әбисе оста пешерә дигән бәхәс. Сәгатен соңрак әйтербез.",
        },
        en: {
          title: "Chak-chak Day",
          summary:
            "Samovar tea, a courtyard of chak-chak, and a quarrel over whose grandmother's is finest. Hour to follow.",
        },
      },
    },
    {
      name: "street-theatre",
      institution: institutions.cityCulture,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 6,
      audiences: ["family"],
      occurrences: [
        ...postponed(lasting(180, when.inDays(5, 17, 0), places.bauman)),
        ...lasting(180, when.past(44, 17, 0), places.bauman),
      ],
      texts: {
        ru: {
          title: "Уличные театры на Баумана",
          summary: "Ходули, маски и великаны из папье-маше. Откладывается: ищем день без дождя, новую дату сообщим.",
        },
        tt: {
          title: "Бауман урамында урам театрлары",
          summary:
            "Агач аяклар, битлекләр, кәгазьдән ясалган дию-пәриләр. Кичектерелде: яңгырсыз көн эзлибез, хәбәр итәрбез.",
        },
        en: {
          title: "Street theatre on Bauman Street",
          summary: "Stilts, masks and papier-mâché giants. Postponed: we are looking for a dry day and will tell you.",
        },
      },
    },
    {
      name: "ballroom-for-seniors",
      institution: institutions.cityCulture,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 18,
      audiences: ["seniors"],
      accessibility: ["wheelchair"],
      occurrences: lasting(120, [...when.everyWeek([5, 7], 14, 0), when.inDays(0, 14, 0)], places.philharmonic),
      texts: {
        ru: {
          title: "Танцы для тех, кому за 55",
          summary: "Вальс, фокстрот и «Карурман» под живой оркестр; кавалеров хватает, мы проверяли.",
        },
        tt: {
          title: "55 яшьтән узганнарга бию кичәсе",
          summary: "Вальс, фокстрот һәм «Кара урман», тере оркестр уйный; егетләр җитәрлек, тикшердек.",
        },
        en: {
          title: "Dances for the over-55s",
          summary: "Waltz, foxtrot and Kara Urman to a live band; there are partners enough, we checked.",
        },
      },
    },
    {
      name: "magic-online",
      institution: institutions.cityCulture,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      heldIn: "ru",
      audiences: ["children", "family"],
      occurrences: lasting(40, [when.past(16, 18, 0), when.past(2, 18, 0), when.inDays(3, 18, 0)]),
      links: [stream("magic-online"), recording("magic-online")],
      texts: {
        ru: {
          title: "Фокусы через экран",
          summary: "Возьмите десять карт и стакан: фокус случится у вас в руках, а не у ведущего.",
        },
        tt: {
          title: "Экран аша тылсым",
          summary: "Ун карта һәм стакан алыгыз: тылсым алып баручыда түгел, сезнең кулда була.",
        },
        en: {
          title: "Magic through the screen",
          summary: "Bring ten cards and a glass: the trick happens in your hands, not the magician's.",
        },
      },
    },
    {
      name: "ensemble-gala",
      institution: institutions.danceEnsemble,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 6,
      occurrences: lasting(110, when.past(48, 18, 0), places.philharmonic),
      links: [recording("ensemble-gala")],
      texts: {
        ru: {
          title: "Гала ансамбля песни и танца",
          summary: "Сто человек на сцене и двести платьев, расшитых вручную. Запись в архиве.",
        },
        tt: {
          title: "Җыр һәм бию ансамбленең гала-концерты",
          summary: "Сәхнәдә йөз кеше, кулдан чигелгән ике йөз күлмәк. Язмасы архивта.",
        },
        en: {
          title: "Gala of the Song and Dance Ensemble",
          summary: "A hundred people on stage and two hundred dresses sewn by hand. Recorded.",
        },
      },
    },
  ];
}

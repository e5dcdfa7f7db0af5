import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, stream, ticket } from "../links.ts";
import { cancelled, lasting, openEnded } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's concerts. */
export function music(when: When): DemoEvent[] {
  return [
    {
      name: "jazz-in-the-kremlin",
      institution: institutions.kremlin,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      occurrences: lasting(100, [when.past(35, 18, 30), when.minutesAgo(20), when.inDays(14, 18, 30)]),
      links: [stream("jazz-in-the-kremlin")],
      texts: {
        ru: {
          title: "Джаз в Кремле",
          summary: "Квартет играет на Пушечном дворе, а вы слушаете дома: прямой эфир без рекламы.",
          body: "Стандарты сороковых и татарские мелодии, которым свинг оказался к лицу. Между пьесами саксофонист отвечает на вопросы из чата.",
          who: "Квартет Тимура Гилязова",
        },
        tt: {
          title: "Кремльдә джаз",
          summary: "Квартет Туп ишегалдында уйный, сез өйдә тыңлыйсыз: туры эфир, рекламасыз.",
          body: "Кырыгынчы еллар джазы һәм свингка бик тә килешкән татар көйләре. Әсәрләр арасында саксофончы чаттагы сорауларга җавап бирә.",
          who: "Тимур Гыйләҗев квартеты",
        },
        en: {
          title: "Jazz in the Kremlin",
          summary: "A quartet plays in the old Cannon Yard and you listen at home, live and without adverts.",
          body: "Standards of the forties, and Tatar tunes that turn out to swing. Between numbers the saxophonist answers questions from the chat.",
          who: "The Timur Gilyazov Quartet",
        },
      },
    },
    {
      name: "organ-at-night",
      institution: institutions.philharmonic,
      attendanceMode: "mixed",
      isFree: false,
      priceMin: 400,
      priceMax: 900,
      ageMin: 6,
      accessibility: ["wheelchair"],
      occurrences: lasting(70, [when.past(28, 22, 0), when.tonight(22, 0), when.weekend(6, 21, 0)], places.saydash),
      links: [stream("organ-at-night"), ticket("organ-at-night")],
      texts: {
        ru: {
          title: "Орган ночью",
          summary: "Бах, Франк и Губайдулина при свете двух ламп над пюпитром.",
          body: "Орган в зале Сайдашева голландский, с шестью десятками регистров. Входят без стука каблуков: хлопать между частями не нужно, зато можно закрыть глаза.",
          who: "Органистка Лилия Камалова",
        },
        tt: {
          title: "Төнге орган",
          summary: "Бах, Франк һәм Гобәйдуллина: нота өстендә ике лампа яктысында гына.",
          body: "Сәйдәшев залындагы орган Голландиядә ясалган. Бүлекләр арасында кул чабасы түгел, күзне йомып тыңларга гына кирәк.",
          who: "Органчы Лилия Камалова",
        },
        en: {
          title: "Organ at night",
          summary: "Bach, Franck and Gubaidulina by the light of two lamps above the music desk.",
          body: "The organ of the Saydashev Hall came from Holland. No need to clap between movements; closing your eyes is welcome.",
          who: "Liliya Kamalova, organ",
        },
      },
    },
    {
      name: "rachmaninoff-second",
      institution: institutions.orchestra,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 600,
      priceMax: 3000,
      ageMin: 6,
      accessibility: ["wheelchair"],
      occurrences: lasting(110, [when.inDays(0, 18, 30), when.inDays(21, 18, 30)], places.saydash),
      links: [ticket("rachmaninoff-second")],
      texts: {
        ru: {
          title: "Рахманинов. Второй концерт и «Симфонические танцы»",
          summary: "Колокола в первых тактах, саксофон посреди танцев: целый вечер Рахманинова.",
          body: "Государственный симфонический оркестр играет в зале, который знает наизусть. За час до начала — короткий рассказ о программе в фойе.",
          who: "Солист Артём Белов, дирижёр Айрат Хасанов",
        },
        tt: {
          title: "Рахманинов. Икенче концерт һәм «Симфоник биюләр»",
          summary: "Беренче тактларда кыңгырау, биюләр уртасында саксофон: кич буе Рахманинов.",
          body: "Симфоник оркестр үзе яттан белгән залда уйный. Башланырга бер сәгать кала фойеда программа турында сөйлиләр.",
          who: "Солист Артём Белов, дирижёр Айрат Хәсәнов",
        },
        en: {
          title: "Rachmaninoff: Second Concerto and Symphonic Dances",
          summary: "Bells in the first bars, a saxophone amid the dances: a whole evening of Rachmaninoff.",
          body: "The State Symphony Orchestra in the hall it knows by heart. A short talk on the programme is given in the foyer an hour before.",
          who: "Artyom Belov, piano; Ayrat Khasanov, conductor",
        },
      },
    },
    {
      name: "tchaikovsky-for-children",
      institution: institutions.orchestra,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 300,
      priceMax: 700,
      ageMin: 6,
      heldIn: "ru",
      audiences: ["children", "family"],
      accessibility: ["wheelchair", "quiet_hour"],
      occurrences: lasting(60, when.everyWeek([7], 12, 0, { from: -4, to: 5 }), places.saydash),
      links: [ticket("tchaikovsky-for-children")],
      texts: {
        ru: {
          title: "Чайковский для тех, кто не достаёт до пола",
          summary: "Час музыки из «Щелкунчика» и «Детского альбома»; в антракте дают подержать скрипку.",
          body: "Играем вполсилы, свет не гасим, выходить и возвращаться можно. Так спокойнее и тем, кому громкий зал тяжёл.",
        },
        tt: {
          title: "Аягы идәнгә җитмәгәннәргә Чайковский",
          summary:
            "«Щелкунчик» һәм «Балалар альбомы»ннан бер сәгатьлек музыка; тәнәфестә скрипка тотып карарга бирәләр.",
          body: "Әкрен уйныйбыз, утны сүндермибез, чыгып керергә ярый. Каты тавыштан курыкканнарга да рәхәт.",
        },
        en: {
          title: "Tchaikovsky for people whose feet don't reach the floor",
          summary: "An hour from The Nutcracker and the Children's Album; at the interval you may hold a violin.",
          body: "We play softly and leave the lights up, and you may go out and come back. It is easier, too, for those who find a loud hall hard.",
        },
      },
    },
    {
      name: "jam-session",
      institution: institutions.smena,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 16,
      occurrences: openEnded([when.tonight(21, 30), when.weekend(6, 21, 30), when.inDays(8, 21, 30)], places.smena),
      texts: {
        ru: {
          title: "Джем на Смене",
          summary: "Приходите с инструментом или без: рояль, контрабас и барабаны ждут на месте.",
          body: "Начинают блюзом в фа, дальше как пойдёт. Когда закончится, не знает никто.",
        },
        tt: {
          title: "«Смена»да джаз-джем",
          summary: "Уен коралы белән дә, буш кул белән дә килегез: рояль, контрабас, барабаннар көтә.",
          body: "Блюз белән башлыйбыз, аннары ничек китә. Кайчан бетәсен беркем белми.",
        },
        en: {
          title: "Jam at Smena",
          summary: "Come with an instrument or without: piano, double bass and drums are here.",
          body: "It starts with a blues in F and goes where it goes. Nobody knows when it ends.",
        },
      },
    },
    {
      name: "saydash-evening",
      institution: institutions.conservatoire,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 6,
      heldIn: "tt",
      audiences: ["seniors"],
      occurrences: lasting(90, [when.past(12, 18, 0), when.inDays(1, 18, 0), when.inDays(19, 18, 0)], places.saydash),
      links: [stream("saydash-evening"), recording("saydash-evening")],
      texts: {
        ru: {
          title: "Вечер Сайдашева",
          summary: "Марши, вальсы и песни Салиха Сайдашева в исполнении студентов консерватории.",
          body: "«Марш Советской Армии» узнают с двух нот, а «Песню Булата» подпевают. Запись прошлого вечера уже в архиве.",
        },
        tt: {
          title: "Сәйдәш кичәсе",
          summary: "Салих Сәйдәшев маршлары, вальслары һәм җырлары консерватория студентлары башкаруында.",
          body: "Маршны ике нотадан таныйлар, җырларга бөтен зал кушыла. Узган кичәнең язмасы архивта инде.",
        },
        en: {
          title: "A Saydashev evening",
          summary: "Marches, waltzes and songs by Salikh Saydashev, played by Conservatoire students.",
          body: "People know the march from two notes and sing along with the rest. Last time's recording is in the archive.",
        },
      },
    },
    {
      name: "kurai-and-strings",
      institution: institutions.philharmonic,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 350,
      priceMax: 800,
      ageMin: 6,
      occurrences: [
        ...cancelled(lasting(80, when.inDays(3, 19, 0), places.philharmonic)),
        ...lasting(80, [when.inDays(17, 19, 0), when.inDays(45, 19, 0)], places.philharmonic),
      ],
      links: [ticket("kurai-and-strings")],
      texts: {
        ru: {
          title: "Курай и струнные",
          summary: "Протяжные татарские мелодии, где курай ведёт, а квартет дышит вместе с ним.",
          body: "Ближайший концерт отменён: заболел солист. Деньги вернём сами, следующая дата остаётся в силе.",
        },
        tt: {
          title: "Курай һәм кыллы квартет",
          summary: "Озын көйләр: курай алып бара, квартет аның белән бергә сулый.",
          body: "Якындагы концерт булмый: солист авырып китте. Акчаны үзебез кайтарабыз, киләсе концерт үз көнендә.",
        },
        en: {
          title: "Kurai and strings",
          summary: "Long, slow Tatar melodies: the reed flute leads and the quartet breathes with it.",
          body: "The next concert is cancelled, as the soloist is ill. We refund you ourselves; the later dates stand.",
        },
      },
    },
    {
      name: "home-concert",
      institution: institutions.conservatoire,
      attendanceMode: "online",
      isFree: true,
      ageMin: 0,
      audiences: ["family"],
      occurrences: lasting(45, [when.past(50, 19, 0), when.past(22, 19, 0)]),
      links: [recording("home-concert")],
      texts: {
        ru: {
          title: "Концерт на кухне",
          summary: "Виолончелист играет сюиты Баха у себя дома; чайник и соседи слышны, и это не мешает.",
        },
        tt: {
          title: "Кухняда концерт",
          summary: "Виолончельче Бах сюиталарын үз өендә уйный; чәйнек тә, күршеләр дә ишетелә, ләкин комачауламый.",
        },
        en: {
          title: "A concert in the kitchen",
          summary: "A cellist plays Bach suites at home; you hear the kettle and the neighbours, and do not mind.",
        },
      },
    },
    {
      name: "accordion-sunday",
      institution: institutions.cityCulture,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 0,
      audiences: ["seniors", "family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(90, when.everyWeek([6, 7], 15, 0, { from: -2, to: 4 }), places.bauman),
      texts: {
        ru: {
          title: "Гармонь на Баумана",
          summary: "По выходным у часов играют тальянка и хромка: танцуют те, кому за шестьдесят, и их внуки.",
        },
        tt: {
          title: "Бауман урамында гармун",
          summary: "Ял көннәрендә сәгать янында тальян һәм хромка уйный: әби-бабайлар оныклары белән бии.",
        },
        en: {
          title: "Accordions on Bauman Street",
          summary:
            "Weekends by the clock: two kinds of Tatar accordion, and dancers over sixty with their grandchildren.",
        },
      },
    },
  ];
}

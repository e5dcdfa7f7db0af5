import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, stream, ticket } from "../links.ts";
import { lasting, movedFrom } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's walks and trips. */
export function excursions(when: When): DemoEvent[] {
  return [
    {
      name: "old-tatar-quarter",
      institution: institutions.guides,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 400,
      ageMin: 6,
      heldIn: "ru",
      audiences: ["family"],
      occurrences: lasting(
        120,
        [...when.everyWeek([6, 7], 11, 0, { from: -4, to: 6 }), when.inDays(0, 14, 0), when.inDays(1, 14, 0)],
        places.oldTatarQuarter,
      ),
      links: [ticket("old-tatar-quarter")],
      texts: {
        ru: {
          title: "Старо-Татарская слобода: наличники и самовары",
          summary: "Прогулка от мечети Марджани до озера Кабан: цветные дома, купеческие дворы, запах эчпочмаков.",
          body: "Учимся отличать дом муллы от дома купца по воротам. В конце чай; он входит в цену.",
        },
        tt: {
          title: "Иске Татар бистәсе: тәрәзә йөзлекләре һәм самавырлар",
          summary: "Мәрҗани мәчетеннән Кабан күленә кадәр: буяулы йортлар, сәүдәгәр ихаталары, өчпочмак исе.",
          body: "Мулла өен сәүдәгәр өеннән капкасына карап аерырга өйрәнәбез. Ахырда чәй эчәбез, ул бәясенә керә.",
        },
        en: {
          title: "Old Tatar Quarter: carved windows and samovars",
          summary:
            "A walk from the Marjani Mosque to Lake Kaban: painted houses, merchants' yards, the smell of baking.",
          body: "Learn to tell a mullah's house from a merchant's by its gate. Tea at the end is included.",
        },
      },
    },
    {
      name: "bauman-by-night",
      institution: institutions.guides,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 12,
      heldIn: "ru",
      accessibility: ["wheelchair"],
      occurrences: lasting(75, [when.tonight(21, 0), when.weekend(6, 20, 0), when.inDays(9, 20, 0)], places.bauman),
      texts: {
        ru: {
          title: "Улица Баумана после заката",
          summary: "Когда гаснут витрины: кот казанский, колокольня с пятью голосами и проходные дворы.",
          body: "Путь ровный, без лестниц, с остановками у скамеек. Фонарик выдаём.",
        },
        tt: {
          title: "Кич җиткәч Бауман урамы",
          summary: "Витриналар сүнгәч: Казан мәчесе, чиркәү манарасы, урамнан урамга үтәли ишегаллары.",
          body: "Юл тигез, баскычсыз, эскәмияләр янында туктыйбыз. Кесә фонаре бирәбез.",
        },
        en: {
          title: "Bauman Street after dark",
          summary: "When the windows go out: the Cat of Kazan, the bell tower, and the yards you can walk through.",
          body: "The way is level, with no steps and benches at each stop. We lend you a torch.",
        },
      },
    },
    {
      name: "sviyazhsk",
      institution: institutions.guides,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 1200,
      priceMax: 1800,
      ageMin: 6,
      heldIn: "ru",
      audiences: ["family"],
      occurrences: [
        ...movedFrom(when.inDays(1, 9, 0), lasting(420, when.inDays(8, 9, 0), places.sviyazhsk)),
        ...lasting(420, [when.weekend(7, 9, 0), when.inDays(28, 9, 0)], places.sviyazhsk),
      ],
      links: [ticket("sviyazhsk")],
      texts: {
        ru: {
          title: "Свияжск: остров за четыре недели",
          summary: "Крепость, срубленную за сотни вёрст и собранную здесь за месяц, обходим за день.",
          body: "Фрески Успенского собора, конный двор, уха на костре. Завтрашняя поездка перенесена на неделю: дорога закрыта.",
        },
        tt: {
          title: "Зөя утравы",
          summary: "Башка җирдә бүрәнәләп ясалган, монда бер айда җыелган кальганы бер көндә урап чыгабыз.",
          body: "Борынгы фрескалар, ат сарае, учакта пешкән балык шулпасы. Иртәгәге сәяхәт бер атнага күчерелде: юл ябык.",
        },
        en: {
          title: "Sviyazhsk, the island built in four weeks",
          summary: "A fortress cut far upstream and put together here within a month; we walk round it in a day.",
          body: "Frescoes, the stables, fish soup over a fire. Tomorrow's trip is moved by a week, as the road is closed.",
        },
      },
    },
    {
      name: "bolgar",
      institution: institutions.guides,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 2200,
      ageMin: 6,
      audiences: ["family", "seniors"],
      accessibility: ["wheelchair"],
      occurrences: lasting(600, when.everyWeek([6], 8, 0, { from: -8, to: 8 }), places.bolgar),
      links: [ticket("bolgar")],
      texts: {
        ru: {
          title: "Булгар: день в древней столице",
          summary: "Чёрная палата, минареты и Волга, широкая, как море. Автобус с подъёмником.",
          body: "Выезжаем в восемь от площади Тукая, возвращаемся к шести. Обед берите с собой или ешьте в хлебном музее.",
        },
        tt: {
          title: "Болгар: борынгы башкалада бер көн",
          summary: "Кара пулат, манаралар, диңгездәй киң Идел. Автобуста коляска күтәрткече бар.",
          body: "Тукай мәйданыннан иртәнге сигездә кузгалабыз, алтыга кайтабыз. Ашарга үзегез белән алыгыз яки Икмәк музеенда тукланырсыз.",
        },
        en: {
          title: "Bolgar: a day in the old capital",
          summary: "The Black Chamber, minarets, and a Volga wide as a sea. The coach has a lift.",
          body: "We leave Tukay Square at eight and are back by six. Bring lunch, or eat at the Bread Museum.",
        },
      },
    },
    {
      name: "night-walk-stream",
      institution: institutions.guides,
      attendanceMode: "online",
      isFree: true,
      ageMin: 12,
      heldIn: "en",
      accessibility: ["subtitles"],
      occurrences: lasting(60, [when.past(14, 20, 0), when.tonight(19, 30), when.inDays(7, 20, 0)]),
      links: [stream("night-walk"), recording("night-walk")],
      texts: {
        ru: {
          title: "Казань по-английски: прогулка в эфире",
          summary: "Экскурсовод с камерой идёт туда, куда попросит чат. На английском, с русскими субтитрами.",
        },
        tt: {
          title: "Казан инглизчә: эфирда сәяхәт",
          summary: "Экскурсовод камера белән чат кая кушса, шунда бара. Инглизчә, русча субтитр белән.",
        },
        en: {
          title: "Kazan in English: a walk on air",
          summary: "A guide with a camera goes wherever the chat asks. In English, with Russian subtitles.",
          body: "Last time the chat chose a bakery, a courtyard with nine cats, and the tram to the end of the line.",
        },
      },
    },
    {
      name: "opera-backstage",
      institution: institutions.opera,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 500,
      ageMin: 12,
      occurrences: lasting(75, [when.inDays(0, 10, 30), when.inDays(1, 10, 30), when.weekend(7, 10, 30)], places.opera),
      links: [ticket("opera-backstage")],
      texts: {
        ru: {
          title: "Опера с чёрного хода",
          summary: "Цех, где шьют пачки, люк под сценой и комната, в которой распевается хор.",
        },
        tt: {
          title: "Операга арткы ишектән",
          summary: "Балет күлмәкләре тегелгән цех, сәхнә астындагы люк, хор тавыш ача торган бүлмә.",
        },
        en: {
          title: "The opera by the back door",
          summary: "Where tutus are sewn, the trap beneath the stage, and the room where the chorus warms up.",
        },
      },
    },
    {
      name: "tram-through-old-kazan",
      institution: institutions.guides,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 6,
      heldIn: "ru",
      audiences: ["family", "seniors"],
      occurrences: lasting(90, when.everyWeek([7], 13, 30, { from: -2, to: 5 }), places.bauman),
      texts: {
        ru: {
          title: "На трамвае по старой Казани",
          summary: "Едем обычным маршрутом, платим за обычный билет, слышим необычный рассказ.",
          body: "Собираемся у часов на Баумана, садимся на «Кольце». Если трамвай полон, ждём следующий.",
        },
      },
    },
    {
      name: "university-yard",
      institution: institutions.university,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 12,
      heldIn: "tt",
      accessibility: ["wheelchair", "sign_language"],
      occurrences: lasting(
        80,
        [when.inDays(1, 15, 0), when.weekend(6, 15, 30), when.inDays(23, 15, 0)],
        places.university,
      ),
      texts: {
        ru: {
          title: "Университетский двор",
          summary: "Анатомический театр, химическая лаборатория, где открыли рутений, и старая обсерватория.",
          body: "Экскурсия на татарском с переводом на русский жестовый язык.",
        },
        tt: {
          title: "Университет ишегалды",
          summary: "Анатомия театры, рутений ачылган химия лабораториясе һәм иске обсерватория.",
          body: "Экскурсия татарча, рус ишарә теленә тәрҗемә ителә.",
        },
        en: {
          title: "The University yard",
          summary: "The anatomical theatre, the laboratory where ruthenium was found, and the old observatory.",
          body: "In Tatar, interpreted into Russian Sign Language.",
        },
      },
    },
    {
      name: "kaban-lake",
      institution: institutions.guides,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      occurrences: lasting(50, when.past(27, 17, 0)),
      links: [recording("kaban-lake")],
      texts: {
        ru: {
          title: "Сокровища Кабана",
          summary: "Легенда о ханской казне на дне озера, рассказанная с лодки. Есть запись.",
        },
        tt: {
          title: "Кабан күле хәзинәсе",
          summary: "Күл төбендәге хан хәзинәсе турында риваять көймәдән сөйләнә. Язмасы бар.",
        },
        en: {
          title: "The treasure of Lake Kaban",
          summary: "The legend of the khan's gold on the lake bed, told from a boat. Recorded.",
        },
      },
    },
  ];
}

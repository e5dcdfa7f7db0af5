import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, site, stream, ticket } from "../links.ts";
import { between, lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's exhibitions and museum visits. */
export function museums(when: When): DemoEvent[] {
  return [
    {
      name: "shamail",
      institution: institutions.kremlin,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 250,
      ageMin: 6,
      accessibility: ["wheelchair"],
      occurrences: between(when.past(26, 10, 0), when.inDays(40, 18, 0), places.kremlin),
      links: [ticket("shamail")],
      texts: {
        ru: {
          title: "Шамаиль: слово на стекле",
          summary: "Сто листов и стёкол с каллиграфией: молитва, корабль из букв, мечеть в одну строку.",
          body: "Казанские шамаили писали на стекле с обратной стороны, подкладывая фольгу. Рядом с каждым — перевод и схема, по которой видно, где начинается строка.",
        },
        tt: {
          title: "Шамаил: пыяладагы сүз",
          summary: "Йөз эш: дога, хәрефләрдән корылган көймә, бер юлга сыйган мәчет.",
          body: "Казан шамаилләрен пыяланың арт ягыннан язганнар, астына фольга салганнар. Һәркайсы янында тәрҗемәсе бар, юлның кайдан башланганы да күрсәтелгән.",
        },
        en: {
          title: "Shamail: the word on glass",
          summary: "A hundred pieces of Tatar calligraphy: a prayer, a ship made of letters, a mosque in one line.",
          body: "Kazan's shamails were written on the back of the glass, with foil beneath. Beside each are a translation and a sketch of where the line begins.",
        },
      },
    },
    {
      name: "calligraphy-class",
      institution: institutions.kremlin,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 600,
      ageMin: 12,
      heldIn: "tt",
      occurrences: lasting(
        120,
        [...when.everyWeek([3, 6], 14, 0, { from: -2, to: 5 }), when.inDays(1, 14, 0)],
        places.kremlin,
      ),
      links: [ticket("calligraphy")],
      texts: {
        ru: {
          title: "Мастер-класс: каллиграфия каламом",
          summary: "Как заточить тростник, сколько ждать чернила и почему «алиф» пишут на выдохе.",
          who: "Каллиграф Наджип Сафин",
        },
        tt: {
          title: "Каләм белән каллиграфия",
          summary: "Камышны ничек очлыйлар, караны күпме көтәләр һәм «әлиф»не ни өчен сулыш чыгарганда язалар.",
          who: "Каллиграф Нәҗип Сафин",
        },
        en: {
          title: "Calligraphy with a reed pen",
          summary: "How to cut the reed, how long to wait for the ink, and why alif is written on the out-breath.",
          who: "Najip Safin, calligrapher",
        },
      },
    },
    {
      name: "virtual-national-museum",
      institution: institutions.nationalMuseum,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      heldIn: "ru",
      accessibility: ["subtitles"],
      occurrences: lasting(60, [when.past(19, 20, 0), when.tonight(20, 30), ...when.everyWeek([7], 16, 0)]),
      links: [stream("virtual-national-museum"), site("virtual-national-museum")],
      texts: {
        ru: {
          title: "Виртуальная экскурсия: Национальный музей после закрытия",
          summary: "Хранитель идёт по пустым залам с камерой и открывает витрины, к которым днём не подойти.",
          body: "Карета Екатерины, серебро Казанского ханства, мумия, которой боялись школьники. Вопросы пишут в чат, субтитры включаются кнопкой.",
        },
        tt: {
          title: "Виртуаль экскурсия: ябылганнан соң Милли музейда",
          summary: "Саклаучы камера белән буш залларны йөреп чыга, көндез якын килеп булмаган витриналарны ача.",
          body: "Екатерина каретасы, Казан ханлыгы көмеше, мәктәп балаларын куркыткан мумия. Сорауларны чатка языгыз, субтитр төймә белән кабына.",
        },
        en: {
          title: "Virtual tour: the National Museum after hours",
          summary: "A keeper walks the empty rooms with a camera and opens cases you cannot get near by day.",
          body: "Catherine's carriage, silver of the Kazan Khanate, the mummy schoolchildren feared. Ask in the chat; subtitles come on with a button.",
        },
      },
    },
    {
      name: "sign-language-tour",
      institution: institutions.fineArts,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 12,
      accessibility: ["sign_language", "wheelchair"],
      occurrences: lasting(75, [...when.everyWeek([6], 13, 0), when.inDays(0, 15, 0)], places.fineArts),
      texts: {
        ru: {
          title: "Экскурсия на жестовом языке: Шишкин и соседи",
          summary: "Ведёт глухой экскурсовод; слышащих тоже ждут, голосовой перевод есть.",
          body: "Шишкин родился в Елабуге, двести километров по Каме, и сосны отсюда. Группа до двенадцати человек, стулья есть в каждом зале.",
          who: "Экскурсовод Марина Орлова",
        },
        tt: {
          title: "Ишарә телендә экскурсия: Шишкин һәм күршеләре",
          summary: "Ишетмәүче экскурсовод алып бара; ишетүчеләргә дә урын бар, тавыш белән тәрҗемә итәләр.",
          body: "Шишкин Алабугада туган, нарат урманнары да шуннан. Төркемдә унике кешегә кадәр, һәр залда урындык бар.",
          who: "Экскурсовод Марина Орлова",
        },
        en: {
          title: "Sign-language tour: Shishkin and his neighbours",
          summary: "Led by a deaf guide; hearing visitors are welcome, with voice interpretation.",
          body: "Shishkin was born in Yelabuga, up the Kama, and the pines are from there. Twelve people at most; there are chairs in every room.",
          who: "Marina Orlova, guide",
        },
      },
    },
    {
      name: "quiet-hour",
      institution: institutions.nationalMuseum,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 0,
      audiences: ["family", "children"],
      accessibility: ["quiet_hour", "wheelchair"],
      occurrences: lasting(60, [...when.everyWeek([2, 7], 10, 0), when.inDays(1, 10, 0)], places.nationalMuseum),
      texts: {
        ru: {
          title: "Тихий час в Национальном музее",
          summary: "Час до открытия: звук выключен, свет мягкий, посетителей не больше двадцати.",
          body: "Задумано с родителями детей с аутизмом. На входе дают карту тихих углов и наушники; уйти и вернуться можно когда угодно.",
        },
        tt: {
          title: "Милли музейда тыныч сәгать",
          summary: "Ачылырга бер сәгать кала: тавыш юк, яктылык йомшак, килүчеләр егермедән артмый.",
          body: "Аутизмлы балаларның әти-әниләре белән бергә уйладык. Керү юлында тыныч почмаклар картасы һәм колакчын бирәләр; теләсә кайчан чыгып керергә була.",
        },
        en: {
          title: "Quiet hour at the National Museum",
          summary: "The hour before opening: sound off, soft light, twenty visitors at most.",
          body: "Made together with parents of autistic children. You get a map of quiet corners and ear defenders, and may leave and return as you like.",
        },
      },
    },
    {
      name: "tukay-suitcase",
      institution: institutions.tukayMuseum,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 150,
      ageMin: 6,
      occurrences: between(when.past(45, 10, 0), when.inDays(18, 17, 0), places.tukayMuseum),
      texts: {
        ru: {
          title: "Чемодан Тукая",
          summary: "Тюбетейка, кожаный чемодан и письма: всё, что поэт возил с собой из номера в номер.",
          body: "Своего дома у Тукая в Казани не было, он жил в гостинице «Булгар». Выставка собрана так, будто он вышел на полчаса.",
        },
        tt: {
          title: "Тукайның чемоданы",
          summary: "Түбәтәй, күн чемодан, хатлар: шагыйрь бүлмәдән бүлмәгә үзе белән йөрткән әйберләр.",
          body: "Казанда Тукайның үз йорты булмаган, ул «Болгар» номерларында яшәгән. Күргәзмә шагыйрь ярты сәгатькә генә чыгып киткән сыман эшләнгән.",
        },
        en: {
          title: "Tukay's suitcase",
          summary: "A skullcap, a leather case and letters: all that the poet carried from room to room.",
          body: "Tukay had no home of his own in Kazan; he lived in the Bulgar hotel. The rooms look as if he had stepped out for half an hour.",
        },
      },
    },
    {
      name: "jalil-notebooks",
      institution: institutions.jalilMuseum,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 12,
      heldIn: "tt",
      accessibility: ["subtitles"],
      occurrences: lasting(
        50,
        [when.past(15, 17, 0), when.inDays(0, 17, 0), when.inDays(10, 17, 0)],
        places.jalilMuseum,
      ),
      links: [stream("jalil-notebooks"), recording("jalil-notebooks")],
      texts: {
        ru: {
          title: "Моабитские тетради",
          summary: "Муса Джалиль в двух блокнотах величиной с ладонь: рассказ хранителя и чтение вслух.",
          body: "Стихи написаны в тюрьме и вынесены чужими руками. Читаем по-татарски, перевод на экране.",
        },
        tt: {
          title: "Моабит дәфтәрләре",
          summary: "Муса Җәлил уч төбе кадәрле ике дәфтәрдә: саклаучы сөйли, шигырьләр укыла.",
          body: "Шигырьләр төрмәдә язылган, аларны ят кешеләр алып чыккан. Татарча укыйбыз, тәрҗемәсе экранда.",
        },
        en: {
          title: "The Moabit Notebooks",
          summary: "Musa Jalil in two notebooks the size of a palm: the keeper's story, and poems read aloud.",
          body: "The poems were written in prison and carried out by other hands. Read in Tatar, with a translation on screen.",
        },
      },
    },
    {
      name: "feshin",
      institution: institutions.fineArts,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 300,
      priceMax: 500,
      ageMin: 12,
      accessibility: ["wheelchair"],
      occurrences: lasting(
        90,
        [when.past(6, 16, 0), when.inDays(1, 16, 0), when.weekend(6, 16, 0), when.weekend(7, 15, 0)],
        places.fineArts,
      ),
      texts: {
        ru: {
          title: "Фешин вблизи",
          summary: "Как краска стоит на холсте стеной, а с пяти шагов вдруг становится бархатом.",
        },
        tt: {
          title: "Фешин якыннан",
          summary: "Буяу киндердә калын булып ята, ә биш адымнан карасаң, бәрхеткә әйләнә.",
        },
        en: {
          title: "Feshin, close up",
          summary: "How paint stands up from the canvas like a wall and, five steps back, turns into velvet.",
        },
      },
    },
    {
      name: "khan-gold",
      institution: institutions.nationalMuseum,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      occurrences: lasting(40, when.past(33, 18, 0)),
      links: [recording("khan-gold")],
      texts: {
        ru: {
          title: "Лекция у витрины: украшения казанских модниц",
          summary: "Хасите, накосники и воротниковая застёжка: что о хозяйке говорило её серебро. Есть запись.",
        },
        tt: {
          title: "Витрина янында: Казан кызларының бизәнү әйберләре",
          summary: "Хәситә, чулпы, яка чылбыры: көмеш үз хуҗасы турында ни сөйләгән. Язмасы бар.",
        },
        en: {
          title: "At the showcase: what Kazan's ladies wore",
          summary: "Sashes, plait pendants and collar clasps, and what the silver said of its owner. Recorded.",
        },
      },
    },
  ];
}

import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, site, stream, ticket } from "../links.ts";
import { lasting } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's lectures, classes and talks. */
export function knowledge(when: When): DemoEvent[] {
  return [
    {
      name: "head-of-culture-live",
      institution: institutions.cityCulture,
      attendanceMode: "online",
      isFree: true,
      ageMin: 12,
      heldIn: "ru",
      accessibility: ["sign_language", "subtitles"],
      occurrences: lasting(60, [when.past(31, 18, 0), when.inMinutes(16), when.inDays(29, 18, 0)]),
      links: [stream("head-of-culture-live")],
      texts: {
        ru: {
          title: "Вопросы начальнику управления культуры",
          summary: "Час в прямом эфире: спрашивают жители, отвечает тот, кто решает.",
          body: "Вопросы с наибольшим числом голосов идут первыми. Что не успеем, получит письменный ответ за неделю. Есть перевод на жестовый язык.",
        },
        tt: {
          title: "Мәдәният идарәсе башлыгына сораулар",
          summary: "Бер сәгать туры эфирда: халык сорый, карар кабул итүче җавап бирә.",
          body: "Күбрәк тавыш җыйган сораулар беренче бара. Өлгермәгәннәренә бер атна эчендә язмача җавап бирелә. Ишарә теленә тәрҗемә бар.",
        },
        en: {
          title: "Questions to the head of the culture department",
          summary: "An hour live: residents ask, and the person who decides answers.",
          body: "Questions with the most votes go first. The rest get a written answer within a week. Sign-language interpretation is provided.",
        },
      },
    },
    {
      name: "telescope-stream",
      institution: institutions.university,
      attendanceMode: "online",
      isFree: true,
      ageMin: 6,
      occurrences: lasting(90, [when.past(21, 22, 0), when.tonight(23, 0), when.inDays(5, 22, 0)]),
      links: [stream("telescope"), site("observatory")],
      texts: {
        ru: {
          title: "Обсерватория в эфире: что видно сегодня",
          summary: "Камера стоит у окуляра, астроном рядом: смотрим то, что выше облаков.",
          body: "Если небо закрыто, покажем лучшие кадры месяца и ответим на вопросы о чёрных дырах.",
        },
        tt: {
          title: "Обсерватория туры эфирда: бүген нәрсә күренә",
          summary: "Камера телескоп янында, астроном да шунда: болытлардан югарыда нәрсә булса, шуны карыйбыз.",
          body: "Күк болытлы булса, айның иң матур кадрларын күрсәтербез, кара тишекләр турындагы сорауларга җавап бирербез.",
        },
        en: {
          title: "The observatory on air: tonight's sky",
          summary: "A camera at the eyepiece and an astronomer beside it: we look at what is above the clouds.",
          body: "If the sky is covered, we show the month's best pictures and take questions on black holes.",
        },
      },
    },
    {
      name: "computer-basics",
      institution: institutions.cityCulture,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 18,
      heldIn: "ru",
      audiences: ["seniors"],
      accessibility: ["subtitles", "wheelchair"],
      occurrences: lasting(
        90,
        [...when.everyWeek([1, 3, 5], 10, 0), when.inDays(0, 10, 0), when.inDays(1, 10, 0)],
        places.library,
      ),
      links: [stream("computer-basics")],
      texts: {
        ru: {
          title: "Цифровая грамотность: компьютер с нуля",
          summary: "Мышь, почта, видеозвонок внукам и как узнать мошенника по первой фразе.",
          body: "Идём медленно, повторяем сколько нужно. Можно прийти с любого занятия, компьютер дадим.",
        },
        tt: {
          title: "Цифрлы грамоталылык: компьютер нульдән",
          summary: "Тычкан, почта, оныкларга видеошалтырату һәм мошенникны беренче җөмләсеннән үк тану.",
          body: "Ашыкмыйбыз, кирәк кадәр кабатлыйбыз. Теләсә кайсы дәрестән кушылырга була, компьютер бирәбез.",
        },
        en: {
          title: "Digital literacy: the computer from scratch",
          summary: "The mouse, e-mail, a video call to the grandchildren, and spotting a fraudster by the first line.",
          body: "We go slowly and repeat as often as needed. Join at any lesson; we have computers.",
        },
      },
    },
    {
      name: "first-web-page",
      institution: institutions.smena,
      attendanceMode: "online",
      isFree: true,
      ageMin: 12,
      heldIn: "ru",
      occurrences: lasting(90, [when.past(5, 17, 0), when.inDays(2, 17, 0), when.inDays(9, 17, 0)]),
      links: [stream("first-web-page")],
      texts: {
        ru: {
          title: "Своя страница в сети за один вечер",
          summary: "Пишем свою страницу за вечер и узнаём, зачем скобкам < и > столько внимания.",
        },
        tt: {
          title: "Бер кичтә — интернетта үз битегез",
          summary: "Бер кичтә үз битебезне язабыз һәм < белән > билгеләре ни өчен кирәклеген беләбез.",
        },
        en: {
          title: "A web page of your own in one evening",
          summary: "We write a page of your own in one evening, and learn why < and > get so much attention.",
        },
      },
    },
    {
      name: "planetarium",
      institution: institutions.university,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 350,
      priceMax: 600,
      ageMin: 6,
      audiences: ["children", "family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        60,
        [...when.everyWeek([6, 7], 14, 0, { from: -4, to: 6 }), when.inDays(0, 15, 0), when.inDays(1, 15, 0)],
        places.planetarium,
      ),
      links: [ticket("planetarium")],
      texts: {
        ru: {
          title: "Планетарий: звёзды над Волгой",
          summary: "Купол гаснет, и небо становится таким, каким его видели булгары.",
          body: "После сеанса ведут к телескопу 1895 года. От вокзала ходит электричка, станция «Обсерватория».",
        },
        tt: {
          title: "Планетарий: Идел өстендә йолдызлар",
          summary: "Гөмбәз карая да күк йөзе болгарлар күргән чактагыча ачыла.",
          body: "Сеанстан соң 1895 елгы телескоп янына алып баралар. Вокзалдан электричка йөри, «Обсерватория» станциясендә төшәсез.",
        },
        en: {
          title: "Planetarium: stars over the Volga",
          summary: "The dome goes dark, and the sky is as the Bolgars saw it.",
          body: "Afterwards you are taken to the telescope of 1895. A local train runs from the station to Observatoriya.",
        },
      },
    },
    {
      name: "tatar-for-beginners",
      institution: institutions.library,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 12,
      heldIn: "tt",
      occurrences: lasting(
        60,
        [...when.everyWeek([2, 4], 19, 0), when.inDays(0, 19, 0), when.weekend(6, 12, 0)],
        places.library,
      ),
      links: [stream("tatar-for-beginners"), recording("tatar-for-beginners")],
      texts: {
        ru: {
          title: "Татарский с нуля: как спросить дорогу и не уйти без чая",
          summary: "Двадцать фраз за урок; домашнее задание — поговорить с соседкой.",
        },
        tt: {
          title: "Татар теле башлап өйрәнүчеләргә",
          summary: "Дәрестә егерме җөмлә; өй эше — күрше апа белән сөйләшү.",
        },
        en: {
          title: "Tatar from scratch: ask the way and stay for tea",
          summary: "Twenty phrases a lesson; the homework is to talk to a neighbour.",
        },
      },
    },
    {
      name: "museum-volunteers",
      institution: institutions.cityCulture,
      attendanceMode: "online",
      isFree: true,
      ageMin: 16,
      heldIn: "ru",
      accessibility: ["subtitles"],
      occurrences: lasting(120, [when.past(25, 10, 0), when.inDays(4, 10, 0), when.weekend(7, 10, 0)]),
      links: [stream("museum-volunteers"), recording("museum-volunteers")],
      texts: {
        ru: {
          title: "Учебный модуль: волонтёр в музее",
          summary: "Как встретить, проводить и не мешать: два часа и справка об окончании.",
          body: "Отдельная часть о посетителях, которые не видят или не слышат. Прошлый выпуск можно посмотреть в записи.",
        },
        tt: {
          title: "Уку модуле: музейда волонтёр",
          summary: "Ничек каршы алырга, озатырга һәм комачауламаска: ике сәгать һәм таныклык.",
          body: "Күрмәүче һәм ишетмәүче кунаклар турында аерым бүлек бар. Алдагы дәреснең язмасын карарга була.",
        },
        en: {
          title: "Training module: museum volunteer",
          summary: "How to greet, guide and stay out of the way: two hours and a certificate.",
          body: "One part is about visitors who cannot see or hear. The last session is there to watch.",
        },
      },
    },
    {
      name: "lobachevsky",
      institution: institutions.university,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 200,
      ageMin: 12,
      heldIn: "ru",
      occurrences: lasting(80, [when.inDays(1, 18, 30), when.inDays(33, 18, 30)], places.university),
      links: [ticket("lobachevsky")],
      texts: {
        ru: {
          title: "Лобачевский на пальцах",
          summary: "Почему параллельные всё-таки встречаются: лекция с апельсином, седлом и ножницами.",
          who: "Профессор Дина Юсупова",
        },
      },
    },
    {
      name: "name-of-kazan",
      institution: institutions.nationalMuseum,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 12,
      heldIn: "ru",
      audiences: ["seniors"],
      occurrences: lasting(75, [when.past(34, 18, 30), when.weekend(6, 16, 30)], places.nationalMuseum),
      links: [recording("name-of-kazan")],
      texts: {
        ru: {
          title: "Откуда имя Казань: котёл и другие версии",
          summary: "Лекция о пяти легендах и одной монете, которая старше всех споров. Есть запись.",
        },
        tt: {
          title: "Казан исеме кайдан: казан һәм башка фаразлар",
          summary: "Биш риваять һәм барлык бәхәсләрдән дә борынгырак бер тәңкә турында лекция. Язмасы бар.",
        },
        en: {
          title: "Where Kazan got its name: the cauldron and other tales",
          summary: "Five legends and one coin older than all the arguments. Recorded.",
        },
      },
    },
  ];
}

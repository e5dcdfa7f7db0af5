import type { When } from "../when.ts";
import { type DemoCourse, weekdayOf, weekly } from "./demo-course.ts";

/** What people past 55 ask for most: a phone, a computer, the state's services, safety. */
export function digital(when: When): DemoCourse[] {
  // Soon enough to be met in a demonstration: the button to join comes minutes after the enrolment.
  const soon = when.inMinutes(25);
  const nextHelp = soon.minus({ minutes: soon.minute % 5 });
  return [
    {
      name: "smartphone",
      texts: {
        ru: {
          title: "Смартфон с нуля",
          about:
            "Звонить и писать, увеличивать буквы, снимать и отправлять фото, говорить по видео с внуками. Идём медленно, каждый шаг повторяем.",
          needs: "Любой смартфон и зарядка. Знать заранее ничего не нужно.",
        },
        tt: {
          title: "Смартфон – башыннан ук",
          about:
            "Шалтыратырга һәм язарга, хәрефләрне зурайтырга, фото төшереп җибәрергә, оныклар белән видео аша сөйләшергә өйрәнәсез. Ашыкмыйбыз, һәр адымны кабатлыйбыз.",
          needs: "Теләсә нинди смартфон һәм зарядка. Алдан белү кирәкми.",
        },
        en: {
          title: "Smartphone from scratch",
          about:
            "Calling and writing, making letters larger, taking and sending photos, video calls with grandchildren. We go slowly and repeat every step.",
          needs: "Any smartphone and its charger. You need to know nothing beforehand.",
        },
      },
      groups: [
        {
          teacher: "Гузель Хасанова",
          audiences: ["seniors"],
          capacity: 12,
          enrolled: 7,
          lessons: weekly(when.inDays(3, 10, 0), [1, 3], 90, 12),
        },
        {
          teacher: "Гузель Хасанова",
          audiences: ["seniors"],
          capacity: 12,
          enrolled: 12,
          waiting: 3,
          lessons: weekly(when.inDays(2, 14, 0), [2, 4], 90, 12),
        },
        {
          teacher: "Рәмзия Галиева",
          heldIn: "tt",
          audiences: ["seniors"],
          capacity: 10,
          enrolled: 4,
          lessons: weekly(when.inDays(5, 11, 0), [6], 90, 8),
        },
      ],
    },
    {
      name: "state-services",
      texts: {
        ru: {
          title: "Госуслуги без очереди",
          about:
            "Войти и вспомнить пароль, записаться к врачу, заказать справку, проверить пенсию, заплатить за квартиру без комиссии.",
          needs: "Телефон или компьютер, паспорт и СНИЛС под рукой.",
        },
        tt: {
          title: "Дәүләт хезмәте чиратсыз",
          about:
            "Керергә һәм серсүзне торгызырга, табибка язылырга, белешмә алырга, пенсияне тикшерергә, фатир өчен комиссиясез түләргә өйрәнәсез.",
          needs: "Телефон яки компьютер, кул астында паспорт һәм СНИЛС.",
        },
        en: {
          title: "State services online",
          about:
            "Signing in and recovering a password, booking a doctor, ordering certificates, checking a pension, paying bills without a fee.",
          needs: "A phone or a computer, your passport and insurance number at hand.",
        },
      },
      groups: [
        {
          teacher: "Марина Соколова",
          audiences: ["seniors"],
          capacity: 15,
          enrolled: 9,
          lessons: weekly(when.inDays(1, 10, 30), [weekdayOf(when.inDays(1, 10, 30))], 90, 6),
        },
        {
          teacher: "Марина Соколова",
          audiences: ["seniors"],
          capacity: 12,
          enrolled: 9,
          // Is over: three weeks of lessons that people came to, and certificates.
          lessons: weekly(
            when.past(24, 10, 30),
            [weekdayOf(when.past(24, 10, 30)), weekdayOf(when.past(21, 10, 30))],
            90,
            6,
          ),
        },
      ],
    },
    {
      name: "computer",
      texts: {
        ru: {
          title: "Компьютер для начинающих",
          about:
            "Мышь и клавиатура, папки и файлы, письмо в редакторе, почта, поиск в интернете. К концу курса вы сами найдёте рецепт, напечатаете его и отправите подруге.",
          needs: "Компьютер или ноутбук с интернетом. Если его нет — приходите в библиотеку, там поставим.",
        },
        tt: {
          title: "Компьютер: беренче адым",
          about:
            "Тычкан һәм клавиатура, папкалар һәм файллар, хат язу, почта, интернеттан эзләү. Курс ахырында рецептны үзегез табып, бастырып, дустыгызга җибәрәсез.",
          needs: "Интернетлы компьютер яки ноутбук. Булмаса, китапханәгә килегез, анда бар.",
        },
        en: {
          title: "Computer for beginners",
          about:
            "Mouse and keyboard, folders and files, writing a letter, e-mail, searching the web. By the end you find a recipe, type it and send it to a friend.",
          needs: "A computer with internet. Without one, come to the library: there is one for you.",
        },
      },
      groups: [
        {
          teacher: "Ильдар Сафин",
          audiences: ["seniors"],
          capacity: 12,
          enrolled: 10,
          // Has begun: still time to join.
          lessons: weekly(when.past(10, 12, 0), [1, 3, 5], 90, 16),
        },
        {
          teacher: "Ильдар Сафин",
          level: "intermediate",
          capacity: 12,
          enrolled: 3,
          lessons: weekly(when.inDays(9, 18, 30), [2, 4], 90, 10),
        },
      ],
    },
    {
      name: "safe-money",
      texts: {
        ru: {
          title: "Деньги и мошенники",
          about: "Как звонят мошенники и что отвечать, как проверить сайт и письмо, что делать, если деньги уже ушли.",
          needs: "Телефон. Карту и пароли никому не показываем — и нам тоже.",
        },
        tt: {
          title: "Акча һәм мошенниклар",
          about:
            "Мошенниклар ничек шалтырата һәм нәрсә дип җавап бирергә, сайтны, хатны ничек тикшерергә, акча киткән булса, нишләргә.",
          needs: "Телефон. Картаны, серсүзләрне беркемгә дә, безгә дә күрсәтмибез.",
        },
        en: {
          title: "Money and fraud",
          about:
            "How fraudsters call and what to say, how to check a site or a letter, what to do when money has gone.",
          needs: "A phone. Nobody is shown your card or passwords, not even us.",
        },
      },
      groups: [
        {
          teacher: "Сергей Антонов",
          capacity: 2,
          enrolled: 1,
          lessons: weekly(when.inDays(4, 16, 0), [weekdayOf(when.inDays(4, 16, 0))], 60, 4),
        },
      ],
    },
    {
      name: "phone-help",
      texts: {
        ru: {
          title: "Вопрос — ответ: телефон",
          about: "Приносите свой вопрос: не слышно звука, кончилась память, пропал значок. Разбираем вместе на экране.",
          needs: "Телефон и вопрос.",
        },
        tt: {
          title: "Телефон: сорау – җавап",
          about: "Соравыгызны китерегез: тавыш юк, хәтер тулды, билге югалды. Экранда бергә карыйбыз.",
          needs: "Телефон һәм сорау.",
        },
        en: {
          title: "Phone: ask and solve",
          about: "Bring your question: no sound, memory full, an icon lost. We look at it together on the screen.",
          needs: "A phone and a question.",
        },
      },
      groups: [
        {
          teacher: "Айгуль Миннуллина",
          capacity: 20,
          enrolled: 6,
          lessons: weekly(nextHelp, [weekdayOf(nextHelp)], 60, 8),
        },
      ],
    },
  ];
}

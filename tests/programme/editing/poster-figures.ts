import type { Known } from "../../../bot/programme/editing/extract/extract-event.ts";
import { institutions } from "../../../prisma/seed/institutions.ts";
import { places } from "../../../prisma/seed/places.ts";

const houseKeys = Object.keys(institutions);

/** The places and houses of the demo city, as the bot knows them; ids are places in these lists. */
export const placeKeys = Object.keys(places);
export const city: Known = {
  places: Object.entries(places).map(([key, { texts }], id) => ({
    id,
    names: Object.values(texts).map(({ title }) => title),
    addresses: Object.values(texts).flatMap(({ address }) => address ?? []),
    houseId: houseKeys.includes(key) ? houseKeys.indexOf(key) : null,
  })),
  institutions: Object.values(institutions).map(({ names }, id) => ({ id, names: Object.values(names) })),
};
export const houseKeyOf = (id: number): string => houseKeys[id] ?? "";

/** What a person reads in a poster; only what it says is compared. */
export interface PosterFigures {
  name: string;
  text: string;
  title: string;
  dates: string[];
  place?: string;
  house?: string;
  section?: string;
  price?: string | null;
  age?: number;
  links?: string[];
  who?: string;
  mode?: string;
  language: string;
  /** Words that must not be lost from the text. */
  keeps?: string;
}

/** Posters of many kinds in three languages; the day is Sunday 29 November 2026. */
export const figures: PosterFigures[] = [
  {
    name: "p1 premiere, two evenings, address",
    text: "🎭 ПРЕМЬЕРА!\nТатарский театр имени Галиасгара Камала приглашает на спектакль «Идегей»\n5 и 6 декабря. Начало в 18:30\nул. Хади Такташа, 74\nБилеты 400–1200 руб., можно по Пушкинской карте: quicktickets.ru/kamal\n12+",
    title: "Спектакль «Идегей»",
    ...{ dates: ["2026-12-05 18:30", "2026-12-06 18:30"], place: "kamal", house: "kamal", section: "theatre" },
    ...{ price: "400–1200 RUB", age: 12, links: ["ticket https://quicktickets.ru/kamal"], language: "ru" },
  },
  {
    name: "p2 Tatar play, address in Tatar",
    text: "Г. Камал театрында «Галиябану»\n\nМирхәйдәр Фәйзинең музыкаль драмасы.\n9 декабрь, сәгать 18.30\nҺади Такташ ур., 74\nБилетлар 300 сумнан, 6+\nkamalteatr.ru",
    title: "«Галиябану»",
    ...{ dates: ["2026-12-09 18:30"], place: "kamal", house: "kamal", section: "theatre", age: 6 },
    ...{ links: ["site https://kamalteatr.ru/"], language: "tt", keeps: "музыкаль драмасы" },
  },
  {
    name: "p3 series with who plays",
    text: "Джаз в филармонии\nКаждую пятницу в 19:00 до 26 декабря – живой джаз. Играет квартет Ильнура Миннахметова.\nФилармония им. Г. Тукая, ул. Павлюхина, 73\nВход 500 рублей. 12+\nБилеты: https://tatfil.ru/tickets",
    title: "Джаз в филармонии",
    dates: ["2026-12-04 19:00", "2026-12-11 19:00", "2026-12-18 19:00", "2026-12-25 19:00"],
    ...{ place: "philharmonic", house: "philharmonic", section: "music", price: "500 RUB", age: 12 },
    ...{ links: ["ticket https://tatfil.ru/tickets"], who: "квартет Ильнура Миннахметова", language: "ru" },
    keeps: "живой джаз",
  },
  {
    name: "p5 lecture with stream and sign language",
    text: "Лекция «Тайны Казанского кремля»\n10.12.2026, 17.30\nМузей изобразительных искусств РТ\nВход 200 ₽, пенсионерам и студентам бесплатно. 12+\nС сурдопереводом. Трансляция: https://youtube.com/live/abc",
    title: "Лекция «Тайны Казанского кремля»",
    ...{ dates: ["2026-12-10 17:30"], house: "fineArts", section: "knowledge", price: "200 RUB", age: 12 },
    ...{ links: ["stream https://youtube.com/live/abc"], language: "ru", keeps: "пенсионерам и студентам бесплатно" },
  },
  {
    name: "p6 Tatar exhibition, range in cases",
    text: "Милли музейда «Алтын бишек» күргәзмәсе\n4 декабрьдән 31 январьга кадәр\nКерү 150 сум, балаларга бушлай\nКүргәзмәдә борынгы бизәнү әйберләре.",
    title: "«Алтын бишек» күргәзмәсе",
    ...{ dates: ["2026-12-04/2027-01-31"], house: "nationalMuseum", section: "museums", price: "150 RUB" },
    ...{ language: "tt", keeps: "борынгы бизәнү" },
  },
  {
    name: "p7 one paragraph",
    text: "Дорогие друзья! В воскресенье, 13 декабря, в 17 часов в Большом зале Казанской консерватории состоится концерт «Вечер русского романса». Солист Иван Петров исполнит романсы Глинки. Вход 300 рублей, 6+. Трансляция на сайте kazancons.ru",
    title: "Концерт «Вечер русского романса»",
    ...{ dates: ["2026-12-13 17:00"], house: "conservatoire", section: "music", price: "300 RUB", age: 6 },
    ...{ language: "ru" },
  },
  {
    name: "p8 six shows of a New Year tree",
    text: "Яңа ел чыршысы! Новогодняя ёлка «Сказка Деда Мороза»\n26, 27 и 28 декабря в 11:00 и 14:00\nДК имени Саид-Галеева, ул. Поперечно-Базарная, 1\nОнлайн-билеты: dk-tickets.ru\nЦена 350 руб. 0+",
    title: "Новогодняя ёлка «Сказка Деда Мороза»",
    dates: ["26", "27", "28"].flatMap((day) => [`2026-12-${day} 11:00`, `2026-12-${day} 14:00`]),
    ...{ price: "350 RUB", age: 0, links: ["ticket https://dk-tickets.ru/"], language: "ru" },
  },
  {
    name: "VK post",
    text: "Друзья, ждём вас на творческой встрече!\n\n«Как рождается сказка»: писатель Алина Хасанова расскажет о новой книге.\n\n🗓 12 декабря, 15:00\n📍 Театр кукол «Экият», ул. Петербургская, 57\n💳 вход свободный\n#казань #куда_пойти",
    title: "«Как рождается сказка»",
    ...{ dates: ["2026-12-12 15:00"], place: "ekiyat", house: "ekiyat", price: "free", language: "ru" },
    keeps: "писатель Алина Хасанова",
  },
  {
    name: "Telegram post with emoji",
    text: "🔥🎷 Ночь джаза 🎷🔥\n⏰ 18 декабря в 21:00\n📍Качаловский театр\n🎟 от 800 ₽ → radario.ru/events/1\n🔞 18+",
    title: "Ночь джаза",
    ...{ dates: ["2026-12-18 21:00"], place: "kachalov", house: "kachalov", section: "music", price: "800+ RUB" },
    ...{ age: 18, links: ["ticket https://radario.ru/events/1"], language: "ru" },
  },
  {
    name: "English concert",
    text: "Winter Lights: a choral concert\nSaturday, December 12, 7 pm\nVenue: Tukay Philharmonic Hall\nTickets 600 rub at tatfil.ru\nAges 6+",
    title: "Winter Lights: a choral concert",
    ...{ dates: ["2026-12-12 19:00"], place: "philharmonic", house: "philharmonic", section: "music" },
    ...{ price: "600 RUB", age: 6, links: ["ticket https://tatfil.ru/"], language: "en" },
  },
  {
    name: "leaflet in capitals",
    text: "ВНИМАНИЕ!\nКОНЦЕРТ ОРГАННОЙ МУЗЫКИ\nИсполнитель: Рубин Абдуллин\n20 декабря 2026 года, 18:00\nБольшой концертный зал имени Сайдашева\nСтоимость билета 450 руб.\nСправки: 8 (843) 292-17-17",
    title: "КОНЦЕРТ ОРГАННОЙ МУЗЫКИ",
    ...{ dates: ["2026-12-20 18:00"], place: "saydash", section: "music", price: "450 RUB", language: "ru" },
    ...{ who: "Рубин Абдуллин" },
  },
  {
    name: "museum exhibition with hours",
    text: "Выставка «Свет и тень»\n4 декабря – 31 января\nЕжедневно 10:00–18:00\nНациональный музей РТ\nВходной билет 250 ₽, льготный 100 ₽\n0+",
    title: "Выставка «Свет и тень»",
    ...{ house: "nationalMuseum", section: "museums", price: "100–250 RUB", age: 0, language: "ru" },
    dates: ["2026-12-04/2027-01-31"],
  },
  {
    name: "online stream",
    text: "Онлайн-лекция «Искусство авангарда»\n8 декабря в 19:00\nБесплатно\nТрансляция: https://vk.com/video1\n12+",
    title: "Онлайн-лекция «Искусство авангарда»",
    ...{ dates: ["2026-12-08 19:00"], section: "knowledge", price: "free", age: 12, mode: "online" },
    ...{ links: ["stream https://vk.com/video1"], language: "ru" },
  },
  {
    name: "lecture with registration",
    text: "Лекция «История чак-чака»\n17 декабря, 18:30\nЛектор: Гузель Валеева\nУчастие бесплатное, по регистрации: event.timepad.ru/1\nРегистрация до 16 декабря",
    title: "Лекция «История чак-чака»",
    ...{ dates: ["2026-12-17 18:30"], section: "knowledge", price: "free", who: "Гузель Валеева" },
    ...{ links: ["ticket https://event.timepad.ru/1"], language: "ru" },
  },
  {
    name: "festival over three days",
    text: "Фестиваль уличных театров «Снежный карнавал»\n11–13 декабря\nКачаловский театр, ул. Баумана, 48\nВход свободный\n6+",
    title: "Фестиваль уличных театров «Снежный карнавал»",
    ...{
      dates: ["2026-12-11/2026-12-13"],
      place: "kachalov",
      section: "theatre",
      price: "free",
      age: 6,
      language: "ru",
    },
  },
  {
    name: "workshop series",
    text: "Мастер-классы «Татарский орнамент»\nПо субботам в 12:00 с 5 по 26 декабря\nСтоимость 700 рублей с человека\nПреподаватель: Лилия Гарипова",
    title: "Мастер-классы «Татарский орнамент»",
    dates: ["05", "12", "19", "26"].map((day) => `2026-12-${day} 12:00`),
    ...{ section: "knowledge", price: "700 RUB", who: "Лилия Гарипова", language: "ru" },
  },
  {
    name: "kids' club",
    text: "Детский клуб «Звёздочка»: день опытов\n6 декабря, 11:00–13:00\nЦена: 350 р. с ребёнка, родители бесплатно\nДля детей 6+",
    title: "Детский клуб «Звёздочка»: день опытов",
    ...{ dates: ["2026-12-06 11:00–13:00"], price: "350 RUB", age: 6, language: "ru" },
  },
  {
    name: "Tatar concert",
    text: "«Моңлы кичләр» концерты\n12 декабрь, шимбә, 18:00\nОпера һәм балет театры\nБилетлар: 500 сумнан\nКатнаша: Айдар Галимов\n6+",
    title: "«Моңлы кичләр» концерты",
    ...{ dates: ["2026-12-12 18:00"], place: "opera", section: "music", age: 6, language: "tt", who: "Айдар Галимов" },
  },
  {
    name: "film club",
    text: "Киноклуб: показ фильма «Зеркало» и обсуждение\nСреда, 9 декабря, 19:00\nВход по билетам, 300 ₽. В баре бесплатный чай.\n16+",
    title: "Киноклуб: показ фильма «Зеркало» и обсуждение",
    ...{ dates: ["2026-12-09 19:00"], section: "cinema", price: "300 RUB", age: 16, language: "ru" },
  },
  {
    name: "walk, meeting place",
    text: "Экскурсия «Тайны старой Казани»\n19 декабря в 14:00 и 16:00\nМесто встречи: ул. Баумана, у часов\nСтоимость — 500 руб.\nЗапись по телефону +7 917 123-45-67",
    title: "Экскурсия «Тайны старой Казани»",
    ...{ dates: ["2026-12-19 14:00", "2026-12-19 16:00"], section: "excursions", price: "500 RUB", language: "ru" },
  },
];

import type { Known } from "../../../bot/programme/editing/extract/extract-event.ts";
import type { MarkedText } from "../../../bot/programme/editing/extract/extracted.ts";

/** Friday, half past five in the afternoon, in Kazan. */
export const reading = { now: new Date("2026-11-20T14:30:00Z"), zone: "Europe/Moscow" };

export const known: Known = {
  places: [
    { id: 1, names: ["Старый причал", "Иске пристань", "Old Pier"] },
    { id: 2, names: ["Большая сцена", "Зур сәхнә", "Grand Stage"] },
    { id: 3, names: ["Национальная библиотека", "Милли китапханә", "National Library"] },
    { id: 4, names: ["Дом"] },
  ],
  institutions: [
    { id: 11, names: ["Театр кукол «Экият»", "«Әкият» курчак театры"] },
    { id: 12, names: ["Симфонический оркестр города", "City Symphony Orchestra"] },
  ],
};

/** A text in which <b>…</b> and [words](address) are Telegram's entities. */
export function marked(source: string): MarkedText {
  const entities: NonNullable<MarkedText["entities"]>[number][] = [];
  let text = "";
  for (const part of source.split(/(<b>.*?<\/b>|\[[^\]]*\]\([^)]*\))/su)) {
    const bold = /^<b>(.*)<\/b>$/su.exec(part)?.[1];
    const [, words, url] = /^\[([^\]]*)\]\(([^)]*)\)$/su.exec(part) ?? [];
    const added = bold ?? words ?? part;
    if (bold !== undefined) entities.push({ type: "bold", offset: text.length, length: added.length });
    if (url !== undefined) entities.push({ type: "text_link", offset: text.length, length: added.length, url });
    text += added;
  }
  return { text, entities };
}

interface Poster {
  source: string;
  title: string;
  /** Local starts; "2026-12-05 18:30", without an hour "2026-12-05", lasting days "2026-12-05/2026-12-07". */
  dates: string[];
  place?: number | string;
  price?: { isFree: boolean; priceMin?: number; priceMax?: number; currency?: string };
  age?: number;
  links?: [string, string][];
  section?: string;
  mode?: string;
  language: "ru" | "tt" | "en";
}

export const posters: Poster[] = [
  {
    source:
      "🎻 <b>Зимняя рапсодия</b>\n\n5 декабря в 18:30\n📍 Старый причал, ул. Речная, 3\nБилеты: 500–1 200 ₽\n12+\n\nСимфонический оркестр города играет Рахманинова и Яхина.\n\n[Купить билет](https://tickets.example/rhapsody)",
    title: "Зимняя рапсодия",
    dates: ["2026-12-05 18:30"],
    place: 1,
    price: { isFree: false, priceMin: 500, priceMax: 1200, currency: "RUB" },
    age: 12,
    links: [["ticket", "https://tickets.example/rhapsody"]],
    section: "music",
    mode: "on_site",
    language: "ru",
  },
  {
    source: "Выставка «Город на воде» открыта с 28 ноября по 15 января, 10:00–18:00. Вход свободный. 0+",
    title: "Выставка «Город на воде» открыта",
    dates: ["2026-11-28/2027-01-15"],
    price: { isFree: true },
    age: 0,
    section: "museums",
    language: "ru",
  },
  {
    source: "АФИША!\n5, 6 и 7 декабря в 19:00 — спектакль «Чайка»\nМесто: Большая сцена\nЦена от 700 руб.\n16+",
    title: "Спектакль «Чайка»",
    dates: ["2026-12-05 19:00", "2026-12-06 19:00", "2026-12-07 19:00"],
    place: 2,
    price: { isFree: false, priceMin: 700, currency: "RUB" },
    age: 16,
    section: "theatre",
    mode: "on_site",
    language: "ru",
  },
  {
    source:
      "Приглашаем!\nЛекция «Как слушать джаз»\n05.12.2026 в 18.00\nНациональная библиотека\nБесплатно, по регистрации: https://timepad.example/event/1",
    title: "Лекция «Как слушать джаз»",
    dates: ["2026-12-05 18:00"],
    place: 3,
    price: { isFree: true },
    links: [["ticket", "https://timepad.example/event/1"]],
    section: "knowledge",
    language: "ru",
  },
  {
    source:
      "Онлайн-трансляция концерта органной музыки\n12 дек., 20:00 (мск)\nСмотреть: https://www.youtube.com/watch?v=abc\nБесплатно",
    title: "Онлайн-трансляция концерта органной музыки",
    dates: ["2026-12-12 20:00"],
    price: { isFree: true },
    links: [["stream", "https://www.youtube.com/watch?v=abc"]],
    section: "music",
    mode: "online",
    language: "ru",
  },
  {
    source: "Фестиваль света\n5–7 дек.\nЦентр города\nВход свободный для всех",
    title: "Фестиваль света",
    dates: ["2026-12-05/2026-12-07"],
    price: { isFree: true },
    language: "ru",
  },
  {
    source: "Спектакль для детей «Колобок»\n6 декабря в 11:00 и 14:00\nТеатр кукол «Экият»\nБилеты 350 руб.\n0+",
    title: "Спектакль для детей «Колобок»",
    dates: ["2026-12-06 11:00", "2026-12-06 14:00"],
    price: { isFree: false, priceMin: 350, priceMax: 350, currency: "RUB" },
    ...{ place: "Театр кукол «Экият»", mode: "on_site", age: 0 },
    section: "theatre",
    language: "ru",
  },
  {
    source:
      "Кинопоказ под открытым небом\nСбор гостей в 19:30, начало в 20:00\n4 декабря, пятница\nГде: двор Летнего дома",
    title: "Кинопоказ под открытым небом",
    dates: ["2026-12-04 20:00"],
    place: "двор Летнего дома",
    section: "cinema",
    mode: "on_site",
    language: "ru",
  },
  {
    source: "Друзья!\nВстреча с поэтом 3 декабря, в 7 вечера\nРодился он 14 мая 1950 года. Читает стихи разных лет.",
    title: "Встреча с поэтом",
    dates: ["2026-12-03 19:00"],
    section: "literature",
    language: "ru",
  },
  {
    source:
      "Экскурсия «Дворы старого города»\n28 ноября – 5 декабря, начало в 12:00\n300 р. с человека, сбор у фонтана",
    title: "Экскурсия «Дворы старого города»",
    dates: ["28", "29", "30", "01", "02", "03", "04", "05"].map(
      (day) => `2026-${Number(day) > 20 ? 11 : 12}-${day} 12:00`,
    ),
    price: { isFree: false, priceMin: 300, priceMax: 300, currency: "RUB" },
    section: "excursions",
    language: "ru",
  },
  {
    source: "Ночь музеев без дат и цен, подробности позже",
    title: "Ночь музеев без дат и цен, подробности позже",
    dates: [],
    section: "museums",
    language: "ru",
  },
  {
    source: "<b>«Әкият» курчак театры</b>\n<b>«Су анасы» спектакле</b>\n5 декабрьдә, сәгать 11дә\nБәясе 300 сум\n6+",
    title: "«Су анасы» спектакле",
    dates: ["2026-12-05 11:00"],
    price: { isFree: false, priceMin: 300, priceMax: 300, currency: "RUB" },
    age: 6,
    section: "theatre",
    language: "tt",
  },
  {
    source: "Шигырь кичәсе\n2026 елның 12 декабрендә 18:00 сәгатьтә\nУрын: Милли китапханә\nКерү ирекле",
    title: "Шигырь кичәсе",
    dates: ["2026-12-12 18:00"],
    place: 3,
    price: { isFree: true },
    mode: "on_site",
    language: "tt",
  },
  {
    source: "Күргәзмә «Шәһәр һәм су»\n28 ноябрьдән 15 гыйнварга кадәр\nБушлай. Балалар өчен дә",
    title: "Күргәзмә «Шәһәр һәм су»",
    dates: ["2026-11-28/2027-01-15"],
    price: { isFree: true },
    section: "museums",
    language: "tt",
  },
  {
    source:
      "Концерт «Моңнар»\n5 һәм 6 декабрь, кичке 7дә\nЗур сәхнәдә\nБилетлар: 400 сумнан\n[Билет алу](https://bilet.example/mon)",
    title: "Концерт «Моңнар»",
    dates: ["2026-12-05 19:00", "2026-12-06 19:00"],
    place: 2,
    links: [["ticket", "https://bilet.example/mon"]],
    section: "music",
    language: "tt",
  },
  {
    source: "Friday Jazz\nDecember 4, 7:30 pm\nVenue: Old Pier\nTickets $15\nAges 16+\nhttps://jazz.example/friday",
    title: "Friday Jazz",
    dates: ["2026-12-04 19:30"],
    place: 1,
    price: { isFree: false, priceMin: 15, priceMax: 15, currency: "USD" },
    age: 16,
    links: [["site", "https://jazz.example/friday"]],
    section: "music",
    mode: "on_site",
    language: "en",
  },
  {
    source:
      "Free jazz: an evening with the City Symphony Orchestra\n5th December 2026, 19:00–21:00\nat the Grand Stage\nAdmission: 600 rub.",
    title: "Free jazz: an evening with the City Symphony Orchestra",
    dates: ["2026-12-05 19:00"],
    place: 2,
    price: { isFree: false, priceMin: 600, priceMax: 600, currency: "RUB" },
    section: "music",
    language: "en",
  },
  {
    source: 'Exhibition "Water City"\nDecember 5–12\nNational Library\nFree admission\nStep-free access',
    title: 'Exhibition "Water City"',
    dates: ["2026-12-05/2026-12-12"],
    place: 3,
    price: { isFree: true },
    section: "museums",
    language: "en",
  },
  {
    source: "Workshop: block printing\nFrom 28 November to 2 December, 6 pm\nRegister: [here](https://forms.example/w)",
    title: "Workshop: block printing",
    dates: ["2026-11-28 18:00", "2026-11-29 18:00", "2026-11-30 18:00", "2026-12-01 18:00", "2026-12-02 18:00"],
    links: [["ticket", "https://forms.example/w"]],
    section: "knowledge",
    language: "en",
  },
  {
    source:
      "Вечера настольных игр\nКаждую пятницу в 19:00 до 18 декабря\nНациональная библиотека, вход свободный\nТакже 5 января в 12:00 — большой турнир",
    title: "Вечера настольных игр",
    dates: ["11-20 19:00", "11-27 19:00", "12-04 19:00", "12-11 19:00", "12-18 19:00"]
      .map((date) => `2026-${date}`)
      .concat("2027-01-05 12:00"),
    place: 3,
    price: { isFree: true },
    language: "ru",
  },
  {
    source: "2026-12-24 19:00 Carols by candlelight, streamed live at https://vimeo.com/123",
    title: "Carols by candlelight, streamed live",
    dates: ["2026-12-24 19:00"],
    links: [["stream", "https://vimeo.com/123"]],
    mode: "online",
    language: "en",
  },
];

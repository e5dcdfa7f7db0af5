/** The page's own few words; the bot brings its own. */

const ru = {
  people: "Кем вы будете",
  addPerson: "Добавить человека",
  name: "Имя",
  language: "Язык",
  add: "Добавить",
  cancel: "Отмена",
  close: "Закрыть",
  block: "Заблокировать",
  unblock: "Разблокировать",
  blocked: "Вы заблокировали бота: он не может вам писать.",
  chat: "Переписка",
  message: "Сообщение",
  send: "Отправить",
  menu: "Меню",
  keyboard: "Клавиатура",
  attach: "Прикрепить",
  location: "Место",
  contact: "Мой контакт",
  start: "Старт",
  startWith: "Вы пришли по ссылке:",
  typing: "Печатает…",
  edited: "изменено",
  newMessages: "Новые сообщения",
  download: "Скачать",
  copied: "Скопировано",
  results: "Что отправить",
  nothingFound: "Ничего не найдено",
  choosePlace: "Где вы сейчас?",
  latitude: "Широта",
  longitude: "Долгота",
  sendPlace: "Отправить место",
  share: "Поделиться",
  shareHint: "В Telegram вы выбрали бы, кому это отправить.",
  sendHere: "Написать боту",
  openAs: "Открыть от имени:",
  openMap: "Открыть карту",
  offline: "Нет связи с площадкой. Пробую снова…",
  refused: "Не получилось:",
  unsupported: "Песочница не умеет показать это сообщение.",
  pinned: "Бот закрепил сообщение",
  via: "через",
  bot: "бот",
  you: "вы",
  photo: "Фото",
  sticker: "Наклейка",
  opensOutside: "в новой вкладке",
};

/** @typedef {keyof typeof ru} WordKey */
/** @type {Record<WordKey, string>} */
const tt = {
  people: "Сез кем буласыз",
  addPerson: "Кеше өстәү",
  name: "Исем",
  language: "Тел",
  add: "Өстәү",
  cancel: "Баш тарту",
  close: "Ябу",
  block: "Блоклау",
  unblock: "Блоктан чыгару",
  blocked: "Сез ботны блокладыгыз: ул сезгә яза алмый.",
  chat: "Язышу",
  message: "Хәбәр",
  send: "Җибәрү",
  menu: "Меню",
  keyboard: "Төймәләр",
  attach: "Беркетү",
  location: "Урын",
  contact: "Минем контакт",
  start: "Башлау",
  startWith: "Сез сылтама буенча килдегез:",
  typing: "Яза…",
  edited: "үзгәртелде",
  newMessages: "Яңа хәбәрләр",
  download: "Йөкләп алу",
  copied: "Күчерелде",
  results: "Нәрсә җибәрергә",
  nothingFound: "Берни табылмады",
  choosePlace: "Сез хәзер кайда?",
  latitude: "Киңлек",
  longitude: "Озынлык",
  sendPlace: "Урынны җибәрү",
  share: "Бүлешү",
  shareHint: "Telegramда моны кемгә җибәрергә икәнен сайлар идегез.",
  sendHere: "Ботка язу",
  openAs: "Кем булып ачарга:",
  openMap: "Картаны ачу",
  offline: "Мәйданчык белән элемтә юк. Кабат тоташам…",
  refused: "Булмады:",
  unsupported: "Сынау мәйданчыгы бу хәбәрне күрсәтә белми.",
  pinned: "Бот хәбәрне беркетте",
  via: "аша:",
  bot: "бот",
  you: "сез",
  photo: "Фото",
  sticker: "Стикер",
  opensOutside: "яңа биттә",
};

/** @type {Record<WordKey, string>} */
const en = {
  people: "Who you are",
  addPerson: "Add a person",
  name: "Name",
  language: "Language",
  add: "Add",
  cancel: "Cancel",
  close: "Close",
  block: "Block",
  unblock: "Unblock",
  blocked: "You blocked the bot: it cannot write to you.",
  chat: "Conversation",
  message: "Message",
  send: "Send",
  menu: "Menu",
  keyboard: "Keyboard",
  attach: "Attach",
  location: "Location",
  contact: "My contact",
  start: "Start",
  startWith: "You came by a link:",
  typing: "Typing…",
  edited: "edited",
  newMessages: "New messages",
  download: "Download",
  copied: "Copied",
  results: "What to send",
  nothingFound: "Nothing found",
  choosePlace: "Where are you now?",
  latitude: "Latitude",
  longitude: "Longitude",
  sendPlace: "Send location",
  share: "Share",
  shareHint: "In Telegram you would choose who gets this.",
  sendHere: "Write it to the bot",
  openAs: "Open as:",
  openMap: "Open the map",
  offline: "No connection to the playground. Trying again…",
  refused: "That did not work:",
  unsupported: "The playground cannot show this message.",
  pinned: "The bot pinned a message",
  via: "via",
  bot: "bot",
  you: "you",
  photo: "Photo",
  sticker: "Sticker",
  opensOutside: "in a new tab",
};

const dictionaries = new Map([
  ["ru", ru],
  ["tt", tt],
  ["en", en],
]);

/** The languages a person can be given, each by its own name. */
export const languageNames = new Map([
  ["ru", "Русский"],
  ["tt", "Татарча"],
  ["en", "English"],
]);

let language = "en";

/** Makes the page speak the person's language; English where it has no words for it. @param {string} code */
export function speak(code) {
  language = dictionaries.has(code) ? code : "en";
  document.documentElement.lang = language;
}

/** @param {WordKey} key @returns {string} */
export function word(key) {
  return (dictionaries.get(language) ?? en)[key];
}

/** "19:05" on this computer's clock. @param {number} unixSeconds @returns {string} */
export function clockTime(unixSeconds) {
  return new Date(unixSeconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** Browsers carry no Tatar calendar. */
const tatarMonths = "гыйнвар февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");

/** "20 November" on the reader's calendar. @param {number} unixSeconds @returns {string} */
export function calendarDay(unixSeconds) {
  const day = new Date(unixSeconds * 1000);
  if (language === "tt") return `${day.getDate()} ${tatarMonths[day.getMonth()]}`;
  return day.toLocaleDateString(language === "en" ? "en-GB" : language, { day: "numeric", month: "long" });
}

/** "1.5 KB" in the reader's way of writing. @param {number} bytes @returns {string} */
export function fileSize(bytes) {
  const [value, unit] =
    bytes < 1024 ? [bytes, "byte"] : bytes < 1024 ** 2 ? [bytes / 1024, "kilobyte"] : [bytes / 1024 ** 2, "megabyte"];
  return value.toLocaleString(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
}

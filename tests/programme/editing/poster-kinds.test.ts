import { describe, expect, it } from "vitest";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import { withPlainFigures } from "../../../bot/programme/editing/extract/extracted.ts";
import { reading } from "../../feeds/cases/case.ts";
import { writtenDate, writtenPrice } from "../../feeds/cases/written.ts";

const nothing = { places: [], institutions: [] };
const guess = (text: string) => guessEvent({ text }, nothing, reading);

describe("a title has neither its age nor its price behind it", () => {
  it.each([
    ["5 декабря 18:00 | Орган ночью | 600 ₽", "Орган ночью"],
    ["Fri 4 Dec | 7 pm | Organ by night | RUB 600", "Organ by night"],
    ["5 декабря, 12:00 – «Коза-дереза», 3+", "«Коза-дереза»"],
    ["5 декабря, 12:00 Громкие чтения «Зимовье» (3+)", "Громкие чтения «Зимовье»"],
    ["5 декабря, 12:00 – «Моңлы кич», 300 сум", "«Моңлы кич»"],
    ["5 декабрь, 12:00 – «Әкият иле», керү ирекле", "«Әкият иле»"],
    ["Sat 5 Dec, 3 pm – Open rehearsal (free)", "Open rehearsal"],
    ["5 декабря, 12:00 – Джаз / бесплатно / 12+", "Джаз"],
    ["5 декабря, 12:00 – Вечер «Пять рублей»", "Вечер «Пять рублей»"],
    ["5 декабря, 12:00 – Выставка «Казань – 1000»", "Выставка «Казань – 1000»"],
  ])("«%s»: %s", (text, title) => {
    expect(guess(text).title?.value).toBe(title);
  });
});

describe("a title that is shouted is written like any other", () => {
  it.each([
    ["БОЛЬШОЙ КОНЦЕРТ\n5 декабря, 18:00", "Большой концерт"],
    ["ЗУР КОНЦЕРТ\n«ТУГАН ЯК МОҢНАРЫ»\n5 декабрь, 18:00", "Зур концерт «Туган як моңнары»"],
    ["THE SNOW QUEEN\n5 December, 6 pm", "The Snow Queen"],
    ["НОВЫЙ ГОД С ДЕДОМ МОРОЗОМ В ДК ХИМИКОВ\n28 декабря, 12:00", "Новый год с Дедом Морозом в ДК Химиков"],
    ["ВЕЧЕР ПАМЯТИ В. И. ЛЕНИНА\n5 декабря, 18:00", "Вечер памяти В. И. Ленина"],
    ["ВЕЧЕР САФИНОЙ\n5 декабря, 18:00\nПоэтесса Алия Сафина читает новое", "Вечер Сафиной"],
    ["Концерт группы «КИНО»\n5 декабря, 18:00", "Концерт группы «КИНО»"],
    ["МБУК «ДК «ЗАРЯ»\nПРИГЛАШАЕТ НА КОНЦЕРТ «ЭХО»\n5 декабря, 18:00", "Концерт «Эхо»"],
    ["Концерт «Эхо», назначенный на 8 декабря, отменён", "Концерт «Эхо»"],
  ])("«%s»: %s", (text, title) => {
    expect(guess(text).title?.value).toBe(title);
  });
});

describe("adorned figures and letters are plain ones", () => {
  it.each([
    "1️⃣2️⃣ декабря 1️⃣8️⃣:0️⃣0️⃣, билет 3️⃣0️⃣0️⃣ ₽",
    "𝟏𝟐 декабря, 𝟏𝟖:𝟎𝟎, билет 𝟑𝟎𝟎 ₽",
    "𝟷𝟸 декабря, 𝟷𝟾:𝟶𝟶, билет 𝟹𝟶𝟶 ₽",
    "１２ декабря, １８：００, билет ３００ ₽",
    "⑫ декабря, ⑱:00, билет 300 ₽",
    "𝟏𝟐 𝐃𝐞𝐜𝐞𝐦𝐛𝐞𝐫, 𝟔 𝐩𝐦, ticket RUB 300",
  ])("«%s»", (text) => {
    const { dates, price } = guess(text);
    expect(dates.map(({ value }) => writtenDate(value))).toEqual(["2026-12-12 18:00"]);
    expect(price && writtenPrice(price.value)).toBe("300 RUB");
  });

  it("leave what is marked behind them where it is", () => {
    const text = "1️⃣2️⃣ декабря 𝟏𝟖:𝟎𝟎 Лёд";
    const bold = { type: "bold", offset: text.indexOf("Лёд"), length: 3 };
    const plain = withPlainFigures({ text, entities: [bold] }, 100);
    const [moved] = plain.entities ?? [];
    expect(plain.text).toBe("12 декабря 18:00 Лёд");
    expect(plain.text.slice(moved?.offset, (moved?.offset ?? 0) + (moved?.length ?? 0))).toBe("Лёд");
  });
});

describe("who takes part", () => {
  it.each([
    [
      "Играет биг-бенд под управлением Тимура Сафина, солистка Анна Петрова.",
      "биг-бенд под управлением Тимура Сафина, солистка Анна Петрова",
    ],
    ["Speaker: Dr. Leila Akhmetova, Kazan Federal University", "Dr. Leila Akhmetova, Kazan Federal University"],
    ["Лектор — д.ф.н., проф. А. С. Лапин. Вход свободный", "д.ф.н., проф. А. С. Лапин"],
    ["Расскажет профессор И. И. Иванов из музея.", "профессор И. И. Иванов из музея"],
    ["Кичәдә «Ләйсән» ансамбле катнаша.", "«Ләйсән» ансамбле"],
    ["An evening of songs, performed by the Volga Choir.", "the Volga Choir"],
    ["Читает стихи разных лет.", undefined],
    ["Поют песни Тукая", undefined],
    ["Автор расскажет, как роман складывался.", undefined],
    ["Спектакль татар телендә бара, 3+", undefined],
  ])("«%s»", (text, who) => {
    expect(guess(text).who?.value).toBe(who);
  });
});

describe("a place that nobody knows", () => {
  it.each([
    [
      "Приглашаем 26 декабря в 18:30 в Дворец культуры «Заря» (ул. Николая Ершова, 57а).",
      "Дворец культуры «Заря», ул. Николая Ершова, 57а",
    ],
    ["11 декабря, 18:00, ДК Химиков, ул. Копылова, 1, 2 этаж", "ДК Химиков, ул. Копылова, 1, 2 этаж"],
    ["Встречаемся по адресу: ул. Баумана, 5", "ул. Баумана, 5"],
    ["🏰 Дом актёра, г. Казань, Щапова 37", "Дом актёра, г. Казань, Щапова 37"],
    ["Китап йорты, Островский урамы, 15", "Китап йорты, Островский урамы, 15"],
    ["Fabrika, 12 Gvardeyskaya Street, room 4", "Fabrika, 12 Gvardeyskaya Street, room 4"],
    ["ДК ХИМИКОВ\nУЛ. ГВАРДЕЙСКАЯ, 33", "ДК Химиков, ул. Гвардейская, 33"],
    ["Культурный центр «Заря»\nпр. Победы, 15", "Культурный центр «Заря», пр. Победы, 15"],
    ["Г. КАЗАНЬ, УЛ. КОПЫЛОВА, 2А", "г. Казань, ул. Копылова, 2а"],
    ["Ярмарка на площади Свободы 5 декабря", undefined],
    ["Спектакль идёт 90 минут. Пушкинская карта, 500 р.", undefined],
  ])("«%s»", (text, place) => {
    expect(guess(text).place?.value).toEqual(place && { kind: "typed", text: place });
  });
});

describe("for whom, and in which language", () => {
  it.each([
    ["Билеты 500 ₽, детям до 12 лет — бесплатно", [], null],
    ["Бесплатный спектакль для детей", ["children"], null],
    ["Керү 150 сум, 16 яшькә кадәр балаларга бушлай", [], null],
    ["Концерт для пенсионеров, вход свободный", ["seniors"], null],
    ["Спектакль татар телендә бара, 3+", [], "tt"],
    ["Спектакль на татарском языке с переводом на русский", [], "tt"],
    ["Language: English. Free", [], "en"],
    ["In English and Russian.", [], null],
    ["Язык: русский, татарский", [], null],
    ["Films in original language with English subtitles", [], null],
  ])("«%s»", (text, audiences, heldIn) => {
    expect(guess(text)).toMatchObject({ audiences, heldIn });
  });
});

describe("a week that repeats without an end", () => {
  it.each([
    ["Клуб\nКогда: каждую среду, 19:00\nВход свободный", "каждую среду, 19:00"],
    ["Клуб\nПо средам в 19:00.", "По средам в 19:00"],
    ["Club\nWhen: every Thursday at 7 pm", "every Thursday at 7 pm"],
    ["Клуб\nҺәр җомга 18:00", "Һәр җомга 18:00"],
    ["Клуб собирается каждую среду в 19:00 в читальном зале", "каждую среду в 19:00"],
    ["We meet every Thursday at 7 pm in the small hall", "every Thursday at 7 pm"],
    ["Түгәрәк һәр җомга 18:00 китапханәдә җыела", "һәр җомга 18:00"],
    ["Выставка до 14 февраля", undefined],
    ["Клуб\nКаждую среду в 19:00 до 23 декабря", undefined],
  ])("«%s»", (text, said) => {
    const { endless, body } = guess(text);
    expect(endless?.value).toBe(said);
    // Where nothing else stands in its line, it is no part of the text.
    if (text.includes("\n")) expect(body ?? "").not.toContain("19:00");
  });
});

describe("a poster of what is off or moved", () => {
  it.each([
    ["Концерт «Эхо» переносится с 5 декабря на 12 декабря, 18:00", "moved", ["2026-12-12 18:00"]],
    ["Спектакль «Эхо» 9 декабря (18:30) отменяется", "cancelled", ["2026-12-09 18:30"]],
    [
      "POSTPONED: Walk\nplanned for 6 December at 12:00 has been postponed to 13 December at 12:00",
      "moved",
      ["2026-12-13 12:00"],
    ],
    ["Концерт «Эхо» 12 декабря, 18:00\nВозврат билетов до 10 декабря", null, ["2026-12-12 18:00"]],
    ["Концерт «Эхо» 12 декабря, 18:00\nБронь билетов отменяется за час", null, ["2026-12-12 18:00"]],
  ])("«%s»", (text, status, dates) => {
    const read = guess(text);
    expect(read.status).toBe(status);
    expect(read.dates.map(({ value }) => writtenDate(value))).toEqual(dates);
  });
});

describe("days of a poster", () => {
  it.each([
    ["Выставка\n1 декабря – 31 января, ежедневно, кроме понедельника, 10:00–18:00", ["2026-12-01/2027-01-31"]],
    ["Exhibition\n1 December to 31 January, daily except Mondays, 10:00–18:00", ["2026-12-01/2027-01-31"]],
    ["Күргәзмә\n1 декабрьдән 31 гыйнварга кадәр, көн саен 10:00–18:00", ["2026-12-01/2027-01-31"]],
    ["Выставка\nработает до конца декабря", ["2026-11-29/2026-12-31"]],
    ["Выставка\nс 1 декабря до конца января", ["2026-12-01/2027-01-31"]],
    ["Спектакль\nежедневно с 1 по 3 декабря в 18:00", ["2026-12-01 18:00", "2026-12-02 18:00", "2026-12-03 18:00"]],
    ["Концерт\nВ воскресенье, 13 декабря, в 17 часов в Большом зале", ["2026-12-13 17:00"]],
    ["Three evenings of film\n11 December", ["2026-12-11"]],
    ["Три вечера\n11 декабря, 18:30 Вечер романса", ["2026-12-11 18:30"]],
    ["Күргәзмә\n2026 елның 8 декабреннән 2027 елның 21 февраленә кадәр", ["2026-12-08/2027-02-21"]],
    ["Спектакль\nВ декабре по субботам в 12:00", ["05", "12", "19", "26"].map((day) => `2026-12-${day} 12:00`)],
  ])("«%s»", (text, dates) => {
    expect(guess(text).dates.map(({ value }) => writtenDate(value))).toEqual(dates);
  });
});

describe("what is doubtful is asked", () => {
  it.each([
    ["Концерт\nсуббота, 6 декабря, 18:00", [], ["weekday: суббота, 6 декабря"]],
    ["Концерт\nSunday, December 5, 6 pm", [], ["weekday: Sunday, December 5"]],
    ["Концерт\nпт 4 декабря, вс 6 декабря в 18:00", ["2026-12-04 18:00", "2026-12-06 18:00"], []],
    ["Концерт\n4 декабря (пт), 6 декабря (вс) в 18:00", ["2026-12-04 18:00", "2026-12-06 18:00"], []],
    ["Выставка «Эхо» до 14 февраля", [], ["start: 14 февраля"]],
    ["Күргәзмә 14 февральгә кадәр ачык", ["2026-11-29/2027-02-14"], ["start: 14 февральгә кадәр"]],
    ["On view until 14 February", ["2026-11-29/2027-02-14"], ["start: 14 February"]],
    ["Opening: 4 December, 7 pm\nOn view until 17 January", ["2026-12-04/2027-01-17", "2026-12-04 19:00"], []],
    ["Выставка открыта с 1 декабря, работает до 14 февраля", ["2026-12-01/2027-02-14"], []],
  ])("«%s»", (text, dates, doubts) => {
    const read = guess(text);
    expect(read.dates.map(({ value }) => writtenDate(value))).toEqual(dates);
    expect(read.doubts.map(({ what, said }) => `${what}: ${said}`)).toEqual(doubts);
  });
});

import { describe, expect, it } from "vitest";
import { longest } from "../../bot/voices/comments/comment.ts";
import {
  type CommentFault,
  faultOf,
  findHeldWord,
  isSameText,
  parseWords,
  wordLimits,
} from "../../bot/voices/comments/text-rules.ts";

const texts: { text: string; fault: CommentFault | null; why: string }[] = [
  { text: "Понравилось", fault: null, why: "one word says enough" },
  { text: "Бик яхшы иде, рәхмәт!", fault: null, why: "Tatar" },
  { text: "СПАСИБО!!!", fault: null, why: "a short word in capitals is joy" },
  { text: "Были в ТЮЗе, это лучше, чем в ДК и в КСК вместе", fault: null, why: "names of houses are capitals" },
  { text: "Плохо.Очень плохо.Не ходите", fault: null, why: "full stops without a space are no link" },
  { text: "Начало в 19.00, а не в 18.30, цена 350 р.", fault: null, why: "numbers with full stops" },
  { text: "Он пел 2.5 часа и т.д. и т.п.", fault: null, why: "abbreviations" },
  { text: "Оооочень долго", fault: null, why: "a drawn-out letter" },
  { text: "да, да, да, браво", fault: null, why: "three times is no flood" },
  { text: "да", fault: "short", why: "two letters" },
  { text: "👍👍👍", fault: "short", why: "no letters" },
  { text: "  ", fault: "short", why: "nothing" },
  { text: "а".repeat(4) + "бв ".repeat(longest.comment), fault: "long", why: "longer than is shown" },
  { text: "Заходите на https://spam.example/1", fault: "link", why: "an address" },
  { text: "Лучше на www.spam.example", fault: "link", why: "without a scheme" },
  { text: "Пишите на t.me/best", fault: "link", why: "the messenger's own" },
  { text: "Скидки на spam.ru для всех", fault: "link", why: "a domain alone" },
  { text: "все на праздник.рф сегодня", fault: "link", why: "a Cyrillic domain" },
  { text: "Пишите мне @best_tickets", fault: "link", why: "a name at a messenger" },
  { text: "Жду ответа: ivan@mail.example", fault: "link", why: "an e-mail" },
  { text: "ЭТО БЫЛО ПРОСТО УЖАСНО И ДОЛГО", fault: "shouting", why: "all capitals" },
  { text: "БУ БИК НАЧАР ЧАРА БУЛДЫ ИНДЕ", fault: "shouting", why: "all capitals in Tatar" },
  { text: "ужас!!!!!!!!!!", fault: "flood", why: "one sign ten times" },
  { text: "плохо плохо, плохо плохо ПЛОХО", fault: "flood", why: "one word five times" },
];

describe("a text of a comment", () => {
  it.each(texts)("$text: $fault, because $why", ({ text, fault }) => {
    expect(faultOf(text)).toBe(fault);
  });

  it("is the same whatever its capitals, signs and letters", () => {
    expect(isSameText("Всё отлично!", "  все ОТЛИЧНО ")).toBe(true);
    expect(isSameText("Всё отлично", "Всё отвратительно")).toBe(false);
  });
});

describe("a word that holds back", () => {
  const words = ["дур*", "жулик", "деньги назад"];
  it.each([
    { text: "Дурацкий вечер", word: "дур*", why: "it begins so" },
    { text: "Вы — ЖУЛИК!", word: "жулик", why: "it is that word" },
    {
      text: "Верните деньги, назад не приду",
      word: "деньги назад",
      why: "signs between the words of a phrase are none",
    },
    { text: "Жуликов нет", word: null, why: "another form of a word without a star" },
    { text: "Абажур мне понравился", word: null, why: "inside of another word" },
    { text: "Всё хорошо", word: null, why: "none of them is in it" },
  ])("$text: $word, because $why", ({ text, word }) => {
    expect(findHeldWord(text, words)).toBe(word);
  });

  it("is read one a line or with commas, and a list that is too long is not taken", () => {
    expect(parseWords("дур*, Жулик\nворюга;дур*")).toEqual(["дур*", "жулик", "ворюга"]);
    expect(parseWords("")).toBeNull();
    expect(parseWords("!!!")).toBeNull();
    expect(parseWords("а".repeat(wordLimits.longest + 1))).toBeNull();
    expect(parseWords(Array.from({ length: wordLimits.most + 1 }, (_, index) => `с${index}`).join())).toBeNull();
  });
});

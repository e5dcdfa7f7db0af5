import { expect, it } from "vitest";
import { performersOf } from "../../../bot/programme/similar/performers.ts";

it.each([
  {
    who: "Солист Артём Белов, дирижёр Айрат Хасанов",
    names: ["Артём Белов", "Айрат Хасанов"],
    why: "without their parts",
  },
  { who: "Квартет Тимура Гилязова", names: ["Тимура Гилязова"], why: "an ensemble by whose it is" },
  { who: "Лилия Камалова и Иван Петров", names: ["Лилия Камалова", "Иван Петров"], why: "two joined by a word" },
  { who: "Наилә Әхмәтова һәм хор", names: ["Наилә Әхмәтова"], why: "the same in Tatar" },
  { who: "Najip Safin, calligrapher", names: ["Najip Safin"], why: "and in English" },
  { who: "группа «Аигел»", names: ["группа Аигел"], why: "an ensemble by its name, with what it is" },
  { who: "Труппа театра", names: [], why: "every theatre has a company" },
  { who: "Оркестр Республики Татарстан", names: [], why: "from where somebody is names nobody" },
  { who: "Дети и родители", names: [], why: "names nobody" },
  { who: "", names: [], why: "nothing is said" },
  { who: "«»“”,,;— и", names: [], why: "nothing but signs" },
])("finds $names in “$who”: $why", ({ who, names }) => {
  expect(performersOf(who)).toEqual(names);
});

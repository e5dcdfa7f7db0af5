import type { InstitutionDraft } from "../../bot/programme/event.ts";

function institution(name: string, ru: string, tt: string, en: string): InstitutionDraft {
  return { origin: `demo:${name}`, names: { ru, tt, en } };
}

/** Who puts on the events of the demo city. */
export const institutions = {
  opera: institution(
    "opera",
    "Театр оперы и балета имени Мусы Джалиля",
    "Муса Җәлил исемендәге опера һәм балет театры",
    "Musa Jalil Opera and Ballet Theatre",
  ),
  kamal: institution(
    "kamal",
    "Театр имени Галиасгара Камала",
    "Галиәсгар Камал исемендәге театр",
    "Galiasgar Kamal Theatre",
  ),
  kachalov: institution(
    "kachalov",
    "Театр имени В. И. Качалова",
    "В. И. Качалов исемендәге Рус зур драма театры",
    "Kachalov Drama Theatre",
  ),
  ekiyat: institution("ekiyat", "Театр кукол «Экият»", "«Әкият» курчак театры", "Ekiyat Puppet Theatre"),
  philharmonic: institution(
    "philharmonic",
    "Татарская государственная филармония имени Габдуллы Тукая",
    "Габдулла Тукай исемендәге Татар дәүләт филармониясе",
    "Gabdulla Tukay Tatar State Philharmonic",
  ),
  orchestra: institution(
    "orchestra",
    "Государственный симфонический оркестр Татарстана",
    "Татарстан дәүләт симфоник оркестры",
    "State Symphony Orchestra of Tatarstan",
  ),
  conservatoire: institution(
    "conservatoire",
    "Казанская консерватория имени Назиба Жиганова",
    "Нәҗип Җиһанов исемендәге Казан консерваториясе",
    "Nazib Zhiganov Kazan Conservatoire",
  ),
  danceEnsemble: institution(
    "dance-ensemble",
    "Государственный ансамбль песни и танца Татарстана",
    "Татарстан дәүләт җыр һәм бию ансамбле",
    "State Song and Dance Ensemble of Tatarstan",
  ),
  nationalMuseum: institution(
    "national-museum",
    "Национальный музей Республики Татарстан",
    "Татарстан Республикасы Милли музее",
    "National Museum of Tatarstan",
  ),
  fineArts: institution(
    "fine-arts",
    "Музей изобразительных искусств Татарстана",
    "Татарстан сынлы сәнгать музее",
    "Tatarstan Museum of Fine Arts",
  ),
  kremlin: institution(
    "kremlin",
    "Музей-заповедник «Казанский Кремль»",
    "«Казан Кремле» музей-тыюлыгы",
    "Kazan Kremlin Museum",
  ),
  tukayMuseum: institution(
    "tukay-museum",
    "Литературный музей Габдуллы Тукая",
    "Габдулла Тукайның әдәби музее",
    "Gabdulla Tukay Literary Museum",
  ),
  jalilMuseum: institution(
    "jalil-museum",
    "Музей-квартира Мусы Джалиля",
    "Муса Җәлилнең музей-фатиры",
    "Musa Jalil Memorial Flat",
  ),
  library: institution(
    "library",
    "Национальная библиотека Республики Татарстан",
    "Татарстан Республикасы Милли китапханәсе",
    "National Library of Tatarstan",
  ),
  mir: institution("mir", "Кинотеатр «Мир»", "«Мир» кинотеатры", "Mir Cinema"),
  smena: institution(
    "smena",
    "Центр современной культуры «Смена»",
    "«Смена» заманча мәдәният үзәге",
    "Smena Centre of Contemporary Culture",
  ),
  university: institution(
    "university",
    "Казанский федеральный университет",
    "Казан федераль университеты",
    "Kazan Federal University",
  ),
  cityCulture: institution(
    "city-culture",
    "Управление культуры города Казани",
    "Казан шәһәре Мәдәният идарәсе",
    "Kazan Department of Culture",
  ),
  guides: institution("guides", "Городское бюро экскурсий", "Шәһәр экскурсияләр бюросы", "City Guides' Bureau"),
};

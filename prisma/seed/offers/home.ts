import { institutions } from "../institutions.ts";
import { type DemoOffer, offer } from "./demo-offer.ts";

/** What is had from home: tours, libraries, collections, a training module. */
export const homeOffers: readonly DemoOffer[] = [
  offer(
    ["kremlin-from-home", "virtual_tour", institutions.kremlin],
    [
      [
        "Казанский Кремль из дома",
        "Обойдите стены, поднимитесь на башню, загляните в Кул-Шариф: 24 панорамы с рассказом.",
      ],
      [
        "Казан Кремле өйдән",
        "Стеналарны әйләнеп чыгыгыз, манарага менегез, Колшәрифкә керегез: сөйләп бирә торган 24 панорама.",
      ],
      [
        "The Kazan Kremlin from home",
        "Walk the walls, climb the tower, look into Qolşärif: 24 panoramas with a guide's voice.",
      ],
    ],
    { url: "https://kremlin.culture.example" },
  ),
  offer(
    ["museum-from-home", "virtual_tour", institutions.nationalMuseum],
    [
      ["Залы Национального музея", "Прогулка по четырём залам: крутите, приближайте, слушайте."],
      ["Милли музей заллары", "Дүрт зал буенча сәяхәт: әйләндерегез, якынайтыгыз, тыңлагыз."],
      ["Rooms of the National Museum", "A walk through four rooms: turn, look closer, listen."],
    ],
    { url: "https://museum.culture.example" },
  ),
  offer(
    ["opera-backstage", "virtual_tour", institutions.opera],
    [
      ["За кулисами оперного", "Гримёрные, цех декораций и вид на зал со сцены."],
      ["Опера пәрдәсе артында", "Грим бүлмәләре, декорация цехы һәм сәхнәдән залга караш."],
      ["Backstage at the opera", "Dressing rooms, the workshop of sets, and the hall as it is seen from the stage."],
    ],
    { url: "https://opera.culture.example" },
  ),
  offer(
    ["national-e-library", "e_library", institutions.library],
    [
      [
        "Национальная электронная библиотека Татарстана",
        "Сорок тысяч книг и газет на татарском и русском: читать можно без записи.",
      ],
      [
        "Татарстанның милли электрон китапханәсе",
        "Татар һәм рус телләрендә кырык мең китап һәм газета: язылмыйча укырга була.",
      ],
      [
        "National E-library of Tatarstan",
        "Forty thousand books and newspapers in Tatar and Russian, to be read without a card.",
      ],
    ],
    { url: "https://library.culture.example" },
  ),
  offer(
    ["university-rare-books", "e_library", institutions.university],
    [
      ["Редкие книги университета", "Рукописи и старопечатные книги библиотеки Лобачевского в хорошем качестве."],
      [
        "Университетның сирәк китаплары",
        "Лобачевский китапханәсенең кулъязмалары һәм борынгы басмалары яхшы сыйфатта.",
      ],
      [
        "Rare books of the university",
        "Manuscripts and early prints of the Lobachevsky Library, sharp enough to read.",
      ],
    ],
    { url: "https://university.culture.example" },
  ),
  offer(
    ["photo-archive", "web_collection", institutions.cityCulture],
    [
      ["Казань на старых снимках", "Две тысячи фотографий с 1870 года: найдите свою улицу."],
      ["Иске сурәтләрдә Казан", "1870 елдан бирле ике мең фотосурәт: үз урамыгызны табыгыз."],
      ["Kazan in old photographs", "Two thousand pictures since 1870: find your street."],
    ],
    { url: "https://photos.culture.example" },
  ),
  offer(
    ["folk-songs", "web_collection", institutions.conservatoire],
    [
      ["Песни деревень", "Полевые записи консерватории: 600 татарских, чувашских и марийских песен."],
      ["Авыл җырлары", "Консерваториянең экспедиция язмалары: 600 татар, чуваш һәм мари җыры."],
      ["Songs of the villages", "Field recordings of the conservatoire: 600 Tatar, Chuvash and Mari songs."],
    ],
    { url: "https://songs.culture.example" },
  ),
  offer(
    ["smartphone-from-zero", "training", institutions.library],
    [
      ["Смартфон с нуля", "Восемь коротких уроков с картинками: от звонка по видео до записи к врачу. В своём темпе."],
      [
        "Смартфон нульдән",
        "Рәсемнәр белән сигез кыска дәрес: видеошалтыратудан алып табибка язылуга кадәр. Үз җаегыз белән.",
      ],
      [
        "The smartphone from scratch",
        "Eight short lessons with pictures, from a video call to a doctor's appointment, at your own pace.",
      ],
    ],
    { url: "https://library.culture.example", audiences: ["seniors"] },
  ),
];

import type { NewOffer } from "../../bot/offers/edit-store.ts";
import type { OfferKind, RouteStop } from "../../bot/offers/offer.ts";
import type { OpeningHours, OpenSpan } from "../../bot/opening/opening-hours.ts";
import type { Audience, InstitutionDraft, PlaceDraft } from "../../bot/programme/event.ts";
import { institutions } from "./institutions.ts";
import { places } from "./places.ts";

// ".example" is reserved (RFC 2606): a tap in the demo city can reach nobody's real site.

type Words = [title: string, body: string];

/** Something without a date in the demo city. */
export interface DemoOffer {
  /** "demo:kremlin-walk" */
  origin: string;
  institution: InstitutionDraft;
  place?: PlaceDraft;
  offer: Omit<NewOffer, "institutionId" | "placeId">;
}

interface More {
  url?: string;
  place?: PlaceDraft;
  price?: number;
  hours?: OpeningHours;
  audiences?: Audience[];
  stops?: RouteStop[];
}

function offer(
  [name, kind, institution]: [string, OfferKind, InstitutionDraft],
  [ru, tt, en]: [Words, Words, Words],
  { url, place, price, hours, audiences = [], stops = [] }: More = {},
): DemoOffer {
  const text = ([title, body]: Words) => ({ title, body });
  return {
    origin: `demo:${name}`,
    institution,
    ...(place && { place }),
    offer: {
      ...{ kind, url: url ?? null, audiences, stops, openingHours: hours ?? null, ageMin: null, currency: "RUB" },
      ...{ isFree: price === undefined, priceMin: price ?? null, priceMax: price ?? null },
      texts: { ru: text(ru), tt: text(tt), en: text(en) },
    },
  };
}

const span = (from: number, until: number): OpenSpan[] => [{ from: from * 60, until: until * 60 }];
const day = span(10, 18);

/** Tuesday to Sunday from ten to six, on Friday until eight. */
const museumHours: OpeningHours = { week: [[], day, day, day, span(10, 20), day, day], holidays: null, days: [] };

/** When houses of the demo city are open. */
export const houseHours: readonly (readonly [InstitutionDraft, OpeningHours])[] = [
  [institutions.nationalMuseum, museumHours],
  [institutions.fineArts, { ...museumHours, week: [[], day, day, span(12, 20), day, day, day] }],
  [institutions.kremlin, { ...museumHours, week: Array(7).fill(day), holidays: span(10, 17) }],
  [institutions.tukayMuseum, museumHours],
  [institutions.library, { week: [...Array(6).fill(span(9, 20)), []], holidays: [], days: [] }],
];

function stop(place: PlaceDraft, ru: string, tt: string, en: string): RouteStop {
  const { latitude, longitude, texts } = place;
  return {
    point: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
    texts: {
      ru: { title: texts.ru?.title ?? "", body: ru },
      tt: { title: texts.tt?.title ?? "", body: tt },
      en: { title: texts.en?.title ?? "", body: en },
    },
  };
}

/** What the demo city has without a date: of every kind. */
export const demoOffers: readonly DemoOffer[] = [
  offer(
    ["history-of-the-land", "exhibition", institutions.nationalMuseum],
    [
      [
        "История края с древности",
        "Первый этаж Гостиного двора: от стоянок каменного века до Казанского ханства. Клад из Болгара, доспехи, ткацкий стан, за которым можно посидеть.",
      ],
      [
        "Борынгыдан бирле ил тарихы",
        "Кунак йортының беренче каты: таш гасыры тукталышларыннан алып Казан ханлыгына кадәр. Болгар хәзинәсе, хәрби киемнәр, утырып карарга ярый торган туку станогы.",
      ],
      [
        "The land since ancient times",
        "The ground floor of the Gostiny Dvor, from Stone Age camps to the Khanate of Kazan: a hoard from Bolgar, armour, and a loom that you may sit at.",
      ],
    ],
    { place: places.nationalMuseum, hours: museumHours, price: 200, url: "https://museum.culture.example" },
  ),
  offer(
    ["russian-art", "exhibition", institutions.fineArts],
    [
      [
        "Шишкин, Репин и другие: постоянная экспозиция",
        "Двенадцать залов русской живописи. У «Елабуги» Шишкина – скамья: посидите и посмотрите.",
      ],
      [
        "Шишкин, Репин һәм башкалар: даими күргәзмә",
        "Рус сынлы сәнгатенең унике залы. Шишкинның «Алабуга» картинасы янында эскәмия бар: утырып карагыз.",
      ],
      [
        "Shishkin, Repin and others: the permanent rooms",
        "Twelve rooms of Russian painting. There is a bench before Shishkin's “Yelabuga”: sit down and look.",
      ],
    ],
    {
      place: places.fineArts,
      hours: { ...museumHours, week: [[], day, day, span(12, 20), day, day, day] },
      price: 250,
    },
  ),
  offer(
    ["tukay-rooms", "exhibition", institutions.tukayMuseum],
    [
      [
        "Комнаты Тукая",
        "Рукописи, письма и вещи поэта в доме Шамиля. Стихи звучат в наушниках на татарском и русском.",
      ],
      [
        "Тукай бүлмәләре",
        "Шамил йортында шагыйрьнең кулъязмалары, хатлары, әйберләре. Шигырьләр колакчыннарда татарча һәм русча яңгырый.",
      ],
      [
        "Tukay's rooms",
        "The poet's manuscripts, letters and things in Shamil's House. Poems are read through headphones in Tatar and Russian.",
      ],
    ],
    { place: places.tukayMuseum, hours: museumHours, price: 150, audiences: ["family"] },
  ),
  offer(
    ["old-tatar-quarter", "walking_route", institutions.cityCulture],
    [
      [
        "Казань за два часа: от Кремля к озеру Кабан",
        "Пять остановок, три с половиной километра, всё под горку. Идите в своём темпе.",
      ],
      [
        "Ике сәгатьтә Казан: Кремльдән Кабан күленә",
        "Биш тукталыш, өч ярым чакрым, юл аска таба. Үз җаегыз белән барыгыз.",
      ],
      [
        "Kazan in two hours: from the Kremlin to Lake Kaban",
        "Five stops, three and a half kilometres, downhill all the way. Walk at your own pace.",
      ],
    ],
    {
      stops: [
        stop(
          places.kremlin,
          "Начните у башни Сююмбике: говорят, она наклонена на два метра.",
          "Сөембикә манарасыннан башлагыз: ул ике метрга авышкан, диләр.",
          "Begin at the Söyembikä Tower, which leans by two metres.",
        ),
        stop(
          places.nationalMuseum,
          "Гостиный двор, где торговали чаем и мехами.",
          "Кунак йорты: монда чәй һәм мех сатканнар.",
          "The Gostiny Dvor, where tea and furs were sold.",
        ),
        stop(
          places.bauman,
          "Часы, под которыми назначают свидания.",
          "Очрашу билгели торган сәгать.",
          "The clock under which people meet.",
        ),
        stop(
          places.oldTatarQuarter,
          "Деревянные дома и мечеть Марджани.",
          "Агач йортлар һәм Мәрҗани мәчете.",
          "Wooden houses and the Marjani Mosque.",
        ),
        stop(
          places.kamal,
          "Театр у воды: конец пути, здесь есть где посидеть.",
          "Су буендагы театр: юл ахыры, утырып торырга урын бар.",
          "The theatre by the water: the end of the way, with benches.",
        ),
      ],
    },
  ),
  offer(
    ["tukay-walk", "walking_route", institutions.tukayMuseum],
    [
      ["По следам Тукая", "Три дома, где поэт жил, печатался и дружил. Час неспешным шагом."],
      ["Тукай эзләреннән", "Шагыйрь яшәгән, китап чыгарган, дуслашкан өч йорт. Ашыкмыйча бер сәгать."],
      [
        "In Tukay's footsteps",
        "Three houses where the poet lived, was printed and had friends. An hour at an easy pace.",
      ],
    ],
    {
      stops: [
        stop(
          places.tukayMuseum,
          "Дом Шамиля, теперь музей.",
          "Шамил йорты, хәзер музей.",
          "Shamil's House, now the museum.",
        ),
        stop(
          places.oldTatarQuarter,
          "Здесь печатали «Ялт-Йолт».",
          "Монда «Ялт-йолт» басылган.",
          "The magazine “Yalt-Yolt” was printed here.",
        ),
        stop(
          places.bauman,
          "Номера «Булгар»: последняя комната поэта.",
          "«Болгар» номерлары: шагыйрьнең соңгы бүлмәсе.",
          "The Bulgar rooms, the poet's last home.",
        ),
      ],
    },
  ),
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

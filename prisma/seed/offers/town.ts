import { institutions } from "../institutions.ts";
import { places } from "../places.ts";
import { type DemoOffer, offer, stop } from "./demo-offer.ts";
import { day, museumHours, span } from "./hours.ts";

/** What one goes to: permanent exhibitions and walking routes. */
export const townOffers: readonly DemoOffer[] = [
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
];

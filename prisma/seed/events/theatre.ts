import type { DemoEvent } from "../demo-event.ts";
import { institutions } from "../institutions.ts";
import { recording, stream, ticket } from "../links.ts";
import { between, lasting, movedFrom } from "../occurrences.ts";
import { places } from "../places.ts";
import type { When } from "../when.ts";

/** The demo city's plays, operas and puppets. */
export function theatre(when: When): DemoEvent[] {
  return [
    {
      name: "first-theatre",
      institution: institutions.kamal,
      attendanceMode: "mixed",
      isFree: false,
      priceMin: 300,
      priceMax: 1200,
      ageMin: 12,
      heldIn: "tt",
      accessibility: ["subtitles", "wheelchair"],
      occurrences: lasting(130, [when.past(17, 18, 30), when.tonight(19, 0), when.inDays(9, 18, 30)], places.kamal),
      links: [stream("first-theatre"), ticket("first-theatre")],
      texts: {
        ru: {
          title: "«Первый театр»",
          summary: "Комедия Галиасгара Камала о том, как в доме запретили театр и сами устроили представление.",
          body: "Хамза-бай грозит не пустить родню на спектакль, а родня уже прячет билеты по карманам. Играют на татарском, русские субтитры идут над сценой и в трансляции. Билет нужен только в зал: дома смотрят бесплатно.",
          who: "Труппа театра Камала",
        },
        tt: {
          title: "«Беренче театр»",
          summary: "Галиәсгар Камал комедиясе: театрны тыярга теләгән йортта үзеннән-үзе тамаша китә.",
          body: "Хәмзә бай туганнарын театрга җибәрмәм дип яный, ә тегеләр билетны кесәгә яшергән инде. Уен татарча, сәхнә өстендә һәм трансляциядә русча субтитрлар бар. Билет залга гына кирәк, өйдән түләүсез карыйлар.",
          who: "Камал театры артистлары",
        },
        en: {
          title: "The First Theatre",
          summary: "Galiasgar Kamal's comedy of a household where theatre is forbidden and breaks out all the same.",
          body: "Hamza-bai swears his family shall not see the play; the tickets are already up their sleeves. In Tatar, with Russian subtitles above the stage and on the stream. You need a ticket for the hall only: watching from home is free.",
          who: "The Kamal Theatre company",
        },
      },
    },
    {
      name: "la-boheme",
      institution: institutions.opera,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 350,
      priceMax: 3500,
      ageMin: 12,
      heldIn: "it",
      accessibility: ["wheelchair", "subtitles"],
      occurrences: lasting(
        150,
        [...when.everyWeek([6], 18, 0, { from: -4, to: 6 }), when.inDays(0, 19, 0), when.inDays(11, 19, 0)],
        places.opera,
      ),
      links: [ticket("la-boheme")],
      texts: {
        ru: {
          title: "«Богема»",
          summary: "Опера Пуччини: мансарда, свеча погасла, и двое ищут в темноте ключ.",
          body: "Поют по-итальянски, перевод бежит над сценой. В третьем акте падает снег — его в Казани делают бумажным и очень тихим. Места для колясок в партере, ряд 12.",
          who: "Дирижёр Рустам Сабиров",
        },
        tt: {
          title: "«Богема»",
          summary: "Пуччини операсы: чардак бүлмәсе, шәм сүнә, ике яшь караңгыда ачкыч эзли.",
          body: "Итальянча җырлыйлар, тәрҗемәсе сәхнә өстендә күренә. Өченче пәрдәдә кар ява, ул кәгазьдән, тавышсыз гына төшә. Коляска белән килүчеләргә урын партерның 12нче рәтендә.",
          who: "Дирижёр Рөстәм Сабиров",
        },
        en: {
          title: "La bohème",
          summary: "Puccini: an attic, a candle gone out, and two people looking for a key in the dark.",
          body: "Sung in Italian, with surtitles. Snow falls in the third act; here it is made of paper and makes no sound at all. Wheelchair spaces are in row 12 of the stalls.",
          who: "Conductor Rustam Sabirov",
        },
      },
    },
    {
      name: "shurale-ballet",
      institution: institutions.opera,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 400,
      priceMax: 3000,
      ageMin: 6,
      audiences: ["family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        125,
        [when.past(24, 14, 30), when.weekend(7, 12, 0), when.inDays(1, 14, 30), when.inDays(20, 14, 30)],
        places.opera,
      ),
      links: [ticket("shurale")],
      texts: {
        ru: {
          title: "Балет «Шурале»",
          summary: "Музыка Фарида Яруллина: девушка-птица, дровосек и хозяин леса с длинными пальцами.",
          body: "По сказке Тукая. Щекочут в этом балете по-настоящему страшно, поэтому малышей лучше сажать поближе к себе.",
        },
        tt: {
          title: "«Шүрәле» балеты",
          summary: "Фәрит Яруллин музыкасы: кош-кыз, утынчы егет һәм озын бармаклы урман хуҗасы.",
          body: "Тукай әкияте буенча. Шүрәленең кытыклавы чынлап та куркыныч, шуңа сабыйларны яныгызга утыртыгыз.",
        },
        en: {
          title: "Shurale, a ballet",
          summary:
            "Music by Farid Yarullin: a girl who is a bird, a woodcutter, and the long-fingered master of the forest.",
          body: "After Tukay's tale. The tickling is properly frightening, so keep the smallest ones close.",
        },
      },
    },
    {
      name: "kamyr-batyr",
      institution: institutions.ekiyat,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 250,
      priceMax: 450,
      ageMin: 0,
      heldIn: "tt",
      audiences: ["children", "family"],
      accessibility: ["wheelchair"],
      occurrences: lasting(
        50,
        [...when.everyWeek([6, 7], 11, 0, { from: -3, to: 4 }), when.inDays(0, 11, 0), when.inDays(1, 11, 0)],
        places.ekiyat,
      ),
      links: [ticket("kamyr-batyr")],
      texts: {
        ru: {
          title: "Камыр-батыр",
          summary: "Кукольная сказка для самых маленьких: бабушка слепила из теста внука, и он вырос богатырём.",
          body: "Куклы такие, что видно, где пальцы мяли тесто. На татарском, но всё понятно и без слов. После спектакля Камыр-батыр выходит в фойе здороваться за руку.",
        },
        tt: {
          title: "Камыр батыр",
          summary: "Сабыйлар өчен курчак әкияте: әби камырдан малай ясый, ул үсеп батыр була.",
          body: "Курчакларда камыр баскан бармак эзләре күренеп тора. Тамаша татарча, әмма сүзсез дә аңлашыла. Спектакльдән соң Камыр батыр фойега чыга, балалар белән кул биреп күрешә.",
        },
        en: {
          title: "Kamyr Batyr, the Boy of Dough",
          summary: "A puppet tale for the very young: Granny kneads herself a grandson, and he grows into a hero.",
          body: "You can see where fingers pressed the dough. In Tatar, but clear without words. Afterwards Kamyr Batyr comes out to shake hands.",
        },
      },
    },
    {
      name: "uncle-vanya",
      institution: institutions.kachalov,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 500,
      priceMax: 2000,
      ageMin: 16,
      heldIn: "ru",
      occurrences: [
        ...lasting(160, [when.past(30, 18, 0), when.inDays(15, 18, 0)], places.kachalov),
        ...movedFrom(when.inDays(1, 18, 0), lasting(160, when.inDays(4, 18, 0), places.kachalov)),
      ],
      links: [ticket("uncle-vanya")],
      texts: {
        ru: {
          title: "«Дядя Ваня»",
          summary: "Чехов на сцене, где играл молодой Качалов: самовар остыл, карта уезда висит.",
          body: "Спектакль перенесён на три дня из-за ремонта поворотного круга. Билеты действительны, вернуть их можно в кассе.",
        },
        tt: {
          title: "«Ваня абый»",
          summary: "Яшь Качалов уйнаган сәхнәдә Чехов: самавыр суынган, стенада өяз картасы эленеп тора.",
          body: "Сәхнә түгәрәге төзәтелгәнгә, спектакль өч көнгә күчерелде. Билетлар гамәлдә кала, теләсәгез, кассага кире тапшырырсыз.",
        },
        en: {
          title: "Uncle Vanya",
          summary: "Chekhov on the stage of young Kachalov: the samovar is cold, the map hangs on the wall.",
          body: "Moved by three days while the revolve is mended. Tickets stay valid, or can be returned at the box office.",
        },
      },
    },
    {
      name: "blue-shawl",
      institution: institutions.kamal,
      attendanceMode: "on_site",
      isFree: false,
      priceMin: 300,
      priceMax: 1000,
      ageMin: 12,
      heldIn: "tt",
      accessibility: ["wheelchair"],
      occurrences: lasting(
        140,
        [when.past(8, 18, 30), when.inDays(2, 18, 30), when.weekend(6, 13, 0), when.inDays(27, 18, 30)],
        places.kamal,
      ),
      links: [ticket("blue-shawl")],
      texts: {
        ru: {
          title: "«Голубая шаль»",
          summary: "Карим Тинчурин и Салих Сайдашев: шаль, побег из шахты и песни, которые зал поёт вполголоса.",
          body: "С этого спектакля открывают сезон так давно, что многие приходят сюда каждую осень. Наушники с русским переводом дают у входа.",
        },
        tt: {
          title: "«Зәңгәр шәл»",
          summary: "Кәрим Тинчурин белән Салих Сәйдәшев: шәл, качкыннар һәм зал белән бергә көйләнә торган җырлар.",
          body: "Сезон бу спектакль белән ачыла, күпләр аны ел саен килеп карый. Русча тәрҗемә тыңлар өчен колакчыннарны керү юлында бирәләр.",
        },
        en: {
          title: "The Blue Shawl",
          summary: "Karim Tinchurin and Salikh Saydashev: a shawl, a man on the run, and songs the house hums along.",
          body: "The company has opened its season with it for so long that people come every year. Headsets with a Russian translation are at the door.",
        },
      },
    },
    {
      name: "play-reading",
      institution: institutions.smena,
      attendanceMode: "mixed",
      isFree: true,
      ageMin: 18,
      heldIn: "ru",
      occurrences: lasting(90, when.everyWeek([4], 19, 30, { from: -5, to: 5 }), places.smena),
      links: [stream("play-reading"), recording("play-reading")],
      texts: {
        ru: {
          title: "Читка новой пьесы",
          summary: "Каждый четверг актёры с листами в руках, а автор в зале и слушает, где вы засмеялись.",
        },
        tt: {
          title: "Яңа пьеса укыйбыз",
          summary: "Һәр пәнҗешәмбе артистлар тексттан укый, ә автор залда: кайда көлгәнегезне тыңлап утыра.",
        },
        en: {
          title: "A new play, read aloud",
          summary: "Every Thursday: actors with pages in hand, and the author in the house listening for your laughs.",
        },
      },
    },
    {
      name: "puppets-behind-the-screen",
      institution: institutions.ekiyat,
      attendanceMode: "on_site",
      isFree: true,
      ageMin: 6,
      audiences: ["children", "family"],
      accessibility: ["quiet_hour", "wheelchair"],
      occurrences: between(when.past(20, 10, 0), when.inDays(31, 17, 0), places.ekiyat),
      texts: {
        ru: {
          title: "За ширмой: куклы «Экият» с 1934 года",
          summary: "Выставка в фойе: тростевые, планшетные и перчаточные — одну из них можно надеть самому.",
          body: "По понедельникам музыка в фойе выключена и свет ровный: в эти часы удобно тем, кому трудно в шуме.",
        },
        tt: {
          title: "Ширма артында: «Әкият» курчаклары",
          summary: "Фойедагы күргәзмә: таяклы, планшетлы, бияләй курчаклар, берсен үзегезгә киеп карарга була.",
          body: "Дүшәмбе көннәрендә фойеда музыка уйнамый, яктылык тигез: шау-шудан арыганнарга шул вакыт уңай.",
        },
        en: {
          title: "Behind the screen: Ekiyat puppets since 1934",
          summary: "In the foyer: rod, table and glove puppets, one of which you may put on.",
          body: "On Mondays the music is off and the light is even, for visitors who find noise hard.",
        },
      },
    },
    {
      name: "muhajirs",
      institution: institutions.kamal,
      attendanceMode: "mixed",
      isFree: false,
      priceMin: 200,
      priceMax: 800,
      ageMin: 16,
      heldIn: "tt",
      occurrences: lasting(120, when.past(41, 19, 0), places.kamal),
      links: [recording("muhajirs")],
      texts: {
        tt: {
          title: "«Мөһаҗирләр»",
          summary: "Туган җирен ташлап киткән авыл турында драма. Язмасы архивта.",
          body: "Китү җиңел түгел, кайту тагын да авыррак. Спектакльнең язмасы күп камера белән төшерелгән, залдагы сулыш та ишетелә.",
        },
      },
    },
  ];
}

import type { Accessibility, Audience } from "../../event.ts";
import type { LexiconEntry } from "./lexicon-entry.ts";

const audience = (value: Audience, ...phrases: string[]): LexiconEntry => ({
  meaning: { kind: "audience", value },
  phrases,
});
const accessible = (value: Accessibility, ...phrases: string[]): LexiconEntry => ({
  meaning: { kind: "accessibility", value },
  phrases,
});

/** Price, way of taking part, audience, accessibility. */
export const traitWords: readonly LexiconEntry[] = [
  {
    meaning: { kind: "free" },
    phrases: [
      "бесплатн(о|ый|ая|ое|ые|ых|ую|ого|ой)",
      "безплатно",
      "(за |)даром",
      "свободный вход",
      "вход свободный",
      "без билет(а|ов)",
      "түләүсез",
      "бушлай",
      "free(| of charge| entry| admission)",
      "for free",
    ],
  },
  {
    meaning: { kind: "mode", value: "online" },
    phrases: [
      "онлайн(|ом)",
      "он лайн",
      "трансляци(я|и|ю|ей|й|ях|ям)",
      "прямой эфир",
      "прямые эфиры",
      "стрим(|ы|ов)",
      "туры эфир(|да|дан|ны|лар)",
      "трансляция(|не|ләр|дә)",
      "online",
      "(|live )stream(|s|ing)",
      "livestream(|s)",
      "broadcast(|s)",
    ],
    alone: ["live", "(|сейчас )в эфире", "эфир(|да)", "on air", "(|хәзер )туры эфирда"],
  },
  {
    meaning: { kind: "mode", value: "recording" },
    phrases: [
      "(в |)запис(ь|и|ей|ям)",
      "видеозапис(ь|и|ей)",
      "архив(|е)",
      "язма(|сы|лар|да)",
      "язмада",
      "recording(|s)",
      "recorded",
    ],
  },
  audience(
    "children",
    "(для |с |)дет(ей|ям|ьми|и)",
    "(для |)ребен(ок|ка|ку|ком)",
    "с ребенком",
    "дет(ский|ская|ское|ские|ских|скую|скому)",
    "(для |)малыш(ей|ам|и)",
    "бала(|лар)(| өчен)",
    "балаларга",
    "(for |with |)(kids|children)",
  ),
  audience(
    "family",
    "(для |)всей сем(ьи|ьей)",
    "сем(ья|ьей|ье|ейный|ейная|ейное|ейные|ейных)",
    "для сем(ьи|ей)",
    "гаилә(| белән| өчен|гә)",
    "(for |)(the |)(whole |)famil(y|ies)",
  ),
  audience(
    "seniors",
    "55",
    "(для |)пенсионер(ов|ам|ы)",
    "(для |)пожилых",
    "старшее поколение",
    "пенсионерлар(га|)(| өчен)",
    "өлкәннәр(гә|)(| өчен)",
    "(for |)seniors",
    "(for |)pensioners",
  ),
  accessible(
    "sign_language",
    "(с |на |)жестов(ый|ом|ого|ым)(| язык| языке| языка| языком)",
    "сурдоперевод(|ом|чик)",
    "(для |)глухих",
    "ишарә тел(е|ендә)",
    "(in |with |)sign language",
    "bsl",
  ),
  accessible("subtitles", "(с |)субтитр(ы|ами|ов)", "субтитрлар(| белән)", "(with |)subtitle(s|d)"),
  accessible(
    "wheelchair",
    "(на |для |)коляск(а|е|и|у)",
    "(для |)колясочник(ов|ам|и)",
    "пандус(|ом|ы)",
    "безбарьерн(ая|ый)(| среда)",
    "(инвалид |)арба(сы|да)",
    "wheelchair(| access| accessible)",
    "step free",
  ),
  accessible(
    "quiet_hour",
    "тих(ий|ие) час(|ы)",
    "(для |)аутист(ов|ам)",
    "аутизм(|ом)",
    "тыныч сәгать",
    "quiet hour(|s)",
    "relaxed performance",
  ),
];

/** Endings of the months whose name ends in ь («5 декабря», "5 декабрьдә", "5 декабрендә"). */
const soft = "(?:ь|я|е|ем|ьдә|ьдән|ьгә|ьнең|енә|ендә|еннән|енең)?";
/** The others. */
const hard = "(?:а|е|та|тан|ка|ның|ына|ында|ыннан|ының)?";

/** Stems and short forms by month; matched against a whole word in lower case. */
const patterns = [
  `янв(?:ар${soft})?|гыйн(?:вар(?:да|дан|га|ның|ына|ында|ыннан)?)?|jan(?:uary)?`,
  `фев(?:р(?:ал${soft})?)?|feb(?:ruary)?`,
  `мар(?:т${hard})?|mar(?:ch)?`,
  `апр(?:ел${soft})?|apr(?:il)?`,
  "ма(?:й|я|е|йда|йдан|йга|йның|енда|ена|еннан)|may",
  `июн(?:${soft})|june?`,
  `июл(?:${soft})|july?`,
  `авг(?:уст${hard})?|aug(?:ust)?`,
  `сент?(?:ябр${soft})?|sept?(?:ember)?`,
  `окт(?:ябр${soft})?|oct(?:ober)?`,
  `ноя(?:б(?:р${soft})?)?|nov(?:ember)?`,
  `дек(?:абр${soft})?|dec(?:ember)?`,
].map((pattern) => new RegExp(`^(?:${pattern})$`, "u"));

/** 1 to 12 for a word that names a month in Russian, Tatar or English, short forms included; else undefined. */
export function monthOf(word: string): number | undefined {
  const index = patterns.findIndex((pattern) => pattern.test(word.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}

/** What a text would have been, had the keyboard been switched: "rjywthn" is «концерт», «офяя» is "jazz". */
const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю";
/** The Tatar keyboard of Windows puts its letters where Russian has ё ц щ ъ ж ь. */
const tatarKeys = "һйөукенгшәзхүфывапролдңэячсмитҗбю";

const toRussian = keyMap(latinKeys, russianKeys);
const toTatar = keyMap(latinKeys, tatarKeys);
const toLatin = new Map([...keyMap(tatarKeys, latinKeys), ...keyMap(russianKeys, latinKeys)]);

export const latinToRussianKeys = (text: string): string => retype(text, toRussian);
export const latinToTatarKeys = (text: string): string => retype(text, toTatar);
export const cyrillicToLatinKeys = (text: string): string => retype(text, toLatin);

function keyMap(from: string, to: string): Map<string, string> {
  return new Map([...from].map((key, place) => [key, to[place] ?? key]));
}

function retype(text: string, keys: Map<string, string>): string {
  return [...text.toLowerCase()].map((sign) => keys.get(sign) ?? sign).join("");
}

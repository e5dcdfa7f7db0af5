/** Where somebody may stand who tries out "near me": around Kazan, and too far from it. Degrees, WGS 84. */
export const places = [
  { name: "Казан Кремле · Казанский Кремль", latitude: 55.7989, longitude: 49.1064 },
  { name: "Тукай мәйданы · Площадь Тукая", latitude: 55.7871, longitude: 49.1221 },
  { name: "Ирек мәйданы · Площадь Свободы", latitude: 55.7947, longitude: 49.1247 },
  { name: "Иннополис", latitude: 55.7521, longitude: 48.7446 },
  { name: "Санкт-Петербург", latitude: 59.9386, longitude: 30.3141 },
];

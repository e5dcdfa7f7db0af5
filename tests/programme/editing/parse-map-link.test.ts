import { expect, it } from "vitest";
import { parseMapLink } from "../../../bot/programme/editing/places/parse-map-link.ts";

const point = { latitude: 55.796391, longitude: 49.108891 };

it.each([
  "https://yandex.ru/maps/43/kazan/?ll=49.2%2C55.7&whatshere%5Bpoint%5D=49.108891%2C55.796391&z=16",
  "https://yandex.ru/maps/?pt=49.108891,55.796391&z=17&l=map",
  "https://yandex.ru/maps/43/kazan/?ll=49.108891%2C55.796391&z=16",
  "https://www.google.com/maps/place/Kazan/@55.7,49.2,17z/data=!3d55.796391!4d49.108891",
  "https://www.google.com/maps/@55.796391,49.108891,17z",
  "https://maps.google.com/?q=55.796391,49.108891",
  "https://www.openstreetmap.org/?mlat=55.796391&mlon=49.108891#map=17/55.7/49.2",
  "https://www.openstreetmap.org/#map=17/55.796391/49.108891",
  "https://2gis.ru/kazan/geo/2956122584/49.108891,55.796391",
  "https://2gis.ru/kazan?m=49.108891%2C55.796391%2F17",
  "geo:55.796391,49.108891",
  "55.796391, 49.108891",
])("reads the point of %s", (link) => {
  expect(parseMapLink(link)).toEqual(point);
});

it.each([
  "",
  "ул. Баумана, 5",
  "5, 7 лет",
  "https://yandex.ru/maps/-/CDabc",
  "95.1, 49.1",
  "55.7, 249.1",
  "x".repeat(3000),
])("finds none in %s", (text) => {
  expect(parseMapLink(text)).toBeUndefined();
});

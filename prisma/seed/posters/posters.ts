import type { Texts } from "../../../bot/words/language.ts";
import { type Ink, type MotifName, motifs } from "./motifs.ts";

interface Poster {
  motif: MotifName;
  ink: Ink;
  /** What is to be seen, for who cannot see it. */
  alt: Required<Texts<string>>;
}

const night = { ground: "#14203d", light: "#f3e9c8", accent: "#d9a441" };
const green = { ground: "#17644f", light: "#f1eee6", accent: "#e3b04b" };
const wine = { ground: "#5a1a2b", light: "#f7e3d4", accent: "#c8553d" };
const sky = { ground: "#1f4e79", light: "#eaf4fb", accent: "#6fb1d6" };

/** Posters of demo events, by their record ids. */
const posters: Readonly<Record<string, Poster>> = {
  "music/jazz-in-the-kremlin": {
    motif: "tower",
    ink: night,
    alt: { ru: "Башня Сююмбике ночью", tt: "Төнге Сөембикә манарасы", en: "The Söyembikä tower at night" },
  },
  "music/organ-at-night": {
    motif: "organ",
    ink: wine,
    alt: { ru: "Трубы органа", tt: "Орган торбалары", en: "Pipes of an organ" },
  },
  "music/rachmaninoff-second": {
    motif: "piano",
    ink: night,
    alt: { ru: "Клавиши рояля под луной", tt: "Ай астында рояль клавишлары", en: "Keys of a piano under the moon" },
  },
  "theatre/la-boheme": {
    motif: "window",
    ink: wine,
    alt: { ru: "Окно мансарды", tt: "Мансарда тәрәзәсе", en: "The window of a garret" },
  },
  "theatre/first-theatre": {
    motif: "stage",
    ink: wine,
    alt: { ru: "Сцена и занавес", tt: "Сәхнә һәм пәрдә", en: "A stage and its curtain" },
  },
  "theatre/shurale-ballet": {
    motif: "wood",
    ink: green,
    alt: { ru: "Птица над лесом", tt: "Урман өстендә кош", en: "A bird over a wood" },
  },
  "literature/tukay-night": {
    motif: "book",
    ink: green,
    alt: { ru: "Раскрытая книга", tt: "Ачык китап", en: "An open book" },
  },
  "cinema/silent-film-live-piano": {
    motif: "film",
    ink: night,
    alt: { ru: "Лента немого кино", tt: "Тавышсыз кино тасмасы", en: "A strip of silent film" },
  },
  "knowledge/telescope-stream": {
    motif: "sky",
    ink: sky,
    alt: { ru: "Звёзды над куполом", tt: "Гөмбәз өстендә йолдызлар", en: "Stars over a dome" },
  },
  "excursions/sviyazhsk": {
    motif: "river",
    ink: sky,
    alt: { ru: "Река и солнце", tt: "Елга һәм кояш", en: "A river and the sun" },
  },
  "shows/folk-dance": {
    motif: "tulip",
    ink: green,
    alt: { ru: "Тюльпан татарской вышивки", tt: "Татар чигеше лаләсе", en: "A tulip of Tatar embroidery" },
  },
  "shows/night-lights": {
    motif: "lights",
    ink: night,
    alt: { ru: "Лучи света в ночи", tt: "Төнге яктылык нурлары", en: "Rays of light in the night" },
  },
};

export const posterNames: readonly string[] = Object.keys(posters);

/** Where the playground serves the poster of a record, and what it shows; undefined where there is none. */
export function posterOf(recordId: string): { path: string; alt: Required<Texts<string>> } | undefined {
  const poster = posters[recordId];
  return poster && { path: `demo-poster/${recordId.replace("/", ".")}.png`, alt: poster.alt };
}

/** The poster as SVG, 1200 × 630, which messengers show in full; undefined for a path that none has. */
export function drawPoster(name: string): string | undefined {
  const poster = posters[name.replace(/\.png$/, "").replace(".", "/")];
  if (poster === undefined) return undefined;
  const { ink, motif } = poster;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
    <rect width="1200" height="630" fill="${ink.ground}"/>${motifs[motif](ink)}</svg>`;
}

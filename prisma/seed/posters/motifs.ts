/** Simple drawings for posters of the demo city, as SVG inside 1200 × 630, each in the colours of its poster. */

export interface Ink {
  ground: string;
  light: string;
  accent: string;
}

type Motif = (ink: Ink) => string;

const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

const rect = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;

const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;

const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;

const times = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join("");

export const motifs = {
  /** A tower of storeys under a crescent, as Söyembikä's. */
  tower: ({ light, accent }) =>
    times(5, (step) => rect(480 + step * 24, 470 - step * 80, 240 - step * 48, 80, step % 2 ? accent : light)) +
    shape("M600 20 L630 150 L570 150 Z", accent) +
    line("M630 60 A44 44 0 1 1 610 22", light, 10),
  /** Keys of a piano under a moon. */
  piano: ({ ground, light, accent }) =>
    circle(940, 170, 90, accent) +
    times(10, (key) => rect(60 + key * 110, 330, 100, 300, light, 8)) +
    times(9, (key) => (key % 7 === 2 || key % 7 === 6 ? "" : rect(132 + key * 110, 330, 60, 170, ground, 6))),
  /** Pipes of an organ. */
  organ: ({ light, accent }) =>
    times(11, (pipe) => {
      const height = 260 + Math.abs(5 - pipe) * 46;
      return rect(130 + pipe * 88, 600 - height, 60, height, pipe % 2 ? accent : light, 30);
    }),
  /** A stage between two curtains. */
  stage: ({ light, accent }) =>
    shape("M0 0 H340 C320 260 220 420 120 630 H0 Z", accent) +
    shape("M1200 0 H860 C880 260 980 420 1080 630 H1200 Z", accent) +
    shape("M600 90 L800 560 H400 Z", light),
  /** A bird over a wood. */
  wood: ({ light, accent }) =>
    times(8, (tree) =>
      shape(`M${70 + tree * 150} 600 L${140 + tree * 150} ${260 + (tree % 3) * 60} L${210 + tree * 150} 600 Z`, accent),
    ) + line("M420 190 Q520 90 600 190 Q680 90 780 190", light, 16),
  /** A window with shutters, and what comes in by it. */
  window: ({ ground, light, accent }) =>
    rect(400, 100, 400, 430, light, 12) +
    rect(430, 130, 160, 370, ground) +
    rect(610, 130, 160, 370, ground) +
    circle(690, 240, 50, accent),
  /** An open book. */
  book: ({ light, accent }) =>
    shape("M600 200 C480 120 300 130 180 180 V520 C300 470 480 470 600 540 Z", light) +
    shape("M600 200 C720 120 900 130 1020 180 V520 C900 470 720 470 600 540 Z", accent),
  /** A strip of film. */
  film: ({ ground, light, accent }) =>
    rect(0, 150, 1200, 330, light) +
    times(4, (frame) => rect(40 + frame * 290, 220, 250, 190, frame % 2 ? accent : ground, 10)) +
    times(20, (hole) => rect(20 + hole * 60, 168, 30, 28, ground, 6) + rect(20 + hole * 60, 434, 30, 28, ground, 6)),
  /** A sky of stars over a dome. */
  sky: ({ light, accent }) =>
    times(40, (star) => circle((star * 331) % 1200, (star * 197) % 380, 3 + (star % 4) * 2, light)) +
    shape("M250 630 A350 300 0 0 1 950 630 Z", accent),
  /** A river in three waves. */
  river: ({ light, accent }) =>
    circle(900, 170, 80, light) +
    times(3, (wave) =>
      line(
        `M0 ${350 + wave * 90} Q150 ${290 + wave * 90} 300 ${350 + wave * 90} T600 ${350 + wave * 90} T900 ${350 + wave * 90} T1200 ${350 + wave * 90}`,
        wave % 2 ? light : accent,
        34,
      ),
    ),
  /** A tulip of Tatar embroidery. */
  tulip: ({ light, accent }) =>
    line("M600 620 V330", light, 18) +
    shape(
      "M600 340 C430 300 430 140 470 70 C520 140 560 150 600 90 C640 150 680 140 730 70 C770 140 770 300 600 340 Z",
      accent,
    ) +
    line("M600 540 C480 540 420 480 400 400 M600 540 C720 540 780 480 800 400", light, 18),
  /** Rays of a lamp in the night. */
  lights: ({ light, accent }) =>
    times(9, (ray) => shape(`M600 600 L${ray * 150 - 30} 0 H${ray * 150 + 30} Z`, ray % 2 ? light : accent)) +
    circle(600, 600, 90, light),
} as const satisfies Record<string, Motif>;

export type MotifName = keyof typeof motifs;

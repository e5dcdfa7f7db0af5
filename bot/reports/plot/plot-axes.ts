import type { Plot } from "../report.ts";

/** A plot with what follows from it, and how its numbers are written. */
export interface AxesDrawing {
  plot: Plot;
  isEmpty: boolean;
  hasLegend: boolean;
  /** Each bar has its number beside it. */
  isLabelled: boolean;
  format: (value: number) => string;
}

export const ink = "#1a1a1a";
export const text = { fontFamily: "PT Sans", color: ink, fontSize: 30 };

/** A point for each value, so that one between two gaps is seen. */
export const line = { lineStyle: { width: 6 }, symbol: "circle", symbolSize: 14 };

/** Characters that fit beside each other under the bars. */
const lineOfLabels = 46;

/** Characters of a line beside bars that lie one under the other. */
const rankLine = 18;

const name = (words: string, gap: number) => ({ name: words, nameGap: gap, nameTextStyle: text });

/** The axis of days, weeks and months, or of what is ranked. */
export function categoriesOf({ plot: { axes, labels, shape, weekends }, isEmpty }: AxesDrawing) {
  const isRanked = shape === "ranks";
  const isTwoLined = labels.some((label) => label.includes("\n"));
  return {
    type: "category" as const,
    show: !isEmpty || !isRanked,
    data: isRanked ? labels.map(onTwoLines) : labels,
    inverse: isRanked,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink, width: 2 } },
    // Where there are many labels, each second, third … is written, counted from today's.
    axisLabel: { ...text, interval: isRanked ? 0 : everyNth(labels), lineHeight: 34 },
    ...(weekends.length > 0 && { splitArea: tinted(labels.length, weekends) }),
    // The name of the axis stands on top of ranks, and below days.
    ...(isRanked
      ? { ...name(axes.label, 20), nameLocation: "start" as const, nameTextStyle: { ...text, align: "right" as const } }
      : { ...name(axes.label, isTwoLined ? 84 : 50), nameLocation: "middle" as const }),
  };
}

/** Saturdays and Sundays lie on a ground of their own. */
const tinted = (count: number, weekends: readonly number[]) => ({
  show: true,
  interval: 0,
  areaStyle: {
    color: Array.from({ length: count }, (_, index) =>
      weekends.includes(index) ? "rgba(11, 79, 138, 0.07)" : "transparent",
    ),
  },
});

/** The axis of numbers. Where each bar has its own, lines across would run through them. */
export function valuesOf({ plot: { axes, shape }, isEmpty, isLabelled, format }: AxesDrawing) {
  const isRanked = shape === "ranks";
  return {
    type: "value" as const,
    show: !isEmpty || !isRanked,
    minInterval: 1,
    splitNumber: isRanked ? 3 : 4,
    ...(isEmpty
      ? { max: 4, axisLabel: { show: false } }
      : { axisLabel: { ...text, formatter: format, hideOverlap: true } }),
    splitLine: { show: !isLabelled, lineStyle: { color: "#d0d0d0", width: 2 } },
    ...name(axes.value, isRanked ? 50 : 24),
    nameLocation: isRanked ? ("middle" as const) : ("end" as const),
    nameTextStyle: { ...text, align: isRanked ? ("center" as const) : ("left" as const) },
  };
}

function everyNth(labels: readonly string[]): (index: number) => boolean {
  const longest = Math.max(...labels.flatMap((label) => label.split("\n")).map((part) => part.length), 1);
  const step = Math.ceil((labels.length * (longest + 2)) / lineOfLabels);
  return (index) => (labels.length - 1 - index) % step === 0;
}

/** A name beside a bar, parted at the word that the first line has no room for. */
function onTwoLines(label: string): string {
  if (label.length <= rankLine) return label;
  const space = label.lastIndexOf(" ", rankLine);
  return space <= 0 ? label : `${label.slice(0, space)}\n${label.slice(space + 1)}`;
}

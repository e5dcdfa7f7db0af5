import type { EChartsOption } from "echarts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/numbers.ts";
import { sum } from "../counting/span.ts";
import type { Curve, Plot } from "../report.ts";

/** Pixels; a phone shows it at a third of that. */
export const plotSize = { width: 1280, height: 800 };

/** Dark, middle, light: told apart without colour too, and each with a pattern of its own. */
const colours = ["#0b4f8a", "#e08a00", "#9fd0c8"];
const ink = "#1a1a1a";
const text = { fontFamily: "PT Sans", color: ink, fontSize: 30 };

/** Characters that fit beside each other under the bars. */
const lineOfLabels = 74;

/** How ECharts is to draw a plot: large letters, few ticks, a title, and both axes named. */
export function plotOption(plot: Plot, language: Language): EChartsOption {
  const { title, subtitle, axes, labels, series, shape, over } = plot;
  const isRanked = shape === "ranks";
  const isEmpty = sum(series.flatMap(({ values }) => values)) === 0;
  const hasLegend = (series.length > 1 || over !== undefined) && !isEmpty;
  const isTwoLined = labels.some((label) => label.includes("\n"));
  const format = (value: number): string => formatNumber(value, language);
  const name = (words: string, gap: number) => ({ name: words, nameGap: gap, nameTextStyle: text });

  const categories = {
    type: "category" as const,
    show: !isEmpty || !isRanked,
    data: labels,
    inverse: isRanked,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink, width: 2 } },
    // Where there are many labels, each second, third … is written, counted from today's.
    axisLabel: { ...text, interval: isRanked ? 0 : everyNth(labels), lineHeight: 34 },
    // The name of the axis stands on top of ranks, and below days.
    ...(isRanked
      ? { ...name(axes.label, 20), nameLocation: "start" as const, nameTextStyle: { ...text, align: "right" as const } }
      : { ...name(axes.label, isTwoLined ? 84 : 50), nameLocation: "middle" as const }),
  };
  const values = {
    type: "value" as const,
    show: !isEmpty || !isRanked,
    minInterval: 1,
    splitNumber: isRanked ? 3 : 4,
    ...(isEmpty ? { max: 4, axisLabel: { show: false } } : { axisLabel: { ...text, formatter: format } }),
    splitLine: { lineStyle: { color: "#d0d0d0", width: 2 } },
    ...name(axes.value, isRanked ? 50 : 24),
    nameLocation: isRanked ? ("middle" as const) : ("end" as const),
    nameTextStyle: { ...text, align: isRanked ? ("center" as const) : ("left" as const) },
  };
  return {
    animation: false,
    backgroundColor: "#ffffff",
    color: colours,
    textStyle: text,
    aria: { enabled: true, decal: { show: hasLegend } },
    title: [
      {
        text: title,
        subtext: subtitle,
        left: 40,
        top: 28,
        itemGap: 8,
        textStyle: { ...text, fontSize: 48, fontWeight: "bold" },
        subtextStyle: { ...text, fontSize: 32 },
      },
      ...(isEmpty ? [{ text: plot.empty, left: "center", top: "middle", textStyle: { ...text, fontSize: 40 } }] : []),
    ],
    legend: { show: hasLegend, left: 32, top: 140, itemWidth: 48, itemHeight: 30, itemGap: 36, textStyle: text },
    grid: {
      left: 40,
      right: 60,
      top: hasLegend ? 250 : 210,
      bottom: 70,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    xAxis: isRanked ? values : categories,
    yAxis: isRanked ? categories : over && !isEmpty ? [values, axisAtTheRight(over)] : values,
    series: [
      ...series.map(({ name: label, values: data }, index) => ({
        type: shape === "curve" ? ("line" as const) : ("bar" as const),
        name: label,
        stack: "all",
        data,
        ...(shape === "curve" ? { ...line, areaStyle: { opacity: 0.15 } } : {}),
        barCategoryGap: "28%",
        itemStyle: { borderColor: ink, borderWidth: 1 },
        // One number stands at the end of each bar where there is room; of a stack the caption tells them.
        label: {
          ...text,
          show: !isEmpty && !hasLegend && labels.length <= 12 && index === 0,
          position: isRanked ? ("right" as const) : ("top" as const),
          formatter: (bar: { value?: unknown }) => format(Number(bar.value)),
        },
      })),
      ...(over
        ? [{ type: "line" as const, name: over.name, data: over.values, yAxisIndex: isEmpty ? 0 : 1, ...line }]
        : []),
    ],
  };

  function axisAtTheRight({ name: words, from, to }: Curve) {
    return {
      type: "value" as const,
      min: from,
      max: to,
      interval: 1,
      axisLabel: { ...text, formatter: format },
      splitLine: { show: false },
      ...name(words, 24),
      nameLocation: "end" as const,
      nameTextStyle: { ...text, align: "right" as const },
    };
  }
}

/** A point for each value, so that one between two gaps is seen. */
const line = { lineStyle: { width: 6 }, symbol: "circle", symbolSize: 14 };

function everyNth(labels: readonly string[]): (index: number) => boolean {
  const longest = Math.max(...labels.flatMap((label) => label.split("\n")).map((line) => line.length), 1);
  const step = Math.ceil((labels.length * (longest + 2)) / lineOfLabels);
  return (index) => (labels.length - 1 - index) % step === 0;
}

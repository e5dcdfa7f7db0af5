import type { EChartsOption } from "echarts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/numbers.ts";
import { sum } from "../counting/span.ts";
import type { Plot } from "../report.ts";
import { lowerPanel, panelsOf } from "./panels.ts";
import { categoriesOf, line, text, valuesOf } from "./plot-axes.ts";
import { seriesOf } from "./plot-series.ts";

/** Pixels, upright as phones are: in a chat it is some 350 wide, and the letters some 12 high. */
export const plotSize = { width: 900, height: 1_125 };

/** Dark, middle, light: told apart without colour too, and each with a pattern of its own. */
const colours = ["#0b4f8a", "#e08a00", "#9fd0c8"];

/** The curve in the panel of its own, dark enough to be seen alone. */
const curveColour = "#b05a00";

/** How ECharts is to draw a plot: large letters, few ticks, a title, and all axes named. */
export function plotOption(plot: Plot, language: Language): EChartsOption {
  const { title, subtitle, made, series, over, shape, labels } = plot;
  const isRanked = shape === "ranks";
  const isEmpty = sum(series.flatMap(({ values }) => values)) === 0;
  const hasLegend = series.length > 1 && !isEmpty;
  const format = (value: number): string => formatNumber(value, language);
  // One number stands at the end of each bar where there is room; of a stack the caption tells them.
  const isLabelled = !isEmpty && !hasLegend && shape !== "curve" && labels.length <= (isRanked ? 12 : 8);
  const drawing = { plot, isEmpty, hasLegend, isLabelled, format };
  const categories = categoriesOf(drawing);
  const values = valuesOf(drawing);
  const lower = over && !isEmpty ? lowerPanel(over, categories, format) : undefined;
  return {
    animation: false,
    backgroundColor: "#ffffff",
    color: colours,
    textStyle: text,
    aria: { enabled: true, decal: { show: hasLegend } },
    title: [
      {
        text: title,
        subtext: `${subtitle}\n${made}`,
        left: 36,
        top: 24,
        itemGap: 12,
        textStyle: { ...text, fontSize: 40, fontWeight: "bold" },
        subtextStyle: { ...text, fontSize: 27, lineHeight: 36 },
      },
      ...(isEmpty ? [{ text: plot.empty, left: "center", top: "middle", textStyle: { ...text, fontSize: 36 } }] : []),
    ],
    legend: {
      show: hasLegend,
      data: series.map(({ name }) => name),
      left: 28,
      top: 190,
      itemWidth: 44,
      itemHeight: 28,
      itemGap: 28,
      textStyle: text,
    },
    grid: panelsOf({ hasLegend, isRanked, hasLower: lower !== undefined }),
    xAxis: isRanked ? values : lower ? [categories, lower.categories] : categories,
    yAxis: isRanked ? categories : lower ? [values, lower.values] : values,
    series: [
      ...seriesOf(drawing),
      ...(lower && over
        ? [
            {
              type: "line" as const,
              name: over.name,
              data: over.values,
              xAxisIndex: 1,
              yAxisIndex: 1,
              ...line,
              color: curveColour,
            },
          ]
        : []),
    ],
  };
}

import type { Curve } from "../report.ts";
import { type categoriesOf, text } from "./plot-axes.ts";

/** Pixels from the top: below the title, and below the legend. */
const top = { bare: 250, underLegend: 320 };

/** Where the bars stand, and below them the panel of a curve. */
export function panelsOf({
  hasLegend,
  isRanked,
  hasLower,
}: {
  hasLegend: boolean;
  isRanked: boolean;
  hasLower: boolean;
}) {
  const common = {
    left: 36,
    right: isRanked ? 90 : 44,
    outerBoundsMode: "same" as const,
    outerBoundsContain: "axisLabel" as const,
  };
  const upper = { ...common, top: hasLegend ? top.underLegend : top.bare, bottom: hasLower ? 470 : 76 };
  return hasLower ? [upper, { ...common, top: 760, bottom: 76 }] : upper;
}

/** The axes of a curve in the lower panel, which has lines of its own to be read by. */
export function lowerPanel(
  { name, from, to, isShare }: Curve,
  upper: ReturnType<typeof categoriesOf>,
  format: (value: number) => string,
) {
  const percent = (value: number) => `${format(Math.round(value * 100))} %`;
  return {
    categories: { ...upper, gridIndex: 1 },
    values: {
      type: "value" as const,
      gridIndex: 1,
      min: from,
      max: to,
      interval: (to - from) / 4,
      axisLabel: { ...text, formatter: isShare === true ? percent : format },
      splitLine: { lineStyle: { color: "#d0d0d0", width: 2 } },
      name,
      nameGap: 24,
      nameLocation: "end" as const,
      nameTextStyle: { ...text, align: "left" as const },
    },
  };
}

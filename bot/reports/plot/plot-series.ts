import { type AxesDrawing, ink, line, text } from "./plot-axes.ts";

/** How what is not over yet is drawn: lighter bars, and a broken line to a hollow point. */
const open = { opacity: 0.4, borderType: "dashed" as const };

/** The bars or the curve of a plot; the last of what is not over looks so. */
export function seriesOf({ plot, isEmpty, isLabelled, format }: AxesDrawing) {
  const { series, shape, isOpen } = plot;
  if (shape === "curve") return series.flatMap((one) => curves(one, isOpen && !isEmpty));
  return series.map(({ name, values }, index) => ({
    type: "bar" as const,
    name,
    stack: "all",
    data: values.map((value, place) =>
      isOpen && place === values.length - 1
        ? { value, itemStyle: { ...open, borderColor: ink, borderWidth: 2 } }
        : value,
    ),
    barCategoryGap: "28%",
    itemStyle: { borderColor: ink, borderWidth: 1 },
    label: {
      ...text,
      show: isLabelled && index === 0,
      position: shape === "ranks" ? ("right" as const) : ("top" as const),
      formatter: (bar: { value?: unknown }) => format(Number(bar.value)),
    },
  }));
}

/** One curve; what is not over stands at the end of a broken line, so that it is no cliff. */
function curves({ name, values }: { name: string; values: readonly number[] }, isOpen: boolean) {
  const last = values.length - 1;
  const done = isOpen ? values.map((value, index) => (index === last ? null : value)) : [...values];
  const curve = { type: "line" as const, name, data: done, ...line, areaStyle: { opacity: 0.15 } };
  if (!isOpen) return [curve];
  return [
    curve,
    {
      type: "line" as const,
      name: `${name} …`,
      data: values.map((value, index) => (index >= last - 1 ? value : null)),
      symbol: "emptyCircle",
      symbolSize: 16,
      lineStyle: { width: 4, type: "dashed" as const },
      color: "#0b4f8a",
    },
  ];
}

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Drawing } from "./draw.ts";
import { plotOption, plotSize } from "./plot-option.ts";

/** Draws one plot and hands it back; the thread ends after it. */

const file = (specifier: string) => readFile(fileURLToPath(import.meta.resolve(specifier)));
const fonts = "@expo-google-fonts/pt-sans";
const [wasm, ...fontBuffers] = await Promise.all([
  file("@resvg/resvg-wasm/index_bg.wasm"),
  file(`${fonts}/400Regular/PTSans_400Regular.ttf`),
  file(`${fonts}/700Bold/PTSans_700Bold.ttf`),
]);
await initWasm(wasm);
echarts.use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

// Without a canvas ECharts takes every letter beyond ASCII for a square; those of PT Sans are half as wide as high. The
// one square letter that it asks for is its measure of a line's height.
echarts.setPlatformAPI({
  measureText(text, font = "") {
    const size = Number.parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? "12");
    return { width: text === "国" ? size : text.length * 0.52 * size };
  },
});

const { plot, language }: Drawing = workerData;
const chart = echarts.init(null, null, { renderer: "svg", ssr: true, ...plotSize });
chart.setOption(plotOption(plot, language));
const svg = chart.renderToSVGString();
chart.dispose();
const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: "PT Sans" } });
parentPort?.postMessage(drawn.render().asPng());

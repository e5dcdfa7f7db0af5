import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Language } from "../../words/language.ts";
import type { Plot } from "../report.ts";

/** What is to be drawn, and how its numbers are written. */
export interface Drawing {
  plot: Plot;
  language: Language;
}

/**
 * Draws a plot as a PNG of 900 × 1125, in a thread of its own: it takes two thirds of a second of a core, for which
 * nobody else's answer should wait, and memory that is given back when the thread ends.
 */
export async function draw(drawing: Drawing): Promise<Uint8Array> {
  const worker = new Worker(new URL("draw-worker.ts", import.meta.url), { workerData: drawing });
  try {
    const [png]: [Uint8Array] = await Promise.race([
      once(worker, "message") as Promise<[Uint8Array]>,
      once(worker, "exit").then(([code]) => {
        throw new Error(`the thread that draws ended with ${code}`);
      }),
    ]);
    return png;
  } finally {
    await worker.terminate();
  }
}

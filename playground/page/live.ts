import type { Context } from "hono";
import { streamSSE } from "hono/streaming";

/** Counts what changed, so that a page knows when its snapshot is old. */
export class Versions {
  #version = 1;
  readonly #listeners = new Set<() => void>();

  get current(): number {
    return this.#version;
  }

  readonly advance = (): void => {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  };

  /** Resolves when there is a version other than `known`, or when `signal` aborts. */
  newerThan(known: number, signal: AbortSignal): Promise<void> {
    if (known !== this.#version || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        this.#listeners.delete(end);
        signal.removeEventListener("abort", end);
        resolve();
      };
      this.#listeners.add(end);
      signal.addEventListener("abort", end);
    });
  }
}

/**
 * Streams version numbers, the current one first. A number is all a page needs: it fetches the snapshot itself, so
 * that missed events and reconnects cannot leave it with a wrong picture, and a thousand changes cost one redraw.
 */
export function streamVersions(context: Context, versions: Versions): Response {
  return streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    while (!gone.signal.aborted) {
      const version = versions.current;
      await stream.writeSSE({ event: "version", data: String(version) });
      await versions.newerThan(version, gone.signal);
    }
  });
}

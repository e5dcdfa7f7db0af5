/** Lets all who ask while an answer is on its way share that one. What it throws reaches all of them. */
export function asOne<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= ask().finally(() => {
      running = undefined;
    });
    return running;
  };
}

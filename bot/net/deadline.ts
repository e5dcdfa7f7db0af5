export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** Rejects with a DeadlineError when `work` takes longer than `milliseconds`; the work itself cannot be stopped. */
export async function withDeadline<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(`took longer than ${milliseconds / 1_000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Does work under a signal that aborts after `milliseconds`, or with one of `foreign`. Not AbortSignal.timeout: each would live
 * on for its whole time, which at a thousand messages a second takes 160 MB.
 */
export async function within<T>(
  milliseconds: number,
  foreign: (AbortSignal | null | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const give = () => controller.abort();
  for (const signal of foreign) {
    if (signal?.aborted) give();
    signal?.addEventListener("abort", give, { once: true });
  }
  const late = () => controller.abort(new DOMException(`no answer within ${milliseconds / 1_000} s`, "TimeoutError"));
  const timer = setTimeout(late, milliseconds);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of foreign) signal?.removeEventListener("abort", give);
  }
}

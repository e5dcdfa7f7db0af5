/**
 * Keeps answers for the minute in which they were asked for; those of other minutes are dropped, so it never grows, and
 * one that failed is asked for again.
 */
export function rememberForAMinute<T>(): (key: string, now: Date, find: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  let minute = Number.NaN;
  return async (key, now, find) => {
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute) answers.clear();
    minute = current;
    const answer = answers.get(key) ?? find();
    answers.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      answers.delete(key);
      throw error;
    }
  };
}

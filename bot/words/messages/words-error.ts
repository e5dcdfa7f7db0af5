/** One thing wrong with the locale files, said so that a translator can mend it. */
export interface CatalogueProblem {
  file: string;
  /** Null when it concerns the whole file. */
  key: string | null;
  reason: string;
}

/** Stops the start: the locale files cannot be used. Names every problem with its file, key and reason. */
export class WordsError extends Error {
  override readonly name = "WordsError";
  readonly problems: readonly CatalogueProblem[];

  constructor(problems: readonly CatalogueProblem[]) {
    super(
      problems
        .map(({ file, key, reason }) => (key === null ? `${file}: ${reason}` : `${file}: ${key}: ${reason}`))
        .join("\n"),
    );
    this.problems = problems;
  }
}

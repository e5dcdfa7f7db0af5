import { type ReadingFor, readFor, readingFor, together } from "./replica/reading-for.ts";

export interface Gathering<Question> {
  /** Milliseconds that the first question waits for company. Default 3. */
  pause?: number;
  /** Questions with different keys go apart. Default: all together. */
  keyOf?: (question: Question) => string;
}

interface Asked<Question, Answer> {
  question: Question;
  /** For whom it was asked: what one may not see old, none of them sees old. */
  whom: ReadingFor | undefined;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

type Batch<Item> = [Item, ...Item[]];

/**
 * Lets one call answer what many ask within a few milliseconds.
 *
 * This is no cache: a call begins after all whom it answers have asked, so whoever changed something finds it changed.
 * `answer` returns one answer a question, in the same order; what it throws reaches all of them. Questions to different
 * owners, such as databases, never meet. To let the first one go at once would save a quiet hour these milliseconds, and
 * cost a busy one twice the statements: people come in waves, as those before them are answered.
 */
export function gather<Owner extends object, Question, Answer>(
  answer: (owner: Owner, questions: Batch<Question>) => Promise<readonly Answer[]>,
  { pause = 3, keyOf = () => "" }: Gathering<Question> = {},
): (owner: Owner, question: Question) => Promise<Answer> {
  type Item = Asked<Question, Answer>;
  const waiting = new WeakMap<Owner, Map<string, Batch<Item>>>();

  async function settle(owner: Owner, batch: Batch<Item>): Promise<void> {
    try {
      const [first, ...others] = batch;
      const questions: Batch<Question> = [first.question, ...others.map(({ question }) => question)];
      const answers = await readFor(together(batch.map(({ whom }) => whom)), () => answer(owner, questions));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  function begin(owner: Owner, batches: Map<string, Batch<Item>>, key: string, first: Item): void {
    const batch: Batch<Item> = [first];
    batches.set(key, batch);
    setTimeout(() => {
      batches.delete(key);
      void settle(owner, batch);
    }, pause);
  }

  return (owner, question) =>
    new Promise((resolve, reject) => {
      const batches = waiting.get(owner) ?? new Map<string, Batch<Item>>();
      waiting.set(owner, batches);
      const key = keyOf(question);
      const batch = batches.get(key);
      const asked: Item = { question, whom: readingFor(), resolve, reject };
      if (batch) batch.push(asked);
      else begin(owner, batches, key, asked);
    });
}

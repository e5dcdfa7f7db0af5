import { offerUntil } from "../../../bot/classes/enrolments/offers/offer-time.ts";

interface Entry {
  person: number;
  state: "waiting" | "offered" | "enrolled";
  /** The place in the order in which people came, in the whole course. */
  order: number;
  until: Date;
}

interface ModelGroup {
  capacity: number;
  isClosed: boolean;
  /** In the order of their tickets. */
  entries: Entry[];
  /** Everybody who was ever in the course. */
  known: Set<number>;
}

/** One course in memory, by the prose of bot/classes/enrolments/enrolment.ts: what the database is compared with. */
export class Model {
  readonly groups: ModelGroup[] = [];
  now: Date;
  readonly #lessons: readonly Date[];
  #order = 0;

  constructor(now: Date, lessons: readonly Date[]) {
    this.now = now;
    this.#lessons = lessons;
  }

  open(capacity: number): void {
    this.groups.push({ capacity, isClosed: false, entries: [], known: new Set() });
    this.#offer(this.groups.length - 1);
  }

  enrol(index: number, person: number): void {
    const group = this.#group(index);
    if (group.isClosed || this.#find(index, person) || this.#isOver) return;
    if (this.#standings(person).some(({ entry }) => entry.state === "enrolled")) return;
    const hasLine = group.entries.some(({ state }) => state === "waiting");
    const isSeated = !hasLine && this.#free(index) > 0;
    this.#join(index, person, isSeated ? "enrolled" : "waiting");
    if (isSeated) this.#leaveOthers(index, person);
  }

  leave(index: number, person: number): void {
    this.#vacate([{ index, person }]);
  }

  accept(index: number, person: number): void {
    const entry = this.#find(index, person);
    if (entry?.state !== "offered") return;
    // Too late: the place goes to the next.
    if (entry.until <= this.now) this.leave(index, person);
    else {
      entry.state = "enrolled";
      this.#leaveOthers(index, person);
    }
  }

  decline(index: number, person: number): void {
    this.leave(index, person);
  }

  /** The job of each minute. */
  expire(): void {
    for (const [index, { entries }] of this.groups.entries()) {
      const late = entries.filter(({ state, until }) => state === "offered" && until <= this.now);
      this.#vacate(late.map(({ person }) => ({ index, person })));
    }
    for (const index of this.groups.keys()) this.#offer(index);
  }

  resize(index: number, capacity: number): void {
    const group = this.#group(index);
    if (capacity < group.capacity - this.#free(index)) return;
    group.capacity = capacity;
    this.#offer(index);
  }

  close(index: number): void {
    const group = this.#group(index);
    group.isClosed = true;
    group.entries = group.entries.filter(({ state }) => state !== "waiting");
  }

  /** Who is in a group in one of these states, in the order of their tickets. */
  people(index: number, states: readonly Entry["state"][]): number[] {
    const entries = this.groups[index]?.entries ?? [];
    return entries.filter(({ state }) => states.includes(state)).map(({ person }) => person);
  }

  /** "3 enrolled, 5 offered, 1 waiting" for each group. */
  describe(): string[] {
    return this.groups.map(({ entries }) => entries.map(({ person, state }) => `${person} ${state}`).join(", "));
  }

  #group(index: number): ModelGroup {
    const group = this.groups[index];
    if (group === undefined) throw new Error(`there is no group ${index}`);
    return group;
  }

  /** Each group has the same lessons, of an hour. */
  get #isOver(): boolean {
    return this.#lessons.every((start) => start.getTime() + 3_600_000 <= this.now.getTime());
  }

  #find = (index: number, person: number) => this.#group(index).entries.find((entry) => entry.person === person);

  #standings = (person: number) =>
    this.groups.flatMap(({ entries }, index) =>
      entries.filter((entry) => entry.person === person).map((entry) => ({ index, person, entry })),
    );

  #free(index: number): number {
    const { capacity, entries } = this.#group(index);
    return capacity - entries.filter(({ state }) => state !== "waiting").length;
  }

  #join(index: number, person: number, state: Entry["state"], until = this.now): void {
    this.#order += 1;
    this.#group(index).entries.push({ person, state, order: this.#order, until });
    this.#group(index).known.add(person);
  }

  #leaveOthers(index: number, person: number): void {
    this.#vacate(this.#standings(person).filter((other) => other.index !== index));
  }

  #vacate(places: { index: number; person: number }[]): void {
    const freed = new Set<number>();
    for (const { index, person } of places) {
      const group = this.#group(index);
      const entry = this.#find(index, person);
      if (entry && entry.state !== "waiting") freed.add(index);
      group.entries = group.entries.filter((other) => other !== entry);
    }
    for (const index of [...freed].sort((a, b) => a - b)) this.#offer(index);
  }

  #offer(index: number): void {
    const group = this.#group(index);
    const until = offerUntil(this.now, this.#lessons, "Europe/Moscow");
    if (group.isClosed || until === null) return;
    while (this.#free(index) > 0) {
      const first = group.entries.find(({ state }) => state === "waiting");
      if (first) Object.assign(first, { state: "offered", until });
      else {
        const other = this.#firstElsewhere(index);
        if (other === undefined) return;
        this.#join(index, other, "offered", until);
      }
    }
  }

  #firstElsewhere(index: number): number | undefined {
    return this.groups
      .filter((_, other) => other !== index && this.#free(other) === 0)
      .flatMap(({ entries }) => entries.filter(({ state }) => state === "waiting"))
      .filter(({ person }) => !this.#group(index).known.has(person))
      .filter(({ person }) => this.#standings(person).every(({ entry }) => entry.state === "waiting"))
      .sort((a, b) => a.order - b.order)[0]?.person;
  }
}

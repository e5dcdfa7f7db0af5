/** How a part of the installation is: it works; somebody should look at it; people notice that it does not work. */
export type Health = "ok" | "look" | "broken";

/** A line of `npm run doctor`. */
export interface Finding {
  /** "database", "Telegram", "disk" … */
  part: string;
  health: Health;
  /** What was found, as a sentence without its full stop. */
  text: string;
  /** What to do about it, as sentences; absent where all is well. */
  remedy?: string;
}

export const well = (part: string, text: string): Finding => ({ part, health: "ok", text });
export const look = (part: string, text: string, remedy: string): Finding => ({ part, health: "look", text, remedy });
export const broken = (part: string, text: string, remedy: string): Finding => ({
  part,
  health: "broken",
  text,
  remedy,
});

/** The findings as lines for a terminal, with an account at the end. */
export function formatFindings(findings: readonly Finding[]): string {
  const widest = Math.max(0, ...findings.map(({ part }) => part.length));
  const lines = findings.map(
    ({ part, health, text, remedy }) =>
      `${health.padEnd(6)}  ${part.padEnd(widest)}  ${text}.${remedy === undefined ? "" : ` ${remedy}`}`,
  );
  const count = (health: Health) => findings.filter((finding) => finding.health === health).length;
  return [...lines, "", `${count("ok")} ok, ${count("look")} to look at, ${count("broken")} broken`].join("\n");
}

/** 1 where something is broken, else 0. */
export const exitCodeOf = (findings: readonly Finding[]): number =>
  findings.some(({ health }) => health === "broken") ? 1 : 0;

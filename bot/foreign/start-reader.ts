import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { limits } from "./limits.ts";
import type { Excess, Reply, Request } from "./protocol.ts";

/** What came from a reader: an answer, or how it ended without one. */
export type Heard = Reply | { kind: "ended"; excess: Excess };

/** Without it the program is compiled anew for every file: half a second of the processor instead of a fifth. */
const compileCache = new URL("../../scripts/compile-cache.mjs", import.meta.url);

/** A process that reads foreign content (`reader-process.ts`), with the answers that nobody has taken yet. */
export class ForeignReader {
  readonly #child: ChildProcess;
  readonly #heard: Heard[] = [];
  #waiting: ((heard: Heard) => void) | undefined;

  /**
   * @param program what runs there; another one only in tests
   * @param heap megabytes of V8's heap; fewer only in tests
   */
  constructor(program = new URL("reader-process.ts", import.meta.url), heap: number = limits.heap) {
    this.#child = fork(fileURLToPath(program), {
      execArgv: [`--max-old-space-size=${heap}`, "--max-semi-space-size=8", `--import=${compileCache}`],
      env: environment(),
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#child.on("message", (reply: Reply) => this.#take(reply));
    this.#child.on("error", (error) => this.#take({ kind: "failed", message: error.message }));
    this.#child.on("exit", (code, signal) => this.#take(endOf(code, signal)));
  }

  ask(request: Request): void {
    // A process that has ended meanwhile says so by its end.
    this.#child.send(request, () => {});
  }

  /** The next answer. After the end there is none: ask no more. */
  next(): Promise<Heard> {
    const heard = this.#heard.shift();
    if (heard !== undefined) return Promise.resolve(heard);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** Whether this program stays for the process. */
  hold(isHeld: boolean): void {
    const how = isHeld ? "ref" : "unref";
    this.#child[how]();
    this.#child.channel?.[how]();
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }

  #take(heard: Heard): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) waiting(heard);
    else this.#heard.push(heard);
  }
}

/** SIGXCPU is the watchdog's word for time; what else ends a process from outside is about memory. */
function endOf(code: number | null, signal: NodeJS.Signals | null): Heard {
  if (signal === null) return { kind: "failed", message: `the reader of foreign content ended with ${code}` };
  return { kind: "ended", excess: signal === "SIGXCPU" ? "time" : "memory" };
}

/** Whom to trust on the web, and nothing of the bot's: tokens and passwords are no business of a reader. */
function environment(): Record<string, string> {
  const names = ["NODE_EXTRA_CA_CERTS", "NODE_OPTIONS", "SSL_CERT_DIR", "SSL_CERT_FILE"];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

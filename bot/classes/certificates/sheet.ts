import type { Language } from "../../words/language.ts";

/** What stands on the sheet, line by line; the layout knows nothing else. */
export interface CertificateSheet {
  language: Language;
  heading: string;
  aboveName: string;
  name: string;
  aboveTitle: string;
  title: string;
  /** At the bottom left. */
  details: readonly string[];
  /** Beside the QR code. */
  check: readonly string[];
  /** Below the line that somebody signs on. */
  signature: string;
  /** What the QR code leads to. */
  link: string;
}

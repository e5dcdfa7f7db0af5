import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is: `CHROMIUM`, or the first usual place that has one. `undefined`, said aloud, if there is none. */
export const chromiumPath: string | undefined = process.env["CHROMIUM"] ?? candidates.find((path) => existsSync(path));

if (chromiumPath === undefined) {
  console.warn("SKIPPED: the chat page's tests need Chromium. Install it, or name it in CHROMIUM.");
}

/** Starts a Chromium that talks to nobody but the page under test. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

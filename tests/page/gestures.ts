import type { Page } from "playwright-core";

/** Types a message and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await page.locator("#text").fill(text);
  await page.locator("#text").press("Enter");
}

/** Presses a button under the latest message. */
export function press(page: Page, label: string): Promise<void> {
  return page.locator("#log li").last().getByRole("button", { name: label }).click();
}

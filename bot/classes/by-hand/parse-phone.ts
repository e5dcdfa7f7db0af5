/**
 * Parses a phone number as people dictate it: "8 917 123-45-67", "+7 (917) 1234567". Undefined where it is none, or where
 * anything but digits and their usual signs stands beside it. Eleven digits from 8 and ten from 9 are Russian ones.
 */
export function parsePhone(text: string): string | undefined {
  const typed = text.trim();
  if (!/^\+?[\d\s().–-]+$/u.test(typed)) return undefined;
  const digits = typed.replace(/\D/g, "");
  if (typed.startsWith("+")) return digits.length >= 10 && digits.length <= 15 ? `+${digits}` : undefined;
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  return /^9\d{9}$/.test(digits) ? `+7${digits}` : undefined;
}

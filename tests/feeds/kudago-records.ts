/** Records of our own making in the format of KudaGo's API. Times are Moscow's, unless said otherwise. */

/** 2026-12-05 19:00 in Moscow, as KudaGo writes it. */
export const december5 = Date.UTC(2026, 11, 5, 16) / 1000;
export const hour = 3600;
export const day = 24 * hour;

export function record(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 7001,
    title: "концерт «Вечер джаза»",
    slug: "koncert-vecher-dzhaza",
    dates: [{ start: december5, end: december5 + 2 * hour }],
    place: {
      id: 55,
      title: "клуб «Старый причал»",
      address: "ул. Речная, 3",
      coords: { lat: 55.79, lon: 49.12 },
    },
    location: { slug: "kzn" },
    description: "<p>Четыре музыканта &mdash; и&nbsp;один рояль.</p>",
    body_text: "<p>Первое отделение.</p>\n<ul><li>Эллингтон</li><li>Монк</li></ul><p>Второе отделение.</p>",
    price: "от 500 до 1500 рублей",
    is_free: false,
    age_restriction: "12+",
    categories: ["concert"],
    tags: ["джаз"],
    images: [{ image: "http://media.example.org/poster.jpg", source: { name: "", link: "" } }],
    site_url: "http://example.org/kzn/event/koncert-vecher-dzhaza/",
    favorites_count: 3,
    ...changes,
  };
}

export function page(results: unknown[], next: string | null = null): string {
  return JSON.stringify({ count: results.length, next, previous: null, results });
}

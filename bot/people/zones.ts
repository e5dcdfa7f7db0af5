/** Zones offered by name, from west to east; the names are in the locale files. Any other is found by a shared location. */
export const zones = {
  berlin: "Europe/Berlin",
  kaliningrad: "Europe/Kaliningrad",
  moscow: "Europe/Moscow",
  istanbul: "Europe/Istanbul",
  samara: "Europe/Samara",
  yerevan: "Asia/Yerevan",
  yekaterinburg: "Asia/Yekaterinburg",
  tashkent: "Asia/Tashkent",
  omsk: "Asia/Omsk",
  bishkek: "Asia/Bishkek",
  novosibirsk: "Asia/Novosibirsk",
  irkutsk: "Asia/Irkutsk",
  yakutsk: "Asia/Yakutsk",
  vladivostok: "Asia/Vladivostok",
  magadan: "Asia/Magadan",
  kamchatka: "Asia/Kamchatka",
} as const;

export type ZoneName = keyof typeof zones;

export const zoneNames = Object.keys(zones) as ZoneName[];

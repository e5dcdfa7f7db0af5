import { Prisma } from "../../../prisma/client/client.ts";
import type { Scope } from "./list-query.ts";

type Near = Extract<Scope, { kind: "near" }>;

/** SQL over the alias p (Place): metres on a sphere (haversine), within 0.5 % of the truth, less than a street is wide. */
export const distanceFrom = ({ latitude, longitude }: Near) => Prisma.sql`
  12742000 * asin(least(1, sqrt(power(sin(radians(p."latitude" - ${latitude}) / 2), 2)
    + cos(radians(${latitude})) * cos(radians(p."latitude")) * power(sin(radians(p."longitude" - ${longitude}) / 2), 2))))`;

/** Whether the place lies within the radius: the box for the index, the distance for the corners. */
export const isNear = (scope: Near) =>
  Prisma.sql`${withinBox(scope)} AND ${distanceFrom(scope)} <= ${scope.radius * 1_000}`;

/** A degree of latitude is 111 km everywhere; one of longitude shrinks with the cosine, and 180° is beside -180°. */
function withinBox({ latitude, longitude, radius }: Near): Prisma.Sql {
  const height = radius / 111;
  const width = height / Math.max(Math.cos((latitude * Math.PI) / 180), 0.001);
  const between = (middle: number) => Prisma.sql`p."longitude" BETWEEN ${middle - width} AND ${middle + width}`;
  const longitudes = [longitude];
  if (longitude - width < -180) longitudes.push(longitude + 360);
  if (longitude + width > 180) longitudes.push(longitude - 360);
  return Prisma.sql`p."latitude" BETWEEN ${latitude - height} AND ${latitude + height}
    AND (${Prisma.join(longitudes.map(between), " OR ")})`;
}

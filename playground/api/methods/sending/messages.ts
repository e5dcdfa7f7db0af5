import { z } from "zod";
import { formatMessage } from "../../../html/formatted-text.ts";
import { method } from "../../method.ts";
import { entities, float, linkPreview, parseMode, unmodelled } from "../../values.ts";
import { send, sendParameters } from "./send.ts";

export const sendMessage = method(
  {
    ...sendParameters,
    text: z.string(),
    parse_mode: parseMode,
    entities: z.exactOptional(entities),
    link_preview_options: z.exactOptional(linkPreview),
  },
  (world, parameters) =>
    send(world, parameters, {
      ...formatMessage(parameters.text, parameters.parse_mode, parameters.entities),
      ...(parameters.link_preview_options && { link_preview_options: parameters.link_preview_options }),
    }),
);

const latitude = float.pipe(z.number().min(-90).max(90));
const longitude = float.pipe(z.number().min(-180).max(180));

export const sendLocation = method(
  {
    ...sendParameters,
    latitude,
    longitude,
    horizontal_accuracy: z.exactOptional(float.pipe(z.number().min(0).max(1500))),
    live_period: unmodelled,
    heading: unmodelled,
    proximity_alert_radius: unmodelled,
  },
  (world, { latitude, longitude, horizontal_accuracy, ...parameters }) =>
    send(world, parameters, {
      location: { latitude, longitude, ...(horizontal_accuracy !== undefined && { horizontal_accuracy }) },
    }),
);

export const sendVenue = method(
  {
    ...sendParameters,
    latitude,
    longitude,
    title: z.string().min(1),
    address: z.string().min(1),
    foursquare_id: z.exactOptional(z.string()),
    foursquare_type: z.exactOptional(z.string()),
    google_place_id: z.exactOptional(z.string()),
    google_place_type: z.exactOptional(z.string()),
  },
  (world, { latitude, longitude, title, address, ...parameters }) => {
    const location = { latitude, longitude };
    return send(world, parameters, { location, venue: { location, title, address } });
  },
);

import { id } from "../../bot/doors/telegram/screen/codec.ts";
import { subjects } from "../../bot/reports/reports.ts";
import { groupParts } from "../../flows/staff/classes/callbacks.ts";
import { edits } from "../../flows/staff/programme/callbacks.ts";
import type { Things } from "./secrets.ts";

/**
 * What the data of each button looks like, by its name: a letter in braces stands for each thing of that kind (secrets.ts).
 * Without an entry a button carries nothing.
 */
const shapes: Readonly<Record<string, readonly string[]>> = {
  // The programme, and what residents do with it.
  a: ["0", "1"],
  c: ["{o}~", "{o}!~", "{o}~s:{s}~0~0"],
  d: ["~"],
  dc: ["1.42"],
  dl: ["max", "telegram"],
  dn: ["A".repeat(32)],
  dp: ["max", "telegram"],
  du: ["max"],
  dv: ["max"],
  dx: ["1"],
  dy: ["A".repeat(32)],
  f: ["t~~0"],
  fg: ["s~t~~0"],
  gl: ["tonight"],
  gp: ["hour"],
  gs: ["d10.5."],
  gt: ["d10.5.tm"],
  ic: ["{o}"],
  kh: ["iphone"],
  l: ["t~~0"],
  ln: ["ru"],
  mp: ["{o}"],
  nc: ["{c}"],
  nv: ["{e}"],
  nz: ["0", "1"],
  o: ["{o}.0~", "{o}.0~s:{s}~0~0"],
  rc: ["{o}~"],
  rn: ["{o}~"],
  rd: ["{o}.0"],
  rh: ["", "f", "u", "0", "1"],
  rl: ["0"],
  rm: ["{o}~"],
  rq: ["{o}"],
  rr: ["{o}.1", "{o}.5"],
  rs: ["{o}.10", "{o}.60"],
  rt: ["{o}.d+~", "{o}.q+~", "{o}.t-~"],
  ru: ["{o}.dt.", "{o}.dt.0"],
  rx: ["{o}~"],
  rz: ["", "kaliningrad"],
  s: ["{s}~0~0", "{s}~1~1"],
  sf: ["{s}~0~0", "{s}~0~0SmF"],
  sg: ["s~{s}~0~0", "i~{s}~0~0F"],
  zb: ["{v}.0"],
  zc: ["{v}.1"],
  zl: ["o.0", "e.0"],
  zv: ["{v}"],
  // Classes.
  bc: ["{c}.0"],
  bg: ["{g}"],
  bf: ["digital.0", "digital.0LbHtDagF"],
  bl: ["digital.0"],
  bq: ["{c}"],
  ea: ["{n}.0"],
  eb: ["{g}"],
  ec: ["{n}"],
  ed: ["{f}"],
  ef: ["{m}"],
  eg: ["{n}"],
  ek: ["{n}", "{n}!"],
  ew: ["digital", "0"],
  ex: ["digital", "0"],
  ez: ["digital", "0"],
  eh: ["{n}.day"],
  ej: ["{g}"],
  el: ["{n}"],
  eo: ["{f}"],
  et: ["{n}"],
  ey: ["{n}"],
  yj: ["{l}"],
  mq: [""],
  ms: ["+"],
  mw: ["0"],
  yn: ["{l}"],
  ys: ["{l}"],
  // Teachers.
  ta: ["{l}"],
  td: ["{l}"],
  tg: ["0"],
  tk: ["{l}.{n}+0", "{l}.{n}-0"],
  tl: ["{g}.0"],
  tm: ["{g}"],
  tn: ["{g}"],
  to: ["{m}"],
  tr: ["{g}"],
  ts: ["{g}"],
  tt: ["{l}.0"],
  tv: ["{l}"],
  tw: ["{g}.0"],
  tx: ["{m}-", "{m}+"],
  tz: ["{l}-", "{l}+"],
  // Editors of the programme.
  pc: edits.map((edit) => `${edit}~{e}`),
  pd: ["{e}"],
  pe: ["{e}"],
  ph: ["0"],
  pi: ["{i}"],
  pl: ["{i}"],
  pm: ["coming~0", "drafts~0", "withdrawn~0", "past~0"],
  pp: ["{e}"],
  pj: ["{e}"],
  pk: ["{e}"],
  pq: ["{e}"],
  pr: [""],
  pz: ["{e}"],
  pw: ["{i}~ru"],
  // Editors of classes.
  wb: ["{g}"],
  wc: ["{c}"],
  wd: ["{g}"],
  we: ["{c}.rutitle", "{c}.ruall", "{c}.ruask none", "{c}.runone"],
  wg: ["{g}"],
  wh: ["{c}"],
  wi: groupParts.map((part) => `{g}.${part}`),
  wk: ["{c}"],
  wl: ["digital.0"],
  wm: ["{l}"],
  wo: ["{l}"],
  wp: ["{c}.0.publish", "{c}.0.draft", "{c}.0.withdraw"],
  wq: ["{g}"],
  wr: ["{g}"],
  ws: ["{g}.0"],
  wt: ["{c}.ru"],
  wu: ["{l}.0.cancel", "{l}.0.restore"],
  wx: ["{l}"],
  wy: ["{g}.0.closed", "{g}.0.open"],
  wz: ["{g}"],
  // Threads.
  va: ["0", "-0"],
  vb: ["{t}.0"],
  vc: ["{t}"],
  vd: ["{t}"],
  vf: ["{t}.0"],
  vg: ["{t}"],
  vh: ["{t}"],
  vs: ["t{t}"],
  vw: ["q", "e{o}", "m{o}", "g{g}", "t{t}"],
  // Wishes.
  yq: ["0"],
  yr: ["0123456789ab"],
  yt: ["0123456789ab"],
  yw: ["{s}~0"],
  yx: ["{w}"],
  ...Object.fromEntries(["za", "ze", "zo", "zq"].map((name) => [name, ["{v}"]])),
  zn: ["+"],
  zs: ["o.0", "e.0"],
  // Announcements, numbers, people.
  ...Object.fromEntries(
    ["na", "nd", "ne", "nf", "ng", "nk", "no", "np", "nr", "ns", "nt", "nx", "ny"].map((name) => [name, ["{a}"]]),
  ),
  nl: ["0"],
  us: subjects.map((subject) => `${subject}.month`),
  ux: subjects.map((subject) => `${subject}.month`),
  // A link that was never made: a real one is the right itself.
  qa: ["CANARYinvitation".padEnd(32, "y")],
  qe: ["{u}~0"],
  ql: ["0", "0~p{p}", "0~kperson"],
  qp: ["0"],
  qt: ["{r}"],
  qu: ["{u}"],
  qw: ["{p}"],
  qx: ["{h}"],
  qy: ["{r}"],
};

/** Every forged press of the button with that name. */
export const forgeriesOf = (name: string, things: Things): string[] =>
  (shapes[name] ?? [""]).flatMap((shape) => fill(`${name}:${shape}`, things));

/** The payloads of links to the bot, and to its pages below, that name what is not the sender's, by their kinds. */
export const forgedLinks = (things: Things): string[][] =>
  ["o_{o}", "e_{e}", "k_{c}", "g_{g}", "c_CANARY2345", `i_${"CANARYinvitation".padEnd(32, "y")}`].map((link) =>
    fill(link, things),
  );

function fill(shape: string, things: Things): string[] {
  const letter = /\{([a-z])\}/.exec(shape)?.[1] as keyof Things | undefined;
  if (letter === undefined) return [shape];
  return things[letter].flatMap((thing) =>
    fill(shape.replace(`{${letter}}`, typeof thing === "number" ? id.encode(thing) : thing), things),
  );
}

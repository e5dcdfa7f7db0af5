/**
 * Whom each button is for, by its name. Callback data can be forged by anybody, so this says what must hold whoever sends
 * it; tests/forged/sweep.test.ts forges them all and fails on a name that is not here.
 *
 * "public" reads what everybody may see and writes nothing: it works in groups and for people the bot does not know.
 * "own" reads or writes what is the presser's alone, whatever number it carries.
 * "by right" needs a role, and the right to the very thing that it names (bot/staff/permissions.ts).
 */
export type Access = "public" | "own" | "by right";

const names: Record<Access, string> = {
  public: [
    "al ar",
    "ba bc bf bg bl bm bq bs",
    "c cf cg cs",
    "d",
    "f fg",
    "h hi",
    "ic",
    "kc kl kt",
    "l",
    "m mp",
    "nc nv nw",
    "o oc oh ok ol om op os",
    "s sa sf sg st",
  ].join(" "),
  own: [
    "a ab",
    "bi bj bk bv bw bx",
    "dc dd dl dn dp du dv dx dy",
    "ea eb ec ed ef eg eh ei ej ek el em eo er et ew ex ey ez",
    "g gl gp gs gt gx",
    "ha hb hf hl hs hu hz",
    "ib id in iq iz",
    "j",
    "k kd kh ki kn kr ky",
    "ln",
    "mc mh mk ml mn mo mq ms mw",
    "nh nm nu nz",
    "pla plb plc pld ple plf plg plk plm pln plo plp plr pls plt plv plw plx ply",
    "pv",
    "qa qm",
    "ra rc rd re rf rh rj rk rl rm rn ro rp rq rr rs rt ru rv rw rx ry rz",
    "vd vq vs vw",
    "x",
    "yj yl yn yo yp ys yv yw yx yz",
    "zb zc zl zv",
  ].join(" "),
  "by right": [
    "ae af ag an aq au av aw",
    "hc hd he hg hh hj hk hm hn",
    "ia ie if ig ih ii ij ik il im io ip ir is it iu iv iw ix iy",
    "ja jb jc jd je jf jh ji jl jm jo jw jx jy",
    "ka kb ke kg km ko kp kq ks ku kv kw kx",
    "ma mb md me mf mg mi mj mm mr mt mu mx",
    "na nd ne nf ng ni nj nk nl nn no np nq nr ns nt nx ny",
    "oa oe of oi on oq ou ov ow",
    "pa pb pc pd pe pf pg ph pi pj pk pl pm pn po pp pq pr ps pt pu pw pz",
    "qd qe qf qh qi ql qo qp qr qs qt qu qw qx qy",
    "ta tb tc td te tf tg th ti tj tk tl tm tn to tp tr ts tt tv tw tx tz",
    "ua ub uc ud ue uf ug uj um us ux uy",
    "va vb vc vf vg vh vi vj vk",
    "wa wb wc wd we wf wg wh wi wk wl wm wn wo wp wq wr ws wt wu wx wy wz",
    "xi xl xm xq xs xw",
    "yq yr yt",
    "za ze zn zo zq zs",
  ].join(" "),
};

const table = new Map(
  (["public", "own", "by right"] as const).flatMap((access) =>
    names[access].split(" ").map((name) => [name, access] as const),
  ),
);

/** Every name with whom its buttons are for. */
export const accessTable: ReadonlyMap<string, Access> = table;

/** Whom the button with that callback data is for; undefined for data that no version made. */
export const accessOf = (data: string): Access | undefined => table.get(data.slice(0, Math.max(0, data.indexOf(":"))));

import type { AreaWords } from "./lexicon.ts";

export const english: AreaWords = {
  digital:
    "computer*, laptop*, smartphone*, phone*, iphone*, android*, tablet*, internet, email*, whatsapp, telegram, digital*, fraud*, scam*, online banking",
  languages: "language*, english, tatar, german, arabic, turkish, chinese, foreign language*",
  painting: "draw*, paint*, watercolo*, sketch*, pencil*",
  crafts: "knit*, embroider*, sew*, craft*, crochet*, needlework, pottery, ceramic*",
  music: "sing*, choir*, guitar*, piano*, music*, vocal*",
  dance: "danc*, waltz*, zumba, ballroom, ballet",
  stage: "acting, public speaking, speech, theatre, drama, stage",
  writing: "writing, write*, memoir*, family history, genealogy, reading, book*",
  photography: "photo*, video*, filming, camera*",
  fitness:
    "yoga, gym, gymnastic*, fitness, exercise*, sport*, nordic walking, walking, pilates, zumba, aerobic*, stretching, health*",
};

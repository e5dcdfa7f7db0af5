/** What a word or a phrase of a message can stand for, before it is known what the message wants. */
export const concepts = [
  /** Says nothing by itself: "I", "please", «можно», «әле». */
  "filler",
  // Courtesies.
  "hello",
  "thanks",
  /** Leads to what somebody is thanked for: "for", «за», «өчен». */
  "for",
  "bye",
  "praise",
  "how_are_you",
  "who_are_you",
  "complaint",
  /** Says within a story that something went badly: «безобразие», "disgraceful". */
  "outrage",
  /** Nothing is decided yet: «хм», "not sure". */
  "hesitation",
  "yes",
  "no",
  // Ways.
  "menu",
  "help",
  "human",
  /** Asks to be written to, called or answered by somebody: "call me", «ответьте мне». */
  "contact",
  // Lessons, and what keeps people out of them.
  "cannot",
  "enter",
  "zoom",
  "link",
  "lesson",
  /** Sound and picture of a lesson: «звук», "microphone". */
  "sound",
  "how",
  "where",
  "when",
  "enrolled",
  "leave",
  "learn",
  // What is one's own.
  "mine",
  "me",
  "reminder",
  "ticket",
  "certificate",
  "settings",
  /** Fewer and larger things on the screen: «попроще», "too small". */
  "simple",
  "language",
  "speak",
  "change",
  /** That language is to be spoken: "in Russian", «русча». */
  "russian",
  "tatar",
  "english",
  /** Languages by their names, which are subjects and adjectives too: "Russian", «татарский». */
  "russian_named",
  "tatar_named",
  "english_named",
  // What a person does not want, or wants regularly.
  "do_not_write",
  "unsubscribe",
  "write_to_me",
  "night",
  /** An hour of the day, in figures too: "9pm", «вечера», «тугыздан». */
  "hour",
  "quiet",
  "digest",
  /** What houses tell and critics write: «новости», "what's new", «рецензия». */
  "news",
  "regularly",
  "erase",
  "data",
  "zone",
  "calendar",
  // What the bot is asked that is no programme.
  "idea",
  /** What others propose: «идеи жителей», "what do people suggest". */
  "ideas_of_others",
  /** Proposes something, whatever stands behind it: «предлагаю», "you should do". */
  "proposal",
  "vote",
  /** What somebody said of the programme and of the city: "my ideas", «моей идеей», «фикерем». */
  "voices",
  /** Says what one thought of something: "leave a review", «поставить оценку». */
  "review",
  /** Asks to be told when there is something: "let me know when there is", «следить за». */
  "follow",
  /** What bundles events: «фестивали», "nights". */
  "collection",
  /** At no time in particular: "any time", «без даты», «теләсә кайчан». */
  "always",
  /** To plan, where an evening or a day is planned: «спланируй», "plan an". */
  "plan",
  "near_me",
  "centre",
  "cost",
  "road",
  /** Asks when a house is open: «открыт», "opening hours". */
  "doors",
  /** Asks what something is like that has a name: «на каком языке», "how long is", «кто играет». */
  "of_thing",
  /** Asks whether somebody may come, with a child or a pram: «пустят», "can i take". */
  "may_come",
  /** Asks for things that go on: «что», "anything". */
  "things",
  "parking",
  "weather",
  "mistake",
  "phone",
] as const;
export type Concept = (typeof concepts)[number];

/**
 * The words by which one language says these. Each string lists patterns parted by commas: a word or a phrase in real
 * spelling, with alternatives as in "(моя|мои) данные", and "*" behind a word for whatever begins so: «напоминани*».
 */
export type ConceptWords = Readonly<Record<Concept, string>>;

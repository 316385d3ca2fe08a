// Written by `python3 dev.py generate`: change the Python code, not this file.

export type Shape = "choice" | "date" | "duration" | "effect" | "feelings" | "integer" | "languages" | "line" | "money" | "number" | "reasons" | "ref" | "refs" | "share" | "target" | "text" | "time" | "vocabulary";

/** One field: `name` in Python, `key` in the file and in the shared document. */
export interface Field {
  readonly name: string;
  readonly key: string;
  readonly shape: Shape;
  readonly about: string;
  readonly choices: readonly string[];
  /** Collections that a ref may point at; ["*"] is any element, by its address. */
  readonly collections: readonly string[];
  readonly low: number | null;
  readonly high: number | null;
  readonly required: boolean;
  /** The text that an element is called by. */
  readonly title: boolean;
}

export interface CollectionKind {
  readonly element: string;
  /** What places an element, beside its id: the phase of a step, the step and lane of a card. */
  readonly structure: readonly string[];
  readonly fields: readonly Field[];
}
export const COLLECTIONS = {
  "personas": {
    element: "Persona",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", about: "What this persona is called", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "segment", key: "segment", shape: "text", about: "The group of customers this persona stands for", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "goal", key: "goal", shape: "text", about: "What they want to have reached at the end", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "actors": {
    element: "Actor",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", about: "What people call them", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "kind", key: "kind", shape: "choice", about: "What sort of actor this is", choices: ["role", "department", "partner", "customer"], collections: [], low: null, high: null, required: false, title: false },
      { name: "department", key: "department", shape: "text", about: "The department they belong to", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "people", key: "people", shape: "number", about: "How many people there are (capacity)", choices: [], collections: [], low: 0, high: null, required: false, title: false },
      { name: "cost_per_hour", key: "cost-per-hour", shape: "money", about: "What an hour of one of them costs", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "systems": {
    element: "System",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", about: "What people call it", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "kind", key: "kind", shape: "line", about: "What sort of system it is: CRM, ERP, CMS, knowledge base, register …", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "owner", key: "owner", shape: "ref", about: "The actor who answers for it", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "channels": {
    element: "Channel",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", about: "What people call it", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "class_", key: "class", shape: "choice", about: "Online or offline", choices: ["online", "offline"], collections: [], low: null, high: null, required: false, title: false },
      { name: "icon", key: "icon", shape: "line", about: "The name of an icon: phone, mail, web, app, desk, chat, letter, door …", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "sources": {
    element: "Source",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", about: "What it is called", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "kind", key: "kind", shape: "choice", about: "What sort of source it is", choices: ["interview", "survey", "log", "document", "workshop", "observation"], collections: [], low: null, high: null, required: false, title: false },
      { name: "date_", key: "date", shape: "date", about: "When it was made", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "url", key: "url", shape: "line", about: "Where it can be read", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "n", key: "n", shape: "integer", about: "How many people or cases it rests on", choices: [], collections: [], low: 0, high: null, required: false, title: false },
    ],
  },
  "phases": {
    element: "Phase",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", about: "What the phase is called", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "need", key: "need", shape: "text", about: "The customer's most important need in this phase", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "met", key: "met", shape: "share", about: "How far that need is met, 0 to 100 %", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", about: "What the claim rests on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", about: "Where the claim comes from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "lanes": {
    element: "Lane",
    structure: [],
    fields: [
      { name: "role", key: "role", shape: "choice", about: "What the row is for", choices: ["evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time"], collections: [], low: null, high: null, required: true, title: false },
      { name: "name", key: "name", shape: "text", about: "What people call the row", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "zone", key: "zone", shape: "choice", about: "For support rows: what the work depends on", choices: ["induced", "independent", "management"], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "steps": {
    element: "Step",
    structure: ["phase"],
    fields: [
      { name: "title", key: "title", shape: "text", about: "A short name for the column head; without it, what the customer does", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "does", key: "does", shape: "text", about: "What the customer does, in their own words; empty when they only wait", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "thinks", key: "thinks", shape: "text", about: "What goes through their mind, as a quote", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "feels", key: "feels", shape: "feelings", about: "How it feels, from -2 to 2, for everyone or per persona", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "expects", key: "expects", shape: "text", about: "What they think will happen", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "moment_of_truth", key: "moment-of-truth", shape: "integer", about: "How much rides on this moment: 1 (some) to 4 (everything)", choices: [], collections: [], low: 1, high: 4, required: false, title: false },
      { name: "desired", key: "desired", shape: "number", about: "The level this moment should reach, 1 to 5", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "actual", key: "actual", shape: "number", about: "The level it reaches now, 1 to 5", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "owner", key: "owner", shape: "ref", about: "The actor who answers for this moment", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "perceived_owner", key: "perceived-owner", shape: "refs", about: "Who people think answers for it", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "time", key: "time", shape: "time", about: "The customer's own time at this step", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", about: "What the claim rests on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", about: "Where the claim comes from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "cost", key: "cost", shape: "money", about: "What this step costs the customer", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "cards": {
    element: "Card",
    structure: ["step", "lane"],
    fields: [
      { name: "does", key: "does", shape: "text", about: "What happens here, as a verb phrase; for evidence, what can be perceived", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "by", key: "by", shape: "refs", about: "Who does it", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "via", key: "via", shape: "refs", about: "Through which channel", choices: [], collections: ["channels"], low: null, high: null, required: false, title: false },
      { name: "uses", key: "uses", shape: "refs", about: "With which systems", choices: [], collections: ["systems"], low: null, high: null, required: false, title: false },
      { name: "mode", key: "mode", shape: "choice", about: "Done by hand or by a machine", choices: ["manual", "automated"], collections: [], low: null, high: null, required: false, title: false },
      { name: "until", key: "until", shape: "ref", about: "The last step this card spans", choices: [], collections: ["steps"], low: null, high: null, required: false, title: false },
      { name: "time", key: "time", shape: "time", about: "How long it takes and waits", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "cost", key: "cost", shape: "money", about: "What it costs each time, apart from people's time", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", about: "What the claim rests on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", about: "Where the claim comes from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "note", key: "note", shape: "text", about: "A remark for whoever reads the map", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "reason", key: "reason", shape: "text", about: "Why it is done this way", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "reviewed", key: "reviewed", shape: "date", about: "When that was last questioned", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "marks": {
    element: "Mark",
    structure: ["on", "kind"],
    fields: [
      { name: "title", key: "title", shape: "text", about: "What was noticed", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "severity", key: "severity", shape: "choice", about: "How bad or how important it is", choices: ["low", "medium", "high"], collections: [], low: null, high: null, required: false, title: false },
      { name: "recovery", key: "recovery", shape: "text", about: "For a fail point: what is done to put it right", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", about: "What the claim rests on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", about: "Where the claim comes from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "links": {
    element: "Link",
    structure: [],
    fields: [
      { name: "source", key: "from", shape: "ref", about: "Where it starts", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "target", key: "to", shape: "ref", about: "Where it ends", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "kind", key: "kind", shape: "choice", about: "What sort of relation it is; a trigger unless said otherwise", choices: ["trigger", "message", "handover", "agreement", "loop"], collections: [], low: null, high: null, required: false, title: false },
      { name: "when", key: "when", shape: "text", about: "The condition under which this way is taken", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "share", key: "share", shape: "share", about: "In what share of the cases this way is taken", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "promises": {
    element: "Promise",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", about: "The promise in words", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "from_", key: "from", shape: "ref", about: "Where the clock starts", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "to", key: "to", shape: "ref", about: "Where the clock stops", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "within", key: "within", shape: "duration", about: "Within which time", choices: [], collections: [], low: null, high: null, required: true, title: false },
      { name: "share", key: "share", shape: "share", about: "In what share of the cases; all of them unless said otherwise", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "agreements": {
    element: "Agreement",
    structure: ["kind"],
    fields: [
      { name: "title", key: "title", shape: "text", about: "The agreement in words", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "on", key: "on", shape: "refs", about: "What it speaks of", choices: [], collections: ["*"], low: null, high: null, required: false, title: false },
      { name: "measure", key: "measure", shape: "line", about: "What is measured: wait p90, happiness, lost time …", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "target", key: "target", shape: "target", about: "What it should be: <= 30 s, >= 70, 95 %", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "window", key: "window", shape: "duration", about: "Over which period it is measured", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "findings": {
    element: "Finding",
    structure: [],
    fields: [
      { name: "on", key: "on", shape: "refs", about: "Which elements it speaks of", choices: [], collections: ["*"], low: null, high: null, required: false, title: false },
      { name: "title", key: "title", shape: "text", about: "The conclusion in one sentence", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "severity", key: "severity", shape: "choice", about: "How much it matters", choices: ["low", "medium", "high"], collections: [], low: null, high: null, required: false, title: false },
      { name: "why", key: "why", shape: "text", about: "Why it matters", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "status", key: "status", shape: "choice", about: "What became of it", choices: ["open", "accepted", "dismissed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "reason", key: "reason", shape: "text", about: "Why it was dismissed", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "fingerprint", key: "fingerprint", shape: "line", about: "The stable sign of the check that found it", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", about: "What the claim rests on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", about: "Where the claim comes from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "votes", key: "votes", shape: "integer", about: "How many votes it got", choices: [], collections: [], low: 0, high: null, required: false, title: false },
    ],
  },
  "actions": {
    element: "Action",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", about: "What will be done", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "closes", key: "closes", shape: "refs", about: "Which findings it answers", choices: [], collections: ["findings"], low: null, high: null, required: false, title: false },
      { name: "owner", key: "owner", shape: "ref", about: "The actor who answers for it", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "due", key: "due", shape: "date", about: "When it should be done", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "status", key: "status", shape: "choice", about: "How far it is", choices: ["open", "planned", "doing", "done", "dropped"], collections: [], low: null, high: null, required: false, title: false },
      { name: "effect", key: "effect", shape: "effect", about: "What it should change", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "cost", key: "cost", shape: "money", about: "What it costs", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "impact", key: "impact", shape: "integer", about: "How much it is expected to help: 1 (little) to 5 (a great deal)", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "effort", key: "effort", shape: "integer", about: "How much work it takes: 1 (little) to 5 (a great deal)", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "votes", key: "votes", shape: "integer", about: "How many votes it got", choices: [], collections: [], low: 0, high: null, required: false, title: false },
      { name: "ticket", key: "ticket", shape: "line", about: "The key or the address of its ticket in another tool", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "expect": {
    element: "Expectation",
    structure: [],
    fields: [
      { name: "says", key: "says", shape: "line", about: "What should be true, as a sentence that can be tested", choices: [], collections: [], low: null, high: null, required: true, title: true },
      { name: "why", key: "why", shape: "text", about: "Why that matters", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "bindings": {
    element: "Binding",
    structure: [],
    fields: [
      { name: "on", key: "on", shape: "refs", about: "Which elements the data speaks for", choices: [], collections: ["*"], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", about: "Which source holds the data", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "column", key: "column", shape: "line", about: "The survey column", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "event", key: "event", shape: "line", about: "The event name in the log", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "measure", key: "measure", shape: "line", about: "What the data measures: satisfaction, effort, NPS, time …", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
} as const satisfies Record<string, CollectionKind>;
export type CollectionName = keyof typeof COLLECTIONS;

/** The fields of the document itself. */
export const HEAD = [
  { name: "title", key: "title", shape: "text", about: "What this blueprint is called", choices: [], collections: [], low: null, high: null, required: true, title: true },
  { name: "service", key: "service", shape: "text", about: "The service it belongs to", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "scenario", key: "scenario", shape: "text", about: "The one path or goal that is told", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "state", key: "state", shape: "choice", about: "As it is, as it will be, or the ideal", choices: ["as-is", "to-be", "ideal"], collections: [], low: null, high: null, required: false, title: false },
  { name: "owner", key: "owner", shape: "line", about: "Who answers for this blueprint: an actor's id, or a name", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "reviewed", key: "reviewed", shape: "date", about: "When it was last looked at", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "review_every", key: "review-every", shape: "duration", about: "How often it should be looked at", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "reason", key: "reason", shape: "text", about: "Why it is done this way", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "language", key: "language", shape: "line", about: "The language of plain texts: en, nl, es or any other tag", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "languages", key: "languages", shape: "languages", about: "The languages this document is meant to be complete in", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "vocabulary", key: "vocabulary", shape: "vocabulary", about: "Your own words: episode for phase, station for step …", choices: ["phase", "step", "card", "moment-of-truth", "customer-need", "evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time", "interaction", "visibility", "internal-interaction", "order-penetration", "implementation"], collections: [], low: null, high: null, required: false, title: false },
  { name: "price", key: "price", shape: "money", about: "What the customer pays for it", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "customers_per_day", key: "customers-per-day", shape: "number", about: "How many customers set out on it in a day", choices: [], collections: [], low: 0, high: null, required: false, title: false },
  { name: "allow", key: "allow", shape: "reasons", about: "What checks find here that is fine as it is, each with the reason", choices: [], collections: [], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

/** The parts of a value of shape `time`. */
export const TIME = [
  { name: "work", key: "work", shape: "duration", about: "How long the work takes", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "wait", key: "wait", shape: "duration", about: "How long it lies waiting before or during the work", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "standard", key: "standard", shape: "duration", about: "The standard execution time: what it should take", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "tolerance", key: "tolerance", shape: "duration", about: "The longest time that is still acceptable", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "basis", key: "basis", shape: "choice", about: "What the figures rest on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
  { name: "source", key: "source", shape: "refs", about: "Where the figures come from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

/** The parts of each value of shape `feelings`, beside its `persona` (null speaks for everyone). */
export const FEELING = [
  { name: "level", key: "level", shape: "number", about: "From -2 (very bad) to 2 (very good)", choices: [], collections: [], low: -2, high: 2, required: true, title: false },
  { name: "basis", key: "basis", shape: "choice", about: "What the claim rests on", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
  { name: "source", key: "source", shape: "refs", about: "Where the claim comes from", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

/** The parts of a value of shape `effect`. */
export const EFFECT = [
  { name: "reading", key: "reading", shape: "line", about: "Which reading should change", choices: [], collections: [], low: null, high: null, required: true, title: false },
  { name: "from_", key: "from", shape: "number", about: "Its level before", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "to", key: "to", shape: "number", about: "Its level afterwards", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "window", key: "window", shape: "duration", about: "Over which period that is judged", choices: [], collections: [], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

export const ACTING_ROLES = ["customer", "frontstage", "backstage", "support"] as const;
export type ActingRole = (typeof ACTING_ROLES)[number];

export const ACTION_STATES = ["open", "planned", "doing", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTOR_KINDS = ["role", "department", "partner", "customer"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const AGREEMENT_KINDS = ["sla", "xla"] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export const ANYTHING = ["*"] as const;
export type Anything = (typeof ANYTHING)[number];

export const BASES = ["assumed", "observed", "measured", "proposed"] as const;
export type Basis = (typeof BASES)[number];

export const CARD_ROLES = ["evidence", "customer", "frontstage", "backstage", "support", "policy", "metric", "note"] as const;
export type CardRole = (typeof CARD_ROLES)[number];

export const CHANNEL_CLASSES = ["online", "offline"] as const;
export type ChannelClass = (typeof CHANNEL_CLASSES)[number];

export const FINDING_STATES = ["open", "accepted", "dismissed"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const LINES = ["interaction", "visibility", "internal-interaction", "order-penetration", "implementation"] as const;
export type Line = (typeof LINES)[number];

export const LINK_KINDS = ["trigger", "message", "handover", "agreement", "loop"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LIVED = ["customer", "frontstage"] as const;
export type Lived = (typeof LIVED)[number];

export const MARK_KINDS = ["fail", "wait", "pain", "gain", "delight", "critical", "question", "idea", "policy"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const MODES = ["manual", "automated"] as const;
export type Mode = (typeof MODES)[number];

export const PLACES = ["phases", "steps", "cards"] as const;
export type Place = (typeof PLACES)[number];

export const ROLES = ["evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time"] as const;
export type Role = (typeof ROLES)[number];

export const SEVERITIES = ["low", "medium", "high"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SOURCE_KINDS = ["interview", "survey", "log", "document", "workshop", "observation"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const STATES = ["as-is", "to-be", "ideal"] as const;
export type State = (typeof STATES)[number];

export const VOCABULARY = ["phase", "step", "card", "moment-of-truth", "customer-need", "evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time", "interaction", "visibility", "internal-interaction", "order-penetration", "implementation"] as const;
export type VocabularyWord = (typeof VOCABULARY)[number];

export const ZONES = ["induced", "independent", "management"] as const;
export type Zone = (typeof ZONES)[number];

export const LANGUAGES = ["en", "nl", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Seconds in each unit of time; a working day counts as one day. */
export const SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wd": 86400, "w": 604800, "mo": 2592000, "y": 31536000} as const;
export type Unit = keyof typeof SECONDS;

// Written by `python3 dev.py generate`: change the Python code, not this file.

export type Shape = "choice" | "choices" | "date" | "duration" | "effect" | "feelings" | "integer" | "languages" | "line" | "money" | "number" | "reasons" | "ref" | "refs" | "share" | "target" | "text" | "time" | "vocabulary";

/** One field: `name` in Python, `key` in the file and in the shared document. */
export interface Field {
  readonly name: string;
  readonly key: string;
  readonly shape: Shape;
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
      { name: "name", key: "name", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "segment", key: "segment", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "goal", key: "goal", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "actors": {
    element: "Actor",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "kind", key: "kind", shape: "choice", choices: ["role", "department", "partner", "customer"], collections: [], low: null, high: null, required: false, title: false },
      { name: "department", key: "department", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "people", key: "people", shape: "number", choices: [], collections: [], low: 0, high: null, required: false, title: false },
      { name: "cost_per_hour", key: "cost-per-hour", shape: "money", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "systems": {
    element: "System",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "kind", key: "kind", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "owner", key: "owner", shape: "ref", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "channels": {
    element: "Channel",
    structure: [],
    fields: [
      { name: "name", key: "name", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "class_", key: "class", shape: "choice", choices: ["online", "offline"], collections: [], low: null, high: null, required: false, title: false },
      { name: "icon", key: "icon", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "sources": {
    element: "Source",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "kind", key: "kind", shape: "choice", choices: ["interview", "survey", "log", "document", "workshop", "observation"], collections: [], low: null, high: null, required: false, title: false },
      { name: "date_", key: "date", shape: "date", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "url", key: "url", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "n", key: "n", shape: "integer", choices: [], collections: [], low: 0, high: null, required: false, title: false },
    ],
  },
  "phases": {
    element: "Phase",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "need", key: "need", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "met", key: "met", shape: "share", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "lanes": {
    element: "Lane",
    structure: [],
    fields: [
      { name: "role", key: "role", shape: "choice", choices: ["evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time"], collections: [], low: null, high: null, required: true, title: false },
      { name: "name", key: "name", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "zone", key: "zone", shape: "choice", choices: ["induced", "independent", "management"], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "steps": {
    element: "Step",
    structure: ["phase"],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "does", key: "does", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "thinks", key: "thinks", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "feels", key: "feels", shape: "feelings", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "expects", key: "expects", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "moment_of_truth", key: "moment-of-truth", shape: "integer", choices: [], collections: [], low: 1, high: 4, required: false, title: false },
      { name: "desired", key: "desired", shape: "number", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "actual", key: "actual", shape: "number", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "owner", key: "owner", shape: "ref", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "perceived_owner", key: "perceived-owner", shape: "refs", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "time", key: "time", shape: "time", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "cost", key: "cost", shape: "money", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "cards": {
    element: "Card",
    structure: ["step", "lane"],
    fields: [
      { name: "does", key: "does", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "by", key: "by", shape: "refs", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "via", key: "via", shape: "refs", choices: [], collections: ["channels"], low: null, high: null, required: false, title: false },
      { name: "uses", key: "uses", shape: "refs", choices: [], collections: ["systems"], low: null, high: null, required: false, title: false },
      { name: "mode", key: "mode", shape: "choice", choices: ["manual", "automated"], collections: [], low: null, high: null, required: false, title: false },
      { name: "until", key: "until", shape: "ref", choices: [], collections: ["steps"], low: null, high: null, required: false, title: false },
      { name: "time", key: "time", shape: "time", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "cost", key: "cost", shape: "money", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "note", key: "note", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "reason", key: "reason", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "reviewed", key: "reviewed", shape: "date", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "marks": {
    element: "Mark",
    structure: ["on", "kind"],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "severity", key: "severity", shape: "choice", choices: ["low", "medium", "high"], collections: [], low: null, high: null, required: false, title: false },
      { name: "recovery", key: "recovery", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "links": {
    element: "Link",
    structure: [],
    fields: [
      { name: "source", key: "from", shape: "ref", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "target", key: "to", shape: "ref", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "kind", key: "kind", shape: "choice", choices: ["trigger", "message", "handover", "agreement", "loop"], collections: [], low: null, high: null, required: false, title: false },
      { name: "when", key: "when", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "share", key: "share", shape: "share", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "promises": {
    element: "Promise",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "from_", key: "from", shape: "ref", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "to", key: "to", shape: "ref", choices: [], collections: ["steps", "cards"], low: null, high: null, required: true, title: false },
      { name: "within", key: "within", shape: "duration", choices: [], collections: [], low: null, high: null, required: true, title: false },
      { name: "share", key: "share", shape: "share", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "agreements": {
    element: "Agreement",
    structure: ["kind"],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "on", key: "on", shape: "refs", choices: [], collections: ["*"], low: null, high: null, required: false, title: false },
      { name: "measure", key: "measure", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "target", key: "target", shape: "target", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "window", key: "window", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "findings": {
    element: "Finding",
    structure: [],
    fields: [
      { name: "on", key: "on", shape: "refs", choices: [], collections: ["*"], low: null, high: null, required: false, title: false },
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "severity", key: "severity", shape: "choice", choices: ["low", "medium", "high"], collections: [], low: null, high: null, required: false, title: false },
      { name: "why", key: "why", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "status", key: "status", shape: "choice", choices: ["open", "accepted", "dismissed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "reason", key: "reason", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "fingerprint", key: "fingerprint", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "votes", key: "votes", shape: "integer", choices: [], collections: [], low: 0, high: null, required: false, title: false },
    ],
  },
  "actions": {
    element: "Action",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "closes", key: "closes", shape: "refs", choices: [], collections: ["findings"], low: null, high: null, required: false, title: false },
      { name: "owner", key: "owner", shape: "ref", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "due", key: "due", shape: "date", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "status", key: "status", shape: "choice", choices: ["open", "planned", "doing", "done", "dropped"], collections: [], low: null, high: null, required: false, title: false },
      { name: "effect", key: "effect", shape: "effect", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "cost", key: "cost", shape: "money", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "impact", key: "impact", shape: "integer", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "effort", key: "effort", shape: "integer", choices: [], collections: [], low: 1, high: 5, required: false, title: false },
      { name: "votes", key: "votes", shape: "integer", choices: [], collections: [], low: 0, high: null, required: false, title: false },
      { name: "ticket", key: "ticket", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "expect": {
    element: "Expectation",
    structure: [],
    fields: [
      { name: "says", key: "says", shape: "line", choices: [], collections: [], low: null, high: null, required: true, title: true },
      { name: "why", key: "why", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "bindings": {
    element: "Binding",
    structure: [],
    fields: [
      { name: "on", key: "on", shape: "refs", choices: [], collections: ["*"], low: null, high: null, required: false, title: false },
      { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
      { name: "column", key: "column", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "event", key: "event", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
      { name: "measure", key: "measure", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
  "views": {
    element: "View",
    structure: [],
    fields: [
      { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: true },
      { name: "shows", key: "shows", shape: "choice", choices: ["blueprint", "journey", "channels", "departments", "role", "time", "matrix", "curves"], collections: [], low: null, high: null, required: true, title: false },
      { name: "zoom", key: "zoom", shape: "choice", choices: ["overview", "normal", "detail"], collections: [], low: null, high: null, required: false, title: false },
      { name: "role", key: "role", shape: "ref", choices: [], collections: ["actors"], low: null, high: null, required: false, title: false },
      { name: "phases", key: "phases", shape: "refs", choices: [], collections: ["phases"], low: null, high: null, required: false, title: false },
      { name: "folded_phases", key: "folded-phases", shape: "refs", choices: [], collections: ["phases"], low: null, high: null, required: false, title: false },
      { name: "lanes", key: "lanes", shape: "refs", choices: [], collections: ["lanes"], low: null, high: null, required: false, title: false },
      { name: "hidden", key: "hidden", shape: "refs", choices: [], collections: ["lanes"], low: null, high: null, required: false, title: false },
      { name: "folded_lanes", key: "folded-lanes", shape: "refs", choices: [], collections: ["lanes"], low: null, high: null, required: false, title: false },
      { name: "marks", key: "marks", shape: "choices", choices: ["fail", "wait", "pain", "gain", "delight", "critical", "question", "idea", "policy"], collections: [], low: null, high: null, required: false, title: false },
      { name: "basis", key: "basis", shape: "choices", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
      { name: "systems", key: "systems", shape: "refs", choices: [], collections: ["systems"], low: null, high: null, required: false, title: false },
      { name: "channels", key: "channels", shape: "refs", choices: [], collections: ["channels"], low: null, high: null, required: false, title: false },
      { name: "personas", key: "personas", shape: "refs", choices: [], collections: ["personas"], low: null, high: null, required: false, title: false },
      { name: "scale", key: "scale", shape: "choice", choices: ["linear", "logarithmic"], collections: [], low: null, high: null, required: false, title: false },
      { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
    ],
  },
} as const satisfies Record<string, CollectionKind>;
export type CollectionName = keyof typeof COLLECTIONS;

/** The fields of the document itself. */
export const HEAD = [
  { name: "title", key: "title", shape: "text", choices: [], collections: [], low: null, high: null, required: true, title: true },
  { name: "service", key: "service", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "scenario", key: "scenario", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "state", key: "state", shape: "choice", choices: ["as-is", "to-be", "ideal"], collections: [], low: null, high: null, required: false, title: false },
  { name: "owner", key: "owner", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "reviewed", key: "reviewed", shape: "date", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "review_every", key: "review-every", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "reason", key: "reason", shape: "text", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "language", key: "language", shape: "line", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "languages", key: "languages", shape: "languages", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "vocabulary", key: "vocabulary", shape: "vocabulary", choices: ["phase", "step", "card", "moment-of-truth", "customer-need", "evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time", "interaction", "visibility", "internal-interaction", "order-penetration", "implementation"], collections: [], low: null, high: null, required: false, title: false },
  { name: "price", key: "price", shape: "money", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "customers_per_day", key: "customers-per-day", shape: "number", choices: [], collections: [], low: 0, high: null, required: false, title: false },
  { name: "allow", key: "allow", shape: "reasons", choices: [], collections: [], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

/** The parts of a value of shape `time`. */
export const TIME = [
  { name: "work", key: "work", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "wait", key: "wait", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "standard", key: "standard", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "tolerance", key: "tolerance", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
  { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

/** The parts of each value of shape `feelings`, beside its `persona` (null speaks for everyone). */
export const FEELING = [
  { name: "level", key: "level", shape: "number", choices: [], collections: [], low: -2, high: 2, required: true, title: false },
  { name: "basis", key: "basis", shape: "choice", choices: ["assumed", "observed", "measured", "proposed"], collections: [], low: null, high: null, required: false, title: false },
  { name: "source", key: "source", shape: "refs", choices: [], collections: ["sources"], low: null, high: null, required: false, title: false },
] as const satisfies readonly Field[];

/** The parts of a value of shape `effect`. */
export const EFFECT = [
  { name: "reading", key: "reading", shape: "line", choices: [], collections: [], low: null, high: null, required: true, title: false },
  { name: "from_", key: "from", shape: "number", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "to", key: "to", shape: "number", choices: [], collections: [], low: null, high: null, required: false, title: false },
  { name: "window", key: "window", shape: "duration", choices: [], collections: [], low: null, high: null, required: false, title: false },
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

export const VIEWS = ["blueprint", "journey", "channels", "departments", "role", "time", "matrix", "curves"] as const;
export type View = (typeof VIEWS)[number];

export const VOCABULARY = ["phase", "step", "card", "moment-of-truth", "customer-need", "evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time", "interaction", "visibility", "internal-interaction", "order-penetration", "implementation"] as const;
export type VocabularyWord = (typeof VOCABULARY)[number];

export const ZONES = ["induced", "independent", "management"] as const;
export type Zone = (typeof ZONES)[number];

export const ZOOMS = ["overview", "normal", "detail"] as const;
export type Zoom = (typeof ZOOMS)[number];

export const LANGUAGES = ["en", "nl", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Seconds in each unit of time; a working day counts as one day. */
export const SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "wd": 86400, "w": 604800, "mo": 2592000, "y": 31536000} as const;
export type Unit = keyof typeof SECONDS;

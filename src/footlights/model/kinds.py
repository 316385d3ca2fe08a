"""The closed lists of the craft: which roles, kinds, states and grades there are."""

STATES = ("as-is", "to-be", "ideal")
BASES = ("assumed", "observed", "measured", "proposed")
ACTOR_KINDS = ("role", "department", "partner", "customer")
CHANNEL_CLASSES = ("online", "offline")
MODES = ("manual", "automated")
SEVERITIES = ("low", "medium", "high")
LINK_KINDS = ("trigger", "message", "handover", "agreement", "loop")
SOURCE_KINDS = ("interview", "survey", "log", "document", "workshop", "observation")
FINDING_STATES = ("open", "accepted", "dismissed")
ACTION_STATES = ("open", "planned", "doing", "done", "dropped")
AGREEMENT_KINDS = ("sla", "xla")

#: Lane roles from the audience to the core: the order of the rows in every picture (Bitner et al. 2008; time last).
ROLES = (
    "evidence", "customer", "emotion", "frontstage", "backstage", "support", "policy", "metric", "note", "time",
)  # fmt: skip
#: Roles whose rows hold cards. Emotion and time are drawn from the steps and cards themselves.
CARD_ROLES = ("evidence", "customer", "frontstage", "backstage", "support", "policy", "metric", "note")
#: Roles that act, in the order in which work passes down from the customer (the implied chain within a step).
ACTING_ROLES = ("customer", "frontstage", "backstage", "support")

#: Marks, with the letter or sign that shows them in a picture. Order is the order of the legend.
MARK_KINDS = ("fail", "wait", "pain", "gain", "delight", "critical", "question", "idea", "policy")

#: What a support lane's work depends on (Fliess & Kleinaltenkamp 2004): it decides the two optional lines.
ZONES = ("induced", "independent", "management")
LINES = ("interaction", "visibility", "internal-interaction", "order-penetration", "implementation")

#: What a view can show of a blueprint: everything; what the customer goes through; front stage by channel; back stage by
#: department; what touches one role; columns as wide as the time they take; touchpoints by phase; personas' feelings together.
VIEWS = ("blueprint", "journey", "channels", "departments", "role", "time", "matrix", "curves")
ZOOMS = ("overview", "normal", "detail")

#: The words of ours that a blueprint may replace by its own: *episode* for phase, *station* for step.
VOCABULARY = ("phase", "step", "card", "moment-of-truth", "customer-need", *ROLES, *LINES)

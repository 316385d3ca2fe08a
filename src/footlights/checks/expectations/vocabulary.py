"""The words that blueprint tests are written in, by language."""

from typing import NamedTuple

__all__ = ["BASES", "COUNTS", "LANGUAGES", "REQUIREMENTS", "SUBJECTS", "TIMES", "VOCABULARIES", "Vocabulary"]

#: Words by their key.
Terms = dict[str, str]

#: The figures of time; `station`, `wait-at` and `promise` are followed by the name of a step or a promise.
TIMES = ("total", "work", "wait", "customer", "company", "station", "wait-at", "promise")
#: What can be counted.
COUNTS = (
    "steps", "phases", "cards", "handovers", "channels", "systems", "actors", "fail", "wait", "pain", "delight", "question", "moments",
    "findings", "actions",
)  # fmt: skip
BASES = ("assumed", "observed", "measured", "proposed")
SUBJECTS = ("moment", "step", "phase", "fail", "contact", "system", "action", "finding")
#: What each of some elements can be asked to have.
REQUIREMENTS = {
    "moment": ("owner", "evidence", "feeling", "frontstage", "backstage", "time", "desired", "actual", "source"),
    "step": ("owner", "evidence", "feeling", "frontstage", "backstage", "time", "source"),
    "phase": ("need",),
    "fail": ("recovery",),
    "contact": ("doer", "channel"),
    "system": ("owner",),
    "action": ("owner", "due", "effect", "finding"),
    "finding": ("action",),
}


class Vocabulary(NamedTuple):
    """One language. Of several ways to say a thing, divided by |, the first is the one to write.

    In `none`, `{n}` stands for a number, `{d}` for a length of time and `{l}` for a language tag.
    """

    times: Terms
    counts: Terms
    bases: Terms
    subjects: Terms
    requirements: Terms
    severities: Terms
    comparators: Terms
    every: str
    has: str
    of_grade: str
    or_more: str
    of_severity: str
    of: str
    none: Terms
    kept: str


_EN = Vocabulary(
    times={
        "total": "total|total time|elapsed time", "work": "work|work time|working time", "wait": "waiting|wait|waiting time",
        "customer": "customer time", "company": "company time", "station": "time of|time at", "wait-at": "waiting at|wait at",
        "promise": "promise|time of promise",
    },
    counts={
        "steps": "steps", "phases": "phases", "cards": "cards", "handovers": "hand-overs|handovers|hand-offs|handoffs",
        "channels": "channels", "systems": "systems", "actors": "actors|roles", "fail": "fail points", "wait": "wait points",
        "pain": "pains|pain points", "delight": "delights", "question": "questions|open questions", "moments": "moments of truth",
        "findings": "open findings", "actions": "open actions",
    },
    bases={
        "assumed": "assumed claims", "observed": "observed claims", "measured": "measured claims", "proposed": "proposed claims",
    },
    subjects={
        "moment": "moment of truth", "step": "step", "phase": "phase", "fail": "fail point", "contact": "contact|front stage card",
        "system": "system", "action": "action", "finding": "finding",
    },
    requirements={
        "owner": "an owner", "evidence": "evidence|physical evidence", "feeling": "a feeling", "frontstage": "a front stage",
        "backstage": "a back stage", "time": "a time", "desired": "a desired level", "actual": "an actual level", "source": "a source",
        "need": "a need", "recovery": "a recovery", "doer": "somebody who does it|a doer", "channel": "a channel",
        "due": "a due date|a date", "effect": "an expected effect|an effect", "finding": "a finding", "action": "an action",
    },
    severities={"high": "high", "medium": "medium", "low": "low"},
    comparators={"<=": "at most", ">=": "at least", "=": "exactly", "<": "less than|fewer than|under", ">": "more than"},
    every="every|each",
    has="has",
    of_grade="of grade",
    or_more="or more|or higher",
    of_severity="of severity",
    of="of",
    none={
        "step-feels": "no step feels below {n}",
        "moment-feels": "no moment of truth feels below {n}",
        "below-desired": "no moment of truth stays below its desired level|no moment of truth is below its desired level"
        "|no moment of truth below its desired level",
        "system-under": "no system stands under {n} or more moments of truth|no system is under {n} or more moments of truth"
        "|no system under {n} or more moments of truth",
        "step-waits": "no step waits longer than {d}|no step waits more than {d}",
        "step-takes": "no step takes longer than {d}|no step takes more than {d}",
        "text-missing": "no text is missing in {l}",
        "action-overdue": "no action is overdue",
    },
    kept="every promise is kept|every promise can be kept",
)  # fmt: skip

_NL = Vocabulary(
    times={
        "total": "totaal|totale tijd|doorlooptijd", "work": "werk|werktijd", "wait": "wachttijd|wachten", "customer": "klanttijd",
        "company": "bedrijfstijd|tijd van de organisatie", "station": "tijd van|tijd bij", "wait-at": "wachttijd bij|wachten bij",
        "promise": "belofte|tijd van belofte",
    },
    counts={
        "steps": "stappen", "phases": "fasen|fases", "cards": "kaartjes|kaarten", "handovers": "overdrachten",
        "channels": "kanalen", "systems": "systemen", "actors": "actoren|rollen", "fail": "faalpunten", "wait": "wachtpunten",
        "pain": "pijnpunten", "delight": "verrassers", "question": "vragen|open vragen", "moments": "momenten van de waarheid",
        "findings": "open bevindingen", "actions": "open acties",
    },
    bases={
        "assumed": "aangenomen beweringen|aannames", "observed": "waargenomen beweringen|waarnemingen",
        "measured": "gemeten beweringen|metingen", "proposed": "voorgestelde beweringen|voorstellen",
    },
    subjects={
        "moment": "moment van de waarheid", "step": "stap", "phase": "fase", "fail": "faalpunt",
        "contact": "contact|contactmoment|kaartje voor de schermen", "system": "systeem", "action": "actie", "finding": "bevinding",
    },
    requirements={
        "owner": "een eigenaar", "evidence": "fysiek bewijs|tastbaar bewijs|bewijs", "feeling": "een gevoel|een emotie",
        "frontstage": "iets voor de schermen|een front stage", "backstage": "iets achter de schermen|een back stage", "time": "een tijd",
        "desired": "een gewenst niveau", "actual": "een werkelijk niveau|een huidig niveau", "source": "een bron", "need": "een behoefte",
        "recovery": "een herstel", "doer": "iemand die het doet", "channel": "een kanaal", "due": "een einddatum|een datum",
        "effect": "een verwacht effect|een effect", "finding": "een bevinding", "action": "een actie",
    },
    severities={"high": "hoog", "medium": "gemiddeld", "low": "laag"},
    comparators={
        "<=": "hoogstens|maximaal|ten hoogste", ">=": "minstens|minimaal|ten minste", "=": "precies", "<": "minder dan|onder",
        ">": "meer dan",
    },
    every="elke|elk|ieder|iedere",
    has="heeft",
    of_grade="van graad|van niveau",
    or_more="of meer|of hoger",
    of_severity="van ernst",
    of="van",
    none={
        "step-feels": "geen stap voelt lager dan {n}",
        "moment-feels": "geen moment van de waarheid voelt lager dan {n}",
        "below-desired": "geen moment van de waarheid blijft onder het gewenste niveau"
        "|geen moment van de waarheid ligt onder het gewenste niveau|geen moment van de waarheid onder het gewenste niveau",
        "system-under": "geen systeem staat onder {n} of meer momenten van de waarheid"
        "|geen systeem onder {n} of meer momenten van de waarheid",
        "step-waits": "geen stap wacht langer dan {d}",
        "step-takes": "geen stap duurt langer dan {d}",
        "text-missing": "geen tekst ontbreekt in {l}",
        "action-overdue": "geen actie is te laat",
    },
    kept="elke belofte wordt gehouden|elke belofte is te houden",
)  # fmt: skip

_ES = Vocabulary(
    times={
        "total": "total|tiempo total", "work": "trabajo|tiempo de trabajo", "wait": "espera|tiempo de espera",
        "customer": "tiempo del cliente", "company": "tiempo de la organización|tiempo de la empresa",
        "station": "tiempo de|tiempo en", "wait-at": "espera en", "promise": "promesa|tiempo de la promesa",
    },
    counts={
        "steps": "pasos", "phases": "fases|etapas", "cards": "tarjetas", "handovers": "traspasos", "channels": "canales",
        "systems": "sistemas", "actors": "actores|roles", "fail": "puntos de fallo", "wait": "puntos de espera",
        "pain": "puntos de dolor", "delight": "sorpresas", "question": "preguntas|preguntas abiertas", "moments": "momentos de la verdad",
        "findings": "hallazgos abiertos", "actions": "acciones abiertas",
    },
    bases={
        "assumed": "afirmaciones supuestas|supuestos", "observed": "afirmaciones observadas", "measured": "afirmaciones medidas",
        "proposed": "afirmaciones propuestas|propuestas",
    },
    subjects={
        "moment": "momento de la verdad", "step": "paso", "phase": "fase|etapa", "fail": "punto de fallo",
        "contact": "contacto|tarjeta en escena", "system": "sistema", "action": "acción", "finding": "hallazgo",
    },
    requirements={
        "owner": "responsable|un responsable", "evidence": "evidencia física|evidencia", "feeling": "una emoción|un sentimiento",
        "frontstage": "algo en escena|frontstage", "backstage": "algo tras bambalinas|backstage", "time": "un tiempo|tiempo",
        "desired": "un nivel deseado|nivel deseado", "actual": "un nivel actual|nivel actual", "source": "una fuente|fuente",
        "need": "una necesidad", "recovery": "una recuperación|recuperación", "doer": "quien lo haga|alguien que lo haga",
        "channel": "un canal|canal", "due": "una fecha límite|una fecha|fecha límite|fecha", "effect": "un efecto esperado|efecto esperado",
        "finding": "un hallazgo", "action": "una acción",
    },
    severities={"high": "alta", "medium": "media", "low": "baja"},
    comparators={
        "<=": "como máximo|a lo sumo", ">=": "como mínimo|al menos|por lo menos", "=": "exactamente", "<": "menos de", ">": "más de",
    },
    every="cada|todo|toda",
    has="tiene",
    of_grade="de grado",
    or_more="o más|o superior",
    of_severity="de gravedad",
    of="de",
    none={
        "step-feels": "ningún paso se siente por debajo de {n}",
        "moment-feels": "ningún momento de la verdad se siente por debajo de {n}",
        "below-desired": "ningún momento de la verdad queda por debajo de su nivel deseado"
        "|ningún momento de la verdad está por debajo de su nivel deseado",
        "system-under": "ningún sistema está bajo {n} o más momentos de la verdad|ningún sistema bajo {n} o más momentos de la verdad",
        "step-waits": "ningún paso espera más de {d}",
        "step-takes": "ningún paso dura más de {d}",
        "text-missing": "no falta ningún texto en {l}|ningún texto falta en {l}",
        "action-overdue": "ninguna acción está fuera de plazo|ninguna acción está vencida",
    },
    kept="cada promesa se cumple|se cumple cada promesa",
)  # fmt: skip

VOCABULARIES = {"en": _EN, "nl": _NL, "es": _ES}
LANGUAGES = tuple(VOCABULARIES)

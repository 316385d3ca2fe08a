"""`footlights attribute`: what stands behind touchpoints that fall short, and under the moments of truth."""

from typing import Any

import click

from footlights import api
from footlights.measures import GRADE_WEIGHTS, Account, Attribution, Entry, Exposure, Weak
from footlights.model import Address, Blueprint, Stand

from .command import spoken
from .voice import Voice
from .weighed_table import Sheet, answer
from .wording import Wording

__all__ = ["command"]

#: The kinds of what can stand behind a touchpoint, as they are shown.
KINDS = ("departments", "actors", "systems", "cards")
_HEAD = ("kind", "name", "address", "touchpoint", "short", "share", "known", "per-day", "grade", "weight", "near", "cards")


@spoken(
    "attribute",
    "footlights attribute my-service.blueprint.yaml",
    "footlights attribute my-service.blueprint.yaml --all -o behind.csv",
    languages=(),
)
@click.argument("path", metavar="FILE")
@click.option("-o", "--output", metavar="OUT")
@click.option("--all", "everything", is_flag=True)
def command(path: str, output: str | None, everything: bool, voice: Voice) -> int:
    """Work it out, then say it as a page, as JSON, or into a file."""

    def show(found: Attribution, wording: Wording) -> None:
        from .terminal.weighing import say_page, show_attribution

        say_page(lambda page: show_attribution(page, found, wording, everything))

    return answer(path, output, voice, api.attribute, _values, _sheet, show)


def _sheet(found: Attribution, wording: Wording) -> Sheet:
    head = [wording(f"table.{name}") for name in _HEAD]
    rows = [_row(account, entry, wording) for account in _by_kind(found) for entry in account.entries]
    title = wording("behind.title", title=wording.say(wording.blueprint.title))
    return Sheet(title, head, rows, wording("behind.limits"))


def _by_kind(found: Attribution) -> list[Account]:
    return [account for kind in KINDS for account in found.accounts if account.collection == kind]


def _row(account: Account, entry: Entry, wording: Wording) -> list[object]:
    address = Address(account.collection, account.id)
    near = wording("table.yes" if entry.near else "table.no")
    known = wording("table.yes" if entry.exposure.known else "table.no")
    per_day = "" if entry.exposure.per_day is None else round(entry.exposure.per_day, 2)
    return [
        *(wording.kind(address), wording.name(address), str(address), wording.step(entry.step)),
        *(entry.shortfall, round(entry.exposure.share, 4), known, per_day, entry.grade or "", round(entry.weight, 4), near),
        ", ".join(wording.card(stand.card) for stand in entry.stands),
    ]


def _values(found: Attribution, wording: Wording) -> dict[str, Any]:
    return {
        "title": wording.say(wording.blueprint.title),
        "limits": wording("behind.limits"),
        "weights": {"ungraded" if grade is None else str(grade): weight for grade, weight in GRADE_WEIGHTS.items()},
        "total": round(found.total, 6),
        "weak": [_weak(each, wording) for each in found.weak],
        "accounts": [_account(each, wording) for each in found.accounts],
        "moments": [f"steps/{step}" for step in found.moments],
        "under": [
            {
                "address": f"{each.collection}/{each.id}",
                "name": wording.name(Address(each.collection, each.id)),
                "weight": each.weight,
                "moments": [f"steps/{step}" for step in each.moments],
            }
            for each in found.under
        ],
        "unsaid": [f"steps/{step}" for step in found.unsaid],
    }


def _weak(weak: Weak, wording: Wording) -> dict[str, Any]:
    return {
        "address": f"steps/{weak.step}",
        "name": wording.step(weak.step),
        "owner": _owner(wording.blueprint, weak.step),
        "shortfall": weak.shortfall,
        "ground": weak.ground,
        "basis": weak.basis,
        **exposure_values(weak.exposure),
        "grade": weak.grade,
        "weight": round(weak.weight, 6),
        "behind": stand_values(weak.stands),
    }


def _owner(blueprint: Blueprint, step: str) -> str | None:
    owner = blueprint.steps[step].owner
    return None if owner is None else f"actors/{owner}"


def _account(account: Account, wording: Wording) -> dict[str, Any]:
    return {
        "address": f"{account.collection}/{account.id}",
        "name": wording.name(Address(account.collection, account.id)),
        "near": round(account.near, 6),
        "near_share": round(account.near_share, 6),
        "weight": round(account.weight, 6),
        "share": round(account.share, 6),
        "entries": [
            {
                "address": f"steps/{entry.step}",
                "shortfall": entry.shortfall,
                **exposure_values(entry.exposure),
                "grade": entry.grade,
                "weight": round(entry.weight, 6),
                "near": entry.near,
                "behind": stand_values(entry.stands),
            }
            for entry in account.entries
        ],
    }


def exposure_values(exposure: Exposure) -> dict[str, Any]:
    """An exposure for machines."""
    per_day = None if exposure.per_day is None else round(exposure.per_day, 6)
    return {"share": round(exposure.share, 6), "share_known": exposure.known, "per_day": per_day}


def stand_values(stands: tuple[Stand, ...]) -> list[dict[str, Any]]:
    """Stands for machines; `through` is the id of the card or step nearer to the customer."""
    return [{"address": f"cards/{each.card}", "how": each.how, "distance": each.distance, "through": each.through} for each in stands]

"""What somebody asks to see, as a View that can be drawn: a name becomes a view, and every wish names something that is there."""

from collections.abc import Iterable, Sequence

from footlights.model import ROLES, ZOOMS, Blueprint, Field, FootlightsError, View, fields_of, near

from .views import VIEWS

__all__ = ["view_of"]


def view_of(blueprint: Blueprint, view: str | View, zoom: str | None = None) -> View:
    """The view that is asked for: one of the blueprint's own by its id, one of VIEWS by its name, or a View as it is.

    `zoom` goes before the view's own. Raises FootlightsError, naming what there is, for a view or zoom level that does not
    exist and for a View that names what is not in the blueprint.
    """
    if isinstance(view, View):
        found = view
    elif view in blueprint.views:
        found = blueprint.views[view]
    else:
        _one_of(view, (*VIEWS, *blueprint.views), "view")
        found = View(shows=view)
    found = found._replace(zoom=zoom or found.zoom or "normal")
    _one_of(found.shows, VIEWS, "view")
    _one_of(found.zoom or "", ZOOMS, "zoom level")
    for field in fields_of(View):
        _check(blueprint, field, getattr(found, field.name))
    return found


def _one_of(given: str, known: Sequence[str], what: str) -> None:
    if given not in known:
        close = near(given, known)
        raise FootlightsError(
            f"no {what} {given!r}; {what}s: {', '.join(known)}", f"did you mean {close[0]}?" if close else f"choose one of these {what}s"
        )


def _check(blueprint: Blueprint, field: Field, value: object) -> None:
    """Raise FootlightsError where a wish names something that is not there."""
    if field.shape not in ("ref", "refs", "choices") or not value:
        return
    wanted: Iterable[str] = (value,) if isinstance(value, str) else value  # type: ignore[assignment]
    if field.shape == "choices":
        known, what = list(field.choices), field.key
    else:
        [what] = field.collections
        known = [lane.id for lane in blueprint.rows] if what == "lanes" else list(blueprint.collection(what))
        known += [lane for lane in blueprint.lanes if lane not in known] if what == "lanes" else []
    for name in wanted:
        # a row that is not drawn now, as nothing stands in it, is no mistake
        if name not in known and not (what == "lanes" and name in ROLES):
            close = near(name, known)
            there_is = f"{what}: {', '.join(known)}" if known else f"there are no {what} in this blueprint"
            raise FootlightsError(
                f"{field.key}: no {name!r}; {there_is}", f"did you mean {close[0]}?" if close else "give the id of one of them"
            )

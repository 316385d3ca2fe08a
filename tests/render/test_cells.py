"""A drawing as cells: the same columns, lanes and spans as the layout meant."""

from __future__ import annotations

from footlights import api
from footlights.layout import lay_out
from footlights.model import Blueprint, Collection, Phase
from footlights.render.cells import cells_of
from tests.bench.grown import grown
from tests.render.sample import sample
from tests.render.telling import telling


def test_cards_stand_where_the_blueprint_has_them() -> None:
    blueprint = grown(300)
    cells = cells_of(api.draw(blueprint).drawing)
    steps = [column.address.partition("/")[2] for column in cells.columns]
    assert steps == list(blueprint.steps)
    found = {cell.address: (strip.address, steps[cell.first], steps[cell.last]) for strip, cell in cells.in_order()}
    for card in blueprint.cards.values():
        assert found[f"cards/{card.id}"] == (f"lanes/{card.lane}", card.step, card.until or card.step)


def test_no_two_things_stand_in_one_cell() -> None:
    for drawing in (api.draw(grown(200)).drawing, api.draw(telling()).drawing, sample()):
        for strip in cells_of(drawing).strips:
            taken = [(cell.row, column) for cell in strip.cells for column in range(cell.first, cell.last + 1)]
            assert len(taken) == len(set(taken))
            assert max((row + 1 for row, _ in taken), default=1) <= strip.rows


def test_lines_lie_below_their_lanes_and_faces_belong_to_somebody() -> None:
    strips = {strip.address: strip for strip in cells_of(api.draw(telling()).drawing).strips}
    assert strips["lanes/emotion"].lines == ("Line of interaction",)
    assert strips["lanes/desk"].lines == ("Line of visibility  ·  Line of internal interaction",)
    assert {cell.curve for cell in strips["lanes/emotion"].cells} == {"personas/rosa", "personas/ken"}


def test_a_phase_without_steps_has_a_column_of_its_own() -> None:
    blueprint = telling()
    more = Collection([*blueprint.phases.values(), Phase("after", title="After")])
    columns = cells_of(lay_out(Blueprint(phases=more, steps=blueprint.steps))).columns
    assert [(column.address, column.group) for column in columns[-2:]] == [("steps/go", "phases/during"), ("phases/after", "phases/after")]


def test_things_are_read_column_by_column() -> None:
    read = [(cell.first, strip.name) for strip, cell in cells_of(api.draw(telling()).drawing).in_order()]
    assert [first for first, _ in read] == sorted(first for first, _ in read)
    assert [name for first, name in read if first == 0][:2] == ["Physical evidence", "Customer"]


def test_an_empty_drawing_has_no_cells() -> None:
    assert cells_of(lay_out(Blueprint(title="New"))) == ((), ())

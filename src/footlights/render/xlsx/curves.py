"""The curves of how it feels: a chart of the program that opens the workbook, fed by the rows of numbers below it."""

from typing import Any

from footlights.words import word

from .looks import Looks

__all__ = ["put_curves"]

#: A chart much wider than this is more than some programs can draw, in px.
_WIDEST = 30_000.0


def put_curves(
    sheet: Any, looks: Looks, language: str, top: int, first: int, count: int, columns: tuple[int, int], wide: float
) -> None:  # fmt: skip
    """Lay a line chart over the row `top`, across `columns`: each point in the middle of its step.

    The numbers stand in `count` rows from `first`; their names stand beside them, in the column before the steps.
    """
    name = sheet.get_name()
    chart = looks.line_chart()
    left, right = columns
    for number in range(count):
        colour, row = looks.colour(f"persona-{number % 5 + 1}"), first + number
        chart.add_series(
            {
                "name": [name, row, left - 1],
                "values": [name, row, left, row, right],
                "line": {"color": colour, "width": 2.25},
                "marker": {
                    "type": "circle",
                    "size": 7,
                    "fill": {"color": looks.colour("paper")},
                    "border": {"color": colour, "width": 1.5},
                },
            }
        )
    chart.set_y_axis(
        {
            "min": -2.5, "max": 2.5, "major_unit": 2.5, "num_format": "+0;-0;0", "label_position": "none", "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": looks.colour("hairline"), "width": 0.75}}, "major_tick_mark": "none",
        }
    )  # fmt: skip
    chart.set_x_axis(
        {
            "visible": True,
            "label_position": "none",
            "major_tick_mark": "none",
            "line": {"color": looks.colour("faint")},
            "reverse": looks.from_the_right,
        }
    )
    chart.set_title({"none": True})  # else a single curve gives the chart its name
    chart.set_legend({"none": True})
    chart.show_blanks_as("span")
    chart.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    chart.set_plotarea({"layout": {"x": 0.0, "y": 0.06, "width": 1.0, "height": 0.88}, "fill": {"none": True}})
    chart.set_size({"width": min(wide, _WIDEST), "height": 158})
    sheet.insert_chart(top, left, chart, {"object_position": 1, "description": word("sheet.curve", language)})

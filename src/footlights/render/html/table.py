"""The picture as a table: a row per step, a column per lane, so that it reads aloud step by step."""

from footlights.drawing import Drawing
from footlights.render.svg import escape
from footlights.words import word

__all__ = ["table"]


def table(drawing: Drawing) -> str:
    """The <table> of a drawing; phases head their steps. A drawing without steps gives a table that says so."""
    language = drawing.language
    caption = f"<bdi>{escape(drawing.title)}</bdi> · {escape(word('page.table-caption', language))}"
    if not drawing.columns:
        return f"<table><caption>{caption}</caption><tbody><tr><td>{escape(word('word.empty', language))}</td></tr></tbody></table>"
    heads = "".join(f'<th scope="col" dir="auto">{escape(row.head)}</th>' for row in drawing.rows)
    out = [f'<table><caption>{caption}</caption><thead><tr><th scope="col">{escape(word("word.step", language))}</th>{heads}</tr></thead>']
    before: str | None = None
    for number, (step, phase) in enumerate(drawing.columns):
        if phase != before:
            out.append("</tbody>" if before is not None else "")
            out.append(
                f'<tbody><tr class="phase"><th scope="rowgroup" colspan="{len(drawing.rows) + 1}"><span dir="auto">{escape(phase)}</span>'
                "</th></tr>"
            )
            before = phase
        if step:
            cells = "".join(_cell(row.cells[number]) for row in drawing.rows)
            out.append(f'<tr><th scope="row" dir="auto">{escape(step)}</th>{cells}</tr>')
    out.append("</tbody></table>")
    return "".join(out)


def _cell(texts: tuple[str, ...]) -> str:
    """A <td>. Each text finds its own direction."""
    if len(texts) < 2:
        return f'<td dir="auto">{escape(texts[0])}</td>' if texts else "<td></td>"
    return "<td><ul>" + "".join(f'<li dir="auto">{escape(text)}</li>' for text in texts) + "</ul></td>"

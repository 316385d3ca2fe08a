"""The page of an atlas: it needs nothing but itself, and only its own style and script may run."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from footlights.atlas import Atlas
from footlights.drawing import Theme
from footlights.render.html.paint import colours
from footlights.render.svg import escape, font_faces
from footlights.words import phrase

from .parts import journeys_part, plan_part, registers_part, services_part, spots_part

__all__ = ["write_atlas"]

_HERE = Path(__file__).parent


def write_atlas(atlas: Atlas, language: str, theme: Theme | None = None) -> bytes:
    """The page in UTF-8, in a language of ours. Without a theme it follows the reader's system."""
    body = _body(atlas, language)
    letters = set(body) | {chr(code) for code in range(0x20, 0x7F)}
    style = font_faces(letters, letters) + colours(theme) + (_HERE / "atlas.css").read_text("utf-8")
    script = (_HERE / "atlas.js").read_text("utf-8")
    own = f"style-src {_hash(style)};script-src {_hash(script)}"
    policy = f"default-src 'none';{own};font-src data:;base-uri 'none';form-action 'none'"
    title = escape(phrase("atlas.title", language))
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<meta name="generator" content="footlights"><title>{title} · footlights</title><style>{style}</style></head>\n'
        f"<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _body(atlas: Atlas, language: str) -> str:
    def said(key: str, **facts: object) -> str:
        return escape(phrase(f"atlas.{key}", language, **facts))

    parts = [
        ("journeys", journeys_part(atlas, language)),
        ("spots", spots_part(atlas, language)),
        ("services", services_part(atlas, language)),
        ("registers", registers_part(atlas, language)),
        ("plan", plan_part(atlas, language)),
    ]
    there = [(name, html) for name, html in parts if html]
    links = "".join(f'<a href="#{name}">{said(name)}</a>' for name, _ in there)
    sections = "".join(
        f'<section id="{name}" aria-labelledby="h-{name}"><h2 id="h-{name}">{said(name)}</h2>'
        f'<p class="about">{said(f"{name}.about")}</p>{html}</section>'
        for name, html in there
    )
    return (
        f'<header><h1>{said("title")}</h1><p class="count">{said("count", n=len(atlas.leaves), day=atlas.today.isoformat())}</p>'
        f'<nav aria-label="{said("contents")}">{links}</nav>'
        f'<label class="find"><span>{said("find")}</span><input id="find" type="search" autocomplete="off"></label></header>'
        f'<main>{sections}<p id="none" hidden>{said("none")}</p></main>'
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

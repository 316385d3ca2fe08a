"""A command whose help speaks three languages, and the options that every command has."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import click

from footlights.words import LANGUAGES, phrase

from .voice import Voice, spoken_in, system_language

__all__ = ["Number", "OneOf", "Page", "SpokenCommand", "command_help", "language_of", "listed", "spoken"]


class OneOf(click.ParamType[str]):
    """A word out of a few. `later` are words that will mean something one day, so that the refusal can say so."""

    name = "word"

    def __init__(self, words: Iterable[str], later: Iterable[str] = ()) -> None:
        self.words = tuple(words)
        self.later = tuple(later)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself; a usage error naming the words there are, in the language that was asked for."""
        if value in self.words:
            return str(value)
        language = language_of(ctx)
        key = "trouble.later" if value in self.later else "trouble.choice"
        option = param.opts[0] if param is not None else ""
        choices = listed(self.words, language)
        raise click.UsageError(phrase(key, language, option=option, value=repr(value), choices=choices), ctx)


class Number(click.ParamType[float]):
    """A number within limits."""

    name = "number"

    def __init__(self, low: float, high: float) -> None:
        self.low = low
        self.high = high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; a usage error naming the limits, in the language that was asked for."""
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if self.low <= number <= self.high:
            return number
        option = param.opts[0] if param is not None else ""
        facts = {"option": option, "low": f"{self.low:g}", "high": f"{self.high:g}", "value": repr(value)}
        raise click.UsageError(phrase("trouble.number", language_of(ctx), **facts), ctx)


class Page(NamedTuple):
    """What a command's help says: arguments and options are (signature, meaning)."""

    usage: str
    help: str
    arguments: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


class SpokenCommand(click.Command):
    """A command that looks its help up in the phrases, by its own name and those of its options."""

    #: The lines of the example on the help page.
    examples: tuple[str, ...] = ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the language first, so that whatever goes wrong, and --help, speak it."""
        ctx.meta["language"] = spoken_in(args) or ctx.meta.get("language")
        return super().parse_args(ctx, args)

    def page(self, ctx: click.Context, language: str) -> Page:
        """What the help says in a language."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):
            kind = "option" if isinstance(param, click.Option) else "argument"
            name = "help" if "--help" in param.opts else param.name
            told = command_help(f"{kind}.{self.name}.{name}", language, otherwise=f"{kind}.{name}")
            rows[kind].append((_signature(param, ctx), told))
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        told = command_help(f"help.{self.name}", language)
        return Page(usage, told, tuple(rows["argument"]), tuple(rows["option"]), self.examples)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole help page in the language that was asked for."""
        language = language_of(ctx)
        page = self.page(ctx, language)
        program, _, pieces = page.usage.partition(f"{self.name} ")
        formatter.write_usage(f"{program}{self.name}", pieces, prefix=f"{phrase('head.usage', language)}: ")
        formatter.write_paragraph()
        formatter.write_text(page.help)
        for head, rows in (("head.arguments", page.arguments), ("head.options", page.options)):
            if rows:
                with formatter.section(phrase(head, language)):
                    formatter.write_dl(rows)
        with formatter.section(phrase("head.example" if len(page.examples) == 1 else "head.examples", language)):
            for line in page.examples:
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


def spoken(name: str, *examples: str, languages: Sequence[str] = LANGUAGES) -> Callable[[Callable[..., int]], SpokenCommand]:
    """Makes a command of a function `(..., voice: Voice) -> exit code`, with --language, --quiet, --json and --help.

    `languages` () lets --language take any tag, for commands that speak the blueprint's own languages.
    """

    def made(function: Callable[..., int]) -> SpokenCommand:
        def called(wished: str | None, quiet: bool, as_json: bool, **others: Any) -> int:
            before = click.get_current_context().meta.get("language")  # `footlights --language nl draw ...`
            return function(voice=Voice(wished or before, quiet, as_json), **others)

        own: list[click.Parameter] = getattr(function, "__click_params__", [])
        common = [
            click.Option(["--language", "wished"], metavar="LANGUAGE", type=OneOf(languages) if languages else str),
            click.Option(["-q", "--quiet"], is_flag=True),
            click.Option(["--json", "as_json"], is_flag=True),
        ]
        settings = {"help_option_names": ["-h", "--help"]}
        command = SpokenCommand(name, callback=called, params=[*reversed(own), *common], context_settings=settings)
        command.examples = examples
        return command

    return made


def language_of(ctx: click.Context | None) -> str:
    """The language for people in which this command was called: the wished one, else the system's."""
    return (ctx.meta.get("language") if ctx is not None else None) or system_language()


def listed(words: Sequence[str], language: str) -> str:
    """Some words as a choice for people: `a, b or c`."""
    return phrase("trouble.or", language).join(filter(None, [", ".join(words[:-1]), words[-1]]))


def command_help(key: str, language: str, otherwise: str = "") -> str:
    """The help text `key` (or `otherwise`, where there is none), with the formats and templates there are."""
    try:
        text = phrase(key, language)
    except KeyError:
        text = phrase(otherwise, language)
    return text.format_map(_THERE_IS) if "{" in text else text


class _ThereIs(dict[str, str]):
    """What a help text may name; looked up only when one does, for it costs an import."""

    def __missing__(self, name: str) -> str:
        if name == "formats":
            from footlights.render import FORMATS

            return ", ".join(FORMATS)
        from footlights.templates import NAMES

        return ", ".join(NAMES)


_THERE_IS = _ThereIs()


def _signature(param: click.Parameter, ctx: click.Context) -> str:
    if isinstance(param, click.Option):
        names = ", ".join(param.opts)
        return names if param.is_flag else f"{names} {param.make_metavar(ctx)}"
    return param.make_metavar(ctx)

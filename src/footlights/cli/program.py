"""The program itself: its commands, each loaded only when it is used, and how it ends."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from footlights.model import FootlightsError, near
from footlights.words import phrase

from .command import SpokenCommand, command_help, language_of
from .voice import shown, spoken_in, system_language

__all__ = ["COMMANDS", "program", "run"]

#: The commands in the order of a first acquaintance; each stands in a module of its own.
COMMANDS = (
    "new", "open", "show", "check", "rules", "fmt", "draw", "attribute", "outage", "priorities", "compare", "merge", "plan", "atlas",
    "schema", "lsp", "serve", "backup", "restore",
)  # fmt: skip


class _Program(click.Group):
    """The commands by name; the help page in the language that was asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> SpokenCommand | None:
        """The command of this name, its module loaded only now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        found: SpokenCommand = import_module(f"footlights.cli.{cmd_name}").command
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the language first, so that whatever goes wrong, and --help, speak it."""
        ctx.meta["language"] = spoken_in(args)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What there is, one line each."""
        language = language_of(ctx)
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix=f"{phrase('head.usage', language)}: ")
        formatter.write_paragraph()
        formatter.write_text(phrase("help.footlights", language))
        with formatter.section(phrase("head.commands", language)):
            formatter.write_dl([(name, command_help(f"short.{name}", language)) for name in COMMANDS])
        with formatter.section(phrase("head.options", language)):
            names = ("wished", "version", "help")
            options = ("--language LANGUAGE", "--version", "-h, --help")
            formatter.write_dl([(option, phrase(f"option.{name}", language)) for option, name in zip(options, names, strict=True)])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        import footlights

        click.echo(f"footlights {footlights.__version__}")
        ctx.exit()


@click.group(cls=_Program, name="footlights", context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.option("--language", metavar="LANGUAGE", expose_value=False)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)
@click.pass_context
def program(ctx: click.Context) -> None:
    """The group; without a command it shows the help page, which `format_help` makes."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: list[str] | None = None) -> int:
    """Run the program; returns the exit code. Whatever happens, people get a sentence and never a traceback."""
    gc.disable()  # a short life: whatever piles up is given back at its end, and looking for it costs a tenth of the time
    for stream in (sys.stdout, sys.stderr):
        _take_any_character(stream)
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        return _called(arguments)
    except BrokenPipeError:
        # whoever read the output has enough; Python would complain about it once more on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, click.Abort):
        _complain(phrase("trouble.stopped", spoken_in(arguments) or system_language()))
        return 130
    except Exception as trouble:
        if os.environ.get("FOOTLIGHTS_DEBUG") and not isinstance(trouble, click.ClickException):
            raise
        _complain(*_said(trouble, spoken_in(arguments) or system_language()))
        return 2


def _called(arguments: list[str]) -> int:
    if "_FOOTLIGHTS_COMPLETE" in os.environ:
        program.main(arguments, prog_name="footlights")  # a shell asks how a line may go on
    # not by `main`, which would end the process itself when a pipe is closed
    try:
        with program.make_context("footlights", list(arguments)) as ctx:
            result: Any = program.invoke(ctx)
    except click.exceptions.Exit as ended:
        result = ended.exit_code
    sys.stdout.flush()
    return result if isinstance(result, int) else 0


def _said(trouble: BaseException, language: str) -> tuple[str, str]:
    """What went wrong and how to mend it, for people."""
    if isinstance(trouble, click.UsageError):
        return _misused(trouble, language)
    if isinstance(trouble, FootlightsError):
        return str(trouble), trouble.hint
    if isinstance(trouble, OSError):
        reason = trouble.strerror or type(trouble).__name__
        if trouble.filename is None:
            return phrase("trouble.cannot", language, reason=reason), ""
        return phrase("trouble.cannot-read", language, file=trouble.filename, reason=reason), ""
    if isinstance(trouble, MemoryError):
        return phrase("trouble.memory", language), ""
    return (
        phrase("trouble.ours", language, kind=type(trouble).__name__, place=_place(trouble)),
        phrase("trouble.ours.hint", language),
    )


def _misused(trouble: click.UsageError, language: str) -> tuple[str, str]:
    path = trouble.ctx.command_path if trouble.ctx is not None else "footlights"
    more = phrase("trouble.see-help", language, command=path)
    if isinstance(trouble, click.NoSuchOption):
        options = [name for param in trouble.ctx.command.params for name in param.opts] if trouble.ctx is not None else []
        close = near(trouble.option_name, [*options, "--help"], most=2)
        said = phrase("trouble.no-option", language, command=path, name=trouble.option_name)
        return _guessing(said, close, language), more
    if isinstance(trouble, click.exceptions.NoSuchCommand):
        said = phrase("trouble.no-command", language, name=repr(trouble.command_name))
        return _guessing(said, near(trouble.command_name, COMMANDS, most=2), language), more
    if isinstance(trouble, click.MissingParameter) and trouble.param is not None:
        name = trouble.param.make_metavar(trouble.ctx) if trouble.ctx is not None else str(trouble.param.name)
        if isinstance(trouble.param, click.Option):
            name = f"{trouble.param.opts[0]} {name}"
        return phrase("trouble.missing", language, name=name), more
    return trouble.format_message(), more


def _guessing(said: str, close: tuple[str, ...], language: str) -> str:
    return f"{said}; {phrase('trouble.near', language, names=phrase('trouble.or', language).join(close))}" if close else said


def _complain(message: str, hint: str = "") -> None:
    lines = shown(message).splitlines() or [""]
    for line in (f"footlights: {lines[0]}", *lines[1:], *([f"  {shown(hint)}"] if hint else [])):
        print(line[:2000], file=sys.stderr)


def _place(trouble: BaseException) -> str:
    """Where in our code it went wrong: the last of our own lines that was reached."""
    place, ours = "?", Path(__file__).resolve().parent.parent
    trace = trouble.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(ours):
            place = f"footlights/{path.relative_to(ours).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _take_any_character(stream: Any) -> None:
    """A terminal that lacks a character shows a question mark; a pipe gets UTF-8 whatever the system thinks."""
    if hasattr(stream, "reconfigure"):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

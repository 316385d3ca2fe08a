"""What you type: `footlights` and its commands."""

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line on these arguments (the ones that were typed when None); returns the exit code, never raises."""
    from .program import run

    return run(arguments)

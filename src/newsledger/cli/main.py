"""The ``newsledger`` command."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from newsledger.cli.ending import code_of, end, told_ends
from newsledger.cli.rows import ARGUMENTS
from newsledger.ledger.crew.logs import open_log
from newsledger.show import shown

#: Each command's module; it is loaded when it is asked for, so that a question to a ledger does not wait for the
#: language model's library.
COMMANDS: Mapping[str, str] = {
    "actors": "questions.actors",
    "add": "adding.add",
    "backup": "upkeep.backup",
    "calibrate": "upkeep.calibrate",
    "compare": "exporting.compare",
    "copy": "upkeep.copy",
    "correct": "correcting.correct",
    "corrections": "correcting.corrections",
    "doctor": "doctor",
    "events": "questions.events",
    "export": "exporting.export",
    "failures": "adding.failures",
    "forget": "upkeep.forget",
    "happening": "questions.happening",
    "load": "scaling.load",
    "mirrors": "publishing.mirrors",
    "outlook": "questions.outlook",
    "publish": "publishing.publish",
    "query": "scaling.query",
    "read": "read",
    "recover": "upkeep.recover",
    "reread": "upkeep.reread",
    "run": "scaling.run",
    "sample": "upkeep.sample",
    "schema": "schema",
    "search": "questions.search",
    "serve": "serving.serve",
    "sources": "watching.sources",
    "statements": "questions.statements",
    "stories": "questions.stories",
    "story": "questions.story",
    "undo": "correcting.undo",
    "verify": "verify",
    "watch": "watching.watch",
}

#: What the commands of each package are for, in the order of the help.
HEADINGS: Mapping[str, str] = {
    "": "A page and its record",
    "adding": "Into a ledger",
    "watching": "Feeds and sites",
    "questions": "Asking a ledger",
    "correcting": "Correcting what was read",
    "serving": "Pages in a browser",
    "publishing": "Pages as files",
    "exporting": "Other programs and data sets",
    "upkeep": "Keeping a ledger",
    "scaling": "Archives of any size",
}
#: Longer than any first sentence of a command: the help cuts none.
_WHOLE = 1_000


class Commands(click.Group):
    """The commands by their names, each loaded when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Give the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        """Load a command; it has the name of its module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"newsledger.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; of one that there is not, say which may be meant."""
        near = get_close_matches(args[0], COMMANDS, 1) if args[0] not in COMMANDS else []
        if near:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program; however it ends, that is told in a line."""
        with told_ends():
            return super().main(*args, **extra)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what they are for, each with its whole first sentence."""
        for package, heading in HEADINGS.items():
            names = [name for name in self.list_commands(ctx) if COMMANDS[name].rpartition(".")[0] == package]
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(heading):
                formatter.write_dl([(name, one.get_short_help_str(limit=_WHOLE)) for name, one in commands if one])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments apart; what can be in none from a shell, no file could be named by either."""
        for one in args:
            if "\0" in one or any("\ud800" <= letter <= "\udc7f" for letter in one):
                raise click.UsageError(f"found letters in {one!r} that no name of a file and no word can hold", ctx=ctx)
        ctx.meta[ARGUMENTS] = tuple(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong is told in letters that steer no terminal."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as stop:  # before click takes it, which knows one exit code for all
            end(code_of(stop), "stopped")
        except click.exceptions.NoArgsIsHelpError:  # a group alone: its help, which click prints as it is
            raise
        except click.UsageError as error:
            raise click.UsageError(shown(error.format_message()), ctx=error.ctx) from error
        except click.ClickException as error:
            raise click.ClickException(shown(error.format_message())) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsledger")
def main() -> None:
    """Read news pages and keep the record: who said what, who did what to whom, when, and what is due next."""
    open_log()

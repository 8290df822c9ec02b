"""A group of commands whose help cuts no sentence."""

import click


class WholeHelp(click.Group):
    """Lists its commands, each with the whole of its first sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first_sentence(one)) for name, one in commands if one])


def _first_sentence(command: click.Command) -> str:
    return command.get_short_help_str(limit=1_000)

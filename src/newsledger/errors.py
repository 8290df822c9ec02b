"""The error tree: what can go wrong in the world, as opposed to in the caller's code."""


class NewsledgerError(Exception):
    """Anything that the world, not the caller, did wrong."""


class SourceError(NewsledgerError):
    """A file, feed, archive or address gave no bytes.

    Args:
        message: What was found, what was expected and what to do.
        url: The path or address that was asked for.
    """

    def __init__(self, message: str, *, url: str | None = None) -> None:
        super().__init__(message)
        self.url = url


class PageError(NewsledgerError):
    """The bytes hold no readable article.

    Args:
        message: What was found, what was expected and what to do.
        url: The page's path or address, when it has one.
    """

    def __init__(self, message: str, *, url: str | None = None) -> None:
        super().__init__(message)
        self.url = url


class LexiconError(NewsledgerError):
    """A data file breaks its own rules.

    Args:
        message: What was found, what was expected and what to do.
        path: The data file.
        line: The line in it, counted from 1, when one line is to blame.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


class ModelError(NewsledgerError):
    """A language pipeline is missing or is not the one expected.

    Args:
        message: What was found, what was expected and what to do.
        name: The pipeline that was asked for.
    """

    def __init__(self, message: str, *, name: str | None = None) -> None:
        super().__init__(message)
        self.name = name


class StoreError(NewsledgerError):
    """The database refused or lost a record.

    Args:
        message: What was found, what was expected and what to do.
        lasting: What was to be kept breaks the database's own rules, so that to try again is of no use.
    """

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting


class AbsentError(StoreError):
    """What was asked for by its name or its id is not in the ledger."""

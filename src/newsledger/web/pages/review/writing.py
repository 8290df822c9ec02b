"""What the forms of the review do: keep what was judged, take it back, end a session."""

from collections.abc import Iterator, Mapping

from newsledger.model import Correction, Judgeable
from newsledger.store import Answers
from newsledger.store.corrections import Judge, corrected, same_or_other, undoing
from newsledger.web.asked import Asked
from newsledger.web.pages.finding import find
from newsledger.web.pages.review.controls import changed, controls_of
from newsledger.web.view import Action, Written

#: What a form brings along of the page that it stands on.
_BACK = ("kind", "article", "after", "name")


def _judge(store: Answers, asked: Asked, form: Mapping[str, str], at: str) -> Written:
    """Keep what somebody judged of a finding, and go on to the next one."""
    finding = store.corrections.subject(form.get("finding", ""))
    made = tuple(_made(store, finding, form, _who(asked, form, at)))
    store.corrections.keep(made)
    return Written(to=_back(asked, form, made))


def _made(
    store: Answers, finding: tuple[str, Judgeable], form: Mapping[str, str], judge: Judge
) -> Iterator[Correction]:
    match form.get("verdict"):
        case "right" | "not_there" as verdict:
            yield corrected(finding, verdict, judge)
        case "whole":
            yield corrected(finding, "wrong", judge)
        case "wrong":
            controls = controls_of(store, find(store, finding[0]).record, finding)
            fields = tuple(changed(controls, form))
            if not fields:
                raise ValueError("found no field that was changed; change one, or say that it is wrong as a whole")
            for field, value in fields:
                yield corrected(finding, "wrong", judge, field=field, value=value)
        case other:
            raise ValueError(f"found the verdict {other!r}, expected right, wrong, whole or not_there")


def _join(store: Answers, asked: Asked, form: Mapping[str, str], at: str) -> Written:
    """Keep whether two actors of articles are one person."""
    pair = (store.corrections.subject(form.get("finding", ""))[0], store.corrections.subject(form.get("other", ""))[0])
    made = same_or_other(pair, "same" if form.get("verdict") == "same" else "other", _who(asked, form, at))
    store.corrections.keep([made])
    return Written(to=_back(asked, form, (made,), path="/review/persons"), regroups=True)


def _undo(store: Answers, asked: Asked, form: Mapping[str, str], at: str) -> Written:
    """Take back what was kept, and show what it was of again."""
    ones = [store.corrections.get(one) for one in form.get("correction", "").split(",") if one]
    judge = _who(asked, form, at)
    store.corrections.keep([undoing(one, judge) for one in ones])
    if form.get("to") == "log":
        return Written(to=asked.to("/corrections"), regroups=True)
    if ones and ones[0].other is not None:
        return Written(to=_back(asked, form, (), path="/review/persons"), regroups=True)
    kind = form.get("kind") or None
    return Written(to=asked.to("/review", kind=kind, article=form.get("article"), at=ones[0].finding if ones else None))


def _leave(store: Answers, asked: Asked, form: Mapping[str, str], at: str) -> Written:  # noqa: ARG001 - as for every form
    return Written(to=asked.to("/review"), cookie="")


def _who(asked: Asked, form: Mapping[str, str], at: str) -> Judge:
    by = asked.desk.by if asked.desk is not None else None
    return Judge(by=by or "", at=at, why=form.get("why") or None)


def _back(asked: Asked, form: Mapping[str, str], made: tuple[Correction, ...], *, path: str = "/review") -> str:
    said = {name: form.get(name) or None for name in _BACK}
    return asked.to(path, **said, done=",".join(one.id for one in made) or None)


ACTIONS = (
    Action(path="/review", write=_judge),
    Action(path="/review/persons", write=_join),
    Action(path="/review/undo", write=_undo),
    Action(path="/review/leave", write=_leave),
)

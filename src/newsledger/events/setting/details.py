"""When it was, where that place is, and how many: the phrases that hang from an event's own clause."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from newsledger.events.entries import Predicate
from newsledger.events.frames.arguments import Trigger
from newsledger.events.frames.links import VERBS, governing_verb
from newsledger.events.frames.parties import Who
from newsledger.events.frames.phrases import parties
from newsledger.events.rules import Rules
from newsledger.events.setting.places import Place
from newsledger.events.setting.where import place_name
from newsledger.model import Actor, Annotated, Number, Span, Syntax, Timex

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")  # "10,000", "2.5"; not "mid-1990s", which has letters
#: What a count of those a deed is done to, or of those who do it, counts: by the word, or by the type or mode.
_COUNTS = ("killed", "injured", "arrested", "participants")
#: What the words of a number make of it, the strongest first ("up to 40", "some 40 to 50").
_BOUNDS = ("at_most", "at_least", "about")
_COUNTED_BY = {"PROTEST": "participants", "arrest": "arrested", "massacre": "killed", "execute": "killed"}
_STATES = {"dead": "killed", "injured": "injured", "wounded": "injured"}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The times of a clause and the window that they leave."""

    times: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None


def caption_times(doc: Annotated, times: tuple[Timex, ...]) -> Mapping[int, When]:
    """Give the one date of each caption, which dates all that its words show."""
    found: dict[int, When] = {}
    for timex in times:
        index = doc.head_in(timex.span)
        if index is not None and timex.block_role == "caption" and timex.earliest:
            dated = When(times=(timex.id,), earliest=timex.earliest, latest=timex.latest)
            found.setdefault(doc.sentence_at(index).block, dated)
    return found


def times_by_clause(doc: Annotated, times: tuple[Timex, ...]) -> Mapping[int, tuple[Timex, ...]]:
    """Sort time expressions by the verb or noun that they hang from."""
    found: dict[int, tuple[Timex, ...]] = {}
    for timex in times:
        index = doc.head_in(timex.span)
        if index is None or timex.negated:
            continue
        for _ in range(4):
            token = doc.tokens[index]
            index = token.head
            if doc.tokens[index].upos != "ADP":
                break
        found[index] = (*found.get(index, ()), timex)
    return found


def when(syntax: Syntax, trigger: Trigger, timexes: Mapping[int, tuple[Timex, ...]], rules: Rules) -> When:
    """Give the times of a trigger's own clause; the narrowest window counts."""
    places = [trigger.index]
    if trigger.support is not None:
        places.append(trigger.support)
    elif trigger.pos != "verb":
        places.extend(_clause_of(syntax, trigger.index, rules))
    hits = [timex for place in places for timex in timexes.get(place, ())]
    if not hits:
        hits = list(_shared(syntax.doc, trigger, timexes, rules) or _inherited(syntax, trigger, timexes))
    windows = [timex for timex in hits if timex.earliest or timex.latest]
    if not windows:
        return When(times=tuple(timex.id for timex in hits))
    best = min(windows, key=_width)
    return When(times=tuple(timex.id for timex in hits), earliest=best.earliest, latest=best.latest)


def _shared(
    doc: Annotated, trigger: Trigger, timexes: Mapping[int, tuple[Timex, ...]], rules: Rules
) -> tuple[Timex, ...]:
    """Give the times of the other of two counts of casualties ("Two were killed and 11 injured in January").

    The parse may take "11" for joined to the first verb, and "injured" for what is said of the eleven.
    """
    hurt = {*rules.classes["counted:killed"], *rules.classes["counted:injured"], "injured"}
    if doc.tokens[trigger.index].lemma not in hurt:
        return ()
    joined = [i for i in doc.children[trigger.index] if doc.tokens[i].deprel == "conj"]
    below = [i for word in joined for i in (word, *doc.children[word])]
    above = doc.tokens[trigger.index].head
    over = [above, doc.tokens[above].head] if doc.tokens[trigger.index].deprel in ("conj", "acl") else []
    others = [i for i in (*below, *over) if i != trigger.index and doc.tokens[i].lemma in hurt]
    return next((timexes[i] for i in others if i in timexes), ())


def _inherited(syntax: Syntax, trigger: Trigger, timexes: Mapping[int, tuple[Timex, ...]]) -> tuple[Timex, ...]:
    """Give the times of the clause that a verb without a time of its own only goes on from.

    That is of a participle the verb it hangs from ("In 1994 they shelled the town, killing ten"), of a
    relative clause the noun ("the raid of 1994, which killed ten"), and of a joined verb what stands before both.
    """
    verb = trigger.index if trigger.pos == "verb" else trigger.support
    if verb is None:
        return ()
    token = syntax.tokens[verb]
    alone = syntax.child(verb, "nsubj", "nsubjpass", "mark", "aux") is None
    above = timexes.get(token.head, ())
    if (token.deprel == "advcl" and alone) or (token.deprel == "relcl" and syntax.tokens[token.head].upos == "NOUN"):
        return above
    if token.deprel != "conj" or not alone:
        return ()
    return tuple(timex for timex in above if timex.span.end <= syntax.tokens[token.head].span.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lands:
    """The countries that an article names, by its actors.

    Attributes:
        by_token: Those of the actors who stand at each token.
        everywhere: Those of all its lands and governments.
    """

    by_token: Mapping[int, str]
    everywhere: frozenset[str]

    @classmethod
    def of(cls, who: Who, actors: Mapping[str, Actor]) -> "Lands":
        """Look at an article's actors."""
        by_token = {
            index: country
            for index, ids in who.inside.items()
            for i in ids
            if (country := actors[i].likely_country) is not None
        }
        everywhere = {one.country for one in actors.values() if one.kind in ("country", "government") and one.country}
        return cls(by_token=by_token, everywhere=frozenset(everywhere))


def locate(syntax: Syntax, span: Span | None, rules: Rules, lands: Lands) -> Place | None:
    """Give the country of a place, and its coordinates where only one city can be meant.

    Args:
        syntax: The article's clauses.
        span: The words of place, or None.
        rules: The room's word lists and its table of places.
        lands: The countries that the article names.
    """
    head = syntax.doc.head_in(span) if span is not None else None
    noun = place_name(syntax, head, rules) if head is not None else None
    if span is None or noun is None:
        return None
    words, gazetteer = tuple(syntax.doc.tokens_in(span)), rules.gazetteer
    runs = _names(syntax.doc, words)
    name = next((text for text, indices in runs if noun in indices), "")
    others = [text for text, indices in runs if noun not in indices]
    own = {lands.by_token[i] for i in words if i in lands.by_token}
    own |= {found.country for text in others if (found := gazetteer.find(text)) and gazetteer.is_land(text)}
    near = {lands.by_token[i] for i in syntax.doc.sentence_at(noun).indices if i in lands.by_token}
    found = gazetteer.find(name, own, near or lands.everywhere)
    if found is None and own:
        return Place(country=min(own)) if len(own) == 1 else None
    return found


def _names(doc: Annotated, words: Iterable[int]) -> list[tuple[str, list[int]]]:
    """Give the runs of names among words."""
    runs: list[list[int]] = []
    for index in words:
        if doc.tokens[index].upos != "PROPN":
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [(doc.cover(run).of(doc.text), run) for run in runs]


def numbers(
    syntax: Syntax, trigger: Trigger, predicate: Predicate, heads: tuple[int | None, ...], rules: Rules
) -> tuple[Number, ...]:
    """Give the counts and sums that belong to an event.

    Args:
        syntax: The article's clauses.
        trigger: The event's trigger.
        predicate: Its entry.
        heads: The nouns that are counted: who does it, to whom, and what.
        rules: The room's word lists.
    """
    kinds = (predicate.mode or "", predicate.event_type or "")
    what = _counted(syntax.tokens[trigger.index].lemma, rules) or next(
        (_COUNTED_BY[k] for k in kinds if k in _COUNTED_BY), None
    )
    found = []
    for head in dict.fromkeys(h for h in heads if h is not None):
        for noun in parties(syntax, head):
            number = _number(syntax, noun, what, rules)
            if number is not None and number not in found:
                found.append(number)
    return tuple(found)


def toll(syntax: Syntax, trigger: Trigger, rules: Rules) -> tuple[Number, ...]:
    """Give how many an accident killed or hurt, by verbs beside it ("*died* when it sank", "left 62 *dead*")."""
    token = syntax.tokens[trigger.index]
    verb = token.head if token.deprel == "nsubj" else trigger.index
    around = [i for i in syntax.children[verb] if syntax.tokens[i].deprel in ("advcl", "conj")]
    above = [syntax.tokens[verb].head] if syntax.tokens[verb].deprel == "advcl" else []
    found = []
    for index in (verb, *above, *around):
        dies, state = syntax.tokens[index].lemma == "die", syntax.child(index, "oprd", "xcomp")
        thing = syntax.subject(index) if dies else syntax.object(index)
        what = _counted(syntax.tokens[index].lemma, rules) if state is None else _STATES.get(syntax.tokens[state].text)
        if thing is not None and what in _STATES.values():
            found += [number for noun in parties(syntax, thing) if (number := _number(syntax, noun, what, rules))]
    return tuple(found)


def _counted(lemma: str, rules: Rules) -> str | None:
    """Say what a number counts by the word for what is done to those whom it counts, or what they do."""
    return next((what for what in _COUNTS if lemma in rules.classes[f"counted:{what}"]), None)


def _number(syntax: Syntax, noun: int, what: str | None, rules: Rules) -> Number | None:
    figure = _figure(syntax, noun, rules)
    if figure is None:
        return None
    words = _number_words(syntax, figure, rules)
    texts = [syntax.tokens[i].text.lower() for i in words]
    value = number_value(texts, rules.numerals)
    money = any(text in rules.classes["money mark"] for text in (*texts, syntax.tokens[noun].lemma))
    if value is None or (what is None and not money):
        return None
    plain = "at_least" if _is_many(syntax, figure, rules) else "exact"
    names = _BOUNDS[1:] if "no" in texts else _BOUNDS  # "no fewer than 40"
    bound = next((name for name in names if not rules.classes[f"bound:{name}"].isdisjoint(texts)), plain)
    named = "amount" if money else what or "amount"
    return Number(what=named, value=value, bound=bound, span=syntax.doc.cover(words))  # type: ignore[arg-type]  # _COUNTS and _BOUNDS are its


def _is_many(syntax: Syntax, index: int, rules: Rules) -> bool:
    """Say whether a noun is for more than one of a round number: "thousands" are a thousand at least."""
    word = syntax.tokens[index].text.lower()
    return word.endswith("s") and word[:-1] in rules.numerals["scale"]


def _figure(syntax: Syntax, noun: int, rules: Rules) -> int | None:
    """Give the number of a noun: before it, itself ("thousands protested"), or over it ("dozens of miners")."""
    if syntax.tokens[noun].upos == "NUM" or _is_many(syntax, noun, rules):
        return noun
    own = syntax.child(noun, "nummod")
    if own is None and syntax.tokens[noun].lemma in rules.classes["group"]:
        inner = syntax.prepositional(noun, "of")
        own = inner if inner is not None and syntax.tokens[inner].upos == "NUM" else None
    if own is not None or syntax.tokens[noun].deprel != "pobj":
        return own
    above = syntax.tokens[syntax.tokens[noun].head].head
    return above if _is_many(syntax, above, rules) else None


def _number_words(syntax: Syntax, figure: int, rules: Rules) -> list[int]:
    """Give the words of a number; the parse may hang "several" of "several thousand men" from the men."""
    if _is_many(syntax, figure, rules):
        before = [i for i in syntax.children[figure] if i < figure]
        inner = syntax.prepositional(figure, "of")
        of_many = inner is not None and _is_many(syntax, inner, rules)  # "tens of thousands"
        return [*before, figure, *(_number_words(syntax, inner, rules) if inner is not None and of_many else ())]
    words = list(syntax.doc.subtree(figure))
    if figure + 1 < len(syntax.tokens) and syntax.tokens[figure + 1].text.lower() in rules.numerals["short"]:
        words = sorted({*words, figure + 1})  # "€300m", which the parse may tear apart
    first = words[0] - 1
    return [first, *words] if first >= 0 and syntax.tokens[first].text.lower() in ("several", "many") else words


def number_value(words: list[str], numerals: Mapping[str, Mapping[str, int]]) -> int | float | None:
    """Read a number from its words, such as ``2.5 million`` or ``three dozen``; None if they hold none."""
    value: int | float | None = None
    units, scales = numerals["unit"], {**numerals["scale"], **numerals["short"]}
    for word in words:
        if _FIGURE.fullmatch(word):
            if value is not None:
                break  # "between 40 and 50", "200 to 300": the lower one
            plain = word.replace(",", "")
            value = float(plain) if "." in plain else int(plain)
        elif word in units:
            value = (value or 0) + units[word]
        elif (scale := scales.get(word.removesuffix("s"))) is not None:
            value = (value or 1) * scale
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _clause_of(syntax: Syntax, index: int, rules: Rules) -> tuple[int, ...]:
    """Give the verb that a noun is the subject or object of."""
    token = syntax.tokens[index]
    if token.deprel in ("nsubj", "nsubjpass") and syntax.tokens[token.head].upos in VERBS:
        return (token.head,)
    governed = governing_verb(syntax, index, rules)
    return (governed[0],) if governed and token.deprel in ("dobj", "attr") else ()


def _width(timex: Timex) -> int:
    """Give the days of a window; "now" and "recently" count as wide, so that a date beside them dates the deed."""
    if timex.earliest is None or timex.latest is None or timex.value in ("PRESENT_REF", "PAST_REF"):
        return 10**6
    return (timex.latest - timex.earliest).days

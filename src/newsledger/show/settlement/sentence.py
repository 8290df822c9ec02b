"""Puts together the sentence: who, in the past what, and by when."""

import re
from datetime import date

from newsledger.model import Actor, Expectation, Record
from newsledger.show import phrases
from newsledger.show.lists import words_of
from newsledger.show.settlement.names import head_of, in_sentence, is_plural
from newsledger.show.settlement.verbs import base_of, past
from newsledger.show.telling.words import is_well_formed, party_of

# What would have to be reported, after who is to do it: with a recipient, and without.
_ACTS: dict[str, tuple[str, str]] = {
    "AGREE": ("reached an agreement with {}", "reached an agreement"),
    "CONSULT": ("met {}", "met"),
    "SUPPORT": ("gave support to {}", "gave support"),
    "CONCEDE": ("gave way to {}", "gave way"),
    "COOPERATE": ("cooperated with {}", "cooperated"),
    "AID": ("gave aid to {}", "gave aid"),
    "RETREAT": ("withdrew from or yielded to {}", "withdrew or yielded"),
    "REQUEST": ("made a request to {}", "made a request"),
    "ACCUSE": ("accused or criticised {}", "made an accusation"),
    "REJECT": ("refused or rejected {}", "made a refusal"),
    "THREATEN": ("threatened {}", "made a threat"),
    "PROTEST": ("protested against {}", "protested"),
    "SANCTION": ("imposed sanctions on or cut ties with {}", "imposed sanctions or cut ties"),
    "MOBILIZE": ("moved forces against {}", "moved forces"),
    "COERCE": ("used force or the law against {}", "used force or the law"),
    "ASSAULT": ("attacked {}", "made an attack"),
}
#: A CONSULT by other words than a meeting.
_CONSULTS = (
    (
        re.compile(r"\b(?:talks?|negotiat\w*|discussions?|consultations?|dialogue)\b"),
        ("held talks with {}", "held talks"),
    ),
    (re.compile(r"\b(?:calls?|phone\w*|telephone\w*|speak|conversation)\b"), ("talked with {}", "talked")),
    (re.compile(r"\b(?:visits?|trip|tour)\b"), ("visited {}", "made the visit")),
)
#: Acts that several do with each other, so that they say enough without a recipient.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Rules whose action is always a noun.
_OF_NOUNS = re.compile(r"^fixtures/| (?:subject|new_subject|object|dated_object|put_off|toward)$")
#: That a thing is only planned is no part of what is reported once it has come.
_PLANNED = re.compile(r"^(?:planned|proposed|scheduled|upcoming|expected|projected|intended)\s+", re.IGNORECASE)
_STILL_PLANNED = re.compile(r"\s+(?:scheduled|planned|set|expected|due)$", re.IGNORECASE)
#: "I will do that", "it will take some time", "such a meeting" say by themselves nothing.
_POINTING = re.compile(
    r"^(?:(?:do|be|have)\s+(?:that|so|it|this)|(?:take|need)\s+(?:\w+\s+){0,2}(?:time|place)|such\b.*)$", re.DOTALL
)
#: Its object stands before it: "the world that she wants *to live in*".
_UNFINISHED = re.compile(
    r"(?:\s(?:in|on|for|with|about|at|of|to|from)"
    r"|^(?:tap|cover|use|see|make|do|take|bring|get|want|need|have|find|build|make sure))$"
)
#: Words of the speaker's own mouth, which cannot stand in another's.
_OWN_WORDS = re.compile(r"\b(?:I|me|my|we|us|our|ours|you|your|yours|myself|ourselves|yourself)\b")
_POINTED = re.compile(r"^\S+(?: with| to)? (?:him|her|them|it|each other)(?=$|[ ,.;])")
_JOINED_VERBS = re.compile(
    r"^(?P<first>[a-z]+)(?P<between>(?:, | and | or )+)(?P<second>[a-z]+)(?P<rest> .+|$)", re.DOTALL
)
#: Where a clause begins that ends in the action: after a comma, a quotation mark, "that", a verb of saying.
_BOUNDARY = re.compile(
    r"(?:[;:()“”\"]|(?<!\d)(?<!however)(?<!though)(?<!meanwhile)(?<!therefore),(?!\s(?:however|though|meanwhile"
    r"|therefore)\b)|(?<=\d),(?!\d)|--|[–—]|\b(?:that|what|as|than|(?i:because|if|while|and|but|or|when|whether|although|though|since|so)"
    r"|says?|said|thinks?|thought|believes?|believed|expects?|expected|hopes?|hoped|warn(?:s|ed)|fears?|feared)\b)"
)
#: Nobody can tell what is meant once the words stand alone: "this will change".
_DEMONSTRATIVE = re.compile(r"(?:this|that)\s+(?:will|would|could|may)\b", re.IGNORECASE)
_MOST_BEFORE, _MOST_QUOTED = 240, 320
_STRAY = " “”\"'‘’,;:-–—."
#: The word that goes with a time when that is left out: "*on* Monday".
_OF_TIME = re.compile(
    r"\s(?:on|in|by|at|before|after|within|during|until|till|over|for|from|since|through)\s+(?:the\s+)?$|\s+$"
)
#: What follows a time that stands for itself.
_AFTER_TIME = re.compile(r"\s*(?:$|[,.;)]|(?:at|in|on|to|with|for|from|of|by|about|over|and|or|as|against)\b)")
#: "Ahead of the match *on March 29*": the day belongs to what would be left out.
_DATED = re.compile(r"\s+on\s+(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))")
_DENIES = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|cannot|unlikely|without|hardly)\b|n[’']t\b", re.IGNORECASE
)
#: A clause without a subject, since it describes the word before it: "a move | that could sink it".
#: "Facts *that officials said would* harm": the subject stands before "that".
_SAID_SO = re.compile(r"\b(?:said|says?|thinks?|thought|believes?|believed)\s+(?:would|will|could|may|might)\s*$")
#: An insertion that ends where the clause would begin: "Hale, a deputy of the left, | will".
_INSERTED = re.compile(r",\s(?:which|who|whose|an?|the|\d)\b[^,;.]{0,80},$")
#: What makes a clause hang from another, and is left out where the clause stands alone.
_OPENER = re.compile(r"[\s,]*(?:where|when|while|before|as|because|although|though|since|saying)\s+", re.IGNORECASE)
_SUBJECTLESS = re.compile(
    r"[\s,'’”\"]*(?:\w+ly\s+)?(?:(?:\d[\d,]*|who|which|whom|whose|after|\w+ed\s+by|had|did|does|will|would|could|may|might|can|is|are|was|were|to|not|has|have|be)\b|$)",
    re.IGNORECASE,
)


def settlement(expectation: Expectation, record: Record) -> str:
    """Say what would settle an expectation, and by when, in a fixed form of words.

    ``Settled when it is reported that Vladimir Putin and Donald Trump met. Due from 20 Jan 2017.``

    Returns:
        ``""`` where no words name the act and who is to do it.
    """
    verdict = "Broken" if expectation.settled_by.negated else "Settled"
    reported = report(expectation, record) or _quoted(expectation, record)
    if not reported:
        return ""
    stop = "" if reported.endswith(".") else "."
    return f"{verdict} when it is reported that {reported}{stop} {due(expectation, record)}".rstrip()


def report(expectation: Expectation, record: Record) -> str:
    """Say which report would settle it, ``""`` where only the words themselves tell: ``A met B``."""
    told = _report(expectation, record)
    return told if is_well_formed(told) else ""


def _report(expectation: Expectation, record: Record) -> str:
    settled_by = expectation.settled_by
    actors = _known(record, settled_by.actor_ids)
    action = _words(expectation, record)
    if not _is_verb(expectation, record):
        # "Hopes this is a start": a clause, and no noun that could take place.
        return "" if expectation.rule.endswith(" that") else _held(expectation, record, action)
    if (
        not actors
        or _POINTING.match(action)
        or _UNFINISHED.search(action)
        or any(actor.name.lower() in _are("firm") for actor in actors)
    ):
        return ""
    actors = _outside(actors, expectation)
    who = _join([in_sentence(actor, record) for actor in actors])
    if _POINTED.match(action) and settled_by.recipient_ids and _coded(expectation, record):
        return _coded(expectation, record)
    if _OWN_WORDS.search(action):
        return f"{who} did this: “{action}”"
    return f"{who} {_in_past(_base(action, expectation, record), plural=is_plural(actors))}"


def doing(expectation: Expectation, record: Record) -> tuple[str, tuple[Actor, ...]]:
    """Give the words of an act and who is to do it; where no actor is known, a clause that has its subject."""
    if not _is_verb(expectation, record):
        return _words(expectation, record), ()
    actors = _known(record, expectation.settled_by.actor_ids)
    if report(expectation, record):
        return _words(expectation, record), _outside(actors, expectation)
    return _clause(expectation, record), ()


def _outside(actors: tuple[Actor, ...], expectation: Expectation) -> tuple[Actor, ...]:
    """Leave out whom the action names itself: of Anna and Carl, who are to meet, Anna "met Carl"."""
    action = expectation.action
    outside = tuple(
        actor
        for actor in actors
        if not any(action.holds(mention.span) for mention in actor.mentions if mention.form != "pronoun")
    )
    return outside or actors


def _held(expectation: Expectation, record: Record, action: str) -> str:
    """Tell of an action that is a noun: who met whom, or that it took place."""
    coded = _coded(expectation, record)
    first = action.partition(" ")[0].lower()
    if coded or not action or _POINTING.match(action) or first in _are("asking"):
        return coded
    action = _STILL_PLANNED.sub("", _PLANNED.sub("", action))
    if first == "new":
        return f"the {action} took place"
    if first in _are("not_verb") or first.endswith(("'s", "’s")):
        return f"{action} took place"
    several = head_of(action.lower().split()).endswith("s") and not head_of(action.lower().split()).endswith("ss")
    bare = several and _word_before(expectation, record) not in _are("known")
    return f"{'' if bare else 'the '}{_lowered(action, expectation, record)} took place"


def _lowered(action: str, expectation: Expectation, record: Record) -> str:
    """Take off the capital with which a sentence begins."""
    opens = any(sentence.start == expectation.action.start for sentence in record.sentences)
    return action[:1].lower() + action[1:] if opens and action[1:2].islower() else action


def _coded(expectation: Expectation, record: Record) -> str:
    """Tell an act by its type and its parties; without its other party it would lose its point."""
    settled_by = expectation.settled_by
    actors = _known(record, settled_by.actor_ids)
    whom = _join([in_sentence(actor, record) for actor in _known(record, settled_by.recipient_ids)])
    together = settled_by.event_type in _MUTUAL and len(actors) > 1
    if not actors or settled_by.event_type not in _ACTS or not (whom or together):
        return ""
    act = _ACTS[settled_by.event_type]
    if settled_by.event_type == "CONSULT":
        words = _words(expectation, record).lower()
        act = next((other for pattern, other in _CONSULTS if pattern.search(words)), act)
    who = _join([in_sentence(actor, record) for actor in actors])
    return f"{who} {act[0].format(whom) if whom else act[1]}"


def _known(record: Record, ids: tuple[str, ...] | None) -> tuple[Actor, ...]:
    asked = set(ids or ())  # of the dozens whom a long article has these are a few
    by_id = {actor.id: actor for actor in record.actors if actor.id in asked and party_of(actor.name, is_name=True)}
    return tuple(by_id[one] for one in ids or () if one in by_id)


def _words(expectation: Expectation, record: Record) -> str:
    """Give the words of an action without those of its time, which the other sentence tells."""
    action = expectation.action
    words = action.of(record.article.text)
    for span in sorted(expectation.window, reverse=True):
        if action.holds(span) and span.start > action.start:
            before, after = words[: span.start - action.start], words[span.end - action.start :]
            if _AFTER_TIME.match(after) and not _DATED.match(after):  # "a two-year delay" would lose its measure
                words = f"{_OF_TIME.sub(' ', before)}{after}"
    return re.sub(r"\s(?:either|too)$", "", _tidy(words).rstrip(" ,;:-–—"))


def _tidy(words: str) -> str:
    """Put words on one line, and take out what only opens or only closes."""
    line = re.sub(r"\s+([,.;])", r"\1", " ".join(words.split()))
    if line.count('"') % 2:
        line = line.replace('"', "")
    for opening, closing in (("(", ")"), ("“", "”")):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    if line.count("[") > line.count("]"):
        line = line.rpartition("[")[0].rstrip()
    return line.replace("``", "").replace("''", "")


def _is_verb(expectation: Expectation, record: Record) -> bool:
    """Say whether an action begins with a verb, by its rule and the words before it: "will", "to", "and"."""
    if _OF_NOUNS.search(expectation.rule):
        return False
    first = _words(expectation, record).partition(" ")[0].lower()
    if first in _are("not_verb") or not first:
        return False
    if first.endswith("ing") and (len(first) > 5 or first in ("doing", "going", "being")):
        return True
    last = _word_before(expectation, record)
    if stands_before_verb(last):
        return True
    if last in _are("before_noun") or last.endswith(("'s", "’s", "s'", "s’")):
        return False
    return expectation.kind != "scheduled_event"


def _word_before(expectation: Expectation, record: Record) -> str:
    """Give the word before an action, past adverbs; ``""`` where there is none."""
    start = expectation.action.start
    before = record.article.text[max(start - _MOST_BEFORE, 0) : start].replace(",", " , ").lower().split()
    while before and (before[-1] in _are("between") or before[-1].endswith("ly") or _is_next(before)):
        before.pop()
    return before[-1].strip('“”"`‘') if before else ""


def _is_next(before: list[str]) -> bool:
    """Say whether "next" tells when, not which: "will *next* face Poland"."""
    return len(before) > 1 and before[-1] == "next" and stands_before_verb(before[-2])


def stands_before_verb(word: str) -> bool:
    """Say whether a word has a verb in its base form after it: "to", "will", "won't"."""
    return word.lstrip("'") in _are("before_verb") or word.endswith(("'ll", "’ll", "n't", "n’t", "'d", "’d"))


def _in_past(action: str, *, plural: bool) -> str:
    """Put an action's verb into the past, and the one that shares its object: "collected or displayed it"."""
    joined = _JOINED_VERBS.match(action)
    if joined is not None and joined["second"] not in _are("not_verb"):
        second = past(joined["second"]) if _shares(joined) else joined["second"]
        return f"{past(joined['first'], plural=plural)}{joined['between']}{second}{joined['rest']}"
    verb, space, rest = action.partition(" ")
    return f"{past(verb.lower(), plural=plural)}{space}{rest}"


def _base(action: str, expectation: Expectation, record: Record) -> str:
    """Give a present that tells of the future its base form: "travels around the state"."""
    verb, space, rest = action.partition(" ")
    if not verb.endswith("s") or verb.endswith("ss") or stands_before_verb(_word_before(expectation, record)):
        return action
    return f"{base_of(verb.lower())}{space}{rest}"


def _shares(joined: re.Match[str]) -> bool:
    """Say whether the second word is a verb: something follows it, and it is no noun of the first."""
    return bool(joined["rest"])


def _quoted(expectation: Expectation, record: Record) -> str:
    """Tell by a clause of the text what nobody is named to do: that it came about, or that its denial was wrong."""
    words = _clause(expectation, record)
    bare = _words(expectation, record).strip(_STRAY)
    opens = any(sentence.start == expectation.action.start for sentence in record.sentences)
    alone = words == bare and _is_verb(expectation, record) and not opens
    points = _POINTING.match(bare) or _DEMONSTRATIVE.match(words)
    if alone or points or not is_well_formed(words) or not any(map(str.isalpha, bare)):
        return ""
    denied = expectation.settled_by.negated and _DENIES.search(words)
    return f"this {'proved wrong' if denied else 'came about'}: “{words}”"


def _clause(expectation: Expectation, record: Record) -> str:
    """Quote an action with what comes before it in its clause: "the veto will be overridden"."""
    action = expectation.action
    text = record.article.text
    sentence = next((one for one in record.sentences if one.start <= action.start < one.end), action)
    start = max(sentence.start, action.start - _MOST_BEFORE)
    ends = [start + cut.end() for cut in _BOUNDARY.finditer(text[start : action.start])]
    begins = [end for end in ends if _stands_alone(text[sentence.start : end], text[end : action.start])]
    far = action.start - sentence.start > _MOST_QUOTED
    begin = begins[-1] if begins else start if far else sentence.start
    begin += len(opener[0]) if (opener := _OPENER.match(text[begin : action.start])) else 0
    words = _tidy(text[begin : action.end]).strip(_STRAY)
    return words or _words(expectation, record)


def _stands_alone(before: str, words: str) -> bool:
    """Say whether a clause may begin so, and not inside or right behind an insertion: "Hale, a deputy, | will"."""
    return not (_SUBJECTLESS.match(words) or _SAID_SO.search(words) or _INSERTED.search(before))


def due(expectation: Expectation, record: Record) -> str:
    """Say by when it is due, as exactly as that is known: ``Due by 30 Jun 2018.``; ``""`` where no date is given."""
    earliest, latest = expectation.earliest, expectation.latest
    if earliest is not None and earliest == record.article.date_published.latest and latest != earliest:
        earliest = None  # it may come from now on, which no word of the text says
    if earliest is None and latest is None:
        return ""
    negated = expectation.settled_by.negated
    lead = "Holds" if negated else "Due"
    if earliest is not None and latest is not None and (whole := phrases.whole(earliest, latest)):
        first, dash, last = whole.partition(" – ")
        return f"{lead} between {first} and {last}." if dash else f"{lead} in {whole}."
    if earliest is not None and latest is not None and earliest != latest:
        between = ("from", "to") if negated else ("between", "and")
        return f"{lead} {between[0]} {_day(earliest)} {between[1]} {_day(latest)}."
    if earliest is not None:
        return f"{lead} {'on' if latest else 'from'} {_day(earliest)}."
    return f"{lead} {'until' if negated else 'by'} {_day(latest)}."


def _day(day: date | None) -> str:
    return phrases.iso(day.isoformat()) if day else ""


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _are(kind: str) -> frozenset[str]:
    return words_of("settlement_words", kind)

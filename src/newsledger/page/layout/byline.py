"""Who wrote it: the names in a byline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsledger.lexicon import Row
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.line import count_words, words_of

_LONGEST, _MOST_LETTERS = 26, 400
_PART = re.compile(r"(?:(?!\s-\s)[^,|·•;:&/()@\n–—／])+")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}")
# What may stand beside a name: an address, a handle, a day, a clock's time, how long the page takes to read.
_BESIDE_NAME = re.compile(
    r"\S+@\S+|@\w+|\b\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?)\.?(?: read| ago)?\b|\b(?:an?|one) hour ago\b"
    r"|\b\d[\d:./-]*(?:st|nd|rd|th)?(?: ?[ap]\.?m\b\.?)?|\b(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\b"
    r"|\b(?:[AECMPGI][DSE]?T|UTC|Uhr|Updated|Published|Posted|Special to|read)\b",
)
# Staff Writer; Senior Political Correspondent: what somebody is, after the name.
_POSITION = re.compile(
    r"(?:^|\s)(?:(?:staff|senior|chief|special|contributing|political|business|sports?|deputy|managing|associate|assistant|"
    r"executive|national|foreign|city|news|opinion|digital|science|health|technology|education|crime|editor-in|freelance|"
    r"investigative|multimedia|data|local|diplomatic|economics|arts|features?|our|the|guest|night|web|video) ?)*"
    r"(?:writer|reporter|editor|correspondent|columnist|journalist|contributor|photographer|producer|critic|blogger|"
    r"redakteurin|redakteur|korrespondent|korrespondentin|journaliste|periodista|redactora|redactor|giornalista|"
    r"journalist|repórter|redaktor|редактор|корреспондент)s?\b.*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|AND|And|und|et|ET|y|e|en|og|och|и|with|With)\s+")
_CUT = re.compile(r"\s+(?:for|in|at|of|from|on|is)\s+|\s+(?:At|On)\s+(?=\d)|\s+@|\s*\b\d")
# "Source: Harbour Office": who is named after a label is not the author.
_LABEL = re.compile(r"\w+:\s")
_SOURCE = re.compile(r"^Sources?:\s*", re.IGNORECASE)
# Last words of what a newsroom signs with: "Web Desk", "Harbour News Bureau", "Staff Reporter", "News Wires".
# 3 March 2016 by Anna Holm; Posted in Sport by Anna Holm; Opinion by Anna Holm. Not: Death by Chocolate
_MIDDLE_CUE = re.compile(r"[\s|·•,–-](?i:by|von|par|por|di|door|av|af|przez|yazan)\s*:?\s+(?=[^\W\d_a-z])")
_BEFORE_CUE = re.compile(
    r"\d|[|·•]|^\W*(?:posted|published|updated|written|edited|submitted|story|analysis|opinion|review|commentary|report|"
    r"publié|publicado|publicada|pubblicato|veröffentlicht|geplaatst|gepubliceerd|opublikowano)\b",
    re.IGNORECASE,
)
# Photo by; killed by; led by: "by" after what is done to a picture or in the news, and not to the article
_OTHER_BY = re.compile(
    r"(?:\b(?:photo|picture|image|photograph|video|illustration|graphic|cartoon|artwork|courtesy|seen|won|given|taken|"
    r"shot|hit|made|run|held|owned|\w+ed)(?<!posted)(?<!published)(?<!updated)(?<!edited)(?<!submitted)(?<!reported)"
    r"(?<!compiled)(?<!reviewed)(?<!contributed)(?<!uploaded)(?<!created)(?<!added)s?|\(\w*)$",
    re.IGNORECASE,
)
# byAnna Holm: a style sheet made the space
_JOINED_CUE = re.compile(r"(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)(?=[A-ZÀ-Þ][^\W\d_A-Z])")
_LONGEST_MIDDLE = 120
# 홍길동 기자; [서울=홍길동 기자]; 记者 张三; 文/张三; 田中太郎記者: a reporter, in scripts that know no capitals
_SIGNED_CJK = re.compile(
    r"[\[(【（]?(?:[\w·]{1,12}=)?[\uac00-\ud7af]{2,4}\s?(?:\w{1,6}\s?)?(?:기자|특파원|논설위원|칼럼니스트)[\])】）]?(?:\s*\S+@\S+)?"
    r"|[（(【]?(?:本[报報台网網])?(?:通讯员|记者|記者|作者|撰文|撰稿|文)\s?[/／:：|｜]?\s?[\u4e00-\u9fff]{2,4}[）)】]?"
    r"|[（(【]?[\u3040-\u30ff\u4e00-\u9fff]{2,6}(?:記者|特派員|編集委員)[）)】]?"
)
_LONGEST_DESK = 5
# "Anna Star" is somebody; of so many words the last one tells.
_FEWEST_OF_OUTLET = 4
_SHORT_CUED = 5
_LONGEST_SIGNATURE = 120
# Names alone are so much of their line.
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name in a byline, and where it stands in the text."""

    name: str
    start: int
    end: int


def find_names(text: str, offset: int, rules: Rules) -> Iterator[FoundName]:
    """Find the people and agencies that a byline names.

    Args:
        text: The byline, with or without "By".
        offset: Where it starts in the article's text.
        rules: The room's rules.
    """
    start = _after_cue(text, rules)
    text = _EMAIL.sub(lambda address: "|" * len(address.group()), text) if "@" in text else text
    for part in _PART.finditer(text, start):
        place = part.start()
        for piece in _split(part.group()):
            at = text.index(piece, place)
            place = at + len(piece)
            words = _trim(piece, rules)
            if words and is_name(words, rules):
                found = _spaced(words).search(text, at)
                if found is not None:
                    yield FoundName(name=words, start=offset + found.start(), end=offset + found.end())


def _spaced(words: str) -> re.Pattern[str]:
    """Match the words of a name, however much white space the page puts between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def is_name(words: str, rules: Rules) -> bool:
    """Say whether words have the form of a person's name, or name an agency."""
    if words.lower() in rules.agencies:
        return True
    parts = words.split()
    if not 2 <= len(parts) <= 5 or rules.phrases.find(words) or words.lower() in rules.date_cues:
        return False
    if is_desk(words, rules) or any(_names_nobody(part, rules) or part.lower() in rules.months for part in parts):
        return False
    return all(
        _NAME_WORD.fullmatch(part) and (part[0].isupper() or part.lower() in rules.classes["name_particle"])
        for part in parts
    )


def _names_nobody(word: str, rules: Rules) -> bool:
    """Say whether a word is in no name; "A" is, "A." is an initial."""
    return word.lower().strip(".") in rules.classes["no_name"] and not (
        len(word) == 2 and word[0].isupper() and word[1] == "."
    )


def is_desk(words: str, rules: Rules) -> bool:
    """Say whether words name a desk or staff in place of a person: "Web Desk", "Our Correspondent"."""
    parts = words.split()
    if not 1 < len(parts) <= _LONGEST_DESK or parts[-1].lower().strip(".") not in rules.classes["desk"]:
        return False
    return all(part[0].isupper() for part in parts)


def is_organisation(words: str, rules: Rules) -> bool:
    """Say whether many words end as papers and stations do, and name no person: "Garden Based Learning Network"."""
    parts = words.split()
    return len(parts) >= _FEWEST_OF_OUTLET and parts[-1].lower() in rules.classes["outlet"]


def is_signature(text: str, rules: Rules) -> bool:
    """Say whether a line is an agency's name and nothing else, perhaps after "Source:"."""
    return len(text) <= _LONGEST_SIGNATURE and _SOURCE.sub("", text).strip(" ().-–—").lower() in rules.agencies


def is_byline(marked: MarkedLine, rules: Rules, *, near: bool, dated: bool = False, capitals: bool = False) -> bool:
    """Say whether a line tells who wrote the article.

    Args:
        marked: The line.
        rules: The room's rules.
        near: It stands between the headline and the first paragraph, where a bare name is a byline.
        dated: The next line is the date, above which the paper's name may follow the author's.
        capitals: A name alone may be set in capitals here.
    """
    line = marked.line
    if line.words > _LONGEST or len(line.text) > _MOST_LETTERS or (line.closed and line.words > 12):
        return False
    if _SIGNED_CJK.fullmatch(line.text):
        return True
    told = _after_cue(line.text, rules) > 0 or any(
        row["means"] == "byline" and row["place"] == "end" for row in marked.rows
    )
    if not told and not near:
        return False
    desk = _names_desk(line.text, rules)
    if not told and desk and (line.words <= _LONGEST_DESK or marked.days):
        return True
    named = next(find_names(line.text, 0, rules), None) is not None
    if told:
        return named or desk or "byline" in line.hints
    if not named or any(map(_says_other, marked.rows)) or _LABEL.match(line.text):
        return False
    return "byline" in line.hints or bool(marked.days) or _only_names(line.text, rules, dated, capitals)


def _says_other(row: Row) -> bool:
    """Say whether a phrase tells that a line is no byline; how long the page takes to read may stand at its end."""
    return row["means"] in ("related", "credit") or (row["means"] == "furniture" and row["place"] != "end")


def is_cue(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether a line is a cue and nothing else: "By", after which a line of its own names the writer."""
    words = " ".join(marked.line.tokens)
    return words in rules.classes["byline_cue"] or any(
        row["means"] == "byline" and row["phrase"] == words for row in marked.rows
    )


def is_cued(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether a short line says "By" and then somebody's only name, or a firm's: "by Anna, 3 March 2016"."""
    after = _after_cue(marked.line.text, rules)
    rest = marked.line.text[after:]
    if not after or not rest or marked.line.closed or rest[0].islower() or rest[0].isdigit():
        return False
    return marked.line.words <= (_SHORT_CUED * 2 if marked.days else _SHORT_CUED)


def _names_desk(text: str, rules: Rules) -> bool:
    return any(is_desk(_trim(part.group(), rules), rules) for part in _PART.finditer(text, _after_cue(text, rules)))


def _only_names(text: str, rules: Rules, dated: bool, capitals: bool) -> bool:  # noqa: FBT001 -- two findings of its one caller
    if text.isupper() and not capitals:
        return False
    found = [name.name for name in find_names(text, 0, rules)]
    if found[0].partition(" ")[0].lower() in rules.sections:
        return False
    names = [count_words(name) for name in found]
    parts = [part.group().strip() for part in _PART.finditer(_POSITION.sub(" ", _BESIDE_NAME.sub(" ", text)))]
    others = [word for part in parts if not _is_outlet(part, rules) for word in words_of(_CUT.split(part)[0])]
    counted = [word for word in others if word not in rules.months]
    return sum(names) >= _MOSTLY * len(counted) and max(names) <= (_LONGEST_DESK if dated else 3 + capitals)


def _is_outlet(part: str, rules: Rules) -> bool:
    """Say whether a part of a byline names a paper or an agency: "The Harbour Post", "Sea News", "CNN"."""
    words = part.split()
    if not 1 <= len(words) <= _LONGEST_DESK:
        return False
    return (
        part.lower() in rules.agencies
        or words[-1].lower() in rules.classes["outlet"]
        or (len(words) == 1 and part.isupper())
    )


@lru_cache(maxsize=256)  # of one page: several rules ask it of a line
def _after_cue(text: str, rules: Rules) -> int:
    """Give where the words after "By" or its like start, 0 where there is none."""
    best = 0
    for row in rules.phrases.find(text):
        if row["means"] == "byline" and row["place"] == "start":
            stop = re.match(r"\W*" + r"\W+".join(map(re.escape, row["phrase"].split())) + r"\W*", text, re.IGNORECASE)
            best = max(best, stop.end() if stop else 0)
    joined = _JOINED_CUE.match(text)
    return best or (joined.end() if joined else _after_middle_cue(text))


def _after_middle_cue(text: str) -> int:
    middle = _MIDDLE_CUE.search(text) if len(text) <= _LONGEST_MIDDLE else None
    if middle is None or not _BEFORE_CUE.search(text[: middle.start()]):
        return 0
    return 0 if _OTHER_BY.search(text[: middle.start()]) else middle.end()


def _split(part: str) -> list[str]:
    return [piece.strip() for piece in _AND.split(part) if piece.strip()]


def _trim(piece: str, rules: Rules) -> str:
    """Leave out what follows a name: "for the Gazette", a date."""
    cut = _CUT.search(piece)
    words = _POSITION.sub(" ", piece[: cut.start()] if cut else piece).strip(" .:-").split()
    while words and words[-1].lower().strip(".") in rules.months:
        words.pop()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:  # the portrait's description, and the name
        words = words[:half]
    return " ".join(words)

"""How far a noun phrase reaches, and whether it names a place or somebody who acts."""

from collections.abc import Iterator

from newsledger.model import Annotated, Span

# What stands before a noun and belongs to it (spaCy's English labels).
_BEFORE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "advmod", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})

_AT_PLACES = frozenset(
    "in at near across around through throughout inside outside into within toward towards off onto via "
    "beyond along past above below".split()
)
_TOWARDS_ACTORS = frozenset(
    "give sell offer lend speak talk appeal response threat warning message aid letter belong supply provide deliver "
    "pose respond react surrender promise commitment answer present pay support assistance loyalty complain listen "
    "concession challenge ally debt loan apology apologize danger alternative opposition approach friend envoy "
    "ambassador adviser hostile sympathetic close loyal important opposed committed similar".split()
)
_FROM_ACTORS = frozenset(
    "support pressure threat demand call criticism help aid opposition statement message letter response request "
    "money concession assurance guarantee reaction protest condemnation independence backing approval recognition "
    "assistance protection order permission resistance competition hear learn demand buy receive accept".split()
)
_PARTS_OF_LAND = frozenset(
    "city capital coast north south east west northeast northwest southeast southwest town region part border area "
    "province outskirts suburb street village island district center centre port side airport rest shore corner heart "
    "university territory airspace mountain desert river valley embassy".split()
)
_TRAVEL = frozenset("visit leave enter flee reach tour cross quit exit".split())


def left_edge(doc: Annotated, head: int) -> int:
    """Give the first token of the smallest noun phrase around ``head``."""
    first = doc.sentence_at(head).start
    edge = head
    for child in reversed(doc.children[head]):
        if child >= edge:
            continue
        token = doc.tokens[child]
        if token.deprel == "punct" and child == edge - 1 and token.text in ("-", ",", "“", '"', "''", "‘"):
            continue
        if token.deprel not in _BEFORE or (token.deprel == "advmod" and child != edge - 1):
            break
        edge = max(first, _leftmost(doc, child))
    return edge


def span_between(doc: Annotated, start: int, end: int) -> Span:
    """Give the place of tokens ``start`` up to ``end``."""
    return Span(start=doc.tokens[start].span.start, end=doc.tokens[end - 1].span.end)


def top_of(doc: Annotated, start: int, end: int) -> int:
    """Give the token among ``start`` up to ``end`` that the others hang from."""
    for index in range(end - 1, start - 1, -1):
        head = doc.tokens[index].head
        if (not start <= head < end or head == index) and doc.tokens[index].deprel != "punct":
            return index
    return end - 1


def first_of_list(doc: Annotated, index: int) -> int:
    """Follow "A, B and C" from any of its parts to the first, which alone shows what they do."""
    for _ in range(12):
        token = doc.tokens[index]
        if token.deprel != "conj" or token.head >= index:
            break
        index = token.head
    return index


def is_subject(doc: Annotated, index: int) -> bool:
    """Say whether the phrase of this head does something, "by" included."""
    first = first_of_list(doc, index)
    token = doc.tokens[first]
    if token.deprel in _SUBJECTS:
        return True
    return token.deprel == "pobj" and doc.tokens[token.head].deprel == "agent"


def preposition_of(doc: Annotated, index: int) -> int | None:
    """Give the preposition that the phrase of this head hangs from."""
    token = doc.tokens[first_of_list(doc, index)]
    if token.deprel == "pobj" and token.head != index:
        return token.head
    return None


def names_land(doc: Annotated, index: int) -> bool:
    """Say whether the name of a state stands for its land here ("in Ostland", "Ostland's coast")."""
    token = doc.tokens[first_of_list(doc, index)]
    governor = doc.tokens[token.head]
    if token.deprel == "poss":
        return governor.lemma.lower() in _PARTS_OF_LAND
    if token.deprel == "dobj":
        return governor.lemma in _TRAVEL
    if token.deprel == "pobj":
        return _is_way_to_land(doc, token.head)
    return token.deprel in ("compound", "amod", "nmod", "npadvmod") and token.head != index


def speaks_as_state(doc: Annotated, index: int) -> bool:
    """Say whether the name of a capital stands for those who rule there ("Ostburg warned")."""
    token = doc.tokens[first_of_list(doc, index)]
    governor = doc.tokens[token.head]
    if token.deprel in _SUBJECTS:
        return governor.lemma not in ("be", "lie") or any(
            doc.tokens[child].deprel in ("acomp", "attr") for child in doc.children[token.head]
        )
    if token.deprel == "poss":
        return governor.lemma.lower() not in _PARTS_OF_LAND
    if token.deprel == "dobj":
        return governor.lemma in _ADDRESSED
    if token.deprel == "pobj":
        word = governor.text.lower()
        return word in ("between", "with", "against") or governor.deprel == "agent"
    return False


_ADDRESSED = frozenset(
    "accuse urge warn tell ask press blame criticize criticise anger infuriate persuade pressure".split()
)


def _is_way_to_land(doc: Annotated, preposition: int) -> bool:
    token = doc.tokens[preposition]
    word = token.text.lower()
    if word in _AT_PLACES:
        return True
    governor = doc.tokens[token.head].lemma.lower()
    if word == "to":
        return governor not in _TOWARDS_ACTORS
    if word == "from":
        return governor not in _FROM_ACTORS
    if word == "of":
        return governor in _PARTS_OF_LAND
    return word == "for" and governor in ("leave", "depart", "head", "bind")


def _leftmost(doc: Annotated, index: int) -> int:
    for _ in range(20):
        children = doc.children[index]
        if not children or children[0] >= index:
            break
        index = children[0]
    return index


def left_children(doc: Annotated, head: int) -> Iterator[int]:
    """Give the dependents before ``head``."""
    return (child for child in doc.children[head] if child < head)

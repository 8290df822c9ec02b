"""Cuts the action and its condition out of a clause."""

from newsledger.model import Annotated, Span
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, contiguous, has_to, trim
from newsledger.outlook.rules import Rules

_OUTSIDE = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "cc", "parataxis", "meta", "intj", "punct"})
_DASHES = frozenset({"—", "–", "―", "--", "…", "..."})
_TEMPORAL = frozenset({"during", "by", "before", "until", "within", "ahead"})
_LIMITING = frozenset({"no", "not", "late", "later", "early", "earlier", "soon", "sooner", "than", "as", "only"})
_HELPERS = ("auxpass",)
_FUTURE = frozenset({"will", "would", "'ll", "’ll"})


def action_span(doc: Annotated, rules: Rules, cue: Cue, edges: tuple[Span, ...], content: Span | None) -> Span:
    """Give the action: from the content verb to the end of its complements.

    Args:
        doc: The parsed article.
        rules: The room's word lists.
        cue: What heads the action.
        edges: Words of time and of the condition; at the action's end they are left out.
        content: The words of the statement that it stands in; it never reaches beyond them.
    """
    noun = doc.tokens[cue.content].upos in ("NOUN", "PROPN") and not has_to(doc, cue.content)
    kept = _noun_tokens(doc, rules, cue) if noun else _verb_tokens(doc, rules, cue.content)
    if content is not None:
        kept = [index for index in kept if content.holds(doc.tokens[index].span)] or [cue.content]
    whole = _to_closing_mark(doc, tuple(range(min(kept), max(kept) + 1)), cue.content)
    return doc.cover(trim(doc, _without_edges(doc, trim(doc, whole), edges, cue.content)))


def _to_closing_mark(doc: Annotated, whole: tuple[int, ...], head: int) -> tuple[int, ...]:
    """End an action where a quotation closes that began before it, or at a dash that opens no insertion."""
    dashes = [index for index in whole if index > head and _is_dash(doc, index)]
    stop = dashes[0] if len(dashes) == 1 else None
    opened = 0
    for index in whole:
        text = doc.text[doc.tokens[index].span.start : doc.tokens[index].span.end]
        if text in ("“", "``"):
            opened += 1
        elif text in ("”", "''"):
            opened -= 1
        if opened < 0 or index == stop:
            return tuple(one for one in whole if one < index) or (head,)
    return whole


def _is_dash(doc: Annotated, index: int) -> bool:
    """Say whether a token parts the sentence: a dash or dots, but no hyphen inside a word."""
    token = doc.tokens[index]
    around = doc.text[token.span.start - 1 : token.span.start] + doc.text[token.span.end : token.span.end + 1]
    if token.text == "–" and around.isalnum():
        return False  # "a public–private partnership"
    if token.text in _DASHES:
        return True
    return token.text == "-" and doc.text[token.span.start - 1 : token.span.end + 1] == " - "


def condition(doc: Annotated, rules: Rules, cue: Cue) -> Span | None:
    """Give the clause or phrase that the action hangs on: "if …", "unless …", "pending …"."""
    for above in _clause_heads(doc, cue):
        for below in doc.children[above]:
            if below != cue.content and _use(doc, rules, below) == "condition":
                return _phrase(doc, below)
    # The parser may hang it from the last noun or verb of the action.
    for below in doc.subtree(cue.content):
        if doc.tokens[below].deprel == "advcl" and _clause_use(doc, rules, below) == "condition":
            return _phrase(doc, below)
    return None


def _phrase(doc: Annotated, top: int) -> Span:
    return doc.cover(trim(doc, contiguous(doc.subtree(top), top)))


def _clause_heads(doc: Annotated, cue: Cue) -> list[int]:
    """Give the heads of the clause that a cue stands in, the action's own first."""
    heads = [cue.content, cue.verb, cue.word]
    for above in ancestors(doc, cue.verb):
        if doc.tokens[heads[-1]].deprel not in ("xcomp", "conj", "ccomp", "acomp", "aux") and above not in heads:
            break
        heads.append(above)
    return list(dict.fromkeys(heads))


def _use(doc: Annotated, rules: Rules, index: int) -> str | None:
    """Say what a clause or phrase is to the verb above it: ``condition``, ``loose`` or neither."""
    token = doc.tokens[index]
    if token.deprel == "prep":
        return _phrase_use(doc, rules, index)
    if token.deprel not in ("advcl", "xcomp", "intj", "conj"):
        return None
    own = rules.conditions.get(token.text.lower())
    if own is not None:
        return own[0]
    return _clause_use(doc, rules, index) if token.deprel in ("advcl", "conj") else None


def _clause_use(doc: Annotated, rules: Rules, index: int) -> str | None:
    for below in doc.children[index]:
        if doc.tokens[below].deprel in ("mark", "advmod") and below < index:
            found = rules.conditions.get(doc.tokens[below].text.lower())
            if found is not None:
                return "loose" if doc.tokens[below - 1].text.lower() == "even" else found[0]
    inverted = doc.tokens[doc.subtree(index)[0]].text.lower() == "should"
    return "condition" if inverted and child(doc, index, "mark") is None else None


def _phrase_use(doc: Annotated, rules: Rules, index: int) -> str | None:
    """Say whether a phrase is a condition: "pending a review", "after a withdrawal", but not "until Friday"."""
    word = doc.tokens[index].text.lower()
    found = rules.conditions.get(word)
    if found is not None and found[0] == "condition" and word not in ("until", "till", "once"):
        return "condition"
    return "condition" if word == "after" and _is_uncertain(doc, index) else None


def _is_uncertain(doc: Annotated, preposition: int) -> bool:
    """Say whether "after" names a happening that need not come: "after a withdrawal"."""
    noun = child(doc, preposition, "pobj")
    article = None if noun is None else child(doc, noun, "det")
    return article is not None and doc.tokens[article].lemma in ("a", "an", "any")


def _verb_tokens(doc: Annotated, rules: Rules, verb: int) -> list[int]:
    kept = [verb]
    merged = _shares_object(doc, verb)
    for below in doc.children[verb]:
        token = doc.tokens[below]
        if below < verb:
            if token.deprel in _HELPERS:
                kept.append(below)
        elif token.deprel == "conj" and token.upos in ("VERB", "AUX"):
            if not merged:
                break
            kept.extend(doc.subtree(below, without=("parataxis",)))
        elif token.deprel in _OUTSIDE:
            continue
        elif _use(doc, rules, below) is not None or _is_aside(doc, below):
            break
        else:
            kept.extend(_without_futures(doc, below))
    return kept


def _is_aside(doc: Annotated, index: int) -> bool:
    """Say whether a branch only comments on the action: ", leaving …" after a comma."""
    token = doc.tokens[index]
    first = doc.subtree(index)[0]
    return token.deprel == "advcl" and doc.tokens[first].text.endswith("ing") and doc.tokens[first - 1].text == ","


def _shares_object(doc: Annotated, verb: int) -> bool:
    """Say whether a bare verb shares the next one's object: "copy or sell the list"."""
    following = child(doc, verb, "conj")
    if following is None or child(doc, following, "nsubj", "nsubjpass", "aux") is not None:
        return False  # "nobody was named, and the duties will be split"
    return not any(
        below > verb and doc.tokens[below].deprel not in ("cc", "conj", "punct") for below in doc.children[verb]
    )


def shares_object(doc: Annotated, cue: Cue) -> bool:
    """Say whether a cue's verb is the later of two that share an object, and so no action of its own."""
    token = doc.tokens[cue.content]
    return token.deprel == "conj" and token.upos == "VERB" and _shares_object(doc, token.head)


def _noun_tokens(doc: Annotated, rules: Rules, cue: Cue) -> list[int]:
    noun = cue.content
    kept = [noun]
    for below in doc.children[noun]:
        if doc.tokens[below].deprel in ("det", "poss", "relcl", "appos", "parataxis", "punct", "cc"):
            continue
        if below == cue.word and below > noun:
            break  # "a *rally* planned for Friday"
        if below > noun and _use(doc, rules, below) is not None:
            break
        kept.extend(_without_futures(doc, below))
    return kept


def _without_futures(doc: Annotated, index: int) -> list[int]:
    """Give a branch up to a relative clause with a future of its own, or one that only adds something.

    "a panel that will report" is cut before "that", "a panel, which met twice" before the comma.
    """
    branch = doc.subtree(index, without=("parataxis",))
    for one in branch:
        first = doc.subtree(one)[0]
        adds = doc.tokens[one].deprel in ("advcl", "ccomp") and doc.tokens[first].text.lower() == "where"
        if doc.tokens[one].deprel != "relcl" and not adds:
            continue
        if _has_future(doc, one) or doc.tokens[first - 1].text == ",":
            return [below for below in branch if below < first] or [index]
    return list(branch)


def _has_future(doc: Annotated, verb: int) -> bool:
    return any(
        doc.tokens[below].deprel == "aux" and doc.tokens[below].text.lower() in _FUTURE for below in doc.children[verb]
    )


def _without_edges(doc: Annotated, whole: tuple[int, ...], edges: tuple[Span, ...], head: int) -> tuple[int, ...]:
    """Take words of time, with the phrase that they stand in, and a condition from the end of an action."""
    for span in sorted(edges, key=lambda one: -one.end):
        time = doc.head_in(span)
        if time not in whole:
            continue
        phrase = doc.subtree(_phrase_top(doc, time, head))
        inside = doc.tokens_in(span)
        first = min(phrase[0], inside[0])
        if first > head and max(phrase[-1], inside[-1]) >= whole[-1]:
            whole = _without_hanging(doc, trim(doc, tuple(index for index in whole if index < first)))
    return whole


def _without_hanging(doc: Annotated, whole: tuple[int, ...]) -> tuple[int, ...]:
    """Take off the words left of a phrase whose time is gone: "continue *into*", "follow *no later than*"."""
    while len(whole) > 1 and _hangs(doc, whole[-1]):
        whole = trim(doc, whole[:-1])
    return whole


def _hangs(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    limit = token.lemma in _LIMITING and token.deprel in ("advmod", "neg", "det", "quantmod", "cc")
    return limit or (token.upos == "ADP" and token.deprel == "prep")


def _phrase_top(doc: Annotated, time: int, head: int) -> int:
    """Give the top of the phrase of time that a word stands in: "during its meeting next month"."""
    top = time
    for above in ancestors(doc, time):
        token = doc.tokens[above]
        if above <= head or token.upos in ("VERB", "AUX"):
            break
        if token.deprel == "prep" and (token.lemma in _TEMPORAL or doc.tokens[top].head == above):
            top = above
    return top

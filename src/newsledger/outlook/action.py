"""Cuts the action and its condition out of a clause."""

from newsledger.model import Span
from newsledger.outlook.cues import Cue
from newsledger.outlook.scene import Scene

_OUTSIDE = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "cc", "parataxis", "meta", "intj", "punct"})


def action_span(scene: Scene, cue: Cue, edges: tuple[Span, ...], content: Span | None) -> Span:
    """Give the action: from the content verb to the end of its complements.

    Args:
        scene: The article and what is found in it.
        cue: What heads the action.
        edges: Words of time and of the condition; at the action's end they are left out.
        content: The words of the statement that it stands in; it never reaches beyond them.
    """
    # A verb that is tagged a noun ("will *grill* the owner") still has its modal.
    verbal = scene.syntax.is_infinitive(cue.content) or scene.label(cue.word) == "aux"
    noun = scene.upos(cue.content) in ("NOUN", "PROPN") and not verbal
    kept = _noun_tokens(scene, cue) if noun else _verb_tokens(scene, cue.content)
    if content is not None:
        kept = [index for index in kept if content.holds(scene.tokens[index].span)] or [cue.content]
    whole = _to_closing_mark(scene, tuple(range(min(kept), max(kept) + 1)), cue.content)
    return scene.doc.cover(_trim(scene, _without_edges(scene, _trim(scene, whole), edges, cue.content)))


def _to_closing_mark(scene: Scene, whole: tuple[int, ...], head: int) -> tuple[int, ...]:
    """End an action where a quotation closes that began before it, or at a dash that opens no insertion."""
    dashes = [index for index in whole if index > head and _is_dash(scene, index)]
    stop = dashes[0] if len(dashes) == 1 else None
    opened = 0
    for index in whole:
        text = scene.doc.text[scene.tokens[index].span.start : scene.tokens[index].span.end]
        if text in ("“", "``"):
            opened += 1
        elif text in ("”", "''"):
            opened -= 1
        if opened < 0 or index == stop:
            return tuple(one for one in whole if one < index) or (head,)
    return whole


def _is_dash(scene: Scene, index: int) -> bool:
    """Say whether a token parts the sentence: a dash or dots, but no hyphen inside a word."""
    token = scene.tokens[index]
    spaced = scene.doc.text[token.span.start - 1 : token.span.end + 1] == f" {token.text} "
    return token.text in ("—", "―", "--", "…", "...") or (spaced and token.text in ("-", "–"))


def condition(scene: Scene, cue: Cue) -> Span | None:
    """Give the clause or phrase that the action hangs on: "if …", "unless …", "pending …"."""
    for above in _clause_heads(scene, cue):
        for below in scene.children[above]:
            if below != cue.content and _use(scene, below) == "condition":
                return scene.doc.cover(_trim(scene, scene.doc.subtree(below)))
    # The parser may hang it from the last noun or verb of the action.
    for below in scene.doc.subtree(cue.content):
        if scene.label(below) == "advcl" and _clause_use(scene, below) == "condition":
            return scene.doc.cover(_trim(scene, scene.doc.subtree(below)))
    return None


def _clause_heads(scene: Scene, cue: Cue) -> list[int]:
    """Give the heads of the clause that a cue stands in, the action's own first."""
    heads = [cue.content, cue.verb, cue.word]
    for above in scene.ancestors(cue.verb):
        if scene.label(heads[-1]) not in ("xcomp", "conj", "ccomp", "acomp", "aux") and above not in heads:
            break
        heads.append(above)
    return list(dict.fromkeys(heads))


def _use(scene: Scene, index: int) -> str | None:
    """Say what a clause or phrase is to the verb above it: ``condition``, ``loose`` or neither."""
    token = scene.tokens[index]
    if token.deprel == "prep":
        return _phrase_use(scene, index)
    if token.deprel not in ("advcl", "xcomp", "intj", "conj"):
        return None
    own = scene.rules.conditions.get(token.text.lower())
    if own is not None:
        return own[0]
    return _clause_use(scene, index) if token.deprel in ("advcl", "conj") else None


def _clause_use(scene: Scene, index: int) -> str | None:
    for below in scene.children[index]:
        if scene.label(below) in ("mark", "advmod") and below < index:
            found = scene.rules.conditions.get(scene.word(below))
            if found is not None:
                return "loose" if scene.word(below - 1) == "even" else found[0]
    return None


def _phrase_use(scene: Scene, index: int) -> str | None:
    """Say whether a phrase is a condition: "pending a review", "after a withdrawal", but not "until Friday"."""
    word = scene.word(index)
    opens = scene.rules.conditions.get(word, ("",))[0] == "condition" and word not in ("until", "till", "once")
    return "condition" if opens else None


def _verb_tokens(scene: Scene, verb: int) -> list[int]:
    kept = [verb]
    merged = _shares_object(scene, verb)
    for below in scene.children[verb]:
        token = scene.tokens[below]
        if below < verb:
            if token.deprel == "auxpass":
                kept.append(below)
        elif token.deprel == "conj" and token.upos in ("VERB", "AUX"):
            if not merged:
                break
            kept.extend(scene.doc.subtree(below, without=("parataxis",)))
        elif token.deprel in _OUTSIDE:
            continue
        elif _use(scene, below) is not None or _is_aside(scene, below):
            break
        else:
            kept.extend(_without_futures(scene, below))
    return kept


def _is_aside(scene: Scene, index: int) -> bool:
    """Say whether a branch only comments on the action: ", leaving …" after a comma."""
    token = scene.tokens[index]
    first = scene.doc.first_below[index]
    return token.deprel == "advcl" and scene.tokens[first].text.endswith("ing") and scene.tokens[first - 1].text == ","


def _shares_object(scene: Scene, verb: int) -> bool:
    """Say whether a bare verb shares the next one's object: "copy or sell the list"."""
    following = scene.child(verb, "conj")
    if following is None or scene.child(following, "nsubj", "nsubjpass", "aux") is not None:
        return False  # "nobody was named, and the duties will be split"
    return all(below < verb or scene.label(below) in ("cc", "conj", "punct") for below in scene.children[verb])


def shares_object(scene: Scene, cue: Cue) -> bool:
    """Say whether a cue's verb is the later of two that share an object, and so no action of its own."""
    token = scene.tokens[cue.content]
    return token.deprel == "conj" and token.upos == "VERB" and _shares_object(scene, token.head)


def _noun_tokens(scene: Scene, cue: Cue) -> list[int]:
    noun = cue.content
    kept = [noun]
    for below in scene.children[noun]:
        if scene.label(below) in ("det", "poss", "relcl", "appos", "parataxis", "punct", "cc"):
            continue
        if below == cue.word and below > noun:
            break  # "a *rally* planned for Friday"
        kept.extend(_without_futures(scene, below))
    return kept


def _without_futures(scene: Scene, index: int) -> list[int]:
    """Give a branch up to a relative clause with a future of its own, or one that only adds something.

    "a panel that will report" is cut before "that", "a panel, which met twice" before the comma.
    """
    branch = scene.doc.subtree(index, without=("parataxis",))
    for one in branch:
        first = scene.doc.first_below[one]
        if scene.label(one) != "relcl":
            continue
        ahead = scene.syntax.tense(one) == "future" or "would" in map(scene.word, scene.children[one])
        if ahead or scene.tokens[first - 1].text == ",":
            return [below for below in branch if below < first] or [index]
    return list(branch)


def _without_edges(scene: Scene, whole: tuple[int, ...], edges: tuple[Span, ...], head: int) -> tuple[int, ...]:
    """Take words of time, with the phrase that they stand in, and a condition from the end of an action."""
    for span in sorted(edges, key=lambda one: -one.end):
        time = scene.doc.head_in(span)
        if time not in whole:
            continue
        phrase = scene.doc.subtree(_phrase_top(scene, time, head))
        inside = scene.doc.tokens_in(span)
        first = min(phrase[0], inside[0])
        if first > head and max(phrase[-1], inside[-1]) >= whole[-1]:
            whole = _trim(scene, tuple(index for index in whole if index < first))
            while len(whole) > 1 and (_opens_phrase(scene, whole[-1]) or _leads_to_time(scene, whole[-1])):
                whole = _trim(scene, whole[:-1])  # "continue *into*", "follow *no later than*"
    return whole


def _leads_to_time(scene: Scene, index: int) -> bool:
    """Say whether a word belongs to the day after it: "*no later* than Friday", "*as early* as May"."""
    early = scene.word(index) == "early" and scene.word(index - 1) == "as"
    return early or scene.word(index) in ("no", "later", "as")


def _opens_phrase(scene: Scene, index: int) -> bool:
    """Say whether a preposition has a phrase of its own; a particle has none: "be talked *about* on Friday"."""
    return scene.label(index) == "prep" and bool(scene.children[index])


def _phrase_top(scene: Scene, time: int, head: int) -> int:
    """Give the top of the phrase of time that a word stands in: "during its meeting next month"."""
    top = time
    for above in scene.ancestors(time):
        token = scene.tokens[above]
        if above <= head or token.upos in ("VERB", "AUX"):
            break
        if token.deprel == "prep" and (scene.is_a(above, "within") or scene.head(top) == above):
            top = above
    return top


def _trim(scene: Scene, indices: tuple[int, ...]) -> tuple[int, ...]:
    """Take punctuation and "and" from the end; one token always stays."""
    last = len(indices) - 1
    while last > 0 and scene.upos(indices[last]) in ("PUNCT", "CCONJ", "SPACE"):
        last -= 1
    return indices[: last + 1]

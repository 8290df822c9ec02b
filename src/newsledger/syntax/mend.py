"""Where a parse is known to go wrong: each mend has a construction, the model it was seen with, and a count.

``mends`` names them: ``model`` and its parse, ``seen`` how often the mend fired on text of the news that it was not
made from, ``right`` how often that helped. With another model none is made.
``headline_verbs``: verbs whose third person the tagger takes for a noun in a headline ("Ghana *lifts* ban"),
and ``headline_objects`` the nouns for deeds that it takes for the verb there.
``named_days``: words that stand before a weekday and make it the name of a day ("Super Tuesday").
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from newsledger.lexicon import Lexicon, Schema
from newsledger.model import Annotated, Token, annotate

_CALENDAR = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WEEKDAYS = frozenset(_CALENDAR.split())
#: What a name is to its verb; a weekday by itself is none of it.
_OF_NAMES = frozenset({"dobj", "dative", "nsubj", "nsubjpass", "conj"})
_BEFORE_PEOPLE = frozenset({"with", "to", "from", "against"})
#: What stands before the noun for a deed in which somebody came to harm.
_IN_DEED = frozenset({"amid", "by", "during", "in"})
#: Adjectives of nations by their endings, and none of their lands: "Syrian", "Israeli", not "Haiti" or "Sudan".
_OF_NATION = re.compile(r"[A-Z]\w+(?:ian|ean|can|ghan|ish|ese|eli|qi|stani|audi|meni)$")

_PRESENT = "Tense=Pres|VerbForm=Fin"
#: Endings of nouns for those who do something, and nouns with them that are for what is to be done.
_DOER = re.compile(r"(?:er|or|[^m]ent|ant|ist|ian|man|men|people|chief|king|queen|police|union|court)$")
_TO_DO = frozenset({"offer", "order", "power", "right"})

SCHEMAS: Mapping[str, Schema] = {
    "mends": Schema(columns=("construction", "model", "seen", "right", "example"), key=("construction", "model")),
    "headline_objects": Schema(columns=("word", "example"), key=("word",)),
    "headline_verbs": Schema(columns=("word", "verb", "example"), key=("word",)),
    "named_days": Schema(columns=("word", "example"), key=("word",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mends:
    """Which constructions are mended, by the model whose parse it is, and what they need to know."""

    by_model: Mapping[str, frozenset[str]]
    named_days: frozenset[str]
    headline_verbs: Mapping[str, str] = field(default_factory=dict)
    headline_objects: frozenset[str] = frozenset()

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Mends":
        """Take them from the room's lexicons."""
        rows = lexicons["mends"].rows
        models = {row["model"] for row in rows}
        return cls(
            by_model={m: frozenset(row["construction"] for row in rows if row["model"] == m) for m in models},
            named_days=frozenset(row["word"] for row in lexicons["named_days"].rows),
            headline_verbs={row["word"]: row["verb"] for row in lexicons["headline_verbs"].rows},
            headline_objects=frozenset(row["word"] for row in lexicons["headline_objects"].rows),
        )


def mend(doc: Annotated, model: str, mends: Mends) -> Annotated:
    """Mend what the model is known to parse wrong; the same parse where nothing is found."""
    changed: dict[int, Token] = {}
    for construction in sorted(mends.by_model.get(model, ())):
        changed.update(_MENDS[construction](doc, mends))
    if not changed:
        return doc
    tokens = [changed.get(index, token) for index, token in enumerate(doc.tokens)]
    return annotate(doc.article, tokens, doc.sentences, doc.vectors)


def _weekday_after_name(doc: Annotated, mends: Mends) -> Iterator[tuple[int, Token]]:
    """Part a weekday from the name that the parse puts below it: "met President Ruto *Tuesday*"."""
    for day, token in enumerate(doc.tokens):
        if token.text not in _WEEKDAYS or not _heads_name(doc, day, mends):
            continue
        name = day - 1
        verb = token.head
        while doc.tokens[verb].upos not in ("VERB", "AUX") and doc.tokens[verb].head != verb:
            verb = doc.tokens[verb].head
        yield name, replace(doc.tokens[name], head=token.head, deprel=token.deprel)
        yield day, replace(token, head=verb, deprel="npadvmod")
        for below in doc.children[day]:
            if below < name:
                yield below, replace(doc.tokens[below], head=name)


def _heads_name(doc: Annotated, day: int, mends: Mends) -> bool:
    token, before = doc.tokens[day], day - 1
    if before < doc.sentence_at(day).start or doc.tokens[before].head != day:
        return False
    name = doc.tokens[before]
    if name.upos != "PROPN" or name.deprel not in ("compound", "nmod") or name.text in mends.named_days:
        return False
    if token.deprel == "pobj":
        return doc.tokens[token.head].text.lower() in _BEFORE_PEOPLE
    return token.deprel in _OF_NAMES


def _day_after_office(doc: Annotated, _: Mends) -> Iterator[tuple[int, Token]]:
    """Hang a day from the verb where the parse hangs it from an office: "ousted as premier of Guinea *on Sunday*"."""
    for prep, token in enumerate(doc.tokens):
        if token.text.lower() != "on" or token.deprel != "prep" or not _has_day(doc, prep):
            continue
        office = token.head
        while doc.tokens[office].deprel == "pobj" and doc.tokens[doc.tokens[office].head].text == "of":
            office = doc.tokens[doc.tokens[office].head].head
        title, as_word = doc.tokens[office], doc.tokens[office].head
        if title.deprel != "pobj" or doc.tokens[as_word].text != "as" or not _DOER.search(title.lemma):
            continue
        verb = doc.tokens[as_word].head
        if doc.tokens[verb].upos == "VERB":
            yield prep, replace(token, head=verb)


def _has_day(doc: Annotated, prep: int) -> bool:
    """Say whether a preposition has a weekday or a date: "on Sunday", "on May 3"."""
    below = (i for i in doc.children[prep] if doc.tokens[i].deprel == "pobj" and doc.tokens[i].upos == "PROPN")
    return any(doc.tokens[i].text in _WEEKDAYS or _has(doc, i, "nummod") for i in below)


def _gerund_after_nation(doc: Annotated, _: Mends) -> Iterator[tuple[int, Token]]:
    """Take for a noun the deed that the parse takes for a verb: "killed in *Russian shelling*"."""
    for deed, token in enumerate(doc.tokens):
        nation = deed - 1
        if token.upos != "VERB" or not token.text.endswith("ing") or nation <= doc.sentence_at(deed).start:
            continue
        before, prep = doc.tokens[nation], doc.tokens[nation].head
        if before.deprel != "pobj" or prep != nation - 1 or not _OF_NATION.match(before.text):
            continue
        if doc.tokens[prep].text.lower() in _IN_DEED and not _has(doc, deed, "dobj", "xcomp", "ccomp", "mark"):
            yield nation, replace(before, head=deed, deprel="amod", upos="ADJ")
            yield deed, replace(token, head=prep, deprel="pobj", upos="NOUN", lemma=token.text.lower(), morph="")


def _passengers_as_subject(doc: Annotated, _: Mends) -> Iterator[tuple[int, Token]]:
    """Put those who are with the subject behind "with": "A ferry *with 340 people* sank"."""
    for prep, token in enumerate(doc.tokens):
        if token.deprel != "prep" or token.text.lower() != "with" or doc.tokens[token.head].upos != "NOUN":
            continue
        subject, clause = token.head, next((i for i in doc.children[prep] if doc.tokens[i].deprel == "pcomp"), None)
        verb = doc.tokens[subject].head if clause is None else clause
        inner = [i for i in doc.children[verb] if doc.tokens[i].deprel in ("nsubj", "nsubjpass") and i > prep]
        if not inner or next(iter(doc.subtree(inner[0]))) != prep + 1 or "VerbForm=Fin" not in doc.tokens[verb].morph:
            continue
        if clause is None and doc.tokens[subject].deprel in ("nsubj", "nsubjpass"):
            yield inner[0], replace(doc.tokens[inner[0]], head=prep, deprel="pobj")
        elif clause is not None and doc.tokens[subject].deprel == "ROOT":
            yield inner[0], replace(doc.tokens[inner[0]], head=prep, deprel="pobj")
            yield from _as_main_verb(doc, verb, subject)


def _as_main_verb(doc: Annotated, verb: int, subject: int) -> Iterator[tuple[int, Token]]:
    """Put a verb over what was the root of its sentence, with all that stands behind it."""
    root, token = doc.tokens[subject], doc.tokens[verb]
    yield verb, replace(token, head=verb, deprel="ROOT", morph="Tense=Past|VerbForm=Fin")
    yield subject, replace(root, head=verb, deprel="nsubj")
    for below in doc.children[subject]:
        if below > verb:
            hung = doc.tokens[below]
            yield below, replace(hung, head=verb, deprel="advcl" if hung.deprel == "acl" else hung.deprel)


def _names_before_headline_verb(doc: Annotated, _: Mends) -> Iterator[tuple[int, Token]]:
    """Join the names that a headline parts with a comma: "*Kenya, Uganda* agree", "*Egypt, Sudan* sign pact"."""
    for sentence in doc.sentences:
        first, second, verb = sentence.start, sentence.start + 2, sentence.start + 3
        if verb >= sentence.end or doc.tokens[first + 1].text != ",":
            continue
        names = doc.tokens[first], doc.tokens[second]
        if any(name.upos != "PROPN" for name in names) or names[1].deprel != "nsubj" or names[1].head != verb:
            continue
        past = "Tense=Past" in doc.tokens[verb].morph or doc.tokens[verb].upos == "AUX"  # "Lima, Ruto said, is quiet"
        if past or names[0].deprel not in ("dep", "ROOT", "npadvmod", "nsubj"):
            continue
        yield first, replace(names[0], head=verb, deprel="nsubj")
        yield second, replace(names[1], head=first, deprel="conj")
        if doc.tokens[verb].upos == "NOUN":
            yield from _as_headline_verb(doc, first, verb)


def _as_headline_verb(doc: Annotated, root: int, verb: int) -> Iterator[tuple[int, Token]]:
    """Take a noun with a subject for the verb of a headline, and the noun that it stood before for its object."""
    token = doc.tokens[verb]
    yield verb, replace(token, upos="VERB", head=verb, deprel="ROOT", morph=_PRESENT)
    if token.deprel == "compound":
        yield token.head, replace(doc.tokens[token.head], head=verb, deprel="dobj")
    for below in doc.children[root]:
        if below > verb and below != token.head:
            yield below, replace(doc.tokens[below], head=verb)


def _noun_as_headline_verb(doc: Annotated, mends: Mends) -> Iterator[tuple[int, Token]]:
    """Take for the verb of a headline what the parse takes for a noun before its object: "Ghana *lifts* ban on rum"."""
    for sentence in doc.sentences:
        verb = next((i for i in sentence.indices if doc.tokens[i].text.lower() in mends.headline_verbs), None)
        if verb is None or doc.tokens[sentence.end - 1].text == "." or not _hides_verb(doc, verb, mends):
            continue
        thing, lemma = _top(doc, verb), mends.headline_verbs[doc.tokens[verb].text.lower()]
        hung = [i for i in sentence.indices if i < verb <= doc.tokens[i].head]
        subject = next((i for i in reversed(hung) if doc.tokens[i].upos in ("NOUN", "PROPN")), None)
        if subject is None:
            continue
        token = doc.tokens[verb]
        yield verb, replace(token, upos="VERB", lemma=lemma, head=verb, deprel="ROOT", morph=_PRESENT)
        yield from _as_object(doc, thing, verb)
        for below in hung:
            yield below, _before_subject(doc.tokens[below], below, subject, verb)


def _hides_verb(doc: Annotated, verb: int, mends: Mends) -> bool:
    """Say whether a word stands as a noun or auxiliary before a deed that is the root: not "flight *delays* grow"."""
    token, root = doc.tokens[verb], _top(doc, verb)
    above = doc.tokens[root]
    if token.upos == "VERB" or root <= verb or above.lemma not in mends.headline_objects:
        return False
    between = all(doc.tokens[i].head in range(verb + 1, root + 1) for i in range(verb + 1, root))
    finite = above.text.lower() != above.lemma and above.upos == "VERB"
    return between and not finite and not _has(doc, root, "dobj", "ccomp", "xcomp", "auxpass", "neg", "advcl", "acomp")


def _top(doc: Annotated, index: int) -> int:
    """Give the root above a word."""
    while doc.tokens[index].head != index:
        index = doc.tokens[index].head
    return index


def _as_object(doc: Annotated, thing: int, verb: int) -> Iterator[tuple[int, Token]]:
    token = doc.tokens[thing]
    if token.upos != "VERB":
        yield thing, replace(token, head=verb, deprel="dobj")
        return
    yield thing, replace(token, head=verb, deprel="dobj", upos="NOUN", morph="Number=Sing")
    for below in doc.children[thing]:
        if verb < below < thing and doc.tokens[below].deprel == "nsubj":
            yield below, replace(doc.tokens[below], deprel="compound")


def _before_subject(token: Token, index: int, subject: int, verb: int) -> Token:
    """Hang a word that stands before a verb from its subject, or the subject from the verb."""
    if index == subject:
        return replace(token, head=verb, deprel="nsubj")
    kept = token.deprel in ("poss", "amod", "det", "nummod", "punct", "prep")
    return replace(token, head=subject if index < subject else verb, deprel=token.deprel if kept else "compound")


def _infinitive_of_headline(doc: Annotated, _: Mends) -> Iterator[tuple[int, Token]]:
    """Take for the verb of a headline the infinitive that the parse hangs from its subject: "*Chile to lift* ban"."""
    for sentence in doc.sentences:
        root = next((i for i in sentence.indices if doc.tokens[i].head == i), None)
        if root is None or doc.tokens[sentence.end - 1].upos == "PUNCT" or not _is_doer(doc, root):
            continue
        verb = next((i for i in doc.children[root] if i > root and _is_infinitive(doc, i)), None)
        if verb is None:
            continue
        yield root, replace(doc.tokens[root], head=verb, deprel="nsubj")
        yield verb, replace(doc.tokens[verb], head=verb, deprel="ROOT")
        for below in doc.children[root]:
            token = doc.tokens[below]
            if below > verb:
                yield below, replace(token, head=verb)
            elif token.deprel == "appos" and token.upos == "PROPN":
                yield below, replace(token, deprel="conj")  # "*Bolivia, Chile* to resume talks"


def _is_doer(doc: Annotated, noun: int) -> bool:
    """Say whether a noun without an article is a name or ends as those who do something ("president", not "plan")."""
    token = doc.tokens[noun]
    if token.lemma in _TO_DO or _has(doc, noun, "det"):
        return False
    return token.upos == "PROPN" or (token.upos == "NOUN" and _DOER.search(token.lemma) is not None)


def _is_infinitive(doc: Annotated, index: int) -> bool:
    """Say whether a word is a verb right after "to", in small letters: "Ruto Denies Odinga Asked *to Talk*" is none."""
    to = (i for i in doc.children[index] if doc.tokens[i].deprel == "aux" and doc.tokens[i].lemma == "to")
    token = doc.tokens[index]
    return token.upos in ("VERB", "AUX") and token.text.islower() and index - 1 in to and not _has(doc, index, "nsubj")


def _has(doc: Annotated, index: int, *labels: str) -> bool:
    return any(doc.tokens[i].deprel in labels for i in doc.children[index])


_MENDS: Mapping[str, Callable[[Annotated, Mends], Iterator[tuple[int, Token]]]] = {
    "day after office": _day_after_office,
    "gerund after nation": _gerund_after_nation,
    "infinitive of headline": _infinitive_of_headline,
    "names before headline verb": _names_before_headline_verb,
    "noun as headline verb": _noun_as_headline_verb,
    "passengers as subject": _passengers_as_subject,
    "weekday after name": _weekday_after_name,
}

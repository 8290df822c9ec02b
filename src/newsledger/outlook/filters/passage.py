"""Tells by the sentences around a clause whether anything particular is told there: the mode of a passage.

After Smith (2003) and Friedrich and Palmer (2014): what a passage of instruction or of general truths says of the
future is of any time, and what a narrative of long ago says of it has come or failed.
"""

from collections.abc import Iterator

from newsledger.model import Sentence
from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent, is_first_person
from newsledger.outlook.scene import SUBJECTS, VERBAL, Scene

_READ = ("body", "caption")


def is_instruction(scene: Scene, cue: Cue) -> bool:
    """Say whether a clause stands in a text that tells its readers what to do: "Soak the beans. They will swell"."""
    if _is_said(scene, cue.content) or (cue.party is not None and scene.upos(cue.party) == "PROPN"):
        return False
    if scene.doc.role_at(cue.content) not in _READ:
        return False
    if any(_is_imperative(scene, index) for one in _around(scene, cue.content, after=1) for index in _own(scene, one)):
        return True
    agent = cue.party is not None and is_agent(scene, cue.party)
    own = _own(scene, scene.doc.sentence_at(cue.content))
    return not agent and any(scene.word(index) in ("you", "your") for index in own)


def is_general_truth(scene: Scene, cue: Cue) -> bool:
    """Say whether kinds of things are spoken of and nothing particular: "Small firms may struggle to find credit"."""
    if cue.party is None or _is_said(scene, cue.content):
        return False
    if scene.doc.role_at(cue.content) not in _READ or not _is_kind(scene, cue.party):
        return False
    around = tuple(_around(scene, cue.content, after=1))
    # A sentence by itself gives no ground: "Prices will fall" may stand under any headline.
    return len(around) > 1 and not any(_is_particular(scene, sentence) for sentence in around)


def _is_said(scene: Scene, index: int) -> bool:
    said = scene.content.get(index)
    return said is not None and bool(said.source)


def _around(scene: Scene, index: int, *, after: int) -> Iterator[Sentence]:
    """Give the sentence of a token and its neighbours in the same block: one before and some after."""
    number = scene.doc.sentence_of[index]
    block = scene.doc.sentences[number].block
    near = scene.doc.sentences[max(number - 1, 0) : number + after + 1]
    return (sentence for sentence in near if sentence.block == block)


def _own(scene: Scene, sentence: Sentence) -> list[int]:
    """Give the words of a sentence that the outlet says itself."""
    return [index for index in sentence.indices if index not in scene.content]


def _is_imperative(scene: Scene, index: int) -> bool:
    """Say whether a bare verb without a subject heads a sentence: "Fill the kettle", not "Let's go", "Thank God"."""
    if scene.label(index) != "ROOT" or scene.upos(index) != "VERB" or "VerbForm=Inf" not in scene.tokens[index].morph:
        return False
    below = scene.child(index, *SUBJECTS, "aux", "ccomp")
    return below is None and scene.lemma(index) != "let" and scene.child(index, "dobj", "prep", "advmod") is not None


def _is_kind(scene: Scene, party: int) -> bool:
    """Say whether a subject is a kind or any of it: "cats", "an old cat", or a pronoun for one."""
    if scene.upos(party) == "PRON":
        return party not in scene.actors and not is_first_person(scene, party)
    article = scene.child(party, "det", "poss", "nummod")
    if scene.upos(party) != "NOUN":
        return False
    several = scene.word(party) != scene.lemma(party).lower()
    return several if article is None else scene.lemma(article) in ("a", "an", "any")


def _is_particular(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence names or dates something, or tells of the past."""
    times = scene.times.get(scene.doc.sentence_of[sentence.start], ())
    if any(timex.type in ("DATE", "TIME") for timex in times):
        return True
    return any(
        scene.upos(index) == "PROPN"
        or (scene.upos(index) in VERBAL and "Tense=Past|VerbForm=Fin" in scene.tokens[index].morph)
        for index in sentence.indices
    )

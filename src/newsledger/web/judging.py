"""The notes of an article with what persons judged: what is not there is left out, what is wrong is corrected."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.model import Correction
from newsledger.show.reader.notes import Note
from newsledger.show.telling.judged import correction_told
from newsledger.store import Answers

#: The fields that stand in front of a note.
_LEADING = frozenset({"standing", "kind", "state"})


def judged_notes(store: Answers, notes: Sequence[Note]) -> tuple[tuple[Note, ...], int]:
    """Lay what stands over notes.

    Returns:
        The notes, and how many were left out since what they tell was judged not to be there.
    """
    stands = store.corrections.standing([note.finding for note in notes])
    kept = tuple(
        _corrected(note, stands.get(note.finding, ()))
        for note in notes
        if all(one.verdict != "not_there" for one in stands.get(note.finding, ()))
    )
    return kept, len(notes) - len(kept)


def _corrected(note: Note, stands: Sequence[Correction]) -> Note:
    said = note.standing
    for one in stands:
        if one.field in _LEADING and one.value is not None and note.standing:
            said = one.value.replace("_", " ")
    told = tuple(", ".join(correction_told(one)) for one in stands)
    was = (f"was {note.standing}",) if said != note.standing else ()
    return replace(note, standing=said, told=(*note.told, *told, *was))

"""Reports as they are held against each other for copies, each looked up once in a step and read once in a grouping."""

from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from newsledger.ledger.grouping.reports import Words, words_of
from newsledger.store.groups import Groups, HeldSketch
from newsledger.stories.copies import Compared, Text, compared, read_text

#: Texts that are kept at hand; each takes some ten thousand bytes.
_TEXTS = 4096
#: Reports that are kept at hand in a step: as they are compared, thirty thousand bytes each, and found, some three.
_COMPARED, _SKETCHES = 1_024, 8_192


@dataclass(slots=True)
class Texts:
    """The texts that were looked at last, by place and digest: what was read anew is another one."""

    held: OrderedDict[tuple[int, str], Text] = field(default_factory=OrderedDict)

    def of(self, groups: Groups, place: int, digest: str) -> Text:
        """Give the text of a report."""
        key = place, digest
        text = self.held.get(key)
        if text is None:
            text = self.held[key] = read_text(words_of(groups.source(place)).report)
            if len(self.held) > _TEXTS:
                self.held.popitem(last=False)
        else:
            self.held.move_to_end(key)
        return text


@dataclass(slots=True)
class Comparing:
    """What was looked up of reports in this step; whoever changes furniture says so.

    Attributes:
        furniture: By outlet, whether a shingle is furniture there, as far as that was asked.
    """

    groups: Groups
    texts: Texts
    furniture: dict[str, dict[int, bool]] = field(default_factory=dict)
    sketches: dict[int, HeldSketch] = field(default_factory=dict)
    compared: dict[int, Compared] = field(default_factory=dict)
    words: dict[int, Words] = field(default_factory=dict)

    def look_up(self, places: Iterable[int]) -> None:
        """Look some reports up at once, with what is furniture in them."""
        wanted = set(places)
        lacking = wanted - self.sketches.keys()
        if len(self.sketches) + len(lacking) > _SKETCHES:
            self.sketches.clear()
            lacking = wanted
        new = self.groups.sketches(lacking) if lacking else {}
        self.sketches |= new
        asked: dict[str, set[int]] = {}
        for one in new.values():
            if one.outlet is not None:
                asked.setdefault(one.outlet, set()).update(one.shingles)
        for outlet, values in asked.items():
            self.common(outlet, values)

    def common(self, outlet: str | None, values: Collection[int]) -> set[int]:
        """Give those of some shingles that are an outlet's furniture."""
        if outlet is None:
            return set()
        known = self.furniture.setdefault(outlet, {})
        new = {value for value in values if value not in known}
        if new:
            there = self.groups.furniture(outlet, new)
            known.update((value, value in there) for value in new)
        return {value for value in values if known[value]}

    def note(self, outlet: str, values: Iterable[int], *, is_common: bool) -> None:
        """Note that shingles have become an outlet's furniture, or are so no longer."""
        self.furniture.setdefault(outlet, {}).update(dict.fromkeys(values, is_common))

    def own_values(self, place: int) -> set[int]:
        """Give the shingles of a report that are no furniture."""
        one = self.sketch(place)
        return set(one.shingles) - self.common(one.outlet, one.shingles)

    def sketch(self, place: int) -> HeldSketch:
        """Give what a report is found by."""
        if place not in self.sketches:
            self.look_up([place])
        return self.sketches[place]

    def of(self, place: int) -> Compared | None:
        """Give a report as it is compared; None where its article was forgotten, and it is about to leave."""
        one = self.sketch(place)
        if one.article is None:
            return None
        if place not in self.compared:
            if len(self.compared) >= _COMPARED:
                self.compared.clear()
            common = {(one.outlet or "", value) for value in self.common(one.outlet, one.shingles)}
            self.compared[place] = compared(self.texts.of(self.groups, place, one.digest), common)
        return self.compared[place]

    def words_at(self, place: int) -> Words:
        """Give the words of a report with their places in the article."""
        if place not in self.words:
            self.words[place] = words_of(self.groups.source(place))
        return self.words[place]

    def forget(self, places: Iterable[int]) -> None:
        """Forget what some reports are compared by: what is furniture in them has changed."""
        for place in places:
            self.compared.pop(place, None)

    def remove(self, place: int) -> None:
        """Forget a report."""
        for held in (self.sketches, self.compared, self.words):
            held.pop(place, None)

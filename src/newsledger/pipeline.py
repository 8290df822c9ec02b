"""The rooms in order: Capture to Record or Failure. It holds no rules."""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from newsledger import actors, codec, confidence, events, outlook, page, statements, stories, syntax, times
from newsledger.actors import which_list
from newsledger.errors import LexiconError, NewsledgerError, PageError
from newsledger.language import DEFAULT_PIPELINE, Parser
from newsledger.lexicon import Lexicon, join_lexicons, load_lexicon
from newsledger.model import (
    SCHEMA_VERSION,
    Actor,
    Annotated,
    Article,
    Capture,
    Explanation,
    Failure,
    MadeBy,
    PloverType,
    Record,
    Span,
    Statement,
    Syntax,
    Timex,
    annotate,
)

log = logging.getLogger(__name__)

Result = TypeVar("Result")

_ROOMS: tuple[ModuleType, ...] = (page, syntax, times, actors, statements, events, outlook, confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads many pages: a loaded language pipeline and every room's word lists.

    Attributes:
        language: BCP 47 tag of the language that it reads.
        parser: The language room's pipeline.
        second: Another pipeline, whose parse only makes findings more or less sure; None where there is none.
        rules: Each room's rules by the room's name.
        made_by: What stands in each record as its maker.
    """

    language: str
    parser: Parser
    rules: Mapping[str, Any] = field(repr=False)
    made_by: MadeBy = field(repr=False)
    second: Parser | None = None

    @classmethod
    def load(
        cls,
        language: str = "en",
        *,
        model: str = DEFAULT_PIPELINE,
        lexicons: Sequence[Path] = (),
        actors: Sequence[Path] = (),
        second: str | None = None,
    ) -> "Reader":
        """Load the pipeline and the word lists of a language.

        Args:
            language: ``en`` is the only one so far.
            model: Name of any installed spaCy pipeline for that language.
            lexicons: The user's own files, each named like the shipped one that it adds to
                (``cues.en.tsv``) and of the same columns; an entry of the same key replaces ours.
            actors: The user's own lists of actors, of any name, with the columns of ``people`` or
                ``organisations``; these win over every list of ours.
            second: Name of another installed spaCy pipeline: where its parse differs from that of ``model`` in
                the clause of a finding, that is less sure. It finds nothing itself, and costs its own time.

        Raises:
            ValueError: There are no word lists for the language.
            ModelError: The pipeline is not installed.
            LexiconError: A word list breaks its own rules.
        """
        if language != "en":
            raise ValueError(f"language={language!r} has no word lists; expected 'en'")
        own = [(Path(path).name.split(".")[0], Path(path)) for path in lexicons]
        own += [(which_list(Path(path)), Path(path)) for path in actors]
        loaded = {room.__name__: _load_lexicons(room, language, own) for room in _ROOMS}
        _refuse_strangers(own, loaded)
        parser = Parser.load(model)
        other = None if second is None else Parser.load(second)
        shipped = [lexicon for by_name in loaded.values() for lexicon in by_name.values()]
        return cls(
            language=language,
            parser=parser,
            rules={room.__name__.rpartition(".")[2]: room.Rules.build(loaded[room.__name__]) for room in _ROOMS},
            made_by=MadeBy(
                version=version("newsledger"),
                model=parser.info.name,
                model_version=parser.info.version,
                model_sha256=parser.info.sha256,
                lexicons={lexicon.name: lexicon.digest for lexicon in shipped},
                user_files={path.name: _digest(path) for _, path in own}
                | ({} if other is None else {other.info.name: other.info.sha256}),
            ),
            second=other,
        )

    def read(
        self,
        data: bytes | str,
        *,
        url: str | None = None,
        published: date | str | None = None,
        media_type: str | None = None,
    ) -> Record:
        """Read one page, HTML or plain text.

        Raises:
            ValueError: ``published`` is not an ISO date.
            PageError: The bytes hold no readable article.
        """
        return self.read_capture(Capture(data=data, url=url, published=published, media_type=media_type))

    def read_text(self, text: str, *, published: date | str | None = None) -> Record:
        """Read clean article text; every span of the record points into ``text`` unchanged."""
        return self.read_capture(Capture(data=text, published=published, kind="text"))

    def read_capture(self, capture: Capture) -> Record:
        """Read one capture.

        Raises:
            PageError: The bytes hold no readable article.
        """
        return self.find(self.annotate(capture))

    def read_all(self, captures: Iterable[Capture]) -> Iterator[Record | Failure]:
        """Read many captures, in order, one at a time in memory; a bad page is a Failure."""
        for capture in captures:
            yield attempt(partial(self.read_capture, capture), url=capture.url, sha256=capture.sha256)

    def annotate(self, capture: Capture) -> Annotated:
        """Take a capture as far as its parse, mended. An article in another language keeps no tokens."""
        return self.annotate_article(self.read_page(capture))

    def read_page(self, capture: Capture) -> Article:
        """Take a capture as far as its article: the text, and what each part of it is.

        Raises:
            PageError: The bytes hold no readable article.
        """
        with self.parser.one_thread():
            return page.read_article(capture, self.rules["page"])

    def annotate_article(self, article: Article) -> Annotated:
        """Parse an article that ``read_page`` gave, and mend the parse; one in another language keeps no tokens."""
        if not self.reads(article):
            return annotate(article, (), ())
        return syntax.mend(self.parser.annotate(article), self.parser.info.name, self.rules["syntax"].mends)

    def reads(self, article: Article) -> bool:
        """Say whether an article is in the language that is read, as far as anybody can tell."""
        return article.language is None or article.language.split("-")[0] == self.language

    def analyse(self, doc: Annotated) -> Syntax:
        """Find the clauses of a parsed article: what each predicate says of whom."""
        with self.parser.one_thread():
            return syntax.analyse(doc, self.rules["syntax"])

    def find(self, doc: Annotated) -> Record:
        """Run the finders over a parsed article."""
        rules = self.rules
        with self.parser.one_thread():
            clauses, who, said, dated = self._who_said_what(doc, events.may_be_acts(doc, rules["events"]))
            done = events.find(clauses, who, said, dated, rules["events"])
        due = outlook.find(clauses, who, said, dated, done, rules["outlook"])
        found = Record(
            schema_version=SCHEMA_VERSION,
            article=clauses.doc.article,
            sentences=tuple(sentence.span for sentence in clauses.doc.sentences),
            actors=who,
            times=dated,
            statements=said,
            events=done,
            expectations=due,
            made_by=self.made_by,
            digest="",
        )
        other = None if self.second is None or not doc.tokens else self.second.annotate(clauses.doc.article)
        return codec.seal(confidence.weigh(found, clauses, rules["confidence"], other))

    def explain(self, capture: Capture) -> Explanation:
        """Say what decided each event of a page: its clauses, the entries that fired, what vetoed them, what is sure.

        Raises:
            PageError: The bytes hold no readable article.
        """
        doc = self.annotate(capture)
        with self.parser.one_thread():
            clauses, who, said, dated = self._who_said_what(doc, None)
        decisions = events.explain(clauses, who, said, dated, self.rules["events"])
        sure = confidence.explain(self.find(doc), self.rules["confidence"])
        return Explanation(syntax=clauses, decisions=(*decisions, *sure))

    def _who_said_what(
        self, doc: Annotated, likely: Collection[int] | None
    ) -> tuple[Syntax, tuple[Actor, ...], tuple[Statement, ...], tuple[Timex, ...]]:
        """Run the finders that come before the events; ``likely`` is for ``syntax.analyse``."""
        rules = self.rules
        phrases = times.find(doc, rules["times"])
        doc = replace(doc, article=times.date_article(doc, phrases, rules["times"]))
        clauses = syntax.analyse(doc, rules["syntax"], likely)
        doc = clauses.doc
        dated = times.resolve(doc, phrases, rules["times"])
        acting = events.acting_before(clauses, rules["events"])
        mentions = actors.find_mentions(doc, rules["actors"], acting)
        said = statements.find(clauses, mentions, dated, rules["statements"])
        who = actors.link(doc, mentions, said, rules["actors"])
        said = actors.name_sources(doc, said, who)
        return clauses, who, said, dated

    def other_names(self) -> Mapping[str, tuple[str, ...]]:
        """Give other names of those whom the lists know, by their keys; made anew each time."""
        return actors.other_names(self.rules["actors"])

    def relation(self, text: str, *, actor: tuple[int, int], recipient: tuple[int, int]) -> PloverType | None:
        """Say what the first of two spans of a text does to the second, as a PLOVER type.

        Args:
            text: A sentence or a few.
            actor: Half-open code points of the one who acts.
            recipient: Half-open code points of the one who is acted on.

        Raises:
            ValueError: A span does not lie inside the text.
        """
        spans = tuple(Span(start=start, end=end) for start, end in (actor, recipient))
        for span in spans:
            if not 0 <= span.start < span.end <= len(text):
                raise ValueError(f"found the span {span.start}..{span.end}, expected one inside 0..{len(text)}")
        doc = self.annotate(Capture(data=text, kind="text"))
        record = self.find(doc)
        return events.relation(
            self.analyse(doc), record.events, self.rules["events"], actor=spans[0], recipient=spans[1]
        )


def attempt(read: Callable[[], Result], *, url: str | None, sha256: str | None) -> Result | Failure:
    """Do a part of the reading; what goes wrong is a Failure.

    Args:
        read: The part.
        url: The page's address, for a failure.
        sha256: Of its bytes.
    """
    try:
        return read()
    except PageError as error:
        return Failure(url=url, sha256=sha256, room="page", reason=str(error))
    except NewsledgerError as error:
        return Failure(url=url, sha256=sha256, room="pipeline", reason=str(error))
    except Exception as error:  # the one place where a fault of ours must not stop a batch
        log.exception("reading %s failed", url or sha256)
        reason = f"{type(error).__name__}: {error}; this is a fault of newsledger, please report it"
        return Failure(url=url, sha256=sha256, room="pipeline", reason=reason)


def load_page_rules(language: str = "en") -> tuple[page.Rules, Mapping[str, str]]:
    """Load what the page room needs, without a model: to read the text of a capture again.

    Returns:
        Its rules, and the digest of each of its word lists.
    """
    loaded = _load_lexicons(page, language, ())
    return page.Rules.build(loaded), {lexicon.name: lexicon.digest for lexicon in loaded.values()}


def load_confidence_rules(language: str = "en") -> confidence.Rules:
    """Load what the confidence room needs, without a model."""
    return confidence.Rules.build(_load_lexicons(confidence, language, ()))


def load_story_rules(language: str = "en") -> stories.Rules:
    """Load what the stories room needs, without a model."""
    return stories.Rules.build(_load_lexicons(stories, language, ()))


def load_person_lists(language: str = "en") -> actors.Rules:
    """Load the lists by which names of persons and offices are compared, without a model."""
    return actors.Rules.build(_load_lexicons(actors, language, ()))


def load_other_names(language: str = "en") -> Mapping[str, tuple[str, ...]]:
    """Give other names of those whom our own lists know, by their keys, without a model: see ``Reader.other_names``."""
    return actors.other_names(actors.Rules.build(_load_lexicons(actors, language, ())))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _load_lexicons(room: ModuleType, language: str, own: Sequence[tuple[str, Path]]) -> dict[str, Lexicon]:
    loaded = {}
    for name, schema in room.SCHEMAS.items():
        with as_file(files(room) / "data" / f"{name}.{language}.tsv") as path:
            shipped = load_lexicon(path, schema)
        added = [load_lexicon(path, schema) for adds_to, path in own if adds_to == name]
        loaded[name] = join_lexicons(shipped, added)
    return loaded


def _refuse_strangers(own: Sequence[tuple[str, Path]], loaded: Mapping[str, Mapping[str, Lexicon]]) -> None:
    names = {name for by_name in loaded.values() for name in by_name}
    for adds_to, path in own:
        if adds_to not in names:
            expected = ", ".join(sorted(names))
            raise LexiconError(f"{path}: no lexicon has this name; expected one of {expected}", path=str(path))

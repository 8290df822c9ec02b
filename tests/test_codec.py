import json
from dataclasses import replace

import pytest

from newsledger import codec
from newsledger.errors import NewsledgerError
from newsledger.model import SCHEMA_VERSION, Actor, MadeBy, Mention, Record, Span
from parses import article


def record(text: str = "Anna Berg spoke.") -> Record:
    berg = Actor(
        id="1",
        key="person::anna berg",
        name="Anna Berg",
        kind="person",
        country=None,
        sector=None,
        role=None,
        mentions=(Mention(start=0, end=9, form="name", rule="names/two"),),
    )
    return codec.seal(
        Record(
            schema_version=SCHEMA_VERSION,
            article=article(text),
            sentences=(Span(start=0, end=len(text)),),
            actors=(berg,),
            times=(),
            statements=(),
            events=(),
            expectations=(),
            made_by=MadeBy(
                version="0", model="m", model_version="0", model_sha256="0", lexicons={"cues": "0"}, user_files={}
            ),
            digest="",
        )
    )


def test_a_record_comes_back_from_json_as_it_was() -> None:
    assert codec.from_json(codec.to_json(record())) == record()


def test_every_span_is_written_with_its_exact_words() -> None:
    tree = json.loads(codec.to_json(record()))

    assert tree["actors"][0]["mentions"][0]["exact"] == "Anna Berg"
    assert tree["sentences"][0]["exact"] == "Anna Berg spoke."
    assert tree["article"]["blocks"][0]["exact"] == "Anna Berg spoke."


def test_a_lone_surrogate_survives_the_round_trip() -> None:
    broken = record("Anna Berg \ud800 spoke.")

    line = codec.to_json(broken)

    assert codec.from_json(line.encode("utf-8")) == broken


def test_the_digest_follows_every_field_but_itself() -> None:
    made = record()

    assert codec.digest_of(codec.to_builtins(made)) == made.digest
    assert codec.digest_of(codec.to_builtins(replace(made, digest="other"))) == made.digest
    assert codec.digest_of(codec.to_builtins(replace(made, sentences=()))) != made.digest


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("{", "found no record", id="cut"),
        pytest.param("[]", "found no record", id="list"),
        pytest.param('{"schema_version": 1}', "found no record", id="no-fields"),
        pytest.param('{"schema_version": 99}', "install a newer", id="newer-schema"),
    ],
)
def test_what_is_no_record_is_refused_with_what_was_expected(line: str, message: str) -> None:
    with pytest.raises(NewsledgerError, match=message):
        codec.from_json(line)


def test_the_schema_names_the_fields_of_a_record() -> None:
    schema = codec.json_schema()

    assert schema["$defs"]["Span"]["properties"].keys() == {"start", "end", "exact"}
    assert {"actors", "times", "statements", "events", "expectations"} <= schema["$defs"]["Record"]["properties"].keys()

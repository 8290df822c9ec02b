"""The engines themselves: processes of this machine and a cluster give what one process gives."""

import os
from pathlib import Path

import pytest

from newsledger import Reader
from newsledger.errors import NewsledgerError
from newsledger.scale.engines import opened
from newsledger.scale.run import Step, run
from newsledger.scale.tasks import RunOptions, Task
from scale.runs import archive, contents, made, page


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_every_engine_gives_the_same_bytes(reader: Reader, tmp_path: Path, engine: str) -> None:
    source, options = archive(tmp_path / "a.warc", *(page(number) for number in range(4))), RunOptions(size=2)
    made(reader, source, tmp_path / "here", size=2)

    with opened(engine, options, jobs=1, address=None) as there:  # type: ignore[arg-type]  # one of its two
        run([str(source)], tmp_path / "there", options, there, list[Step]().append)

    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def test_ray_tells_nobody_that_it_is_used() -> None:
    from newsledger.scale.engines import cluster  # noqa: PLC0415 - it must not be loaded by the others

    assert cluster._SILENT["RAY_USAGE_STATS_ENABLED"] == "0"  # noqa: SLF001 - what is set before Ray is loaded


def test_a_cluster_that_is_not_there_is_told() -> None:
    with (
        pytest.raises(NewsledgerError, match=r"found no cluster at 127\.0\.0\.1:1 "),
        opened("ray", RunOptions(), jobs=1, address="127.0.0.1:1"),
    ):
        pass


def test_a_model_that_is_not_installed_is_told_and_no_run_begins(tmp_path: Path) -> None:
    from newsledger.ledger.loaded import ReaderOptions  # noqa: PLC0415 - with what it is used for

    options = RunOptions(reader=ReaderOptions(model="xx_no_model"))

    with (
        opened("local", options, jobs=1, address=None) as there,
        pytest.raises(NewsledgerError, match="'xx_no_model' is not installed"),
    ):
        list(there.run([Task(kind="maker", options=options)]))

    assert os.listdir(tmp_path) == []  # noqa: PTH208 - no folder was made

"""The page's colours can be told from each other and from the paper (WCAG 2.2: text 4.5, marks 3)."""

import re
from importlib.resources import files

import pytest

STYLE = (files("newsledger.show") / "templates" / "reader.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#\w+);", scheme)) for scheme in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
)
ACCENTS = ("statement", "event", "time", "expectation")


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "said", "lit"])
@pytest.mark.parametrize("text", ["ink", "soft", *ACCENTS])
def test_text_can_be_read_on_every_ground(colours: dict[str, str], ground: str, text: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_can_be_seen(colours: dict[str, str]) -> None:
    assert contrast(colours["focus"], colours["paper"]) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_accents_weigh_alike(colours: dict[str, str]) -> None:
    weights = [contrast(colours[accent], colours["paper"]) for accent in ACCENTS]

    assert max(weights) / min(weights) < 1.4

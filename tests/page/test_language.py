import pytest

from newsledger.page.words.language import find_language

ENGLISH = "The minister said on Tuesday that the government would not talk with the rebels who had left the city."
GERMAN = "Der Minister sagte am Dienstag, dass die Regierung nicht mit den Rebellen verhandeln werde."
NORWEGIAN = "Statsråden sa tirsdag at regjeringen ikke ville snakke med opprørerne som hadde forlatt byen."
SPANISH = "El ministro dijo el martes que el gobierno no hablaría con los rebeldes que habían dejado la ciudad."


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        pytest.param(ENGLISH, None, "en", id="english"),
        pytest.param(ENGLISH, "en-GB", "en-GB", id="english-of-britain"),
        pytest.param(ENGLISH, "es", "en", id="markup-is-wrong"),
        pytest.param(GERMAN, None, "de", id="german"),
        pytest.param(GERMAN, "en", "de", id="german-in-an-english-frame"),
        pytest.param(SPANISH, "es-MX", "es-MX", id="spanish-of-mexico"),
        pytest.param(NORWEGIAN, "nb-NO", "nb-NO", id="norwegian-by-its-other-name"),
        pytest.param(NORWEGIAN, "en", "no", id="norwegian-in-an-english-frame"),
        pytest.param(
            "政府星期二表示,不会与离开这座城市的叛军谈判,并要求他们放下武器,等待法院的判决。", None, "zh", id="chinese"
        ),
        pytest.param(
            "政府星期二表示,不会与离开这座城市的叛军谈判,并要求他们放下武器,等待法院的判决。",
            "zh-CN",
            "zh-CN",
            id="chinese-told",
        ),
        pytest.param("The lock at Bergen was closed on Monday.", None, "en", id="short-english"),
        pytest.param("Die Schleuse in Bergen ist seit Montag zu.", None, None, id="short-german"),
        pytest.param("Ouagadougou", None, None, id="one-word"),
        pytest.param("Ouagadougou", "fr", "fr", id="one-word-with-markup"),
        pytest.param("", None, None, id="empty"),
        pytest.param("\ud800 " * 40, None, None, id="no-words"),
    ],
)
def test_the_words_tell_the_language_before_the_markup(text: str, declared: str | None, language: str | None) -> None:
    assert find_language(text, declared) == language

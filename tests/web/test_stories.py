"""Stories and happenings: where they stand, what was known when, and the words of each step."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from newsledger.model import HappeningRow, HappeningStep, StoryRow
from newsledger.store import Store
from newsledger.store.questions import HappeningQuestion, StoryQuestion
from newsledger.web.pages.stories.story import decode, known_on
from web.conftest import TODAY
from web.test_site import tree_of


@pytest.fixture
def story(kept: Store) -> StoryRow:
    return kept.ask_stories(StoryQuestion(about="cocoa"), limit=1).rows[0]


@pytest.fixture
def longest(client: TestClient, kept: Store) -> tuple[HappeningRow, dict[str, Any]]:
    """The happening with the most steps, as a row and whole."""
    rows = kept.ask_happenings(HappeningQuestion(today=TODAY), limit=500).rows
    whole = {row.id: client.get(f"/happening/{row.id}.json").json() for row in rows if row.reports > 1}
    row = max((row for row in rows if row.id in whole), key=lambda row: len(whole[row.id]["steps"]))
    assert len(whole[row.id]["steps"]) > 1
    return row, whole[row.id]


def lines_of(tree: html.HtmlElement, heading: str) -> list[str]:
    found = tree.xpath(f"//section[@class='stands']/div[h2='{heading}']//li")
    return [" ".join(line.text_content().split()) for line in found]


def test_a_story_says_where_it_stands(client: TestClient, story: StoryRow) -> None:
    tree = tree_of(client, f"/story/{story.id}")

    stands = {words: lines_of(tree, words) for words in ("Happened", "Disputed", "Next", "Overdue")}
    assert stands["Happened"]
    assert stands["Disputed"]
    assert all(line.startswith("happened") for line in stands["Happened"])
    assert all(line.startswith("overdue") for line in stands["Overdue"])
    every = [line for lines in stands.values() for line in lines]
    assert len(every) == len(set(every))


def test_on_an_earlier_day_a_story_shows_only_what_was_known_then(client: TestClient, story: StoryRow) -> None:
    then = tree_of(client, f"/story/{story.id}?day=2018-03-05")
    now = tree_of(client, f"/story/{story.id}")

    assert [day.text for day in then.xpath("//h3[@class='day']")] == ["5 Mar 2018"]
    assert len(now.xpath("//h3[@class='day']")) > 4
    assert "thanked" in now.text_content()
    assert "thanked" not in then.text_content()
    assert any("talks" in line for line in lines_of(then, "Next"))
    assert "Only what was known on 5 Mar 2018" in then.text_content()
    assert len(then.xpath("//section[@id='sources']/ol/li")) == 1
    assert len(now.xpath("//section[@id='sources']/ol/li")) == story.articles


def test_nothing_that_was_to_come_is_drawn_as_done(client: TestClient, story: StoryRow) -> None:
    tree = tree_of(client, f"/story/{story.id}?day=2018-03-05")

    marks = tree.xpath("//figure[@class='lanes']//a")
    assert {mark.xpath("circle | rect")[0].get("class") for mark in marks} == {"solid", "hollow"}
    for mark in marks:
        shape = mark.xpath("circle | rect")[0].get("class")
        is_done = mark.get("aria-label").split(":")[0] in ("happened", "under way")
        assert shape == ("solid" if is_done else "hollow"), mark.get("aria-label")


def test_every_line_of_a_story_has_words_that_stand_in_its_article(
    client: TestClient, kept: Store, story: StoryRow
) -> None:
    tree = tree_of(client, f"/story/{story.id}")

    told = tree.xpath("//li[blockquote]")
    assert len(told) > 8
    for line in told:
        article = line.xpath("string(.//p[@class='receipt']/a/@href)").partition("/article/")[2].partition("?")[0]
        assert line.xpath("string(blockquote)") in kept.record(article).article.text
        assert line.xpath("blockquote/mark")


def test_a_happening_tells_its_life_with_the_words_of_each_step(
    client: TestClient, kept: Store, longest: tuple[HappeningRow, dict[str, Any]]
) -> None:
    row, whole = longest

    tree = tree_of(client, f"/happening/{row.id}")

    steps = tree.xpath("//ol[@class='steps']/li")
    states = [step.xpath("string(.//span[starts-with(@class, 'mark')])").strip() for step in steps]
    assert states == [step["state"].replace("_", " ") for step in whole["steps"]]
    for step in steps:
        article = step.xpath("string(.//blockquote/a/@href)").partition("/article/")[2].partition("?")[0]
        assert step.xpath(".//blockquote/mark/text()")[0] in kept.record(article).article.text


def test_a_happening_shows_its_reports_side_by_side_and_where_they_differ(
    client: TestClient, longest: tuple[HappeningRow, dict[str, Any]]
) -> None:
    row, whole = longest

    tree = tree_of(client, f"/happening/{row.id}")

    assert len(tree.xpath("//ol[contains(@class, 'tellings')]/li")) >= row.reports > 1
    differing = [field for field in whole["fields"] if field["others"]]
    assert len(tree.xpath("//ul[@class='differ']")) == len(differing)
    values = tree.xpath("//ul[@class='differ']/li")
    assert len(values) == sum(1 + len(field["others"]) for field in differing)
    assert not any("/" in value.xpath("string(b)") for value in values)


def test_a_happening_on_an_earlier_day_stands_as_it_did(client: TestClient, story: StoryRow) -> None:
    text = client.get(f"/story/{story.id}?day=2018-03-16").text
    tree = html.document_fromstring(text)

    assert tree.xpath("//section[@class='stands']//h2[text()='Next']")
    assert tree.xpath("//span[contains(@class, 't-moved')]")


def test_a_card_of_the_day_names_its_story_and_what_changed(client: TestClient, story: StoryRow) -> None:
    tree = tree_of(client, "/?day=2018-04-12")

    card = tree.xpath("//li[contains(@class, 'card')]")[0]
    assert card.xpath("string(.//p[@class='story']/a/@href)") == f"/story/{story.id}"
    assert "lifted its ban" in card.text_content()
    assert len(card.xpath(".//p[@class='story']//circle[@class='now']")) == 1


def test_an_article_and_a_finding_lead_to_what_others_tell(
    client: TestClient, story: StoryRow, longest: tuple[HappeningRow, dict[str, Any]]
) -> None:
    row, whole = longest
    receipts = [receipt for step in whole["steps"] for receipt in step["receipts"]]
    finding = next(receipt["finding"] for receipt in receipts if receipt["finding"])

    article = tree_of(client, f"/article/{story.article.id}")
    links = tree_of(client, f"/finding/{finding}").xpath("//a/@href")

    assert f"/story/{story.id}" in article.xpath("//a/@href")
    assert any(link.replace("%3A", ":") == f"/happening/{row.id}" for link in links)


def test_stories_can_be_asked_for_and_are_there_as_data(client: TestClient, story: StoryRow) -> None:
    found = client.get("/stories.json?about=cocoa").json()["rows"]

    assert [row["id"] for row in found] == [story.id]
    assert client.get("/stories.csv").text.splitlines()[0].startswith("id,first_day,last_day,articles")


@pytest.mark.parametrize("address", ["/story/0000000000000000", "/happening/0000000000000000:000001-2", "/happening/x"])
def test_what_is_no_story_is_not_there(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_what_happened_is_not_drawn_past_the_day_on_which_it_was_told(kept: Store, story: StoryRow) -> None:
    held = kept.story(story.id)
    day = date(2018, 4, 20)

    known = [one for told in held.chains if (one := known_on(kept, decode(told), day))]

    happened = [one for one in known if one.state == "happened" and one.last]
    assert happened
    assert all(one.last <= one.steps[-1].at for one in happened if one.last and one.steps[-1].at)
    assert all(one.first <= one.last for one in known if one.first and one.last)


def test_the_old_day_of_what_was_put_off_without_a_new_one_is_none(kept: Store, story: StoryRow) -> None:
    told = decode(kept.story(story.id).chains[0])
    dated = HappeningStep(at=date(2018, 3, 1), state="dated", why="", receipts=(), latest=date(2018, 3, 20))
    put_off = replace(dated, at=date(2018, 3, 5), state="moved", latest=None)
    happening = replace(told, steps=(dated, put_off))

    before, after = (known_on(kept, happening, date(2018, month, 4)) for month in (3, 4))

    assert before is not None
    assert (before.state, before.last) == ("dated", date(2018, 3, 20))
    assert after is not None
    assert (after.state, after.first, after.last) == ("moved", None, None)


@pytest.mark.parametrize("day", ["2019-06-01", "2035-01-01"])
def test_a_story_of_long_ago_is_drawn_over_its_own_days(client: TestClient, story: StoryRow, day: str) -> None:
    soon, later = (tree_of(client, f"/story/{story.id}?day={on}") for on in ("2018-05-01", day))

    figure = later.xpath("//figure[@class='lanes']")[0]

    assert figure.xpath(".//a")
    assert figure.get("data-first") == soon.xpath("//figure[@class='lanes']")[0].get("data-first")
    assert figure.get("data-last") < "2018-12-31"
    assert not figure.xpath(".//line[@class='now']")
    assert "The line is" not in figure.text_content()


def test_of_chosen_days_only_these_are_drawn_and_told(client: TestClient, story: StoryRow) -> None:
    whole = tree_of(client, f"/story/{story.id}")

    march = tree_of(client, f"/story/{story.id}?from=2018-03-12&to=2018-03-31")

    days = [day.text for day in march.xpath("//h3[@class='day']")]
    assert days == ["26 Mar 2018", "16 Mar 2018", "12 Mar 2018"]
    figure = march.xpath("//figure[@class='lanes']")[0]
    assert (figure.get("data-first"), figure.get("data-last")) == ("2018-03-12", "2018-03-31")
    drawn, every = (tree.xpath("//figure//a/@href") for tree in (march, whole))
    assert 0 < len(set(drawn)) < len(set(every))
    told = " ".join(march.xpath("//form[contains(@class, 'brush')]")[0].text_content().split())
    more = len(set(every) - set(drawn))
    assert f"{more} more {'lies' if more == 1 else 'lie'} before or after" in told


def test_days_are_taken_in_their_order_and_can_be_left_again(client: TestClient, story: StoryRow) -> None:
    one = tree_of(client, f"/story/{story.id}?day=2018-04-12&from=2018-03-12&to=2018-03-31")
    other = tree_of(client, f"/story/{story.id}?day=2018-04-12&from=2018-03-31&to=2018-03-12")

    assert one.xpath("//figure")[0].text_content() == other.xpath("//figure")[0].text_content()
    form = one.xpath("//form[contains(@class, 'brush')]")[0]
    assert dict(form.form_values()) == {"day": "2018-04-12", "from": "2018-03-12", "to": "2018-03-31"}
    assert form.xpath("a/@href") == [f"/story/{story.id}?day=2018-04-12#calendar"]
    assert client.get(f"/story/{story.id}?from=x").status_code == 400


def test_days_of_which_nothing_is_known_say_so(client: TestClient, story: StoryRow) -> None:
    text = tree_of(client, f"/story/{story.id}?from=2001-01-01&to=2001-02-01").text_content()

    assert "Nothing is known of these days." in text
    assert "Nothing was told on these days." in text


def test_what_is_not_known_to_the_day_fades_and_what_has_no_day_lies_in_the_tray(
    client: TestClient, story: StoryRow
) -> None:
    tree = tree_of(client, f"/story/{story.id}")

    bars = tree.xpath("//figure//rect[@mask]")
    assert bars
    masks = set(tree.xpath("//mask/@id"))
    assert {bar.get("mask").removeprefix("url(#").removesuffix(")") for bar in bars} <= masks
    assert len(tree.xpath("//figure//a/rect")) == len(bars)
    assert not tree.xpath("//figure//circle[@mask]")
    tray = set(tree.xpath("//div[@class='tray']//li/a/@href"))
    assert len(tray) > 3
    assert not tray & set(tree.xpath("//figure//a/@href"))

"""What speaks for and against the country of an actor."""

from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Actor


def of_country(scene: Scene, actor: Actor) -> Facts:
    """Give the facts of an actor's country, of one that is told or inferred."""
    said = "told" if actor.country else "inferred"
    named = any(one.form in ("name", "short") for one in actor.mentions)
    families = {one.rule.partition("/")[0] for one in actor.mentions}
    listed = sorted(families & {"people", "organisations", "countries"})
    source = " ".join(listed) or "words"
    values = {**_what(actor), **_mentions(actor, named=named), **_where(scene, actor), "listed": bool(listed)}
    wide = f"{actor.kind} {said}"
    return Facts(
        finding=actor.id,
        values=values,
        entries={"entry": (f"{actor.kind} {actor.sector or '-'} {said} {source}", f"{wide} {source}", wide, said)},
    )


def _what(actor: Actor) -> dict[str, float]:
    return {
        "inferred": actor.country is None,
        "is_person": actor.kind == "person",
        "is_country": actor.kind == "country",
        "is_government": actor.kind == "government",
        "is_body": actor.kind == "organisation",
        "is_group": actor.kind == "group",
        "is_office": actor.kind == "role",
        "sector_known": actor.sector is not None,
        "of_the_state": actor.sector in ("GOV", "MIL", "LEG", "JUD"),
        "of_a_party": actor.sector == "PTY",
        "of_business": actor.sector == "BUS",
        "office_told": actor.role is not None,
    }


def _mentions(actor: Actor, *, named: bool) -> dict[str, float]:
    mentions = actor.mentions
    first = mentions[0]
    return {
        "mentions": min(len(mentions), 30),
        "named": named,
        "only_described": not named and all(one.form in ("definite", "role") for one in mentions),
        "pronouns": sum(one.form == "pronoun" for one in mentions) / len(mentions),
        "name_words": len(actor.name.split()),
        "first_pronoun": first.form == "pronoun",
        "by_description": any(one.rule.startswith("description") for one in mentions),
        "by_apposition": any(one.rule.startswith("apposition") for one in mentions),
        "by_given_name": any(one.rule.startswith("given_names") for one in mentions),
        "by_ending": any(one.rule.startswith("endings") for one in mentions),
        "by_role": any(one.rule.startswith("roles") for one in mentions),
    }


def _where(scene: Scene, actor: Actor) -> dict[str, float]:
    """Hold the country against those of the other actors of the article."""
    others = sum(scene.countries.values())
    own = scene.countries.get(actor.likely_country or "", 0)
    most = max(scene.countries.values(), default=0)
    head = scene.head(actor.mentions[0].span)
    return {
        "country_share": own / max(others, 1),
        "country_is_main": own > 0 and own == most,
        "country_actors": min(own, 10),
        "countries": len(scene.countries),
        "first_in_headline": head is not None and scene.syntax.doc.role_at(head) == "headline",
    }

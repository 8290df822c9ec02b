"""What speaks for and against the country of an actor."""

from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Actor


def of_country(scene: Scene, actor: Actor) -> Facts:
    """Give the facts of an actor's country, of one that is told or inferred."""
    said = "told" if actor.country else "inferred"
    families = {one.rule.partition("/")[0] for one in actor.mentions}
    listed = sorted(families & {"people", "organisations", "countries"})
    source = " ".join(listed) or "words"
    values = {**_what(actor), **_where(scene, actor), "listed": bool(listed)}
    wide = f"{actor.kind} {said}"
    return Facts(
        finding=actor.id,
        values=values,
        entries={"entry": (f"{actor.kind} {actor.sector or '-'} {said} {source}", f"{wide} {source}", wide, said)},
    )


def _what(actor: Actor) -> dict[str, float]:
    return {
        "inferred": actor.country is None,
        "is_group": actor.kind == "group",
        "sector_known": actor.sector is not None,
        "mentions": min(len(actor.mentions), 30),
        "by_role": any(one.rule.startswith("roles") for one in actor.mentions),
    }


def _where(scene: Scene, actor: Actor) -> dict[str, float]:
    """Hold the country against those of the other actors of the article."""
    others = sum(scene.countries.values())
    own = scene.countries.get(actor.likely_country or "", 0)
    return {
        "country_share": own / max(others, 1),
        "country_actors": min(own, 10),
        "countries": len(scene.countries),
    }

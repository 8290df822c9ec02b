"""What speaks for and against the country of an actor."""

from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Actor

#: The lists that know countries.
_LISTS = ("countries", "organisations", "people")


def of_country(scene: Scene, actor: Actor) -> Facts:
    """Give the facts of an actor's country, of one that is told or inferred."""
    said = "told" if actor.country else "inferred"
    families = {one.rule.partition("/")[0] for one in actor.mentions}
    listed = " ".join(one for one in _LISTS if one in families)
    source = listed or "words"
    own = scene.countries.get(actor.likely_country or "", 0)
    wide = f"{actor.kind} {said}"
    return Facts(
        finding=actor.id,
        values={
            "inferred": actor.country is None,
            "sector_known": actor.sector is not None,
            "by_role": any(one.startswith("roles") for one in families),
            "listed": bool(listed),
            # Held against those of the other actors of the article.
            "country_share": own / scene.coded,
            "country_actors": min(own, 10),
            "countries": len(scene.countries),
        },
        entries={"entry": (f"{actor.kind} {actor.sector or '-'} {said} {source}", f"{wide} {source}", wide, said)},
    )

"""A card that others may put into their pages: a page with a tight policy, and what describes it (oEmbed)."""

import json

from newsledger.publish.settings import Settings
from newsledger.show import plain
from newsledger.show.card import Card

WIDTH, HEIGHT = 560, 320
#: It gets its style from its own folder, and does nothing.
CARD_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def described(card: Card, stem: str, settings: Settings) -> bytes:
    """Describe a card as oEmbed 1.0 wants it; only a site that knows its address can be put into a page by it."""
    source = f"{settings.canonical}{stem}.card.html"
    told = {
        "version": "1.0",
        "type": "rich",
        "title": plain(card.large),
        "provider_name": settings.title,
        "provider_url": settings.canonical,
        "width": WIDTH,
        "height": HEIGHT,
        "html": f'<iframe src="{source}" width="{WIDTH}" height="{HEIGHT}" sandbox="allow-popups" loading="lazy" '
        'referrerpolicy="no-referrer" title="A finding with its source" style="border:1px solid #ddd8cd"></iframe>',
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()

"""An article as JSON and back: what is known of a page before it is parsed."""

import json

import msgspec

from newsledger import codec
from newsledger.model import Article

_ARTICLES = msgspec.json.Decoder(Article)


def article_to_json(article: Article) -> str:
    """Write an article."""
    try:
        return msgspec.json.encode(article).decode()
    except UnicodeEncodeError:  # lone surrogates, which a broken page may hold
        return codec.dump(msgspec.to_builtins(article))


def article_from_json(line: str) -> Article:
    """Read what ``article_to_json`` wrote."""
    try:
        return _ARTICLES.decode(line)
    except (ValueError, msgspec.MsgspecError):
        return msgspec.convert(json.loads(line), Article)

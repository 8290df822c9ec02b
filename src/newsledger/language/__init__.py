"""Article to Annotated; the only room that knows spaCy."""

from newsledger.language.parser import MODEL_SHA256, Parser, PipelineInfo

__all__ = ["MODEL_SHA256", "Parser", "PipelineInfo"]

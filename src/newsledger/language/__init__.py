"""Article to Annotated; the only room that knows spaCy."""

from newsledger.language.parser import DEFAULT_PIPELINE, MODEL_SHA256, Parser, PipelineInfo

__all__ = ["DEFAULT_PIPELINE", "MODEL_SHA256", "Parser", "PipelineInfo"]

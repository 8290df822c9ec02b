"""Files cut into parts of a few pages, each of which can be read by itself, and Parquet."""

from newsledger.intake.cuts.cut import ENDINGS, Cut, cut_file
from newsledger.intake.cuts.read import read_cut

__all__ = ["ENDINGS", "Cut", "cut_file", "read_cut"]

"""Results to a scorecard: points, coverage and bounds, each of them explained."""

from zhenggai.scoring.card import score
from zhenggai.scoring.explaining import Explanation, explain

__all__ = ["Explanation", "explain", "score"]

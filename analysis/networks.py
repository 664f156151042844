"""The old home of what stands in `analysis.exports` now."""

from analysis.exports import quotation_network, stance_network, write_network

__all__ = ["quotation_network", "stance_network", "write_network"]

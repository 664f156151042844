"""What other programs read: networks as GraphML, statements for discourse network analysis."""

from analysis.exports.networks import quotation_network, stance_network, write_network
from analysis.exports.statements import statements, write_statements

__all__ = ["quotation_network", "stance_network", "statements", "write_network", "write_statements"]

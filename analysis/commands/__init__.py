"""Commands of `readout` that need a room of their own; `analysis/cli.py` names them."""

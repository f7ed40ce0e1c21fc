"""The version, a literal: asking for it must start nothing else."""

__version__ = "0.1.0"

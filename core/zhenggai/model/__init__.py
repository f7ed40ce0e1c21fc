"""Frozen data without I/O: what the stages hand one another."""

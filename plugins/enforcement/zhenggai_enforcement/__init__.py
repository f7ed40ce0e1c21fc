"""Enforcement (行政执法): rules and evidence of the domain, all of it data."""

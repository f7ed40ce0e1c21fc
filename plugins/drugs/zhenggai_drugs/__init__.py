"""Drugs (药品监管): rules and evidence of the domain, all of it data."""

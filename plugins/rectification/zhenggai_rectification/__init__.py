"""Rectification work (巡察整改): rules and evidence of the domain, all of it data."""

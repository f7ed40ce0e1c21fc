"""Intellectual property (知识产权): rules and evidence of the domain, all of it data."""

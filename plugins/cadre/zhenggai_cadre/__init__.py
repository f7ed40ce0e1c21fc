"""Cadre selection (干部选拔任用): rules and evidence of the domain, all of it data."""

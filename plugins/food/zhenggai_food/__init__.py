"""Food safety (食品安全监管): rules and evidence of the domain, all of it data."""

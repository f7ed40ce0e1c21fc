"""Party building (党的建设): rules and evidence of the domain, all of it data."""

"""Service to enterprises (为企服务): rules and evidence of the domain, all of it data."""

"""Finance (财务管理): rules and evidence of the domain, all of it data."""

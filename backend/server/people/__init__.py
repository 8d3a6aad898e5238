"""Users, how a caller is recognised, roles and permissions."""

"""The Django apps; ARCHITECTURE in docs/explanation says which may import which."""

"""What staff do across several apps; no tables."""

"""A living demonstration, and data by the thousand for measurements; development only."""

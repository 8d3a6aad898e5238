"""What requests, jobs and pipelines look like, and how requests for runs come in."""

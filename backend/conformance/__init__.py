"""The conformance kit: judges a server by playing a runner, and a runner by playing the server.

It speaks only HTTP and needs nothing but Python (and git, to judge a runner).
"""

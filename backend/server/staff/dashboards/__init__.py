"""Tables by which staff see what projects and repositories come to; nothing is changed here."""

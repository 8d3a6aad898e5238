"""What may stand in the way of a sign-off; each names its problem type."""

from server.core.errors import DomainError


class AlreadySignedOff(DomainError):
    """Somebody has signed it off before."""

    problem = "already-signed-off"


class NotYetSignedOff(DomainError):
    """Something has to be signed off first."""

    problem = "not-yet-signed-off"

"""What may stand in the way of a run or a cancel; each names its problem type."""

from server.core.errors import DomainError


class WorkspaceArchived(DomainError):
    """The workspace takes no new runs."""

    problem = "workspace-archived"


class BackendNotAvailable(DomainError):
    """Staff have switched the backend off, or let it take no new runs for a while."""

    problem = "backend-not-available"


class PipelineHasProblems(DomainError):
    """project.yaml cannot be run; `problems` and `commit` are members of the document."""

    problem = "pipeline-has-problems"


class CodelistsIncomplete(DomainError):
    """A study has codelists but not the files that name them."""

    problem = "codelists-incomplete"


class NothingToDo(DomainError):
    """No job would come of the request."""

    problem = "nothing-to-do"


class TooManyUnfinished(DomainError):
    """The person has as many unfinished requests as the installation lets one have."""

    problem = "too-many-unfinished"


class AlreadyFinished(DomainError):
    """Nothing that was to be stopped is unfinished."""

    problem = "already-finished"


class AmbiguousIdentifier(DomainError):
    """Several jobs answer to the identifier; `matches` is a member of the document."""

    problem = "ambiguous-identifier"

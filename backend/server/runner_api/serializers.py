"""The frozen shapes of /api/v2/, for the schema alone, but for `ReleaseNotification`.

Lists of requests are written and reports of jobs are checked by hand, for speed: see `listing.py`
and `shapes.py`.
"""

from rest_framework import serializers


class RunnerErrorOut(serializers.Serializer):
    """What went wrong, in one sentence."""

    detail = serializers.CharField()


class ListedWorkspaceOut(serializers.Serializer):
    """Where the code of a request comes from."""

    name = serializers.CharField()
    repo = serializers.URLField()
    branch = serializers.CharField()
    db = serializers.CharField(help_text="Always `full`; runners until September 2023 need it.")
    created_by = serializers.CharField()
    created_at = serializers.DateTimeField()


class ListedJobRequestOut(serializers.Serializer):
    """An active job request, in the fields of all eras of runners."""

    identifier = serializers.CharField(help_text="16 characters of `a-z2-7`.")
    backend = serializers.CharField()
    sha = serializers.CharField(allow_blank=True)
    requested_actions = serializers.ListField(child=serializers.CharField())
    cancelled_actions = serializers.ListField(child=serializers.CharField())
    force_run_dependencies = serializers.BooleanField()
    codelists_ok = serializers.BooleanField()
    database_name = serializers.CharField(help_text="`default` or `include_t1oo`.")
    created_by = serializers.CharField()
    created_at = serializers.DateTimeField()
    project = serializers.CharField()
    orgs = serializers.ListField(child=serializers.CharField())
    workspace = ListedWorkspaceOut()


class ListedJobRequestsOut(serializers.Serializer):
    """A page of active job requests, newest first."""

    count = serializers.IntegerField(help_text="Before paging.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = ListedJobRequestOut(many=True)


class JobReportIn(serializers.Serializer):
    """The state of one job. Keys that are not here are ignored."""

    job_request_id = serializers.CharField(help_text="The `identifier` of the request.")
    identifier = serializers.CharField(max_length=255)
    action = serializers.CharField(max_length=255, allow_blank=True)
    run_command = serializers.CharField(required=False, allow_null=True, allow_blank=True)
    status = serializers.CharField(
        max_length=255, help_text="`pending`, `running`, `succeeded`, `failed`; any word is kept."
    )
    status_code = serializers.CharField(required=False, allow_blank=True, max_length=255)
    status_message = serializers.CharField(allow_blank=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField(required=False, allow_null=True)
    started_at = serializers.DateTimeField(required=False, allow_null=True)
    completed_at = serializers.DateTimeField(required=False, allow_null=True)
    trace_context = serializers.JSONField(required=False, allow_null=True)
    metrics = serializers.JSONField(required=False, allow_null=True)


class ReportTakenOut(serializers.Serializer):
    """The report was taken in."""

    status = serializers.CharField()


class PermissionsInProjectOut(serializers.Serializer):
    """What a person may do in one project."""

    slug = serializers.CharField()
    permissions = serializers.ListField(child=serializers.CharField())


class RolesInProjectOut(serializers.Serializer):
    """The roles that a person holds in one project."""

    slug = serializers.CharField()
    roles = serializers.ListField(child=serializers.CharField())


# `global` is no name that a class body takes.
HeldPermissionsOut = type(
    "HeldPermissionsOut",
    (serializers.Serializer,),
    {
        "__doc__": "What a person may do, everywhere and by project.",
        "global": serializers.ListField(child=serializers.CharField()),
        "orgs": serializers.ListField(child=serializers.DictField(), help_text="Always empty."),
        "projects": PermissionsInProjectOut(many=True),
    },
)
HeldRolesOut = type(
    "HeldRolesOut",
    (serializers.Serializer,),
    {
        "__doc__": "The roles that a person holds, everywhere and by project.",
        "global": serializers.ListField(child=serializers.CharField()),
        "orgs": serializers.ListField(child=serializers.DictField(), help_text="Always empty."),
        "projects": RolesInProjectOut(many=True),
    },
)


class MemberOut(serializers.Serializer):
    """Roles and permissions of a member of the backend; all lists sorted."""

    permissions = HeldPermissionsOut()
    roles = HeldRolesOut()


class ReleaseFlowOut(serializers.Serializer):
    """How outputs of the workspace are released."""

    uses_new_release_flow = serializers.BooleanField()


class ReleaseNotification(serializers.Serializer):
    """That files were published; echoed as it came, `files` null where it was not sent."""

    created_by = serializers.CharField()
    path = serializers.CharField()
    files = serializers.ListField(child=serializers.CharField(), allow_null=True, default=None)

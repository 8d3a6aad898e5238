"""Answers as the documentation shows them."""

from typing import Any

SHA = "5f0c1e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3e"
REPO = "https://github.com/opensafely/asthma-winter"
REQUEST_IDENTIFIER = "k3v7q2mzt5adhx4c"
JOB_IDENTIFIER = "qa4mzn7v2kxt6dhe"

REASON: dict[str, Any] = {
    "code": "executing",
    "text": "Its script runs on TPP.",
    "what_next": "It ends by itself, or by being cancelled.",
    "who_can_act": "nobody",
    "about": {"kind": "job", "names": ["make_cohort"], "line": None},
    "since": "2026-03-04T10:20:40Z",
    "until": None,
    "heard_at": None,
    "requests_before": None,
}
ROW: dict[str, Any] = {
    "identifier": REQUEST_IDENTIFIER,
    "number": 4821,
    "status": "running",
    "display_status": "running",
    "reason": REASON
    | {
        "code": "running",
        "text": "1 running.",
        "about": {"kind": "request", "names": [REQUEST_IDENTIFIER], "line": None},
    },
    "backend": {"slug": "tpp", "name": "TPP"},
    "workspace": {"name": "asthma-winter-main"},
    "project": {"slug": "asthma-winter", "name": "Asthma in winter"},
    "created_by": {"username": "ada", "name": "Ada Example"},
    "created_at": "2026-03-04T10:20:30Z",
    "started_at": "2026-03-04T10:20:40Z",
    "completed_at": None,
    "duration_s": None,
    "requested_actions": ["make_cohort"],
    "requested_actions_total": 1,
    "commit": {"sha": SHA, "url": f"{REPO}/tree/{SHA}"},
    "job_counts": {
        "total": 1,
        "succeeded": 0,
        "running": 1,
        "waiting": 0,
        "held": 0,
        "failed": 0,
        "not_run": 0,
        "cancelled": 0,
        "unknown": 0,
    },
    "strip": ["running"],
    "contact": "heard",
    "has_errors": False,
}
STANDING_FAILURE: dict[str, Any] = {
    "job_request": ROW
    | {
        "status": "failed",
        "display_status": "failed",
        "completed_at": "2026-03-04T10:24:52Z",
        "duration_s": 252,
        "job_counts": ROW["job_counts"] | {"running": 0, "failed": 1},
        "strip": ["failed"],
        "has_errors": True,
    },
    "actions": ["make_cohort"],
    "actions_total": 1,
}
PAGE: dict[str, Any] = {"results": [ROW], "next": None, "previous": None}
JOB: dict[str, Any] = {
    "identifier": JOB_IDENTIFIER,
    "action": "make_cohort",
    "status": "running",
    "display_status": "running",
    "status_code": "executing",
    "status_message": "Executing job on the backend",
    "reason": REASON,
    "needs": [],
    "created_at": "2026-03-04T10:20:36Z",
    "started_at": "2026-03-04T10:20:40Z",
    "completed_at": None,
    "updated_at": "2026-03-04T10:21:01Z",
    "news_at": "2026-03-04T10:21:02Z",
    "waited_s": 4,
    "duration_s": None,
    "attempts_total": 1,
    "is_stale": False,
    "is_cancel_requested": False,
    "is_database_action": True,
    "log_path": None,
    "metrics": {"cpu_peak": 180.2, "mem_mb_peak": 512.0, "cpu_mean": None, "mem_mb_mean": None},
    "can": {"cancel": {"allowed": True, "why_not": None, "permission": None}},
}
JOB_DETAIL: dict[str, Any] = JOB | {
    "run_command": "ehrql:v1 generate-dataset analysis/ds.py --output output/ds.csv.gz",
    "unlisted_since": None,
    "attempts": [],
    "trace_context": None,
    "cancel": None,
    "job_request": ROW,
}
REQUEST: dict[str, Any] = ROW | {
    "cancelled_actions": [],
    "force_run_dependencies": False,
    "will_notify": False,
    "codelists_ok": True,
    "status_message": "",
    "is_invalid": False,
    "runtime_s": 0,
    "commit": ROW["commit"] | {"message": "Count admissions by week", "compare_url": None},
    "branch": "main",
    "project_definition": 'version: "4"\n',
    "project_definition_bytes": 13,
    "repo": {"url": REPO, "owner": "opensafely", "name": "asthma-winter"},
    "updated_at": "2026-03-04T10:21:01Z",
    "news_at": "2026-03-04T10:21:02Z",
    "is_stale": False,
    "backend_hold": None,
    "cancel": {"requested_at": None, "requested_by": None, "seen_at": None, "ends_at": None},
    "can": {
        "cancel": {"allowed": True, "why_not": None, "permission": None},
        "run_again": {"allowed": True, "why_not": None, "permission": None},
    },
    "failures": [],
    "summary": "0 of 1 job succeeded. 1 running.",
    "planned": [{"action": "make_cohort", "decision": "chosen", "because": "you chose it"}],
    "jobs": [JOB],
}
NEWEST: dict[str, Any] = {
    "job_identifier": JOB_IDENTIFIER,
    "job_request_number": 4821,
    "job_request_identifier": REQUEST_IDENTIFIER,
    "backend": {"slug": "tpp", "name": "TPP"},
    "status": "succeeded",
    "display_status": "succeeded",
    "reason": None,
    "at": "2026-03-04T10:31:40Z",
    "duration_s": 660,
    "commit_sha": SHA,
}
PIPELINE: dict[str, Any] = {
    "commit": {
        "sha": SHA,
        "url": f"{REPO}/tree/{SHA}",
        "message": "Count admissions by week",
        "author": "Ada Example",
        "committed_at": "2026-03-04T09:30:00Z",
    },
    "branch": "main",
    "backend": {"slug": "tpp", "name": "TPP"},
    "actions": [
        {
            "id": "make_cohort",
            "run": "ehrql:v1 generate-dataset analysis/ds.py --output output/ds.csv.gz",
            "needs": [],
            "outputs": [
                {"level": "highly_sensitive", "name": "cohort", "path": "output/ds.csv.gz"}
            ],
            "is_database_action": True,
            "line": 4,
            "newest": NEWEST,
        }
    ],
    "run_all": ["make_cohort"],
    "warnings": [],
    "problems": [],
    "codelists": {"status": "ok", "message": None},
    "source": 'version: "4"\n',
}
PLAN: dict[str, Any] = {
    "commit_sha": SHA,
    "steps": [
        {
            "action": "make_cohort",
            "decision": "chosen",
            "because": "you chose it",
            "needed_by": None,
            "newest": NEWEST,
        }
    ],
    "will_run": 1,
    "reused": 0,
    "active": 0,
    "nothing_to_do": False,
    "nothing_reason": None,
    "requests_before": 2,
}
COMPARISON: dict[str, Any] = {
    "results": [
        {
            "action": "make_cohort",
            "last": {
                "job_identifier": "c7m2qkx4vzn6tahd",
                "job_request_number": 4801,
                "display_status": "succeeded",
                "duration_s": 660,
                "at": "2026-03-03T10:31:40Z",
                "commit_sha": "b81d04e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3",
                "compare_url": f"{REPO}/compare/b81d04e8a9b7d6c5e4f3a2b1c0d9e8f7a6b5c4d3..{SHA}",
            },
            "usual_s": 640,
            "failed_this_week": 0,
        }
    ]
}

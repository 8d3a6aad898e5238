"""What the worker sends to people."""

from collections.abc import Mapping
from typing import Any

import structlog
from django.conf import settings

from server.jobs.models import Job
from server.jobs.statuses import is_finished
from server.notify.messages import job_finished

logger = structlog.get_logger(__name__)


def tell_of_finished_job(payload: Mapping[str, Any], key: str) -> None:
    """Mail who asked for the run that one of its jobs has finished.

    A repeat sends the same `Message-ID`, by which mail systems know it. A job that went back since
    is told of when it finishes again, which is another event.
    """
    job = (
        Job.objects.select_related("detail", "job_request__created_by", "workspace")
        .filter(pk=payload["job_id"])
        .first()
    )
    if job is None or not is_finished(job.status):
        logger.info("mail_not_sent", reason="the job is not finished any more", key=key)
    elif not job.job_request.created_by.email:
        logger.info(
            "mail_not_sent", reason="the asker has no address", job_request=job.job_request.pk
        )
    else:
        job_finished(job, key=key, base_url=settings.BASE_URL).send()

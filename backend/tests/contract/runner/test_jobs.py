"""Conformance cases JO of the runner contract, and what else a push may bring."""

import io
import json
import threading
from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.wsgi import get_wsgi_application
from django.db import connection
from gunicorn.http.errors import InvalidChunkSize
from structlog.testing import capture_logs

from server.core import clock
from server.core.models import ChangeCounter
from server.fleet.models import CallCount
from server.jobs.models import Job, JobDetail, JobRequest
from server.jobs.statuses import JobRequestStatus
from server.outbox import services as outbox
from server.outbox.models import OutboxMessage
from server.projects.models import Workspace
from tests import recipes
from tests.contract.runner.wire import R1, R2, failed, job, succeeded, warnings_in

SUCCESS = {"status": "success"}
REQUIRED = "This field is required."
NULL = "This field may not be null."
NO_TIME = (
    "Datetime has wrong format. Use one of these formats instead: "
    "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."
)


def without(name, **fields):
    item = job(**fields)
    del item[name]
    return item


def listed_jobs(job_request):
    return sorted(job_request.jobs.listed().values_list("identifier", flat=True))


def stored():
    """Everything that a push may write."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Job, JobDetail, JobRequest, OutboxMessage, ChangeCounter)
    ]


def send_mails():
    """The worker's round: deliver whatever is due."""
    while message := outbox.claim(now=clock.now()):
        assert outbox.deliver(message, now=clock.now()), message.last_error


@pytest.fixture
def notifying(r1):
    JobRequest.objects.filter(pk=r1.pk).update(will_notify=True)
    return r1


def test_jo_1_an_empty_push_changes_nothing(ta, r1):
    before = stored()

    answer = ta.push()

    assert (answer.status_code, answer.json()) == (200, SUCCESS)
    assert answer.headers["Content-Type"] == "application/json"
    assert stored() == before


def test_jo_2_a_job_is_stored_with_every_field(ta, r1, w1, tpp):
    answer = ta.push(
        job(
            status="running",
            started_at="2026-03-04T10:20:40Z",
            completed_at="2026-03-04T10:22:00Z",
            metrics={"cpu_peak": 180.2},
        )
    )

    assert (answer.status_code, answer.json()) == (200, SUCCESS)
    row = Job.objects.select_related("detail").get()
    assert (row.job_request, row.workspace, row.backend) == (r1, w1, tpp)
    assert (row.identifier, row.action) == ("job-1", "action_job-1")
    assert (row.status, row.status_code) == ("running", "created")
    assert row.created_at == datetime(2026, 3, 4, 10, 20, 36, tzinfo=UTC)
    assert row.updated_at == datetime(2026, 3, 4, 10, 21, 1, tzinfo=UTC)
    assert row.started_at == datetime(2026, 3, 4, 10, 20, 40, tzinfo=UTC)
    assert row.completed_at == datetime(2026, 3, 4, 10, 22, tzinfo=UTC)
    assert row.hidden_at is None
    assert row.detail.run_command == "ehrql:v1 generate-dataset analysis/ds.py"
    assert row.detail.status_message == "Created"
    assert list(row.detail.trace_context) == ["traceparent"]
    assert row.detail.metrics == {"cpu_peak": 180.2}


def test_jo_3_a_repeated_push_writes_nothing(ta, r1):
    ta.push(job("a"), job("b", metrics={"cpu": 1e23, "mem": 1.0, "text": "é☃𝄞"}))
    before = stored()

    assert ta.push(job("a"), job("b", metrics={"cpu": 1e23, "mem": 1, "text": "é☃𝄞"})).json()

    assert stored() == before


def test_jo_4_a_job_is_updated_in_its_row(ta, r1):
    ta.push(job())
    key = Job.objects.get().pk

    ta.push(job(status="running", status_message="Executing", updated_at="2026-03-04T10:22:00Z"))

    row = Job.objects.get()
    assert (row.pk, row.status, row.detail.status_message) == (key, "running", "Executing")


def test_jo_5_a_job_that_is_left_out_leaves_the_request_and_returns(ta, r1):
    ta.push(job("a"), job("b"))

    ta.push(job("a"))
    assert listed_jobs(r1) == ["a"]

    ta.push(job("a"), job("b"))
    assert listed_jobs(r1) == ["a", "b"]
    assert Job.objects.count() == 2


def test_jo_6_a_request_that_is_not_named_is_left_alone(ta, r1, r2_of_tpp):
    ta.push(job("a"), job("b", job_request_id=R2))

    ta.push(job("a2"))

    assert listed_jobs(r2_of_tpp) == ["b"]


def test_jo_7_jobs_of_several_requests_may_be_interleaved(ta, r1, r2_of_tpp):
    ta.push(job("a"), job("b", job_request_id=R2), job("c"))

    assert listed_jobs(r1) == ["a", "c"]
    assert listed_jobs(r2_of_tpp) == ["b"]


def test_jo_8_an_unknown_request_is_skipped(ta, r1):
    before = stored()

    with capture_logs() as logs:
        answer = ta.push(*(job("a", job_request_id=f"unknown-{n}") for n in range(30)))

    assert (answer.status_code, answer.json()) == (200, SUCCESS)
    assert stored() == before
    (line,) = [line for line in logs if line["event"] == "reports_skipped"]
    assert (line["backend"], line["foreign"], line["unknown"]) == ("tpp", 0, 30)
    assert len(line["job_requests"]) == 10


def test_jo_9_known_requests_are_stored_beside_unknown_ones(ta, r1):
    assert ta.push(job("a", job_request_id="unknown"), job("b")).status_code == 200

    assert listed_jobs(r1) == ["b"]


def test_jo_10_a_request_of_another_backend_is_skipped_and_logged(ta, r2_of_emis):
    before = stored()

    with capture_logs() as logs:
        answer = ta.push(job("a", job_request_id=R2))

    assert answer.status_code == 200
    assert stored() == before
    assert warnings_in(logs) == ["reports_skipped"]
    (line,) = [line for line in logs if line["event"] == "reports_skipped"]
    assert (line["foreign"], line["unknown"]) == (1, 0)


@pytest.mark.parametrize(
    ("body", "kind"),
    [("{}", "dict"), ('"x"', "str"), ("1", "int"), ("1.5", "float"), ("true", "bool")],
)
def test_jo_11_a_body_that_is_no_list_is_refused(ta, body, kind):
    answer = ta.post("jobs/", body)

    assert answer.status_code == 400
    assert answer.json() == {
        "non_field_errors": [f'Expected a list of items but got type "{kind}".']
    }


def test_jo_11_a_body_that_is_null_is_refused(ta):
    answer = ta.post("jobs/", "null")

    assert (answer.status_code, answer.json()) == (400, {"non_field_errors": ["No data provided"]})


@pytest.mark.parametrize(
    "name", ["job_request_id", "identifier", "action", "status", "status_message", "created_at"]
)
def test_jo_12_each_of_six_keys_is_required(ta, r1, name):
    answer = ta.push(without(name))

    assert (answer.status_code, answer.json()) == (400, [{name: [REQUIRED]}])
    assert not Job.objects.exists()


def test_jo_13_with_one_bad_item_nothing_is_stored(ta, r1):
    before = stored()

    answer = ta.push(job("a"), without("status"), None, 7, "x", [], job("b"))

    assert answer.status_code == 400
    assert answer.json() == [
        {},
        {"status": [REQUIRED]},
        [NULL],
        {"non_field_errors": ["Invalid data. Expected a dictionary, but got int."]},
        {"non_field_errors": ["Invalid data. Expected a dictionary, but got str."]},
        {"non_field_errors": ["Invalid data. Expected a dictionary, but got list."]},
        {},
    ]
    assert stored() == before


@pytest.mark.parametrize(
    "name",
    ["job_request_id", "identifier", "action", "status", "status_code", "status_message"],
)
def test_jo_14_a_text_may_not_be_null(ta, r1, name):
    answer = ta.push(job(**{name: None}))

    assert (answer.status_code, answer.json()) == (400, [{name: [NULL]}])


def test_jo_15_some_texts_may_be_empty(ta, r1):
    answer = ta.push(job(status_code="", status_message="", action=" ", run_command=""))

    assert answer.status_code == 200
    assert (Job.objects.get().status_code, Job.objects.get().action) == ("", "")


@pytest.mark.parametrize("name", ["job_request_id", "identifier", "status"])
@pytest.mark.parametrize("value", ["", " \t\n"])
def test_jo_15_the_others_may_not(ta, r1, name, value):
    answer = ta.push(job(**{name: value}))

    assert (answer.status_code, answer.json()) == (400, [{name: ["This field may not be blank."]}])


def test_jo_16_a_null_run_command_is_stored_as_an_empty_text(ta, r1):
    assert ta.push(job(run_command=None)).status_code == 200

    assert JobDetail.objects.get().run_command == ""


def test_jo_17_a_runner_of_2021_sends_no_run_command(ta, r1):
    assert ta.push(without("run_command")).status_code == 200

    assert JobDetail.objects.get().run_command == ""


def test_jo_18_a_runner_of_2020_sends_no_status_code(ta, r1):
    assert ta.push(without("status_code")).status_code == 200

    assert Job.objects.get().status_code == ""


def test_jo_19_metrics_and_trace_context_may_be_absent(ta, r1):
    item = without("metrics")
    del item["trace_context"]

    assert ta.push(item).status_code == 200

    assert (JobDetail.objects.get().metrics, JobDetail.objects.get().trace_context) == (None, None)


@pytest.mark.parametrize("name", ["updated_at", "started_at", "completed_at"])
def test_jo_19_times_but_for_the_creation_may_be_absent(ta, r1, name):
    assert ta.push(without(name)).status_code == 200

    assert getattr(Job.objects.get(), name) is None


def test_jo_20_unknown_keys_are_ignored(ta, r1):
    assert ta.push(job(requires_db=True, x=1)).status_code == 200

    assert Job.objects.count() == 1


def test_jo_21_a_job_has_a_time_of_creation(ta, r1):
    answer = ta.push(job(created_at=None))

    assert (answer.status_code, answer.json()) == (400, [{"created_at": [NULL]}])


@pytest.mark.parametrize("name", ["created_at", "updated_at", "started_at", "completed_at"])
@pytest.mark.parametrize(
    "value", ["yesterday", "", " ", 0, 1.5, 1741000000, True, [], {}, "2026-13-01", "12:00"]
)
def test_jo_22_what_is_no_time_is_refused(ta, r1, name, value):
    answer = ta.push(job(**{name: value}))

    assert (answer.status_code, answer.json()) == (400, [{name: [NO_TIME]}])


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-03-04T10:20:36", datetime(2026, 3, 4, 10, 20, 36, tzinfo=UTC)),
        ("2026-03-04 10:20:36", datetime(2026, 3, 4, 10, 20, 36, tzinfo=UTC)),
        ("2026-03-04", datetime(2026, 3, 4, tzinfo=UTC)),
        ("2026-03-04T10:20:36.123456+02:00", datetime(2026, 3, 4, 8, 20, 36, 123456, UTC)),
        ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31T23:59:59.999999Z", datetime(9999, 12, 31, 23, 59, 59, 999999, UTC)),
        ("2099-01-01T00:00:00Z", datetime(2099, 1, 1, tzinfo=UTC)),
    ],
)
def test_jo_23_a_time_without_a_zone_is_utc(ta, r1, text, time):
    fields = dict.fromkeys(["created_at", "updated_at", "started_at", "completed_at"], text)

    assert ta.push(succeeded(**fields)).status_code == 200

    row = Job.objects.get()
    assert {row.created_at, row.updated_at, row.started_at, row.completed_at} == {time}
    before = stored()
    assert ta.push(succeeded(**fields)).status_code == 200
    assert stored() == before


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
def test_jo_23_a_time_outside_the_calendar_is_refused(ta, r1, text):
    answer = ta.push(job(updated_at=text))

    assert answer.status_code == 400
    assert answer.json() == [{"updated_at": ["Datetime value out of range."]}]


def test_jo_24_an_unprocessable_request_fails(ta, r1):
    ta.push(failed(action="__error__", run_command=None, status_message="ProjectError: no such"))

    r1.refresh_from_db()
    assert (r1.status, r1.strip) == (JobRequestStatus.FAILED, "f")
    assert Job.objects.get().action == "__error__"


def test_jo_25_the_end_of_a_job_is_one_mail(ta, notifying):
    ta.push(job(status="running"))

    ta.push(succeeded(action="make_cohort"))
    send_mails()

    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    assert message.subject == "succeeded: [os w1] make_cohort"


def test_jo_26_a_repeated_push_is_no_second_mail(ta, notifying):
    ta.push(job(status="running"))
    ta.push(succeeded())
    send_mails()

    ta.push(succeeded())
    send_mails()

    assert len(mail.outbox) == 1


def test_jo_26_another_state_of_the_end_is_no_second_mail(ta, notifying):
    ta.push(succeeded())
    ta.push(succeeded(status_message="outputs were excluded", updated_at="2026-03-04T10:30:00Z"))
    ta.push(failed(updated_at="2026-03-04T10:31:00Z"))
    send_mails()

    assert len(mail.outbox) == 1


def test_jo_26_a_retry_that_ends_is_a_second_mail(ta, notifying):
    ta.push(failed())
    send_mails()

    ta.push(job(status="running", updated_at="2026-03-04T11:00:00Z"))
    ending = {"updated_at": "2026-03-04T11:05:00Z", "completed_at": "2026-03-04T11:05:00Z"}
    ta.push(succeeded(**ending))
    send_mails()

    assert [message.subject.partition(":")[0] for message in mail.outbox] == [
        "failed",
        "succeeded",
    ]


def test_jo_26_the_same_ending_after_a_detour_is_no_second_mail(ta, notifying):
    ta.push(succeeded())
    ta.push(job(status="running", updated_at="2026-03-04T10:22:00Z"))
    assert Job.objects.get().status == "running"
    ta.push(succeeded(updated_at="2026-03-04T10:23:00Z"))
    assert Job.objects.get().status == "succeeded"

    assert OutboxMessage.objects.filter(topic="job.finished").count() == 1


def test_jo_27_a_new_job_that_has_failed_already_is_one_mail(ta, notifying):
    ta.push(failed("x" * 255, action="x" * 255))
    send_mails()

    assert len(mail.outbox) == 1


def test_jo_28_who_does_not_ask_for_mails_gets_none(ta, r1):
    ta.push(job(status="running"))
    ta.push(succeeded())
    send_mails()

    assert mail.outbox == []


def test_jo_28_a_job_that_has_not_ended_is_no_mail(ta, notifying):
    ta.push(job("a"), job("b", status="running"), job("c", status="moonlit"))

    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_jo_29_two_equal_pushes_at_once_are_one_row_and_one_mail(ta, notifying):
    answers = []
    start = threading.Barrier(2)

    def push():
        try:
            start.wait()
            answers.append(ta.push(succeeded("a"), job("b")).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=push) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200, 200]
    assert listed_jobs(notifying) == ["a", "b"]
    assert OutboxMessage.objects.filter(topic="job.finished").count() == 1


def test_jo_30_two_requests_may_have_jobs_of_the_same_id(ta, r1, r2_of_tpp):
    ta.push(job("a", job_request_id=R2))

    assert ta.push(job("a")).status_code == 200

    assert Job.objects.filter(identifier="a").count() == 2


def test_jo_31_of_two_items_of_one_id_the_last_wins(ta, r1):
    assert ta.push(job("a"), job("b"), job("a", status="running")).status_code == 200

    assert Job.objects.get(identifier="a").status == "running"
    assert Job.objects.count() == 2


def test_jo_32_200_unchanged_jobs_are_read_and_not_written(ta, r1, django_assert_num_queries):
    jobs = [job(f"job-{number}") for number in range(200)]
    ta.push(*jobs)
    before = stored()

    # The token, a savepoint, the requests with their jobs (on PostgreSQL locked before), the end.
    with django_assert_num_queries(5 if connection.vendor == "postgresql" else 4):
        assert ta.push(*jobs).status_code == 200

    assert stored() == before


def test_jo_33_a_mail_server_that_is_down_delays_the_mail_alone(ta, notifying, monkeypatch):
    class Down:
        def __init__(self, **_):
            raise ConnectionRefusedError("no mail server")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend", Down)
    answer = ta.push(succeeded())
    message = outbox.claim(now=clock.now(), topics=["job.finished"])
    assert not outbox.deliver(message, now=clock.now())
    monkeypatch.undo()

    assert answer.status_code == 200
    assert Job.objects.get().status == "succeeded"
    later = clock.now() + 2 * recipes.MINUTE
    assert outbox.deliver(outbox.claim(now=later, topics=["job.finished"]), now=later)
    assert len(mail.outbox) == 1


def test_jo_34_an_overtaken_push_changes_nothing(ta, r1):
    ta.push(succeeded("a", updated_at="2026-03-04T10:30:00Z"), job("b"))
    before = stored()

    answer = ta.push(job("a", status="running", updated_at="2026-03-04T10:29:00Z"))

    assert (answer.status_code, answer.json()) == (200, SUCCESS)
    assert stored() == before


def test_jo_35_a_status_that_nobody_knows_is_stored_as_it_came(ta, r1):
    assert ta.push(job(status="paused-by-moon")).status_code == 200

    assert Job.objects.get().status == "paused-by-moon"


@pytest.mark.parametrize(
    "metrics",
    [{"cpu": 1.5}, {}, [], 0, "text", {"deep": [{"er": [1, None, True]}]}, {"n": 10**300}],
)
def test_jo_36_metrics_are_stored_as_json(ta, r1, metrics):
    assert ta.push(job(metrics=metrics, trace_context=metrics)).status_code == 200

    detail = JobDetail.objects.get()
    assert (detail.metrics, detail.trace_context) == (metrics, metrics)
    before = stored()
    ta.push(job(metrics=metrics, trace_context=metrics))
    assert stored() == before


def _bytes_of(size):
    filler = job(status_message="x")
    return json.dumps([filler | {"status_message": "x" * (size - len(json.dumps([filler])) + 1)}])


def test_jo_37_a_body_of_3_mb_is_taken(ta, r1):
    assert ta.post("jobs/", _bytes_of(3_000_000)).status_code == 200

    assert len(JobDetail.objects.get().status_message) > 2_900_000


def test_jo_37_a_body_of_50_mb_is_refused(ta, r1, settings):
    answer = ta.post("jobs/", _bytes_of(50_000_000))

    assert answer.status_code == 413
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {
        "detail": f"The body is larger than {settings.MAX_REPORT_BYTES} bytes. "
        "Send fewer jobs in one call."
    }
    assert not Job.objects.exists()


class _Endless(io.RawIOBase):
    """A body that counts how much of it was read, and at once."""

    taken = largest = 0

    def read(self, size=-1):
        assert size > 0, "the whole of an endless body was asked for"
        self.taken += size
        self.largest = max(self.largest, size)
        return b" " * size


class _Broken(io.RawIOBase):
    """What a web server gives where the chunks are none; `sound` bytes can be read before."""

    def __init__(self, sound=0):
        self.sound = sound

    def read(self, size=-1):
        if size > self.sound:
            raise InvalidChunkSize(b"ZZ")
        self.sound -= size
        return b" " * size


def _chunked(runner, stream):
    """A push as a web server hands over a body without `Content-Length`."""
    said = {}
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/api/v2/jobs/",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "CONTENT_TYPE": "application/json",
        "HTTP_AUTHORIZATION": runner.token,
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input": stream,
        "wsgi.input_terminated": True,
        "wsgi.url_scheme": "http",
    }
    body = get_wsgi_application()(environ, lambda status, _headers: said.update(status=status))
    return said["status"], json.loads(b"".join(body))


@pytest.fixture
def _open_connection():
    """A foreign WSGI call would close the test's own connection."""
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("_open_connection")
def test_jo_37_a_body_in_chunks_is_taken(ta, r1):
    status, answer = _chunked(ta, io.BytesIO(json.dumps([job()]).encode()))

    assert (status, answer) == ("200 OK", SUCCESS)
    assert listed_jobs(r1) == ["job-1"]


@pytest.mark.usefixtures("_open_connection")
def test_jo_37_an_endless_body_in_chunks_is_read_past_within_reason(ta, r1):
    stream = _Endless()

    status, answer = _chunked(ta, stream)

    assert status == "413 Request Entity Too Large"
    assert list(answer) == ["detail"]
    assert stream.taken < 150 * 1024 * 1024
    assert stream.largest < 25 * 1024 * 1024


@pytest.mark.usefixtures("_open_connection")
def test_jo_37_broken_chunks_are_a_body_that_cannot_be_read(ta, r1):
    status, answer = _chunked(ta, _Broken())

    assert status == "400 Bad Request"
    assert list(answer) == ["detail"]
    assert listed_jobs(r1) == []


@pytest.mark.usefixtures("_open_connection")
def test_jo_37_chunks_that_break_past_the_limit_are_still_too_many(ta):
    status, _ = _chunked(ta, _Broken(sound=20 * 1024 * 1024 + 1))

    assert status == "413 Request Entity Too Large"


def test_jo_38_an_archived_workspace_takes_reports(ta, r1, w1):
    Workspace.objects.filter(pk=w1.pk).update(is_archived=True)

    assert ta.push(job()).status_code == 200
    assert listed_jobs(r1) == ["job-1"]


def test_jo_39_malformed_flags_do_not_stop_a_push(ta, r1):
    answer = ta.post("jobs/", [job()], headers={"Flags": "{"})

    assert answer.status_code == 200
    assert listed_jobs(r1) == ["job-1"]


# -- What else may come --------------------------------------------------------------------------
@pytest.mark.parametrize(
    "content_type",
    ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
)
def test_a_form_reads_as_an_empty_list(ta, r1, content_type):
    answer = ta.post("jobs/", b"a=1", content_type=content_type)

    assert (answer.status_code, answer.json()) == (200, SUCCESS)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("identifier", "  padded\n", "padded"),
        ("action", "\tpadded ", "padded"),
        ("status", " running ", "running"),
        ("status_code", 3, "3"),
        ("identifier", 1.5, "1.5"),
    ],
)
def test_blanks_around_texts_are_trimmed_and_numbers_are_texts(ta, r1, name, value, text):
    assert ta.push(job(**{name: value})).status_code == 200

    assert getattr(Job.objects.get(), name) == text


def test_the_identifier_of_a_request_is_trimmed(ta, r1):
    ta.push(job(job_request_id=f" {R1} "))

    assert listed_jobs(r1) == ["job-1"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "Not a valid string."),
        ([], "Not a valid string."),
        ({}, "Not a valid string."),
        ("a\x00b", "Null characters are not allowed."),
        ("\ud800", "Surrogate characters are not allowed: U+D800."),
        ("x" * 256, "Ensure this field has no more than 255 characters."),
    ],
)
@pytest.mark.parametrize("name", ["identifier", "action", "status", "status_code"])
def test_a_text_that_cannot_be_stored_is_refused(ta, r1, name, value, text):
    answer = ta.push(job(**{"action": "a", name: value}))

    assert (answer.status_code, answer.json()) == (400, [{name: [text]}])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a\x00": 1}, "Null characters are not allowed."),
        (["\x00"], "Null characters are not allowed."),
        ({"a": {"b": "\udfff"}}, "Surrogate characters are not allowed: U+DFFF."),
        (json.loads("[" * 200 + "]" * 200), "Value must not be nested more than 100 levels deep."),
    ],
)
@pytest.mark.parametrize("name", ["metrics", "trace_context"])
def test_json_that_cannot_be_stored_is_refused(ta, r1, name, value, text):
    answer = ta.push(job(**{name: value}))

    assert (answer.status_code, answer.json()) == (400, [{name: [text]}])


def test_a_number_beyond_all_bounds_is_refused(ta, r1):
    raw = json.dumps([job(metrics={"cpu": 1})]).replace('{"cpu": 1}', '{"cpu": 1e999}')

    answer = ta.post("jobs/", raw)

    assert (answer.status_code, answer.json()) == (
        400,
        [{"metrics": ["Value must be valid JSON."]}],
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"[NaN]",
        b'[{"metrics": Infinity}]',
        b"\xff\xfe[",
        b"[" * 100_000,
        b"[" + b"9" * 5000 + b"]",
        b"[1,]",
        b"\x00",
        b"[]]",
    ],
)
def test_what_is_no_json_is_refused(ta, r1, raw):
    answer = ta.post("jobs/", raw)

    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("JSON parse error - ")


def test_a_list_of_a_million_nothings_is_refused_in_one_line(ta):
    answer = ta.post("jobs/", b"[" + b"0," * 100_000 + b"0]")

    assert answer.status_code == 400
    assert answer.json() == {
        "non_field_errors": ["Ensure this field has no more than 100000 elements."]
    }


def test_reports_of_40000_requests_are_one_statement_each(ta, r1):
    names = [f"unknown-{number}" for number in range(40_000)]

    answer = ta.push(job("a"), *({**job("a"), "job_request_id": name} for name in names))

    assert answer.status_code == 200
    assert listed_jobs(r1) == ["a"]


def test_an_error_that_nobody_foresaw_is_answered_in_json(ta, r1, monkeypatch):
    def fail(**_):
        raise RuntimeError("secret of the house")

    monkeypatch.setattr("server.runner_api.views.jobs.report_jobs", fail)
    with capture_logs() as logs:
        answer = ta.push(job())

    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {
        "detail": "The server failed. Nothing of this call was stored; send it again."
    }
    assert [line["view"] for line in logs if line["event"] == "runner_call_failed"] == ["JobsView"]


def test_a_call_that_failed_is_no_contact(ta, r1, tpp):
    ta.post("jobs/", {}, headers={"Flags": '{"mode":{"v":"db-maintenance"}}'})

    tpp.refresh_from_db()
    assert (tpp.last_seen_at, tpp.flags) == (None, {})
    count = CallCount.objects.get()
    assert (count.calls, count.failures) == (1, 1)


def test_a_push_answers_when_its_contact_cannot_be_noted(ta, r1, monkeypatch):
    def fail(**_):
        raise RuntimeError("no")

    monkeypatch.setattr("server.runner_api.calls.note_call", fail)

    assert ta.push(job()).status_code == 200

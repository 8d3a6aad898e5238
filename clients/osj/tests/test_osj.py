"""osj against a live job server: what is printed, what is kept, how it ends."""

import json
import re
import signal
import stat
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from server.audit.models import AuditEvent
from server.jobs.models import JobRequest
from server.jobs.statuses import JobRequestStatus
from tests import recipes


@pytest.fixture
def asked(osj):
    """A run of everything, as `--json` printed it."""
    result = osj("run", "w1", "run_all", "--backend", "tpp", "--json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def login_file(terminal):
    return Path(terminal.env["XDG_CONFIG_HOME"]) / "osj" / "login.json"


def test_login_keeps_the_token_for_its_owner_alone(stranger, place):
    result = stranger("login", "--url", f"{place.url}/requests", typed=f"{place.token}\n")

    assert result.code == 0, result.err
    assert "as ada" in result.out
    assert place.token not in result.out + result.err
    assert stat.S_IMODE(login_file(stranger).stat().st_mode) == 0o600
    assert stranger("list").code == 0


def test_login_again_replaces_a_file_that_others_could_read(stranger, place):
    login_file(stranger).parent.mkdir(parents=True)
    login_file(stranger).write_text("{}")
    login_file(stranger).chmod(0o644)

    stranger("login", "--url", place.url, typed=f"{place.token}\n")

    assert stat.S_IMODE(login_file(stranger).stat().st_mode) == 0o600


@pytest.mark.parametrize("token", ["", "osj_user_nothing_like_it"])
def test_a_token_that_is_not_known_is_not_kept(stranger, place, token):
    result = stranger("login", "--url", place.url, typed=f"{token}\n")

    assert result.code == 6
    assert not login_file(stranger).exists()


def test_a_token_is_not_sent_over_an_open_line(stranger):
    result = stranger("login", "--url", "http://jobs.example.org", typed="secret\n")

    assert result.code == 2
    assert "https://" in result.err


@pytest.mark.parametrize("address", ["https://[::1", "https://jobs.example.org:port", "jobs"])
def test_what_is_no_address_is_refused_in_words(osj, address):
    osj.env["OSJ_URL"] = address

    result = osj("list")

    assert result.code == 2
    assert f"{address!r} is no address" in result.err


@pytest.mark.parametrize("slip", ["{}\r\nX-Other: 1", "é{}", "{} {}"])
def test_a_token_with_a_slip_in_it_is_not_printed(osj, place, slip):
    osj.env["OSJ_TOKEN"] = slip.format(place.token, place.token)

    result = osj("list")

    assert result.code == 6
    assert place.token not in result.err


def test_blanks_around_a_token_are_no_part_of_it(osj, place):
    osj.env["OSJ_TOKEN"] = f" {place.token}\r\n"

    assert osj("list").code == 0


def test_a_kept_token_is_not_sent_to_another_server(stranger, place):
    stranger("login", "--url", place.url, typed=f"{place.token}\n")
    stranger.env["OSJ_URL"] = "https://elsewhere.example.org"

    assert stranger("list").code == 6


def test_logout_forgets_the_token(stranger, place):
    stranger("login", "--url", place.url, typed=f"{place.token}\n")

    assert stranger("logout").code == 0
    assert not login_file(stranger).exists()


def test_without_a_login_every_command_says_how_to(stranger):
    result = stranger("list")

    assert (result.code, result.out) == (6, "")
    assert "osj login" in result.err


def test_run_asks_for_actions(osj, place):
    result = osj("run", "w1", "fit", "make_cohort", "--backend", "tpp", "--force", "--notify")

    assert result.code == 0, result.err
    row = JobRequest.objects.get()
    assert row.requested_actions == ["fit", "make_cohort"]
    assert (row.backend.slug, row.created_by.username) == ("tpp", "ada")
    assert (row.force_run_dependencies, row.will_notify) == (True, True)
    assert f"{place.url}/requests/{row.pk}" in result.err
    assert AuditEvent.objects.filter(verb="job_request.created").count() == 1


def test_a_plan_asks_for_nothing(osj):
    result = osj("run", "w1", "fit", "--backend", "tpp", "--plan")

    assert result.code == 0, result.err
    assert "make_cohort" in result.out
    assert not JobRequest.objects.exists()


def test_json_is_what_the_api_answers(osj, asked):
    shown = osj("show", str(asked["number"]), "--json")

    assert json.loads(shown.out)["identifier"] == asked["identifier"]


def test_who_asked_is_named_as_on_pages(osj, asked):
    assert "asked by Ada Example" in osj("show", str(asked["number"])).out


def test_a_request_is_called_so_as_on_pages(osj, asked):
    number = str(asked["number"])
    asking = osj("run", "w1", "fit", "--backend", "tpp", "--force")
    shown = [osj("show", number), osj("why", number), osj("cancel", number)]
    listed = osj("list")
    helped = [osj(command, "--help") for command in ("show", "why", "cancel")]

    assert asking.err.startswith(f"Request {asked['number'] + 1}: http")
    assert all(result.out.startswith(f"Request {number} ") for result in shown[:2])
    assert listed.out.startswith("Request ")
    assert all("REQUEST" in result.out for result in helped)
    said = "".join(result.out + result.err for result in (asking, listed, *shown, *helped))
    assert not re.search(r"\b(the|a) run\b|\bruns?:? \d|\bRUN\b", said)


def test_list_shows_the_newest_requests_and_filters(osj, asked):
    everything = osj("list", "--mine", "--workspace", "w1")
    nothing = osj("list", "--status", "failed", "--json")

    assert str(asked["number"]) in everything.out
    assert "Ada" in everything.out
    assert json.loads(nothing.out) == []


def test_what_a_silent_backend_ran_is_not_said_to_run_on(osj, place, asked):
    place.report(asked, make_cohort="executing", fit="waiting_on_workers")
    heard = osj("show", str(asked["number"])).out
    place.backend.last_seen_at = datetime(2026, 3, 4, 10, 21, tzinfo=UTC)
    place.backend.save(update_fields=["last_seen_at"])

    listed, shown, why = (
        osj("list").out,
        osj("show", str(asked["number"])).out,
        osj("why", str(asked["number"])).out,
    )

    assert "no word since" not in heard
    assert "no word since 04 Mar 2026" in " ".join(listed.split())
    row = next(line for line in shown.splitlines() if line.startswith("make_cohort"))
    assert re.match(r"make_cohort +running, no word since .* \? ", row)
    assert re.search(r"Request \d+ running, no word since 04 Mar 2026", why)


def test_why_names_the_reason_of_run_and_jobs(osj, place, asked):
    place.report(asked, make_cohort="executing", fit="waiting_on_workers")
    place.report(asked, make_cohort="nonzero_exit", fit="dependency_failed")

    text = osj("why", asked["identifier"]).out
    document = json.loads(osj("why", asked["identifier"], "--json").out)

    assert "make_cohort failed" in text
    assert "Its runner says: It is nonzero_exit" in text
    assert {job["action"]: job["reason"]["code"] for job in document["jobs"]} == {
        "make_cohort": "nonzero_exit",
        "fit": "dependency_failed",
    }


def test_why_of_a_run_that_waits_says_the_queue_and_the_last_contact_once(osj, place, asked):
    second = json.loads(osj("run", "w1", "run_all", "--backend", "tpp", "--force", "--json").out)
    place.report(second, make_cohort="created", fit="created")

    text = osj("why", str(second["number"])).out

    assert text.count("Waiting for its turn on TPP: 1 request before it.") == 2
    assert "requests before" not in text
    assert text.count("The last contact with TPP was ") == 1


def test_why_of_a_refused_run_names_the_line_and_says_all_once(osj, place, asked):
    place.report(asked, "ProjectError: no action 'fit'", __error__="internal_error")

    text = osj("why", str(asked["number"])).out

    assert text.count("ProjectError: no action 'fit'") == 1
    assert "That is about line 8 of project.yaml." in text
    assert "Failed due to job failure" not in text


def test_why_of_a_failed_run_says_no_words_that_no_runner_said(osj, place, asked):
    place.report(asked, make_cohort="nonzero_exit", fit="dependency_failed")

    assert "Failed due to job failure" not in osj("why", str(asked["number"])).out


def test_cancel_stops_what_is_named_or_everything(osj, place, asked):
    place.report(asked, make_cohort="executing", fit="created")

    one = osj("cancel", str(asked["number"]), "fit")
    assert one.code == 0, one.err
    assert JobRequest.objects.get().cancelled_actions == ["fit"]

    assert osj("cancel", str(asked["number"])).code == 0
    assert set(JobRequest.objects.get().cancelled_actions) == {"fit", "make_cohort"}


@pytest.mark.parametrize(
    ("ending", "code"), [("succeeded", 0), ("nonzero_exit", 1), ("cancelled_by_user", 3)]
)
def test_watch_ends_with_the_run_and_says_how(osj, place, asked, ending, code):
    place.report(asked, make_cohort="executing")
    if ending == "cancelled_by_user":
        osj("cancel", str(asked["number"]))
    watching = osj.start("show", str(asked["number"]), "--watch")
    assert "make_cohort running" in watching.stdout.readline()

    place.report(asked, make_cohort=ending)
    out, err = watching.communicate(timeout=60)

    assert watching.returncode == code, err
    assert "make_cohort" in out


def test_with_json_a_watched_run_prints_its_end_alone(osj, place, asked):
    place.report(asked, make_cohort="executing")
    watching = osj.start("show", str(asked["number"]), "--watch", "--json")
    assert "make_cohort running" in watching.stderr.readline()

    place.report(asked, make_cohort="succeeded")
    out, _ = watching.communicate(timeout=60)

    assert json.loads(out)["display_status"] == "succeeded"


def test_who_stops_watching_does_not_stop_the_run(osj, place, asked):
    place.report(asked, make_cohort="executing")
    watching = osj.start("show", str(asked["number"]), "--watch")
    watching.stdout.readline()

    watching.send_signal(signal.SIGINT)
    _, err = watching.communicate(timeout=60)

    assert watching.returncode == 130
    assert f"osj cancel {asked['number']}" in err
    assert JobRequest.objects.get().cancelled_actions == []


@pytest.mark.parametrize("command", ["show", "why", "cancel"])
def test_what_a_runner_says_is_shown_as_text_and_steers_nothing(osj, place, asked, command):
    said = "Job exited with an error: [/data] [red]x[/red] :bug: \x1b[2J\x9b2J\u202edata"
    place.report(asked, said, make_cohort="nonzero_exit", fit="executing")

    result = osj(command, str(asked["number"]))

    assert result.code == 0, result.err
    assert "[/data] [red]x[/red] :bug: [2J2Jdata" in result.out


def test_a_refusal_is_in_the_words_of_the_server(osj):
    unknown = osj("run", "w1", "no_such_action", "--backend", "tpp")
    missing = osj("show", "999")

    assert (unknown.code, unknown.out) == (4, "")
    assert "no_such_action" in unknown.err
    assert missing.code == 4


def test_a_token_for_reading_cannot_run(osj, place):
    osj.env["OSJ_TOKEN"] = recipes.make_personal_token(place.ada, scopes=["read"])

    result = osj("run", "w1", "fit", "--backend", "tpp")

    assert result.code == 4
    assert "run" in result.err
    assert not JobRequest.objects.exists()


def test_a_revoked_token_leads_to_login(osj):
    osj.env["OSJ_TOKEN"] = "osj_user_nothing_like_it"

    result = osj("list")

    assert result.code == 6
    assert "osj login" in result.err


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://localhost:9"])
def test_a_silent_server_is_named(osj, address):
    osj.env["OSJ_URL"] = address

    result = osj("list")

    assert result.code == 5
    assert address in result.err


def test_an_answer_nested_without_end_is_said_to_be_none(osj):
    class Nested(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(b"[" * 200_000)

    with HTTPServer(("127.0.0.1", 0), Nested) as server:
        threading.Thread(target=server.handle_request).start()
        osj.env["OSJ_URL"] = f"http://127.0.0.1:{server.server_port}"
        result = osj("list")

    assert result.code == 5
    assert result.err.endswith("answers, but not as a job server does.\n")


def test_the_version_is_told_to_anybody(stranger):
    result = stranger("--version")

    assert result.code == 0, result.err
    assert re.fullmatch(r"osj \d+\.\d+\.\d+\n", result.out)


def test_wrong_usage_is_2(osj):
    assert osj("run", "w1").code == 2


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("osj run w", "w1"),
        ("osj run w1 fi", "fit"),
        ("osj run w1 fit --backend t", "tpp"),
    ],
)
def test_the_shell_completes_names_that_the_server_knows(osj, line, offered):
    assert offered in completed(osj, line)


def completed(osj, line):
    """What the shell offers where Tab is pressed behind `line`."""
    osj.env |= {
        "_OSJ_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    return osj().out.split()


def test_the_shell_completes_what_of_a_run_can_be_stopped(osj, place, asked):
    line = f"osj cancel {asked['number']} "
    before = completed(osj, line)

    place.report(asked, make_cohort="succeeded", fit="executing")

    assert before == ["run_all"]
    assert completed(osj, line) == ["fit"]


def test_the_shell_completes_the_statuses_of_runs(osj):
    assert completed(osj, "osj list --status un") == ["unknown", "unknown_error_creating_jobs"]
    assert completed(osj, "osj list --status ") == JobRequestStatus.values

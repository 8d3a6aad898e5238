"""What a request would run and reuse, over one small pipeline: extract → clean → model, plot."""

import pytest

from pipelines import Decision, JobOutcome, NothingReason, UnknownActions, check, plan

ACTIVE, SUCCEEDED, FAILED = JobOutcome.ACTIVE, JobOutcome.SUCCEEDED, JobOutcome.FAILED
CHOSEN, NEEDED, REUSED, WAITED_FOR = (
    Decision.CHOSEN,
    Decision.NEEDED,
    Decision.REUSED,
    Decision.ACTIVE,
)


def pipeline_of(version=5, **needs):
    lines = [
        f"  {action}: {{run: 'r:v2 {action}', needs: [{', '.join(its_needs)}], "
        f"outputs: {{highly_sensitive: {{a: {action}.csv}}}}}}\n"
        for action, its_needs in needs.items()
    ]
    report = check(
        f"version: {version}\nactions:\n{''.join(lines)}" if lines else "version: 5\nactions: {}"
    )
    assert report.errors == ()
    return report.pipeline


STUDY = pipeline_of(
    extract=[], clean=["extract"], model=["clean"], plot=["clean", "model"], other=[]
)


def planned(*requested, force=False, **newest):
    return plan(STUDY, requested=requested, force_run_dependencies=force, newest=newest)


def decisions(found):
    return {step.action: step.decision for step in found.steps}


def test_requested_action_that_succeeded_runs_again():
    found = planned("extract", extract=SUCCEEDED)

    assert decisions(found) == {"extract": CHOSEN}


@pytest.mark.parametrize(
    ("outcome", "decision"),
    [(None, NEEDED), (FAILED, NEEDED), (SUCCEEDED, REUSED), (ACTIVE, WAITED_FOR)],
    ids=["never run", "failed", "succeeded", "active"],
)
def test_need_is_judged_by_its_newest_job(outcome, decision):
    newest = {"extract": outcome} if outcome else {}

    found = planned("clean", **newest)

    assert decisions(found) == {"extract": decision, "clean": CHOSEN}


def test_steps_come_in_the_order_of_the_file_with_what_pulled_them_in():
    found = planned("plot", clean=FAILED)

    assert [(step.action, step.because) for step in found.steps] == [
        ("extract", "clean"),
        ("clean", "plot"),
        ("model", "plot"),
        ("plot", None),
    ]
    assert found.runs == ("extract", "clean", "model", "plot")


def test_forced_needs_run_all_the_way_down_although_they_succeeded():
    found = planned("model", force=True, extract=SUCCEEDED, clean=SUCCEEDED)

    assert decisions(found) == {"extract": NEEDED, "clean": NEEDED, "model": CHOSEN}


def test_forced_need_that_is_active_is_waited_for():
    found = planned("clean", force=True, extract=ACTIVE)

    assert decisions(found) == {"extract": WAITED_FOR, "clean": CHOSEN}


@pytest.mark.parametrize("outcome", [SUCCEEDED, ACTIVE])
def test_nothing_below_a_need_that_does_not_run_takes_part(outcome):
    found = planned("model", clean=outcome, extract=FAILED)

    assert list(decisions(found)) == ["clean", "model"]


def test_need_is_reused_although_another_branch_runs_its_own_need_again():
    found = planned("extract", "model", clean=SUCCEEDED, extract=SUCCEEDED)

    assert decisions(found) == {"extract": CHOSEN, "clean": REUSED, "model": CHOSEN}


def test_requested_action_that_is_active_is_not_started_again():
    found = planned("model", "other", model=ACTIVE)

    assert decisions(found) == {"model": WAITED_FOR, "other": CHOSEN}
    assert found.runs == ("other",)


def test_run_all_runs_what_has_not_succeeded():
    found = planned("run_all", extract=SUCCEEDED, clean=FAILED, model=ACTIVE)

    assert decisions(found) == {
        "extract": REUSED,
        "clean": CHOSEN,
        "model": WAITED_FOR,
        "plot": CHOSEN,
        "other": CHOSEN,
    }
    assert {step.because for step in found.steps} == {None}


def test_run_all_with_a_name_beside_it_runs_the_named_one_again():
    found = planned("run_all", "clean", **dict.fromkeys(STUDY.actions, SUCCEEDED))

    assert found.runs == ("clean",)


def test_run_all_with_force_runs_everything_but_what_is_active():
    newest = dict.fromkeys(STUDY.actions, SUCCEEDED) | {"other": ACTIVE}

    found = planned("run_all", force=True, **newest)

    assert found.runs == ("extract", "clean", "model", "plot")


def test_run_all_leaves_out_an_old_action_of_that_name_unless_it_is_needed():
    alone = pipeline_of(version=4, run_all=[], a=[])
    needed = pipeline_of(version=4, run_all=[], a=["run_all"])
    asked = {"requested": ["run_all"], "force_run_dependencies": False, "newest": {}}

    assert plan(alone, **asked).runs == ("a",)
    assert plan(needed, **asked).runs == ("run_all", "a")


@pytest.mark.parametrize(
    ("requested", "newest", "reason"),
    [
        (["run_all"], dict.fromkeys(STUDY.actions, SUCCEEDED), NothingReason.ALL_SUCCEEDED),
        (
            ["run_all"],
            dict.fromkeys(STUDY.actions, SUCCEEDED) | {"plot": ACTIVE},
            NothingReason.ALREADY_ACTIVE,
        ),
        (["plot", "model"], {"plot": ACTIVE, "model": ACTIVE}, NothingReason.ALREADY_ACTIVE),
        ([], {}, NothingReason.NO_ACTIONS),
    ],
)
def test_nothing_to_do_has_its_reason(requested, newest, reason):
    found = planned(*requested, **newest)

    assert found.runs == ()
    assert found.nothing_to_do
    assert found.nothing_reason is reason
    assert reason.message.endswith(".")


def test_run_all_of_an_empty_pipeline_has_nothing_to_do():
    found = plan(pipeline_of(), requested=["run_all"], force_run_dependencies=False, newest={})

    assert found.nothing_reason is NothingReason.NO_ACTIONS


def test_plan_with_something_to_run_has_no_reason_against_it():
    found = planned("plot")

    assert not found.nothing_to_do
    assert found.nothing_reason is None


def test_unknown_actions_are_named_in_the_order_asked_for():
    with pytest.raises(UnknownActions) as raised:
        planned("z", "extract", "b", "z")

    assert raised.value.names == ("z", "b")
    assert '"z", "b"' in str(raised.value)


def test_newest_job_of_an_action_that_is_gone_is_no_matter():
    assert planned("other", gone=ACTIVE).runs == ("other",)
